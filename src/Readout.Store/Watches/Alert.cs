namespace Readout.Store.Watches;

/// <summary>What changed.</summary>
public enum AlertKind { NewClaim, Contradicts, Updates, NewOrigin, Dispute, Status, NewProspect, Gone }

/// <summary>A change of state that a watch asked about, with the words behind it.</summary>
/// <param name="Item">Id in the story's record.</param>
/// <param name="Words">The statement or the prospect's name; null where there is none.</param>
/// <param name="Before">State before; null where it is new.</param>
/// <param name="After">State now; null where it is gone.</param>
public sealed record Alert(
    string Watch, AlertKind Kind, string At, string Story, string StoryName, string Item, string? Words, string? Before, string? After, IReadOnlyList<AlertEvidence> Evidence);

/// <summary>Words on a page.</summary>
/// <param name="Sha256">Of the page's bytes.</param>
/// <param name="Start">Code points, end exclusive.</param>
public sealed record AlertEvidence(string Address, string? Outlet, string? Day, string Sha256, int Start, int End, string Text);

/// <summary>An alert on its way.</summary>
/// <param name="Id">Of the alert, the same for every way of delivery: a receiver can tell that it had it already.</param>
public sealed record PendingAlert(long Id, string Watch, string Notify, Alert Alert, int Attempts);
