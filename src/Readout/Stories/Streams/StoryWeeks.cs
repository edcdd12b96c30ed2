namespace Readout.Stories.Streams;

/// <summary>The stories of a stream at the end of each of its weeks, so that late texts take back no more than what follows them.</summary>
internal sealed class StoryWeeks(List<StreamEntry> entries, CandidateFinder finder, StreamCounts counts)
{
    private readonly StorylineFinder _finder = new(finder);
    private readonly List<StoryState> _states = [];
    private Chain<StreamEvent>? _closed;

    /// <summary>The stories as they stand after the last week told.</summary>
    public StoryState Now => _states.Count > 0 ? _states[^1] : StoryState.None;

    /// <summary>Forgets a week and all that follow it.</summary>
    public void TakeBack(int week) => _states.RemoveAll(s => s.Week >= week);

    /// <summary>Tells what a week adds, once all of its days are placed.</summary>
    public void Tell(int week, IReadOnlyList<StreamDay> days) => _states.Add(_finder.Next(Now, week, Events(days)));

    /// <summary>Goes on from the stories of a week.</summary>
    public void Restore(StoryState state) => _states.Add(state);

    /// <summary>The stories at the end of a week.</summary>
    public StoryState At(int week) => _states.FindLast(s => s.Week <= week) ?? StoryState.None;

    /// <summary>A week and those before it will not be taken back: lets go of what that needs.</summary>
    public void Close(int week)
    {
        var last = _states.FindLastIndex(s => s.Week <= week);
        if (last < 0)
            return;
        _states.RemoveRange(0, last);
        for (var ended = _states[0].Ended; ended is not null && !ReferenceEquals(ended, _closed); ended = ended.Before)
            ended.Last.Fade();
        _closed = _states[0].Ended;
    }

    private List<WeekEvent> Events(IReadOnlyList<StreamDay> days)
    {
        var own = new HashSet<int>();
        var events = new Dictionary<StreamEvent, List<int>>(ReferenceEqualityComparer.Instance);
        foreach (var text in days.SelectMany(d => d.Texts))
        {
            own.Add(text);
            var home = entries[text].Home!.Latest();
            if (!events.TryGetValue(home, out var texts))
                events[home] = texts = [];
            texts.Add(text);
        }
        return [.. events.OrderBy(e => e.Key.Founder).Select(e => Part(e.Key, e.Value, own))];
    }

    private WeekEvent Part(StreamEvent whole, List<int> texts, HashSet<int> week)
    {
        var earlier = whole.Members.All().Where(t => !week.Contains(t)).Order().ToList();
        return earlier.Count == 0 ? new WeekEvent(whole, earlier) : new WeekEvent(Sum(texts), earlier);
    }

    // copies word by word of one day count once, as they do in the event
    private StreamEvent Sum(List<int> texts)
    {
        StreamEvent? sum = null;
        foreach (var group in texts.GroupBy(t => (entries[t].Place.Day, entries[t].Place.Words)).Select(g => g.OrderBy(t => entries[t].Place).ToList()).OrderBy(g => entries[g[0]].Place))
        {
            var first = entries[group[0]];
            var weighed = new TermWeights(counts.Before(first.Place.Day)).Weigh(first.Features!);
            var one = new StreamEvent(MemberList.Of(group), weighed, first.Place, group[0]);
            sum = sum is null ? one : sum.With(one);
        }
        return sum!;
    }
}
