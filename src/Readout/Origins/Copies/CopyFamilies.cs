namespace Readout.Origins;

/// <summary>
/// Makes families of pairs: texts attach to a representative, never to one another in a chain (union-find loses ten points of
/// F1 on simulated copies, METHODS.md section 3). What most of the others can be read from represents; equals by time.
/// </summary>
internal sealed class CopyFamilies
{
    private readonly List<CopyNode> _nodes;
    private readonly CopyOptions _options;
    private readonly int[] _sizes;
    private readonly List<CopyPair>[] _pairs;
    private readonly int[] _home;
    private readonly HashSet<(int Node, int Representative)> _refused = [];

    public CopyFamilies(List<CopyNode> nodes, List<CopyPair> pairs, CopyOptions options)
    {
        _nodes = nodes;
        _options = options;
        _sizes = [.. nodes.Select(n => n.Size.All)];
        _pairs = new List<CopyPair>[nodes.Count];
        foreach (var pair in pairs.Where(IsCopy))
        {
            (_pairs[pair.A] ??= []).Add(pair);
            (_pairs[pair.B] ??= []).Add(pair);
        }
        _home = new int[nodes.Count];
        Array.Fill(_home, -1);
    }

    public IReadOnlyList<CopyGroup> Find()
    {
        var order = Enumerable.Range(0, _nodes.Count)
            .Where(i => _sizes[i] >= _options.FewestShingles)
            .OrderByDescending(Support)
            .ThenBy(i => _nodes[i].First, Comparer<CopyText>.Create(CopyNode.Earlier))
            .ToList();
        Attach(order);
        foreach (var family in Homes())
            Divide(family);
        Attach(order);
        return [.. Homes().Select(Describe).Where(g => g.Members.Count > 1)];
    }

    // How much of the others stands in it. Rounded: the last bits of a sum hang on its order.
    private double Support(int node) => Math.Round((_pairs[node] ?? []).Sum(p => (double)p.Shared.All / _sizes[Other(p, node)]), 6);

    private bool IsCopy(CopyPair pair) => pair.Shared.MakesCopy(_nodes[pair.A].Size, _nodes[pair.B].Size, _options);

    private static int Other(CopyPair pair, int node) => pair.A == node ? pair.B : pair.A;

    // A text belongs to what most of its own words come from; of two that gave as much, to the one of which it has more.
    private double Closeness(CopyPair pair, int node) =>
        ((double)pair.Shared.All / _sizes[node]) + (_options.Cover * pair.Shared.All / _sizes[Other(pair, node)]);

    private void Attach(List<int> order)
    {
        foreach (var node in order.Where(n => _home[n] < 0))
            _home[node] = Best(node) ?? node;
        // A representative found later may be the nearer one.
        foreach (var node in order.Where(n => _home[n] != n))
            _home[node] = Best(node) ?? node;
    }

    private int? Best(int node)
    {
        int? best = null;
        var closest = 0.0;
        foreach (var pair in _pairs[node] ?? [])
        {
            var other = Other(pair, node);
            if (_home[other] != other || _refused.Contains((node, other)))
                continue;
            var close = Math.Round(Closeness(pair, node), 6);
            if (close > closest || (close == closest && CopyNode.Earlier(_nodes[other].First, _nodes[best!.Value].First) < 0))
                (best, closest) = (other, close);
        }
        return best;
    }

    private List<List<int>> Homes() =>
    [
        .. Enumerable.Range(0, _nodes.Count)
            .Where(i => _home[i] >= 0)
            .GroupBy(i => _home[i])
            .Select(g => g.OrderBy(i => i != g.Key).ThenBy(i => _nodes[i].First, Comparer<CopyText>.Create(CopyNode.Earlier)).ToList())
            .OrderBy(f => _nodes[f[0]].First, Comparer<CopyText>.Create(CopyNode.Earlier)),
    ];

    /// <summary>
    /// A text made of two others' words brings strangers together. What its copies share with it must lie together:
    /// those that stand in another part of it are let go.
    /// </summary>
    private void Divide(List<int> family)
    {
        if (family.Count < 3)
            return;
        var representative = family[0];
        var places = new Dictionary<uint, int>();
        foreach (var at in _nodes[representative].Mask.Over(_nodes[representative].Shingles))
            places[_nodes[representative].Shingles.Grams[at]] = at;
        var common = new HashSet<int>();
        var members = family.Skip(1).Select(m => (Node: m, Places: Places(m, places))).OrderByDescending(m => m.Places.Count).ToList();
        foreach (var (node, shared) in members)
        {
            if (common.Count > 0 && shared.Count(common.Contains) < _options.Common * shared.Count)
            {
                _refused.Add((node, representative));
                _home[node] = -1;
            }
            else
            {
                common.UnionWith(shared);
            }
        }
    }

    private List<int> Places(int member, Dictionary<uint, int> places)
    {
        var found = new List<int>();
        var node = _nodes[member];
        foreach (var at in node.Mask.Over(node.Shingles))
        {
            if (places.TryGetValue(node.Shingles.Grams[at], out var place))
                found.Add(place);
        }
        return found;
    }

    private CopyGroup Describe(List<int> family)
    {
        var representative = family[0];
        var shared = (_pairs[representative] ?? []).ToDictionary(p => Other(p, representative), p => p.Shared.All);
        shared[representative] = _sizes[representative];
        var members = family.SelectMany(i => _nodes[i].Texts
            .OrderBy(t => t, Comparer<CopyText>.Create(CopyNode.Earlier))
            .Select(t => new CopyMember(t, (double)shared[i] / _sizes[i], (double)shared[i] / _sizes[representative])));
        return new CopyGroup(_nodes[representative].First, [.. members]);
    }
}
