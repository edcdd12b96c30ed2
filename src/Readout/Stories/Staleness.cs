using NodaTime;
using Readout.Annotations;
using Readout.Origins;
using Readout.Text;

namespace Readout.Stories;

/// <summary>
/// Old words under a new stamp: a near-copy printed days after its original, or a dateline older than the page.
/// The page keeps its stamp; its words are read from the day they speak from.
/// </summary>
internal static class Staleness
{
    /// <summary>Days between an original and a copy that are ordinary newsroom delay.</summary>
    private const int Grace = 3;

    /// <summary>Documents with the diagnostic where it holds, re-read from the day their words speak from.</summary>
    public static IReadOnlyList<Document> Mark(IReadOnlyList<Document> documents, IReadOnlyList<Family> families)
    {
        var byId = documents.ToDictionary(d => d.Id, StringComparer.Ordinal);
        var origins = families
            .SelectMany(f => f.Documents.Where(d => d != f.Origin).Select(d => (Copy: d, f.Origin)))
            .ToDictionary(x => x.Copy, x => byId[x.Origin], StringComparer.Ordinal);
        return [.. documents.Select(d => Read(d, origins.GetValueOrDefault(d.Id)))];
    }

    private static Document Read(Document document, Document? origin)
    {
        if (document.Article.Published?.Day is not { } stamp)
            return document;
        if (Dateline(document) is { } dateline && dateline.When.Earliest is { } spoken && Period.DaysBetween(spoken, stamp) > Grace)
            return Flag(document, dateline.When, dateline.Span, stamp, "its dateline says");
        if (origin?.Article.Published?.Day is { } first && Period.DaysBetween(first, stamp) > Grace)
            return Flag(document, origin.Anchor, null, stamp, $"a near-copy ({origin.Article.Page.FileName}) is dated");
        return document;
    }

    private static Articles.DateCandidate? Dateline(Document document) =>
        document.Article.DateCandidates.FirstOrDefault(c => c is { Where: "dateline", Chosen: false, When.IsDay: true });

    private static Document Flag(Document document, DateRange anchor, Span? span, LocalDate stamp, string how) =>
        Annotator.Reanchor(document, anchor) with
        {
            Diagnostics =
            [
                .. document.Diagnostics,
                new Diagnostic(DiagnosticCode.StaleRepublication, $"Stamped {new DateRange(stamp, stamp)}, but {how} {anchor}: old news under a new stamp.", span),
            ],
        };
}
