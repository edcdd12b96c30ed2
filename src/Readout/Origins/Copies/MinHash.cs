namespace Readout.Origins;

/// <summary>
/// One-permutation MinHash (Li, Owen and Zhang 2012), a few bins of it: do two texts have much in common as wholes? Too coarse to find
/// copies, and blind to a short text in a long one; it tells strangers from versions of one text.
/// </summary>
internal static class MinHash
{
    /// <summary>Hashes in a signature, a power of two.</summary>
    public const int Bins = 16;

    /// <summary>The smallest shingle of each bin; a bin without one takes its neighbour's (Shrivastava and Li 2014).</summary>
    public static uint[] Of(Shingling text)
    {
        var smallest = new uint[Bins];
        foreach (var gram in text.Grams)
        {
            ref var bin = ref smallest[gram % Bins];
            if (gram != 0 && (bin == 0 || gram < bin))
                bin = gram;
        }
        for (var i = Bins - 1; i >= -Bins; i--)
        {
            var at = (i + Bins) % Bins;
            if (smallest[at] == 0)
                smallest[at] = smallest[(at + 1) % Bins];
        }
        return smallest;
    }
}
