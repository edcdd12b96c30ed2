namespace Readout.Origins;

/// <summary>Which texts of the index share much with one: those that share fingerprints, the best of them counted shingle by shingle.</summary>
internal sealed class CopyCandidates(Func<int, CopyNode> nodes, Postings postings)
{
    /// <summary>Texts asked of each fingerprint. More hold it only where one text has been copied by many: the first ones stand for them.</summary>
    private const int Asked = 32;

    /// <summary>Candidates compared shingle by shingle.</summary>
    private const int Compared = 24;

    /// <summary>Share of the fingerprints of the shorter text that makes a candidate, and share of its shingles that makes a pair.</summary>
    private const double Promising = 0.08, Pair = 0.12;

    private readonly Dictionary<uint, int[]> _firsts = [];
    private readonly Dictionary<int, int> _votes = [];
    private readonly List<int> _fingerprints = [];
    private readonly GramSet _own = new();

    /// <summary>Asks the first texts by time rather than by arrival, so that the answer hangs on what there is alone.</summary>
    public bool ByTime { get; init; }

    /// <summary>The texts that share at least a tenth or so of the shorter text, with what they share.</summary>
    public IReadOnlyList<(int Other, Overlap Shared)> Of(CopyNode node, int number)
    {
        Winnowing.Take(node.Shingles, node.Mask, _fingerprints);
        Vote(node.Shingles.Grams, number);
        if (_votes.Count == 0)
            return [];
        _own.Reset(node.Shingles.Grams.Length);
        foreach (var at in node.Mask.Over(node.Shingles))
            _own.Add(node.Shingles.Grams[at]);
        var size = Overlap.Of(node.Shingles, node.Mask, null);
        var found = new List<(int, Overlap)>();
        foreach (var other in Best())
        {
            var candidate = nodes(other);
            var shared = Overlap.Of(candidate.Shingles, candidate.Mask, _own);
            if (shared.All >= Pair * Math.Min(size.All, candidate.Size.All))
                found.Add((other, shared));
        }
        return found;
    }

    private void Vote(uint[] grams, int number)
    {
        _votes.Clear();
        Span<int> single = stackalloc int[1];
        foreach (var fingerprint in _fingerprints)
        {
            foreach (var other in Firsts(grams[fingerprint], postings.Of(grams[fingerprint], single)))
            {
                if (other != number)
                    _votes[other] = _votes.GetValueOrDefault(other) + 1;
            }
        }
    }

    private ReadOnlySpan<int> Firsts(uint fingerprint, ReadOnlySpan<int> holders)
    {
        if (holders.Length <= Asked)
            return holders;
        if (!ByTime)
            return holders[..Asked];
        if (!_firsts.TryGetValue(fingerprint, out var firsts))
        {
            var sorted = holders.ToArray();
            Array.Sort(sorted, (a, b) => CopyNode.Earlier(nodes(a).First, nodes(b).First));
            _firsts[fingerprint] = firsts = sorted[..Asked];
        }
        return firsts;
    }

    private IEnumerable<int> Best()
    {
        var enough = Promising * _fingerprints.Count;
        return _votes
            // A long text among the candidates is no reason to ask for more than the shorter of the two could give.
            .Where(v => v.Value >= Math.Min(enough, Promising * nodes(v.Key).Shingles.Count / 3.5))
            .OrderByDescending(v => v.Value)
            .ThenBy(v => nodes(v.Key).First, Comparer<CopyText>.Create(CopyNode.Earlier))
            .Take(Compared)
            .Select(v => v.Key);
    }
}
