using Readout.Annotations;
using Readout.Claims;
using Readout.Stories;
using Readout.Text;

namespace Readout.Briefs;

/// <summary>Which sentences give the days of the story: those that date an event, each day told once per claim.</summary>
internal static class TimelineBuilder
{
    /// <summary>A brief tells of so many days at most, and gives each so many sentences.</summary>
    public const int MostDays = 40;

    private const int MostPerDay = 4;

    /// <summary>The dated sentences, earliest first; of more than <paramref name="mostDays"/> days those that tell the story.</summary>
    public static IReadOnlyList<TimelineEntry> Build(Ledger ledger, int mostDays)
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
                entries.Add(new TimelineEntry(dated.Time, document.Article.Published?.When ?? DateRange.Unknown, document.Id, first.Span, dated.Modality) { Condition = dated.Condition });
        }
        return
        [
            .. (mostDays == int.MaxValue ? entries : Shorten(entries, ledger.Story.Documents, mostDays))
                .OrderBy(e => Chronology.SortDay(e.Date)).ThenBy(e => Chronology.SortDay(e.Reported))
                .ThenBy(e => e.Document, StringComparer.Ordinal).ThenBy(e => e.Span.Start),
        ];
    }

    // Of a long story the days that the pages name most, and the sentences that tell best of them. What is still to come stays.
    private static IEnumerable<TimelineEntry> Shorten(List<TimelineEntry> entries, IReadOnlyList<Document> documents, int mostDays)
    {
        var past = entries.Where(e => e.Modality is Modality.Happened or Modality.Ongoing).ToLookup(e => e.Date);
        if (past.Count <= mostDays && past.All(day => day.Count() <= MostPerDay))
            return entries;
        var ranks = DayRanking.Rank(documents, DateRange.Unknown).Select((day, rank) => (day, rank)).ToDictionary(d => DateRange.Day(d.day), d => d.rank);
        var kept = past.OrderBy(day => ranks.GetValueOrDefault(day.Key, int.MaxValue)).ThenBy(day => Chronology.SortDay(day.Key)).Take(mostDays).ToList();
        var choice = new DaySentences(documents);
        var order = Chronology.Ranks(documents);
        return InParallel.Map(kept, day => Best([.. day], choice, order).ToList()).SelectMany(day => day).Concat(entries.Where(e => !past.Contains(e.Date) || !(e.Modality is Modality.Happened or Modality.Ongoing)));
    }

    private static IEnumerable<TimelineEntry> Best(List<TimelineEntry> day, DaySentences choice, IReadOnlyDictionary<string, int> pages)
    {
        if (day.Count <= MostPerDay)
            return day;
        var telling = day[0].Date is { IsDay: true, Earliest: { } date } ? choice.Choose(date, int.MaxValue) : [];
        var order = telling.Select((c, rank) => (c, rank)).ToDictionary(c => c.c, c => c.rank);
        return day.OrderBy(e => order.GetValueOrDefault(new Citation(e.Document, e.Span), int.MaxValue)).ThenBy(e => pages[e.Document]).ThenBy(e => e.Span.Start).Take(MostPerDay);
    }

    // An event with a time of its own; bare reports of speech are no events of the story, nor is the day on which an interview
    // about what may come was published.
    private static EventMention? Dated(Document document, Span sentence)
    {
        var events = document.Events.Where(e => sentence.Contains(e.Predicate)).ToList();
        var isAhead = events.Exists(e => e.Status is not null);
        foreach (var e in events)
        {
            if (e.Time.IsBounded && IsSharp(e.Time) && !(isAhead && e is { Type: "publish", Modality: Modality.Happened }))
                return e;
        }
        return null;
    }

    // Wider than a quarter is background, not a day of the story.
    private static bool IsSharp(DateRange when) =>
        NodaTime.Period.DaysBetween(when.Earliest!.Value, when.Latest!.Value) <= 92;
}
