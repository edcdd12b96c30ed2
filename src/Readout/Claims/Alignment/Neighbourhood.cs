using Readout.Stories.Streams;

namespace Readout.Claims;

/// <summary>
/// Texts made longer by the texts nearest to them: two that share few words may both be near a third (document expansion, Singhal
/// and Pereira 1999). Twice over, so that a neighbour's neighbours count a little too. Worked out for the texts that are asked for,
/// which are few: the most are never set beside another. Not for two threads at once.
/// </summary>
internal sealed class Neighbourhood
{
    private const int Neighbours = 8;
    private const int Rounds = 2;

    /// <summary>Terms kept of a widened text.</summary>
    private const int Longest = 200;

    /// <summary>A term that more texts have proposes no neighbours.</summary>
    private const int Common = 400;

    private readonly SparseVector?[][] _texts;     // by round: as they are, widened once, widened twice
    private readonly Dictionary<uint, List<(int Text, float Weight)>> _postings = [];
    private readonly int[]?[] _near;
    private readonly float[] _sums;
    private readonly List<int> _met = [];
    private readonly SparseSum _sum = new();

    /// <param name="texts">Unit vectors.</param>
    public Neighbourhood(IReadOnlyList<SparseVector> texts)
    {
        _texts = [[.. texts], .. Enumerable.Range(0, Rounds).Select(_ => new SparseVector?[texts.Count])];
        _near = new int[texts.Count][];
        _sums = new float[texts.Count];
        for (var i = 0; i < texts.Count; i++)
        {
            for (var k = 0; k < texts[i].Count; k++)
            {
                if (!_postings.TryGetValue(texts[i].Terms[k], out var list))
                    _postings[texts[i].Terms[k]] = list = [];
                list.Add((i, texts[i].Weights[k]));
            }
        }
    }

    /// <summary>Cosine of two texts as they are.</summary>
    public double Own(int a, int b) => Text(a, 0).Dot(Text(b, 0));

    /// <summary>Cosine of two texts with their neighbours'.</summary>
    public double Wide(int a, int b) => Text(a, Rounds).Dot(Text(b, Rounds));

    /// <summary>The texts nearest to one, with their cosines.</summary>
    public IEnumerable<(int Text, float Alike)> Near(int text) => Nearest(text).Select(t => (t, (float)Own(text, t)));

    // A text after some rounds of widening.
    private SparseVector Text(int at, int round) => _texts[round][at] ??= Widen(at, round - 1);

    private SparseVector Widen(int at, int round)
    {
        // Before the sum is begun, which stands in one place for all texts.
        var own = Text(at, round);
        var others = Array.ConvertAll(Nearest(at), t => Text(t, round));
        _sum.Start(own);
        foreach (var other in others)
            _sum.Add(other, own.Dot(other), Longest);
        return _sum.Unit();
    }

    private int[] Nearest(int at) => _near[at] ??= FindNearest(at);

    private int[] FindNearest(int at)
    {
        var own = Text(at, 0);
        for (var k = 0; k < own.Count; k++)
        {
            var list = _postings[own.Terms[k]];
            if (list.Count > Common)
                continue;
            foreach (var (text, weight) in list)
            {
                if (_sums[text] == 0)
                    _met.Add(text);
                _sums[text] += weight * own.Weights[k];
            }
        }
        // The nearest, of equals the first.
        Span<int> near = stackalloc int[Neighbours];
        var kept = 0;
        foreach (var text in _met)
        {
            if (text == at || (kept == Neighbours && !IsNearer(text, near[^1])))
                continue;
            var place = kept == Neighbours ? kept - 1 : kept++;
            for (; place > 0 && IsNearer(text, near[place - 1]); place--)
                near[place] = near[place - 1];
            near[place] = text;
        }
        foreach (var text in _met)
            _sums[text] = 0;
        _met.Clear();
        return near[..kept].ToArray();
    }

    private bool IsNearer(int text, int other) => _sums[text] > _sums[other] || (_sums[text] == _sums[other] && text < other);
}
