using NodaTime;
using Readout.Annotations;
using Readout.Articles;
using Readout.Text;

namespace Readout.Stories;

/// <summary>
/// What the pages beside it tell of a page that states no day. Pages of one pile belong to one story: an open end closes
/// with the year the dated pages lie in, and relative times are read within that year. A page whose own words tell nothing
/// still has no date; only the reading of its times is helped.
/// </summary>
internal static class PileDating
{
    /// <summary>Where the dated pages lie closer together than this many days, the undated ones may lie so many days outside them.</summary>
    private const int Margin = 30;

    public static IReadOnlyList<Document> Refine(IReadOnlyList<Document> documents)
    {
        var stated = Days(documents, DateBasis.Stated);
        var known = stated.Count > 0 ? stated : Days(documents, DateBasis.Inferred);
        if (known.Count == 0)
            return documents;
        var year = new DateRange(known.Min(), new LocalDate(known.Max().Year, 12, 31));
        var margin = Period.DaysBetween(known.Min(), known.Max()) < Margin ? Margin : 0;
        var window = new DateRange(known.Min().PlusDays(-margin), known.Max().PlusDays(margin));
        return [.. documents.Select(d => d.Article.Published is { } published ? Close(d, published, year) : Place(d, window))];
    }

    private static List<LocalDate> Days(IReadOnlyList<Document> documents, DateBasis basis) =>
        [.. documents.Select(d => d.Article.Published).OfType<Published>().Where(p => p.Basis == basis && p.When.IsBounded).Select(p => p.When.Latest!.Value)];

    private static Document Close(Document document, Published published, DateRange year)
    {
        if (published is not { Basis: DateBasis.Inferred, When: { Earliest: { } earliest, Latest: null } } || earliest > year.Latest)
            return document;
        var closed = published with { When = new DateRange(earliest, year.Latest), Rule = published.Rule + "+pile-year" };
        return Annotator.Reanchor(document with { Article = document.Article with { Published = closed } }, closed.When);
    }

    // Read within the pile's days, then no later than the first day that the page itself announces.
    private static Document Place(Document document, DateRange window)
    {
        var read = Annotator.Reanchor(document, window);
        var announced = read.Events
            .Where(e => e.Status is ProspectStatus.Scheduled or ProspectStatus.Expected or ProspectStatus.Agreed or ProspectStatus.Conditional or ProspectStatus.Uncertain && e.Time.IsDay)
            .Select(e => e.Time.Earliest!.Value)
            .Where(day => day > window.Earliest)
            .ToList();
        return announced.Count == 0 ? read : Annotator.Reanchor(document, new DateRange(window.Earliest, announced.Min()));
    }
}
