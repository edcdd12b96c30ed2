namespace Readout.Web.Records;

/// <summary>
/// A story's record as the build keeps it: the JSON document that the command line writes (<c>docs/readout.schema.json</c>), read back.
/// What no page shows (times, quantities, events) is passed over.
/// </summary>
public sealed record StoryRecord(
    string? AsOf,
    IReadOnlyList<PageRecord> Documents,
    IReadOnlyList<EntityRecord> Entities,
    IReadOnlyList<QuotationRecord> Quotations,
    IReadOnlyList<UtteranceRecord> Utterances,
    IReadOnlyList<FamilyRecord> Families,
    IReadOnlyList<LinkRecord> Reuse,
    IReadOnlyList<ClaimRecord> Claims,
    IReadOnlyList<DisputeRecord> Disputes,
    IReadOnlyList<ChangeRecord> Changes,
    IReadOnlyList<ProspectRecord> Prospects,
    IReadOnlyList<TimelineRecord> Timeline,
    BriefRecord Brief);

/// <summary>Words on a page.</summary>
public record PlaceRecord(string Document, Stretch Span);

/// <summary>A value with the words it was read from.</summary>
public sealed record SourcedRecord(string Value, Stretch? Span, string? Rule);

/// <summary>A page of the story.</summary>
public sealed record PageRecord(
    string Id, string Path, string Sha256, string? Language, TypeRecord Type, SourcedRecord? Outlet, SourcedRecord? Title, SourcedRecord? Byline, SourcedRecord? Canonical,
    PublishedRecord? Published, PublishedRecord? Modified, IReadOnlyList<DateCandidateRecord> DateCandidates, IReadOnlyList<Stretch> Body,
    IReadOnlyList<UpstreamRecord> Upstream, IReadOnlyList<DiagnosticRecord> Diagnostics)
{
    /// <summary>The last part of its path.</summary>
    public string FileName => Path.Replace('\\', '/') is var path ? path[(path.LastIndexOf('/') + 1)..] : Path;

    /// <summary>What a citation calls it: its outlet, or its file where that is unknown.</summary>
    public string Name => Outlet?.Value ?? FileName;

    /// <summary>The day it appeared, or the interval that lies in.</summary>
    public Days Day => Published is { } published ? new Days(published.Earliest, published.Latest) : default;

    /// <summary>Its day follows from its words; it does not state one.</summary>
    public bool IsDayInferred => Published?.Basis == "inferred";
}

public sealed record TypeRecord(string Value, string? Rule);

public sealed record PublishedRecord(string? Earliest, string? Latest, string? Basis, string? Time, string? Rule, IReadOnlyList<Stretch>? Spans);

public sealed record DateCandidateRecord(string Value, string? Time, Stretch? Span, string Where, string? Of, bool Chosen, string Reason);

public sealed record UpstreamRecord(string Name, string Link, Stretch Span);

public sealed record DiagnosticRecord(string Code, string Message, Stretch? Span);

/// <summary>A person, body, place or other name over all pages.</summary>
public sealed record EntityRecord(string Id, string Name, string Type, string? KnownAs);

public sealed record SpeakerRecord(string? Entity, Stretch? Span);

public sealed record QuotationRecord(string Id, string Document, string Form, IReadOnlyList<Stretch> Content, Stretch? Cue, SpeakerRecord? Speaker, Days SaidOn, string Act, string Rule);

/// <summary>What was said once and stands on several pages, the fullest wording first.</summary>
/// <param name="Speaker">Null where no page names anybody.</param>
public sealed record UtteranceRecord(string Id, string? Speaker, Days SaidOn, IReadOnlyList<WordingRecord> Wordings);

public sealed record WordingRecord(string Quotation, string Kind, string Document, IReadOnlyList<Stretch> Changed, SpansRecord Missing);

public sealed record SpansRecord(string Document, IReadOnlyList<Stretch> Spans);

