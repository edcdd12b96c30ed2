using Readout.Stories.Streams;

namespace Readout.Claims;

/// <summary>
/// Texts made longer by the texts nearest to them: two that share few words may both be near a third (document expansion, Singhal
/// and Pereira 1999). Twice over, so that a neighbour's neighbours count a little too.
/// </summary>
internal sealed class Neighbourhood
{
    private const int Neighbours = 8;
    private const int Rounds = 2;

    /// <summary>Terms kept of a widened text.</summary>
    private const int Longest = 200;

    /// <summary>A term that more texts have proposes no neighbours.</summary>
    private const int Common = 400;

    private readonly SparseVector[] _own;
    private readonly SparseVector[] _wide;
    private readonly int[][] _near;

    /// <param name="texts">Unit vectors.</param>
    public Neighbourhood(IReadOnlyList<SparseVector> texts)
    {
        _own = [.. texts];
        _wide = [.. texts];
        _near = Nearest();
        for (var round = 0; round < Rounds; round++)
        {
            var before = (SparseVector[])_wide.Clone();
            for (var i = 0; i < before.Length; i++)
                _wide[i] = Widen(before, i, _near[i]);
        }
    }

    /// <summary>Cosine of two texts as they are.</summary>
    public double Own(int a, int b) => _own[a].Dot(_own[b]);

    /// <summary>Cosine of two texts with their neighbours'.</summary>
    public double Wide(int a, int b) => _wide[a].Dot(_wide[b]);

    /// <summary>The texts nearest to one, with their cosines.</summary>
    public IEnumerable<(int Text, float Alike)> Near(int text) => _near[text].Select(t => (t, (float)Own(text, t)));

    private static SparseVector Widen(SparseVector[] texts, int at, int[] near)
    {
        var sum = texts[at];
        foreach (var other in near)
            sum = sum.Plus(Times(texts[other], texts[at].Dot(texts[other])), Longest);
        return sum.Norm > 0 ? Times(sum, 1 / sum.Norm) : sum;
    }

    private static SparseVector Times(SparseVector vector, double factor)
    {
        var weights = vector.Weights.ToArray();
        for (var k = 0; k < weights.Length; k++)
            weights[k] = (float)(weights[k] * factor);
        return vector.With(weights);
    }

    private int[][] Nearest()
    {
        var postings = new Dictionary<uint, List<(int Text, float Weight)>>();
        for (var i = 0; i < _own.Length; i++)
        {
            for (var k = 0; k < _own[i].Count; k++)
            {
                if (!postings.TryGetValue(_own[i].Terms[k], out var list))
                    postings[_own[i].Terms[k]] = list = [];
                list.Add((i, _own[i].Weights[k]));
            }
        }
        var near = new int[_own.Length][];
        var sums = new float[_own.Length];
        var met = new List<int>();
        for (var i = 0; i < near.Length; i++)
        {
            for (var k = 0; k < _own[i].Count; k++)
            {
                var list = postings[_own[i].Terms[k]];
                if (list.Count > Common)
                    continue;
                foreach (var (text, weight) in list)
                {
                    if (sums[text] == 0)
                        met.Add(text);
                    sums[text] += weight * _own[i].Weights[k];
                }
            }
            near[i] = [.. met.Where(t => t != i).OrderByDescending(t => sums[t]).ThenBy(t => t).Take(Neighbours)];
            foreach (var text in met)
                sums[text] = 0;
            met.Clear();
        }
        return near;
    }
}
