using NodaTime;
using Readout.Annotations;
using Readout.Articles;
using Readout.Text;

namespace Readout.Stories;

/// <summary>
/// Narrows the interval of a page that states no day by the pages beside it: pages of one pile belong to one story,
/// so an open end is closed by the end of the year the dated pages lie in.
/// </summary>
internal static class PileDating
{
    public static IReadOnlyList<Document> Refine(IReadOnlyList<Document> documents)
    {
        var years = documents
            .Where(d => d.Article.Published is { Basis: DateBasis.Stated })
            .Select(d => d.Article.Published!.When.Latest)
            .Concat(documents.Where(d => d.Article.Published is { Basis: DateBasis.Inferred, When.IsBounded: true }).Select(d => d.Article.Published!.When.Latest))
            .OfType<LocalDate>()
            .ToList();
        if (years.Count == 0)
            return documents;
        var horizon = new LocalDate(years.Max(d => d.Year), 12, 31);
        return [.. documents.Select(d => Close(d, horizon))];
    }

    private static Document Close(Document document, LocalDate horizon)
    {
        if (document.Article.Published is not { Basis: DateBasis.Inferred, When: { Earliest: { } earliest, Latest: null } } published || earliest > horizon)
            return document;
        var closed = published with { When = new DateRange(earliest, horizon), Rule = published.Rule + "+pile-year" };
        return Annotator.Reanchor(document with { Article = document.Article with { Published = closed } }, closed.When);
    }
}
