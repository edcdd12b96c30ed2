namespace Readout.Origins;

/// <summary>How many shingles two texts share, or one has.</summary>
/// <param name="All">All that count.</param>
/// <param name="Plain">Those outside quotation marks.</param>
internal readonly record struct Overlap(int All, int Plain)
{
    /// <summary>Counts what counts of a text; only what stands in <paramref name="shared"/>, where it is given.</summary>
    public static Overlap Of(Shingling text, GramMask mask, GramSet? shared)
    {
        var (all, plain, quote) = (0, 0, 0);
        foreach (var at in mask.Over(text))
        {
            if (shared?.Contains(text.Grams[at]) == false)
                continue;
            all++;
            while (quote < text.Quoted.Length && text.Quoted[quote].To <= at)
                quote++;
            plain += quote < text.Quoted.Length && text.Quoted[quote].From <= at ? 0 : 1;
        }
        return new Overlap(all, plain);
    }

    /// <summary>
    /// True where texts of these sizes share enough to be copies: of all words, and of those outside quotation marks,
    /// where both have enough of them to tell.
    /// </summary>
    public bool MakesCopy(Overlap a, Overlap b, CopyOptions options)
    {
        var shorter = Math.Min(a.All, b.All);
        var plain = Math.Min(a.Plain, b.Plain);
        return All >= options.FewestShingles
            && All >= options.Share * shorter
            && (plain < options.FewestShingles || Plain >= options.PlainShare * plain);
    }
}
