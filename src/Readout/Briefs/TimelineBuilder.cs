using Readout.Annotations;
using Readout.Claims;
using Readout.Stories;
using Readout.Text;

namespace Readout.Briefs;

/// <summary>Which sentences give the days of the story: those that date an event, each day told once per claim.</summary>
internal static class TimelineBuilder
{
    public static IReadOnlyList<TimelineEntry> Build(Ledger ledger)
    {
        var entries = new List<TimelineEntry>();
        var order = Chronology.Ranks(ledger.Story.Documents);
        foreach (var claim in ledger.Claims)
        {
            // Copies of a sentence tell nothing new: the earliest page that has it speaks.
            var first = claim.Attestations
                .OrderBy(a => order[a.Document])
                .First();
            var document = ledger.Story.Document(first.Document);
            if (Dated(document, first.Span) is { } dated)
                entries.Add(new TimelineEntry(dated.When, document.Article.Published?.When ?? DateRange.Unknown, document.Id, first.Span, dated.Modality));
        }
        return
        [
            .. entries
                .OrderBy(e => Chronology.SortDay(e.Date)).ThenBy(e => Chronology.SortDay(e.Reported))
                .ThenBy(e => e.Document, StringComparer.Ordinal).ThenBy(e => e.Span.Start),
        ];
    }

    // An event with a time of its own; bare reports of speech are no events of the story, nor is the day on which an interview
    // about what may come was published.
    private static (DateRange When, Modality Modality)? Dated(Document document, Span sentence)
    {
        var events = document.Events.Where(e => sentence.Contains(e.Predicate)).ToList();
        var isAhead = events.Exists(e => e.Status is not null);
        foreach (var e in events)
        {
            if (e.Time.IsBounded && IsSharp(e.Time) && !(isAhead && e is { Type: "publish", Modality: Modality.Happened }))
                return (e.Time, e.Modality);
        }
        return null;
    }

    // Wider than a quarter is background, not a day of the story.
    private static bool IsSharp(DateRange when) =>
        NodaTime.Period.DaysBetween(when.Earliest!.Value, when.Latest!.Value) <= 92;
}
