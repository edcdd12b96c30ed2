namespace Readout.Stories.Streams;

/// <summary>
/// Joins events to stories week by week: the same joining as for events, best pair first, but by what stays the same over weeks. A week
/// is decided from all its texts at once and from the stories before it, so that the order of arrival does not show, and so that a
/// text of this week leaves the weeks before as they are.
/// </summary>
internal sealed class StorylineFinder(CandidateFinder finder)
{
    private const int Candidates = 16;
    private const int ReachDays = 120;
    private const double Hopeless = -6;

    /// <summary>The stories at the end of a week.</summary>
    /// <param name="before">Those at the end of the week before it that has texts.</param>
    /// <param name="week">The week.</param>
    /// <param name="events">What the week's texts say of each event, by first texts: new ones, and what came to older ones.</param>
    public StoryState Next(StoryState before, int week, IReadOnlyList<WeekEvent> events)
    {
        var (open, ended) = Close(before, week);
        open = Grow(open, events);
        var news = events.Where(e => e.Earlier.Count == 0).Select(e => e.Added).ToList();
        var all = news.Concat(open).ToList();
        var pairs = Pairs(all, news.Count);
        var merging = new EventMerging(all, pairs, StoryModel.Weights, Hopeless, StoryLanguages.Score);
        merging.Run();
        var guests = before.Guests;
        foreach (var (guest, host) in Beside(all, news.Count, pairs, merging))
            guests = new Chain<StoryGuest>(new StoryGuest(guest.Members, host.First), guests);
        return new StoryState(week, [.. merging.Events.OrderBy(e => e.Founder)], ended, guests);
    }

    // what no event of this week or a later one can reach; a text without a day may belong to any
    private static (List<StreamEvent> Open, Chain<StreamEvent>? Ended) Close(StoryState before, int week)
    {
        if (week == int.MaxValue)
            return ([.. Chain<StreamEvent>.All(before.Ended).Concat(before.Open).OrderBy(s => s.Founder)], null);
        var (open, ended) = (new List<StreamEvent>(), before.Ended);
        foreach (var story in before.Open)
        {
            if (story.LastDay >= StreamCounts.FirstDayOf(week) - ReachDays)
                open.Add(story);
            else
                ended = new Chain<StreamEvent>(story, ended);
        }
        return (open, ended);
    }

    // what came to an event comes to its story; an event that grew together from those of two stories makes them one
    private static List<StreamEvent> Grow(List<StreamEvent> open, IReadOnlyList<WeekEvent> events)
    {
        var grown = events.Where(e => e.Earlier.Count > 0).ToList();
        if (grown.Count == 0)
            return open;
        var homes = new Dictionary<int, int>();
        for (var i = 0; i < open.Count; i++)
        {
            foreach (var text in open[i].Members.All())
                homes[text] = i;
        }
        var stories = new List<StreamEvent?>(open);
        var into = Enumerable.Range(0, open.Count).ToArray();
        foreach (var part in grown)
        {
            var own = part.Earlier.Select(t => Follow(into, homes[t])).Distinct().Order().ToList();
            var story = stories[own[0]]!;
            foreach (var other in own.Skip(1))
            {
                story = story.With(stories[other]!);
                (stories[other], into[other]) = (null, own[0]);
            }
            stories[own[0]] = story.With(part.Added);
        }
        return [.. stories.OfType<StreamEvent>().OrderBy(s => s.Founder)];
    }

    private static int Follow(int[] into, int place)
    {
        while (into[place] != place)
            place = into[place];
        return place;
    }

    // each new event, and what is most like it among the new ones and the stories, those with the latest texts first
    private List<(int A, int B)> Pairs(List<StreamEvent> all, int news)
    {
        var pairs = new HashSet<(int, int)>();
        Add(all, news, e => e.Sum.Body, (_, _) => true, pairs);
        // the words of two languages have nothing in common, their names have
        if (all.Any(e => e.Sum.Tongue != all[0].Sum.Tongue))
            Add(all, news, e => e.Sum.Sounds, (a, b) => a.Sum.Tongue != b.Sum.Tongue, pairs);
        return [.. pairs.Order()];
    }

    private void Add(List<StreamEvent> all, int news, Func<StreamEvent, SparseVector> field, Func<StreamEvent, StreamEvent, bool> isWanted, HashSet<(int A, int B)> pairs)
    {
        var shelves = new List<DayShelf> { DayShelf.Of([.. Enumerable.Range(0, news).Select(i => (i, field(all[i])))]) };
        foreach (var week in Enumerable.Range(news, all.Count - news).GroupBy(i => StreamCounts.WeekOf(all[i].LastDay)).OrderByDescending(g => g.Key))
            shelves.Add(DayShelf.Of([.. week.Select(i => (i, field(all[i])))]));
        for (var i = 0; i < news; i++)
        {
            foreach (var (_, other) in finder.Find(field(all[i]), shelves, Candidates, (a, b) => a.CompareTo(b)))
            {
                if (other != i && isWanted(all[i], all[other]))
                    pairs.Add((Math.Min(i, other), Math.Max(i, other)));
            }
        }
    }

    // an event that fits a neighbour's story nearly as well as its own belongs to both
    private static IEnumerable<(StreamEvent Guest, StreamEvent Host)> Beside(List<StreamEvent> all, int news, List<(int A, int B)> pairs, EventMerging merging)
    {
        var row = new double[EventRow.Width];
        var seen = new HashSet<(int, StreamPlace)>();
        foreach (var (a, b) in pairs.Concat(pairs.Where(p => p.B < news).Select(p => (p.B, p.A))))
        {
            var (own, other) = (merging.Of(a), merging.Of(b));
            if (ReferenceEquals(own, other) || all[a].Sum.Tongue.DiffersFrom(other.Sum.Tongue) || !seen.Add((a, other.Founder)))
                continue;
            EventRow.Fill(row, all[a], other);
            var score = EventModel.Score(row, StoryModel.Weights);
            if (score < 0)
                continue;
            EventRow.Fill(row, all[a], own);
            if (score >= EventModel.Score(row, StoryModel.Weights) - StoryModel.Beside)
                yield return (all[a], other);
        }
    }
}

/// <summary>What the texts of one week say of an event.</summary>
/// <param name="Added">The sum of the week's texts.</param>
/// <param name="Earlier">Texts of the weeks before that report the same event; empty for a new one.</param>
internal sealed record WeekEvent(StreamEvent Added, IReadOnlyList<int> Earlier);
