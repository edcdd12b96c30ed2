namespace Readout.Origins;

/// <summary>
/// Learns what is printed under everything: words that stand in several texts which have little else in common. An outlet's
/// furniture shows after a few of its texts, stock phrases of all outlets after some more. No lists.
/// </summary>
internal sealed class Boilerplate(Postings postings, Func<int, CopyNode> nodes)
{
    /// <summary>Texts looked at for each fingerprint: the first ones.</summary>
    private const int Looked = 24;

    /// <summary>Strangers of one outlet that must share the words, and strangers of any outlet.</summary>
    private const int FewestOfOutlet = 3, FewestOfAll = 5;

    /// <summary>Share of those that hold the words who must be strangers to one another: copies of one text are not.</summary>
    private const double Strangers = 0.5;

    /// <summary>Shingles on either side that go with a fingerprint; fingerprints stand no further apart than twice that.</summary>
    private const int Around = 3;

    /// <summary>Hashes of sixteen that versions of one text have in common: about two fifths of the words of both.</summary>
    private const int Alike = 7;

    private readonly List<int> _places = [];
    private readonly List<CopyNode> _strangers = [];

    /// <summary>What of a text counts, as far as the index knows.</summary>
    public GramMask Of(CopyNode node)
    {
        Winnowing.Take(node.Shingles, GramMask.None, _places);
        List<(int, int)>? ranges = null;
        Span<int> single = stackalloc int[1];
        foreach (var place in _places)
        {
            var holders = postings.Of(node.Shingles.Grams[place], single);
            if (holders.Length >= FewestOfOutlet && IsFurniture(node, holders[..Math.Min(Looked, holders.Length)]))
                (ranges ??= []).Add((place - Around, place + Around + 1));
        }
        return ranges is null ? GramMask.None : GramMask.Without(ranges);
    }

    private bool IsFurniture(CopyNode node, ReadOnlySpan<int> holders) =>
        (holders.Length >= FewestOfAll && AreStrangers(node, holders, anyOutlet: true))
        || (node.Outlets.Length > 0 && AreStrangers(node, holders, anyOutlet: false));

    private bool AreStrangers(CopyNode text, ReadOnlySpan<int> holders, bool anyOutlet)
    {
        _strangers.Clear();
        var looked = 0;
        foreach (var holder in holders)
        {
            var node = nodes(holder);
            if (!anyOutlet && !text.SharesOutlet(node))
                continue;
            looked++;
            if (!_strangers.Exists(s => Resemble(s, node)))
                _strangers.Add(node);
        }
        return _strangers.Count >= (anyOutlet ? FewestOfAll : FewestOfOutlet) && _strangers.Count >= Strangers * looked;
    }

    private static bool Resemble(CopyNode a, CopyNode b)
    {
        var same = 0;
        for (var i = 0; i < MinHash.Bins; i++)
            same += a.Signature[i] == b.Signature[i] ? 1 : 0;
        return same >= Alike;
    }
}
