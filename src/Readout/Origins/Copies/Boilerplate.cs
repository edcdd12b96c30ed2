namespace Readout.Origins;

/// <summary>
/// Learns what an outlet prints under everything: a sentence that stands in several of its texts, each time between other
/// sentences. Copies of one text keep a sentence's neighbours; furniture stands wherever the page ends. No lists.
/// </summary>
internal sealed class Boilerplate(Postings sentences, Func<int, CopyNode> nodes)
{
    /// <summary>Texts looked at for each sentence: the first ones.</summary>
    private const int Looked = 32;

    /// <summary>Texts of one outlet that must hold the sentence, and texts of any outlet.</summary>
    private const int FewestOfOutlet = 3, FewestOfAll = 8;

    /// <summary>Share of those texts in which it must have a neighbour of its own.</summary>
    private const double Varied = 0.6;

    private readonly HashSet<uint> _before = [];
    private readonly HashSet<uint> _after = [];

    /// <summary>The sentences of a text that are boilerplate, as far as the index knows.</summary>
    public SentenceMask Of(CopyNode node)
    {
        var hashes = node.Shingles.Sentences;
        bool[]? found = null;
        Span<int> single = stackalloc int[1];
        for (var s = 0; s < hashes.Length; s++)
        {
            var holders = sentences.Of(hashes[s], single);
            if (holders.Length >= FewestOfOutlet && IsFurniture(hashes[s], holders[..Math.Min(Looked, holders.Length)], node))
                (found ??= new bool[hashes.Length])[s] = true;
        }
        if (found is null)
            return SentenceMask.None;
        Spread(hashes, found);
        return SentenceMask.Of(node.Shingles, found);
    }

    private bool IsFurniture(uint sentence, ReadOnlySpan<int> holders, CopyNode text)
    {
        var all = holders.Length >= FewestOfAll && IsVaried(sentence, holders, null, FewestOfAll);
        return all || (text.Outlets.Length > 0 && IsVaried(sentence, holders, text, FewestOfOutlet));
    }

    private bool IsVaried(uint sentence, ReadOnlySpan<int> holders, CopyNode? text, int fewest)
    {
        _before.Clear();
        _after.Clear();
        var looked = 0;
        foreach (var holder in holders)
        {
            var node = nodes(holder);
            if (text is not null && !text.SharesOutlet(node))
                continue;
            looked++;
            var hashes = node.Shingles.Sentences;
            var at = Array.IndexOf(hashes, sentence);
            _before.Add(at > 0 ? hashes[at - 1] : 0);
            _after.Add(at + 1 < hashes.Length ? hashes[at + 1] : 0);
        }
        return looked >= fewest && Math.Max(_before.Count, _after.Count) >= Varied * looked;
    }

    // The inner sentences of a block of furniture always have the same neighbours: they go with the edge they lean on.
    private void Spread(uint[] hashes, bool[] found)
    {
        for (var s = 1; s < hashes.Length; s++)
            found[s] |= found[s - 1] && GoTogether(hashes[s], hashes[s - 1]);
        for (var s = hashes.Length - 2; s >= 0; s--)
            found[s] |= found[s + 1] && GoTogether(hashes[s], hashes[s + 1]);
    }

    private bool GoTogether(uint sentence, uint neighbour)
    {
        Span<int> a = stackalloc int[1];
        Span<int> b = stackalloc int[1];
        var count = sentences.Of(sentence, a).Length;
        // A text that many print has such runs too, but no edge of it varies.
        return count >= FewestOfAll && Math.Abs(count - sentences.Of(neighbour, b).Length) * 5 <= count;
    }
}
