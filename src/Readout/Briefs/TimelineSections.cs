namespace Readout.Briefs;

/// <summary>Dated sentences, earliest first.</summary>
internal static class TimelineSections
{
    /// <summary>The days asked for, each line with the day on which it was reported and what it depends on.</summary>
    public static IReadOnlyList<BriefSection> Compose(ReportMaterial material) =>
        [Section(material.Timeline, material.Printer, e => $"{When(e)} · reported {Labels.Said(e.Reported)}{Condition(e, material.Printer)}")];

    /// <summary>The days of the brief.</summary>
    public static BriefSection Lines(IReadOnlyList<TimelineEntry> timeline, SentencePrinter printer) => Section(timeline, printer, When);

    private static BriefSection Section(IReadOnlyList<TimelineEntry> timeline, SentencePrinter printer, Func<TimelineEntry, string> label) =>
        new("Timeline",
            [.. timeline.Select(e => printer.Print(e.Document, e.Span, label(e), null, repeat: true)).OfType<BriefSentence>()],
            timeline.Count == 0 ? ["No sentence dates an event."] : [])
        {
            Kind = SectionKind.Timeline,
        };

    private static string When(TimelineEntry entry) => $"{entry.Date} · {Labels.Of(entry.Modality)}";

    private static string Condition(TimelineEntry entry, SentencePrinter printer) =>
        entry.Condition is { } words ? "; condition: " + SentenceCheck.Fold(printer.Document(entry.Document).Slice(words)) : "";
}
