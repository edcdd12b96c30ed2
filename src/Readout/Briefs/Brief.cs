using NodaTime;
using Readout.Annotations;
using Readout.Claims;
using Readout.Text;

namespace Readout.Briefs;

/// <summary>The record as an editor reads it: only words from the pages, every sentence checked against its span.</summary>
/// <param name="Ledger">What it was made from.</param>
/// <param name="AsOf">The day the record speaks for: the latest day among the pages, or the day asked for.</param>
/// <param name="Timeline">Dated sentences, earliest first.</param>
/// <param name="Sections">In the order they are read.</param>
/// <param name="Dropped">Sentences that failed the check, with the reason.</param>
public sealed record Brief(
    Ledger Ledger,
    LocalDate? AsOf,
    IReadOnlyList<TimelineEntry> Timeline,
    IReadOnlyList<BriefSection> Sections,
    IReadOnlyList<DroppedSentence> Dropped)
{
    /// <summary>What was asked for.</summary>
    public BriefOptions Options { get; init; } = new();

    /// <summary>True where the report asked for has something to show; false is an answer too.</summary>
    public bool IsFound => Options.Report == Report.Brief || Options.Report == Report.Sources || Sections.Any(s => s.Sentences.Count > 0);
}

/// <summary>One dated line of the timeline.</summary>
/// <param name="Date">When it happened or should happen.</param>
/// <param name="Reported">When it was reported.</param>
public sealed record TimelineEntry(DateRange Date, DateRange Reported, string Document, Span Span, Modality Modality)
{
    /// <summary>The words it depends on, in that document; null where it depends on nothing named.</summary>
    public Span? Condition { get; init; }
}

/// <summary>What a section shows, where a format has a picture for it.</summary>
public enum SectionKind { Sentences, Pending, Timeline, Sources, Claims }

/// <summary>A section of the brief.</summary>
/// <param name="Name">Stable name: "State of play", "Who said what", "Disputed", …</param>
/// <param name="Sentences">Its sentences; may be empty where <paramref name="Notes"/> says why.</param>
/// <param name="Notes">What Readout says about the record in its own words (gaps, counts); never presented as a page's words.</param>
public sealed record BriefSection(string Name, IReadOnlyList<BriefSentence> Sentences, IReadOnlyList<string> Notes)
{
    /// <summary>What it shows.</summary>
    public SectionKind Kind { get; init; }
}

/// <summary>A printed sentence: its text equals its citations' texts, joined by " … " (runs of white space count as one space).</summary>
/// <param name="Label">A short label in Readout's words shown before it ("single origin", "conditional"); null for none.</param>
/// <param name="Subject">Id of the claim, dispute, prospect or quotation it shows; null for plain context.</param>
public sealed record BriefSentence(string Text, IReadOnlyList<Citation> Citations, string? Label, string? Subject)
{
    /// <summary>Whom its pronouns mean, where it does not say so itself; readers are shown the names in brackets.</summary>
    public IReadOnlyList<NamedPronoun> Names { get; init; } = [];
}

/// <summary>A pronoun and whom it means.</summary>
/// <param name="Place">The pronoun.</param>
/// <param name="Entity">Id of the entity.</param>
/// <param name="Name">Its name.</param>
public sealed record NamedPronoun(Citation Place, string Entity, string Name);

/// <summary>A sentence that did not equal its words and was left out.</summary>
public sealed record DroppedSentence(string Text, string Reason);