/// <summary>Near-copies of one text.</summary>
public sealed record FamilyRecord(string Id, IReadOnlyList<string> Documents, string Origin, IReadOnlyList<LinkRecord> Links, UnseenRecord? UnseenOrigin);

/// <summary>One page took from another.</summary>
public sealed record LinkRecord(string From, string To, string Link, IReadOnlyList<Stretch> Spans, SpansRecord Source, string Reason);

public sealed record UnseenRecord(string Name, IReadOnlyList<PlaceRecord> Evidence);

/// <summary>One statement that several pages may make. The three counts are the lengths of their lists.</summary>
public sealed record ClaimRecord(
    string Id, PlaceRecord Statement, IReadOnlyList<AttestationRecord> Attestations,
    IReadOnlyList<CountedRecord> OutletList, IReadOnlyList<CountedRecord> TextList, IReadOnlyList<CountedRecord> SpeakerList);

public sealed record AttestationRecord(string Document, Stretch Span, string Modality, string Polarity, Days Said, Days Meant, IReadOnlyList<HopRecord> Chain)
    : PlaceRecord(Document, Span);

public sealed record HopRecord(string Who, string Link, Stretch? Span);

/// <summary>One of the outlets, texts or speakers that a claim counts, with the pages merged into it and why.</summary>
public sealed record CountedRecord(string Name, IReadOnlyList<string> Documents, string Reason);

public sealed record DisputeRecord(string Id, string Type, string Scope, IReadOnlyList<SideRecord> Sides, IReadOnlyList<SideEvidenceRecord>? Evidence, string Reason, string Rule);

/// <summary>A side of a dispute.</summary>
/// <param name="Origin">The speaker or body behind its earliest attestation; null in records of before that was kept.</param>
public sealed record SideRecord(string Value, IReadOnlyList<PlaceRecord> Attestations, string? Origin);

/// <summary>Words that speak for a side without stating it.</summary>
/// <param name="Side">Its index.</param>
public sealed record SideEvidenceRecord(int Side, string Document, Stretch Span, string Rule) : PlaceRecord(Document, Span);

public sealed record ChangeRecord(string Id, string Kind, IReadOnlyList<ChangeStepRecord> Steps, string Reason, string Rule);

public sealed record ChangeStepRecord(string Document, Stretch Span, string Value, Days Date) : PlaceRecord(Document, Span);

public sealed record ProspectRecord(
    string Id, string Name, PlaceRecord Statement, string Definition, IReadOnlyList<string> Parties, ValuePlaceRecord? Place, Days Window, string Status, IReadOnlyList<StepRecord> History,
    IReadOnlyList<ConditionRecord>? Conditions);

/// <summary>What a prospect waits on.</summary>
/// <param name="State">met, not-met or unknown.</param>
/// <param name="Evidence">The words that tell it.</param>
public sealed record ConditionRecord(string Document, Stretch Span, Days Said, string State, PlaceRecord? Evidence, Days Told, string? Rule) : PlaceRecord(Document, Span);

public sealed record ValuePlaceRecord(string Value, string Document, Stretch Span) : PlaceRecord(Document, Span);

public sealed record StepRecord(Days Date, string Status, string Document, Stretch Span, string? Speaker, Stretch? Condition, Stretch? Hedge, string Rule)
    : PlaceRecord(Document, Span);

public sealed record TimelineRecord(Days Date, Days Reported, string Document, Stretch Span, string Modality, Stretch? Condition) : PlaceRecord(Document, Span);

public sealed record BriefRecord(IReadOnlyList<SectionRecord> Sections, IReadOnlyList<DroppedRecord> Dropped);

public sealed record SectionRecord(string Name, IReadOnlyList<SentenceRecord> Sentences, IReadOnlyList<string> Notes);

public sealed record SentenceRecord(string Text, IReadOnlyList<PlaceRecord> Citations, IReadOnlyList<NamedRecord> Names, string? Label, string? Subject);

public sealed record NamedRecord(string Document, Stretch Span, string? Entity, string Name) : PlaceRecord(Document, Span);

public sealed record DroppedRecord(string Text, string Reason);
