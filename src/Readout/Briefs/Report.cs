using Readout.Claims;

namespace Readout.Briefs;

/// <summary>Arrays of the JSON document.</summary>
[Flags]
public enum RecordParts
{
    Words = 1,
    Quotations = 2,
    Utterances = 4,
    Families = 8,
    Claims = 16,
    Disputes = 32,
    Changes = 64,
    Prospects = 128,
    Timeline = 256,
    Brief = 512,
    All = 1023,
}

/// <summary>A way of reading the record: which part of it, in which sections.</summary>
public sealed class Report
{
    private Report(string name, string heading, RecordParts parts, Func<ReportMaterial, IReadOnlyList<BriefSection>> compose) =>
        (Name, Heading, Parts, Compose) = (name, heading, parts, compose);

    /// <summary>What the command line calls it.</summary>
    public string Name { get; }

    /// <summary>What stands over it.</summary>
    public string Heading { get; }

    /// <summary>What its JSON document holds beside the pages and entities.</summary>
    public RecordParts Parts { get; }

    internal Func<ReportMaterial, IReadOnlyList<BriefSection>> Compose { get; }

    /// <summary>Everything in editors' order: the main job.</summary>
    public static Report Brief { get; } = new("brief", "Brief", RecordParts.All, BriefSections.Compose);

    /// <summary>What happened when, and what is to come, with the day on which each was reported.</summary>
    public static Report Timeline { get; } = new("timeline", "Timeline", RecordParts.Timeline, TimelineSections.Compose);

    /// <summary>Every statement with its wordings, its chains and the three counts.</summary>
    public static Report Claims { get; } = new("claims", "Claims", RecordParts.Families | RecordParts.Claims, ClaimSections.Compose);

    /// <summary>Where sources differ, both sides; and what only changed.</summary>
    public static Report Disputes { get; } = new("disputes", "Disputes", RecordParts.Disputes | RecordParts.Changes, DisputeSections.ComposeAll);

    /// <summary>Who said what, by speaker and day.</summary>
    public static Report Quotes { get; } = new("quotes", "Who said what", RecordParts.Quotations | RecordParts.Utterances, QuoteSections.Compose);

    /// <summary>Events that may come: how their status moved, and on what they wait.</summary>
    public static Report Prospects { get; } = new("prospects", "Prospects", RecordParts.Prospects, ProspectSections.Compose);

    /// <summary>Who copied whom, who is credited, and which voices the claims come from.</summary>
    public static Report Sources { get; } = new("sources", "Sources", RecordParts.Families, SourceSections.Compose);

    /// <summary>One person, body or place: its names, what it said, what is said of it.</summary>
    public static Report Entity { get; } = new("entity", "Entity", RecordParts.Quotations | RecordParts.Claims | RecordParts.Prospects, EntitySections.Compose);

    /// <summary>Every report, the main one first.</summary>
    public static IReadOnlyList<Report> All { get; } = [Brief, Timeline, Claims, Disputes, Quotes, Prospects, Sources, Entity];

    /// <summary>The report of that name; null where there is none.</summary>
    public static Report? Named(string name) => All.FirstOrDefault(r => r.Name == name);
}

/// <summary>What a report is made of.</summary>
/// <param name="Selection">What was asked for.</param>
/// <param name="Timeline">Dated sentences asked for, earliest first.</param>
internal sealed record ReportMaterial(LedgerSelection Selection, IReadOnlyList<TimelineEntry> Timeline, SentencePrinter Printer, BriefOptions Options)
{
    public Ledger Ledger => Selection.Selected;

    /// <summary>The ledger of the day since which news is asked for; null where none was asked.</summary>
    public Ledger? Before { get; init; }
}
