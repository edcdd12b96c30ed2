namespace Readout.Stories.Streams;

/// <summary>
/// Joins events to stories: the same joining as for events, best pair first, but by what stays the same over weeks. Decided from all
/// events at once, so that the order of arrival does not show.
/// </summary>
internal sealed class StorylineFinder(CandidateFinder finder)
{
    private const int Candidates = 16;
    private const int ReachDays = 120;
    private const double Hopeless = -6;

    public IReadOnlyList<Storyline> Find(IEnumerable<StreamEvent> settled)
    {
        var events = settled.OrderBy(e => e.Founder).ToList();
        var pairs = Pairs(events);
        var merging = new EventMerging(events, pairs, StoryModel.Weights, Hopeless);
        merging.Run();
        var stories = new Dictionary<StreamEvent, (List<int> Own, List<int> Also)>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < events.Count; i++)
            Of(stories, merging.Of(i)).Own.AddRange(events[i].Members.All());
        foreach (var (a, b) in Beside(events, pairs, merging))
            Of(stories, b).Also.AddRange(events[a].Members.All());
        return [.. stories.OrderBy(s => s.Key.Founder).Select(s => new Storyline("s" + s.Key.Founder.EventId()[1..], [.. s.Value.Own.Order()], [.. s.Value.Also.Order()]))];
    }

    private static (List<int> Own, List<int> Also) Of(Dictionary<StreamEvent, (List<int> Own, List<int> Also)> stories, StreamEvent story)
    {
        if (!stories.TryGetValue(story, out var texts))
            stories[story] = texts = ([], []);
        return texts;
    }

    // an event that fits a neighbour's story nearly as well as its own belongs to both
    private static IEnumerable<(int Event, StreamEvent Story)> Beside(List<StreamEvent> events, List<(int A, int B)> pairs, EventMerging merging)
    {
        var row = new double[EventRow.Width];
        var seen = new HashSet<(int, StreamPlace)>();
        foreach (var (a, b) in pairs.Concat(pairs.Select(p => (p.B, p.A))))
        {
            var (own, other) = (merging.Of(a), merging.Of(b));
            if (ReferenceEquals(own, other) || !seen.Add((a, other.Founder)))
                continue;
            EventRow.Fill(row, events[a], other);
            var score = EventModel.Score(row, StoryModel.Weights);
            if (score < 0)
                continue;
            EventRow.Fill(row, events[a], own);
            if (score >= EventModel.Score(row, StoryModel.Weights) - StoryModel.Beside)
                yield return (a, other);
        }
    }

    private List<(int A, int B)> Pairs(List<StreamEvent> events)
    {
        var shelves = new List<(int Day, DayShelf Shelf)>();
        foreach (var day in Enumerable.Range(0, events.Count).GroupBy(i => events[i].FirstDay).OrderBy(g => g.Key))
            shelves.Add((day.Key, DayShelf.Of([.. day.Select(i => (i, events[i].Sum.Body))])));
        var pairs = new HashSet<(int, int)>();
        for (var i = 0; i < events.Count; i++)
        {
            var day = events[i].FirstDay;
            var reach = shelves.Where(s => s.Day <= day && (day == StreamEvent.NoDay || day - (long)s.Day <= ReachDays)).Reverse().Select(s => s.Shelf).ToList();
            foreach (var (_, other) in finder.Find(events[i].Sum.Body, reach, Candidates, (a, b) => a.CompareTo(b)))
            {
                if (other != i)
                    pairs.Add((Math.Min(i, other), Math.Max(i, other)));
            }
        }
        return [.. pairs.Order()];
    }
}
