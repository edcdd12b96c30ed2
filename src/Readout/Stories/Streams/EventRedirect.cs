namespace Readout.Stories.Streams;

/// <summary>An event id that was given out and no longer stands for the same texts.</summary>
/// <param name="From">The old id.</param>
/// <param name="To">The event that holds its first text now; for a split, an event that took others.</param>
/// <param name="Reason">Why, for an editor.</param>
public sealed record EventRedirect(string From, string To, string Reason);
