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

    /// <summary>Fills a list with the fingerprints of what counts in a text.</summary>
    public static void Take(Shingling text, SentenceMask mask, List<uint> fingerprints)
    {
        fingerprints.Clear();
        Span<uint> ring = stackalloc uint[Window];
        var seen = 0;
        var taken = -1;
        foreach (var at in mask.Over(text))
        {
            ring[seen % Window] = text.Grams[at];
            seen++;
            if (seen >= Window)
                TakeSmallest(ring, seen, ref taken, fingerprints);
        }
        if (seen is > 0 and < Window)
            fingerprints.Add(Smallest(ring[..seen]));
    }

    private static void TakeSmallest(ReadOnlySpan<uint> ring, int seen, ref int taken, List<uint> fingerprints)
    {
        var best = seen - 1;
        for (var k = seen - 2; k >= seen - Window; k--)
        {
            if (ring[k % Window] < ring[best % Window])
                best = k;
        }
        if (best == taken)
            return;
        taken = best;
        fingerprints.Add(ring[best % Window]);
    }

    private static uint Smallest(ReadOnlySpan<uint> grams)
    {
        var smallest = grams[0];
        foreach (var gram in grams)
            smallest = Math.Min(smallest, gram);
        return smallest;
    }
}
