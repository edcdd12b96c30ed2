namespace Readout.Stories.Streams;

/// <summary>Places the texts of one day: into events of the days before, or into new ones.</summary>
internal sealed class DayPlacing(List<StreamEntry> entries, CandidateFinder finder, double[] model)
{
    /// <summary>Texts looked at closely for each new one.</summary>
    private const int Candidates = 24;

    /// <summary>Pairs less likely than this are not kept in mind.</summary>
    private const double Hopeless = -3;

    private readonly List<StreamEvent> _events = [];
    private readonly Dictionary<StreamEvent, int> _places = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<(int, int)> _pairs = [];

    /// <summary>Pairs looked at.</summary>
    public long Looks { get; private set; }

    /// <param name="day">The day; its texts have features.</param>
    /// <param name="before">The shelves of other days in reach, the nearest first.</param>
    /// <param name="weights">How rare terms are on that day.</param>
    public void Place(StreamDay day, IReadOnlyList<DayShelf> before, TermWeights weights)
    {
        var groups = day.Texts.GroupBy(t => entries[t].Place.Words)
            .Select(g => g.OrderBy(t => entries[t].Place).ToList())
            .OrderBy(g => entries[g[0]].Place).ToList();
        var firsts = new Dictionary<int, int>();
        var bodies = new List<(int, SparseVector)>(groups.Count);
        for (var i = 0; i < groups.Count; i++)
        {
            var weighed = weights.Weigh(entries[groups[i][0]].Features!);
            _events.Add(new StreamEvent(MemberList.Of(groups[i]), weighed, entries[groups[i][0]].Place, groups[i][0]));
            firsts[groups[i][0]] = i;
            bodies.Add((groups[i][0], weighed.Body));
        }
        day.Shelf = DayShelf.Of(bodies);
        IReadOnlyList<DayShelf> shelves = [day.Shelf, .. before];
        for (var i = 0; i < groups.Count; i++)
        {
            var found = finder.Find(_events[i].Sum.Body, shelves, Candidates, (a, b) => entries[a].Place.CompareTo(entries[b].Place));
            foreach (var (_, text) in found)
            {
                var other = firsts.TryGetValue(text, out var own) ? own : PlaceOf(entries[text].Home!.Latest());
                if (other != i)
                    _pairs.Add((Math.Min(i, other), Math.Max(i, other)));
            }
        }
        var merging = new EventMerging(_events, _pairs, model, Hopeless);
        merging.Run();
        Looks = merging.Looks;
        for (var i = 0; i < _events.Count; i++)
        {
            var now = merging.Of(i);
            if (i < groups.Count)
                groups[i].ForEach(t => entries[t].Home = now);
            else if (!ReferenceEquals(now, _events[i]))
            {
                _events[i].Next = now;
                day.Replaced.Add(_events[i]);
            }
        }
    }

    private int PlaceOf(StreamEvent older)
    {
        if (!_places.TryGetValue(older, out var place))
        {
            _places[older] = place = _events.Count;
            _events.Add(older);
        }
        return place;
    }
}
