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
        var known = documents.Select(d => d.Article.Published).OfType<Published>().Where(IsSharp).ToList();
        if (known.Count == 0)
            return documents;
        var year = new DateRange(known.Min(p => p.When.Earliest!.Value), new LocalDate(known.Max(p => p.When.Latest!.Value).Year, 12, 31));
        var stated = known.Where(p => p.Basis == DateBasis.Stated).Select(p => p.When.Earliest!.Value).ToList();
        var days = stated.Count > 0 ? new DateRange(stated.Min(), stated.Max()) : year;
        var margin = Period.DaysBetween(days.Earliest!.Value, days.Latest!.Value) < Margin ? Margin : 0;
        var window = new DateRange(days.Earliest!.Value.PlusDays(-margin), days.Latest!.Value.PlusDays(margin));
        return
        [
            .. documents.Select(d => d.Article.Published switch
            {
                null => Place(d, window),
                { Basis: DateBasis.Inferred } published when !IsSharp(published) => Annotator.Redate(d, year),
                _ => d,
            }),
        ];
    }

    /// <summary>A page dated to within a year tells where the story lies.</summary>
    private static bool IsSharp(Published published) =>
        published.When.IsBounded && Period.DaysBetween(published.When.Earliest!.Value, published.When.Latest!.Value) <= 366;

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
