namespace Readout.Stories.Streams;

/// <summary>
/// Joins events, the likeliest pair first, until no pair is likely: agglomerative clustering whose linkage is a learned model.
/// Nothing depends on the order of the input but ties, which the places in the list decide.
/// </summary>
internal sealed class EventMerging
{
    /// <summary>An event with more neighbours than this has their likelihood looked at anew only when their turn comes.</summary>
    private const int Many = 64;

    /// <summary>How much likelier another pair may be when one whose event grew is taken: looking at all of them again each time is quadratic.</summary>
    private const double Slack = 0.25;

    private readonly List<StreamEvent?> _events;
    private readonly List<Dictionary<int, Edge>> _near = [];
    private readonly List<int> _into = [];
    private readonly List<int> _version = [];
    private readonly PriorityQueue<(int A, int B, int Stamp), (double, int, int)> _queue = new();
    private readonly double[] _row = new double[EventRow.Width];
    private readonly double[] _model;
    private readonly double _least;
    private readonly Func<StreamEvent, StreamEvent, double?>? _across;
    private (int A, int B, double Score)? _top;
    private int _stamp;

    /// <param name="across">Scores a pair without a language in common; null for any other pair. Where there is none, the model scores all.</param>
    public EventMerging(IEnumerable<StreamEvent> events, IEnumerable<(int A, int B)> pairs, double[] model, double least, Func<StreamEvent, StreamEvent, double?>? across = null)
    {
        _events = [.. events];
        (_model, _least, _across) = (model, least, across);
        for (var i = 0; i < _events.Count; i++)
        {
            _near.Add([]);
            _into.Add(i);
            _version.Add(0);
        }
        foreach (var (a, b) in pairs)
        {
            if (a != b && !_near[a].ContainsKey(b))
                Offer(a, b);
        }
    }

    /// <summary>Pairs looked at so far: what joining costs.</summary>
    public long Looks { get; private set; }

    public IEnumerable<StreamEvent> Events => _events.OfType<StreamEvent>();

    /// <summary>Joins whatever is likelier to be one event than not.</summary>
    public void Run()
    {
        while (Peek() is { Score: >= 0 })
            Accept();
    }

    /// <summary>What became of an event of the list.</summary>
    public StreamEvent Of(int place)
    {
        while (_into[place] != place)
            place = _into[place] = _into[_into[place]];
        return _events[place]!;
    }

    /// <summary>The likeliest pair; null where none is likely enough.</summary>
    public (StreamEvent A, StreamEvent B, double Score)? Peek()
    {
        while (_top is null && _queue.TryDequeue(out var next, out _))
        {
            var (a, b, stamp) = next;
            if (_events[a] is null || _events[b] is null || !_near[a].TryGetValue(b, out var edge) || edge.Stamp != stamp)
                continue;
            if (edge.Versions != _version[a] + _version[b])
                edge = Renew(a, b);
            var rest = _queue.TryPeek(out _, out var best) ? -best.Item1 : double.NegativeInfinity;
            if (edge.Score >= rest - Slack && (edge.Score >= 0 || rest < 0))
                _top = (a, b, edge.Score);
            else if (edge.Score >= _least)
                Set(a, b, edge.Score, edge.Versions);
        }
        return _top is var (x, y, score) ? (_events[x]!, _events[y]!, score) : null;
    }

    /// <summary>Leaves the pair that <see cref="Peek"/> gave apart.</summary>
    public void Refuse()
    {
        var (a, b, _) = _top!.Value;
        _top = null;
        Drop(a, b);
    }

    /// <summary>Joins the pair that <see cref="Peek"/> gave: the one with fewer neighbours goes into the other.</summary>
    public void Accept()
    {
        var (a, b, _) = _top!.Value;
        _top = null;
        Drop(a, b);
        var (to, from) = _near[a].Count >= _near[b].Count ? (a, b) : (b, a);
        _events[to] = _events[a]!.With(_events[b]!);
        _events[from] = null;
        _into[from] = to;
        _version[to]++;
        foreach (var (other, edge) in _near[from].OrderBy(n => n.Key))
        {
            _near[other].Remove(from);
            if (!_near[to].ContainsKey(other))
                Set(to, other, edge.Score, versions: -1);
        }
        _near[from] = [];
        if (_near[to].Count > Many)
            return;
        foreach (var other in _near[to].Keys.Order().ToList())
        {
            Drop(to, other);
            Offer(to, other);
        }
    }

    private void Drop(int a, int b)
    {
        _near[a].Remove(b);
        _near[b].Remove(a);
    }

    private void Offer(int a, int b)
    {
        var score = Score(a, b);
        if (score >= _least)
            Set(a, b, score, _version[a] + _version[b]);
    }

    // it was looked at before one of the two grew
    private Edge Renew(int a, int b)
    {
        var score = Score(a, b);
        Drop(a, b);
        return _near[a][b] = _near[b][a] = new Edge(score, _version[a] + _version[b], ++_stamp);
    }

    private double Score(int a, int b)
    {
        Looks++;
        var (first, second) = (_events[Math.Min(a, b)]!, _events[Math.Max(a, b)]!);
        var across = _across?.Invoke(first, second);
        if (across is { } apart && first.Sum.Tongue.DiffersFrom(second.Sum.Tongue))
            return apart;
        EventRow.Fill(_row, first, second);
        var score = EventModel.Score(_row, _model);
        // one of the two is of several languages: its own words are thinned by the others'
        return Math.Max(score, across ?? score);
    }

    private void Set(int a, int b, double score, int versions)
    {
        (a, b) = (Math.Min(a, b), Math.Max(a, b));
        _near[a][b] = _near[b][a] = new Edge(score, versions, ++_stamp);
        _queue.Enqueue((a, b, _stamp), (-score, a, b));
    }

    private readonly record struct Edge(double Score, int Versions, int Stamp);
}
