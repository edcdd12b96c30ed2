using NodaTime;
using Readout.Articles;
using Readout.Claims;

namespace Readout.Briefs;

/// <summary>How a brief is composed.</summary>
/// <param name="AsOf">Leave out what was published after this day; null for everything.</param>
/// <param name="MaxSentences">At most so many printed sentences; 0 for no limit.</param>
public sealed record BriefOptions(LocalDate? AsOf = null, int MaxSentences = 0)
{
    /// <summary>Which way of reading the record.</summary>
    public Report Report { get; init; } = Report.Brief;

    /// <summary>Which part of it.</summary>
    public LedgerFilter Filter { get; init; } = LedgerFilter.None;

    /// <summary>What is new is what the pages up to this day did not say; null for what the latest page alone says.</summary>
    public LocalDate? Since { get; init; }
}

/// <summary>Chooses and orders sentences, checks each against its span, prints nothing that fails.</summary>
public static class BriefComposer
{
    /// <summary>Composes the brief of a ledger.</summary>
    /// <param name="ledger">What the pages state.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="before">The ledger of the pages up to <see cref="BriefOptions.Since"/>; null where no such day was asked for.</param>
    public static Brief Compose(Ledger ledger, BriefOptions? options = null, Ledger? before = null)
    {
        options ??= new BriefOptions();
        var selection = new LedgerSelection(ledger, options.Filter);
        var most = options.Report == Report.Brief ? TimelineBuilder.MostDays : int.MaxValue;
        var timeline = TimelineBuilder.Build(ledger, most).Where(e => selection.Keeps(ledger.Story.Document(e.Document), e.Span, e.Date)).ToList();
        var printer = new SentencePrinter(ledger.Story, options.MaxSentences);
        var sections = options.Report.Compose(new ReportMaterial(selection, timeline, printer, options)
        {
            Before = before,
        });
        return new Brief(selection.Selected, options.AsOf ?? LatestDay(ledger), timeline, sections, printer.Dropped) { Options = options };
    }

    // The clock plays no part: a record speaks for the latest day that its pages state.
    private static LocalDate? LatestDay(Ledger ledger)
    {
        var stated = ledger.Story.Documents.Where(d => d.Article.Published is { Basis: DateBasis.Stated }).Select(d => d.Article.Published!.When.Latest).OfType<LocalDate>().ToList();
        return stated.Count == 0 ? null : stated.Max();
    }
}
