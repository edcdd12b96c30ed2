using NodaTime;
using Readout.Annotations;
using Readout.Origins;
using Readout.Text;

namespace Readout.Stories;

/// <summary>
/// Old words under a new stamp: a near-copy printed days after its original, a dateline older than the page, or
/// fresh days for events that an older page has on older ones.
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
        var earliest = new Dictionary<string, Document>(StringComparer.Ordinal);
        foreach (var family in families)
        {
            // The first of the dated copies: the origin may be one that the others credit and that states no day.
            var first = family.Documents.Select(d => byId[d]).Where(d => d.Article.Published?.Day is not null).MinBy(d => d.Article.Published!.Day);
            foreach (var member in first is null ? [] : family.Documents.Where(d => d != first.Id))
                earliest[member] = first!;
        }
        var events = new OldEvents(documents);
        return [.. documents.Select(d => Read(d, earliest.GetValueOrDefault(d.Id), events))];
    }

    private static Document Read(Document document, Document? original, OldEvents events)
    {
        if (document.Article.Published?.Day is not { } stamp)
            return document;
        if (Dateline(document) is { } dateline && dateline.When.Earliest is { } spoken && Period.DaysBetween(spoken, stamp) > Grace)
            return Flag(document, dateline.When, dateline.Span, stamp, "its dateline says");
        if (original?.Article.Published?.Day is { } first && Period.DaysBetween(first, stamp) > Grace)
            return Flag(document, original.Anchor, null, stamp, $"a near-copy ({original.Article.Page.FileName}) is dated");
        if (events.Of(document, Grace) is { } old && Period.DaysBetween(old.Day, stamp) > Grace)
            return Flag(document, new DateRange(old.Day, old.Day), old.Span, stamp, $"what it tells is known ({old.Older.Article.Page.FileName}) from about");
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
