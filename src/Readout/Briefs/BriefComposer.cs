using NodaTime;
using Readout.Annotations;
using Readout.Articles;
using Readout.Claims;
using Readout.Stories;
using Readout.Text;

namespace Readout.Briefs;

/// <summary>How a brief is composed.</summary>
/// <param name="AsOf">Leave out what was published after this day; null for everything.</param>
/// <param name="MaxSentences">At most so many printed sentences; 0 for no limit.</param>
public sealed record BriefOptions(LocalDate? AsOf = null, int MaxSentences = 0);

/// <summary>Chooses and orders sentences, checks each against its span, prints nothing that fails.</summary>
public static class BriefComposer
{
    /// <summary>Composes the brief of a ledger.</summary>
    public static Brief Compose(Ledger ledger, BriefOptions? options = null)
    {
        options ??= new BriefOptions();
        var timeline = TimelineBuilder.Build(ledger);
        var printer = new SentencePrinter(ledger.Story, options.MaxSentences);
        BriefSection[] sections =
        [
            StateSections.StateOfPlay(ledger, printer),
            StateSections.WhatIsNew(ledger, printer),
            SpeechSection.Compose(ledger, printer),
            StateSections.Pending(ledger, printer),
            DisputeSection.Compose(ledger, printer),
            TimelineSection(timeline, printer),
            SourcesSection.Compose(ledger),
            GapsSection.Compose(ledger),
        ];
        return new Brief(ledger, options.AsOf ?? LatestDay(ledger), timeline, sections, printer.Dropped);
    }

    private static BriefSection TimelineSection(IReadOnlyList<TimelineEntry> timeline, SentencePrinter printer) =>
        new("Timeline",
            [.. timeline.Select(e => printer.Print(e.Document, e.Span, $"{e.Date} · {Labels.Of(e.Modality)}", null, repeat: true)).OfType<BriefSentence>()],
            timeline.Count == 0 ? ["No sentence dates an event."] : []);

    // The clock plays no part: a record speaks for the latest day that its pages state.
    private static LocalDate? LatestDay(Ledger ledger)
    {
        var stated = ledger.Story.Documents.Where(d => d.Article.Published is { Basis: DateBasis.Stated }).Select(d => d.Article.Published!.When.Latest).OfType<LocalDate>().ToList();
        return stated.Count == 0 ? null : stated.Max();
    }
}
