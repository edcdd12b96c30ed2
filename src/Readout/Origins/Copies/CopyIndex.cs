namespace Readout.Origins;

/// <summary>
/// A streaming index of near-copies. Give it texts as they come, in any order:
/// <code>
/// var index = new CopyIndex(new CopyOptions { Window = 350_000 });
/// var place = index.Add(new CopyText(id, outlet, day, Shingling.Of(text)));
/// if (!place.IsCopy) { /* this text speaks for its family: let it move a centroid */ }
/// var families = index.Groups();   // the same whatever the order of arrival
/// </code>
/// <see cref="Add"/> answers at once, from what has come so far; <see cref="Groups"/> decides anew over all texts remembered.
/// A text costs what its fingerprints cost, not what the archive holds. Not for two threads at a time.
/// </summary>
/// <remarks>
/// Candidates share fingerprints (<see cref="Winnowing"/>), a few of the best are compared shingle by shingle, in both
/// directions, without what an outlet prints under everything (<see cref="Boilerplate"/>). What is forgotten goes by the order
/// of arrival, not by stamps: a page of 2099 must not empty the window, nor one of 1970 be lost on arrival.
/// </remarks>
internal sealed class CopyIndex(CopyOptions options)
{
    private readonly Dictionary<ulong, int> _byContent = [];
    private readonly List<CopyNode> _nodes = [];
    private readonly List<int> _fingerprints = [];
    private readonly Postings _grams = new();
    private int _first;

    /// <summary>Texts of different wording that are remembered.</summary>
    public int Count => _nodes.Count;

    /// <summary>Takes in a text and says what it copies among those that came before.</summary>
    public CopyPlacement Add(CopyText text)
    {
        if (_byContent.TryGetValue(text.Shingles.Content, out var known))
        {
            var same = Node(known);
            same.Add(text);
            // Two texts too short to say anything are no copies of one another.
            var counts = same.Size.All >= options.FewestShingles;
            return new CopyPlacement(counts ? same.Representative!.Texts[0].Id : text.Id, counts, 1, 1);
        }
        var node = new CopyNode(text);
        var number = Insert(node);
        node.LeaveOut(Learned().Of(node));
        return Place(node, number);
    }

    /// <summary>
    /// All families among the texts remembered, in the order of their representatives' days and ids. Decided from the whole:
    /// the order of arrival makes no difference, as long as nothing was forgotten.
    /// </summary>
    public IReadOnlyList<CopyGroup> Groups() => new CopyFamilies(_nodes, Pairs(), options).Find();

    private CopyNode Node(int number) => _nodes[number - _first];

    private Boilerplate Learned() => new(_grams, Node);

    private int Insert(CopyNode node)
    {
        if (_nodes.Count >= options.Window + (options.Window / 8L))
            Forget(_nodes.Count - options.Window);
        var number = _first + _nodes.Count;
        _nodes.Add(node);
        _byContent[node.Shingles.Content] = number;
        Winnowing.Take(node.Shingles, GramMask.None, _fingerprints);
        foreach (var fingerprint in _fingerprints)
            _grams.Add(node.Shingles.Grams[fingerprint], number);
        return number;
    }

    // An eighth of the window at a time: going over the whole table costs each text little.
    private void Forget(int count)
    {
        var gone = _nodes[..count].ToHashSet();
        foreach (var node in gone)
            _byContent.Remove(node.Shingles.Content);
        _nodes.RemoveRange(0, count);
        // A copy that outlives its original stands for itself: what copies it must not be lost with the original.
        foreach (var node in _nodes.Where(n => gone.Contains(n.Representative!)))
            node.Representative = node;
        _first += count;
        _grams.Forget(_first);
    }

    private CopyPlacement Place(CopyNode node, int number)
    {
        node.Representative = node;
        var best = new CopyPlacement(node.First.Id, false, 0, 0);
        foreach (var (other, shared) in Candidates().Of(node, number))
        {
            // Only what stands for its family: copies of copies would chain strangers together.
            var candidate = Node(other);
            if (candidate.Representative != candidate || !shared.MakesCopy(node.Size, candidate.Size, options))
                continue;
            var (taken, covered) = ((double)shared.All / node.Size.All, (double)shared.All / candidate.Size.All);
            if (taken + covered <= best.Taken + best.Covered)
                continue;
            best = new CopyPlacement(candidate.Texts[0].Id, true, taken, covered);
            node.Representative = candidate;
        }
        return best;
    }

    private CopyCandidates Candidates() => _candidates ??= new CopyCandidates(Node, _grams);

    private CopyCandidates? _candidates;

    // Every wording asks anew, now that all are there; boilerplate first, since every comparison leaves it out.
    private List<CopyPair> Pairs()
    {
        var learned = Learned();
        foreach (var node in _nodes)
            node.LeaveOut(learned.Of(node));
        var pairs = new List<CopyPair>();
        var candidates = new CopyCandidates(Node, _grams) { ByTime = true };
        for (var i = 0; i < _nodes.Count; i++)
        {
            foreach (var (other, shared) in candidates.Of(_nodes[i], _first + i))
                pairs.Add(new CopyPair(Math.Min(i, other - _first), Math.Max(i, other - _first), shared));
        }
        // A mark lost on one side makes its quotation plain: where both sides found the pair, the lesser count of plain words holds.
        return [.. pairs.OrderBy(p => p.Shared.Plain).DistinctBy(p => (p.A, p.B))];
    }
}

/// <summary>Two wordings and what they share.</summary>
internal readonly record struct CopyPair(int A, int B, Overlap Shared);
