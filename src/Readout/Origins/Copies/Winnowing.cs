namespace Readout.Origins;

/// <summary>
/// A text's fingerprints (Schleimer, Wilkerson and Aiken 2003): of every few shingles in a row the one with the smallest hash.
/// Two texts that share ten words in a row share one, however long the texts: a share of the shorter text is found
/// where sketches of the whole, such as MinHash, see a small overlap of unequal sets.
/// </summary>
internal static class Winnowing
{
    /// <summary>Shingles in a row of which one is taken.</summary>
    private const int Window = 6;

    /// <summary>Fills a list with the positions of a text's fingerprints among its shingles.</summary>
    public static void Take(Shingling text, GramMask mask, List<int> fingerprints)
    {
        fingerprints.Clear();
        Span<int> ring = stackalloc int[Window];
        var seen = 0;
        foreach (var at in mask.Over(text))
        {
            ring[seen % Window] = at;
            seen++;
            if (seen >= Window)
                TakeSmallest(text.Grams, ring, fingerprints);
        }
        if (seen is > 0 and < Window)
            TakeSmallest(text.Grams, ring[..seen], fingerprints);
    }

    private static void TakeSmallest(uint[] grams, ReadOnlySpan<int> ring, List<int> fingerprints)
    {
        var best = ring[0];
        foreach (var at in ring[1..])
        {
            if (grams[at] < grams[best])
                best = at;
        }
        // No shingle counts twice in a text: the same smallest is the same place.
        if (fingerprints.Count == 0 || fingerprints[^1] != best)
            fingerprints.Add(best);
    }
}
