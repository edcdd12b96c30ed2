using Readout.Annotations;
using Readout.Articles;
using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>What the story's pages state, who stated it, where they differ, and what may happen.</summary>
public sealed record Ledger(
    Story Story,
    IReadOnlyList<Claim> Claims,
    IReadOnlyList<Dispute> Disputes,
    IReadOnlyList<Change> Changes,
    IReadOnlyList<Prospect> Prospects)
{
    /// <summary>What was said once and stands on several pages, each with all its wordings.</summary>
    public IReadOnlyList<Utterance> Utterances { get; init; } = [];
}

/// <summary>One statement that several articles may make.</summary>
/// <param name="Id">Short id, unique in a run.</param>
/// <param name="Statement">The fullest wording.</param>
/// <param name="Attestations">Every article making it, earliest first.</param>
/// <param name="Counts">The three counts and their lists.</param>
public sealed record Claim(string Id, Citation Statement, IReadOnlyList<Attestation> Attestations, Counts Counts);

/// <summary>One article making a claim.</summary>
/// <param name="Document">Id of the document.</param>
/// <param name="Span">Its words.</param>
/// <param name="Modality">What kind of fact it claims to be.</param>
/// <param name="Affirmed">False where the words deny the statement.</param>
/// <param name="Chain">From the page outward; the last is the original speaker or body. Never empty.</param>
public sealed record Attestation(string Document, Span Span, Modality Modality, bool Affirmed, IReadOnlyList<ChainLink> Chain)
{
    /// <summary>When it was said, as far as the page tells.</summary>
    public DateRange Said { get; init; } = DateRange.Unknown;

    /// <summary>When what it tells of happened or should happen; unknown where the words name no time.</summary>
    public DateRange Meant { get; init; } = DateRange.Unknown;
}

/// <summary>One hand through which a statement came.</summary>
/// <param name="Who">Entity id where known, else the name as written.</param>
/// <param name="Link">How the page shows it.</param>
/// <param name="Span">The words that show it, in the attesting document; null where the page itself is the link.</param>
public sealed record ChainLink(string Who, AttributionLink Link, Span? Span);

/// <summary>The three counts, never one; each is the length of its list.</summary>
public sealed record Counts(IReadOnlyList<Counted> Outlets, IReadOnlyList<Counted> Texts, IReadOnlyList<Counted> Speakers);

/// <summary>One entry behind a count.</summary>
/// <param name="Name">Outlet, family or document id, or speaker.</param>
/// <param name="Documents">The documents merged into it.</param>
/// <param name="Reason">Why they count as one.</param>
public sealed record Counted(string Name, IReadOnlyList<string> Documents, string Reason);

/// <summary>In what respect claims cannot all hold.</summary>
public enum DisputeType { Value, Date, Place, Denial, Scope }

/// <summary>Between sources, or a page at odds with itself.</summary>
public enum DisputeScope { BetweenSources, WithinPage }

/// <summary>Claims that cannot all hold. Readout shows both sides and never says who is right.</summary>
public sealed record Dispute(string Id, DisputeType Type, DisputeScope Scope, IReadOnlyList<DisputeSide> Sides, string Reason, string Rule)
{
    /// <summary>Sentences of other statements that bear one side out; empty where no page has any. They decide nothing.</summary>
    public IReadOnlyList<SideEvidence> Evidence { get; init; } = [];
}

/// <summary>One side of a dispute: a value and everywhere it stands, earliest first.</summary>
public sealed record DisputeSide(string Value, IReadOnlyList<Citation> Attestations)
{
    /// <summary>Entity id or name of the original speaker or body behind its earliest attestation.</summary>
    public string? Origin { get; init; }
}

/// <summary>A sentence that speaks for one side of a dispute without being one of its statements.</summary>
/// <param name="Side">Index of the side.</param>
/// <param name="Source">The sentence.</param>
/// <param name="Rule">How it bears the side out.</param>
public sealed record SideEvidence(int Side, Citation Source, string Rule);

/// <summary>A value that moved with time, or a statement that became narrower.</summary>
public enum ChangeKind { Update, Refinement }

/// <summary>A value that moved, or a statement that became narrower: no contradiction.</summary>
public sealed record Change(string Id, ChangeKind Kind, IReadOnlyList<ChangeStep> Steps, string Reason, string Rule);

/// <summary>One value of a change, and when it was said.</summary>
/// <param name="Date">When it was said.</param>
public sealed record ChangeStep(string Document, Span Span, string Value, DateRange Date);

/// <summary>A prospective event kept as a record.</summary>
/// <param name="Name">What it is, in the words of a page.</param>
/// <param name="Definition">What would count as it.</param>
/// <param name="Parties">Entity ids.</param>
/// <param name="Place">The latest place named for it.</param>
/// <param name="Window">The latest time named for it; unknown where none is.</param>
/// <param name="Status">Status of the last step.</param>
/// <param name="History">Steps in the order in which they were said.</param>
public sealed record Prospect(
    string Id,
    Citation Name,
    string Definition,
    IReadOnlyList<string> Parties,
    ProspectPlace? Place,
    DateRange Window,
    ProspectStatus Status,
    IReadOnlyList<ProspectStep> History)
{
    /// <summary>On what it waits or waited, each condition once, in the order in which they were said.</summary>
    public IReadOnlyList<ProspectCondition> Conditions { get; init; } = [];
}

/// <summary>Whether what a prospect waits for has come about, as far as the pages tell.</summary>
public enum ConditionState { Unknown, Met, NotMet }

/// <summary>Something on which a prospect waits, and what later words say of it.</summary>
/// <param name="Words">The condition's words in <paramref name="Document"/>.</param>
/// <param name="Said">When it was said.</param>
/// <param name="Evidence">The first sentence that tells it as met or not met; null while nothing does.</param>
public sealed record ProspectCondition(string Document, Span Words, DateRange Said, ConditionState State, Citation? Evidence, string Rule)
{
    /// <summary>When the evidence was said; unknown without any.</summary>
    public DateRange Told { get; init; } = DateRange.Unknown;
}

/// <summary>Where a prospective event should happen, and the words that say so.</summary>
public sealed record ProspectPlace(string Name, Citation Source);

/// <summary>One move of a prospect's status, with the sentence behind it.</summary>
/// <param name="Date">When it was said; of a lapse, the day after its window closed.</param>
/// <param name="Speaker">Entity id or name of who said it; null where the page says it itself.</param>
/// <param name="Condition">The condition's words in that document; null where there is none.</param>
/// <param name="Hedge">The hedge's words, kept verbatim.</param>
public sealed record ProspectStep(
    DateRange Date, ProspectStatus Status, string Document, Span Span, string? Speaker, Span? Condition, Span? Hedge, string Rule);
