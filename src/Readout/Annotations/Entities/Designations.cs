namespace Readout.Annotations;

/// <summary>Names made of letters and a number: aircraft, missiles and other things off a drawing board ("F-16"), and rounds of talks ("COP29").</summary>
internal static class Designations
{
    private const int LongestSeries = 3;

    /// <summary>The type of such a name; null where a word is none.</summary>
    public static EntityType? TypeOf(ReadOnlySpan<char> surface)
    {
        if (surface.StartsWith("COP", StringComparison.Ordinal) && surface.Length is 4 or 5 && surface[3..].ContainsAnyExceptInRange('0', '9') is false)
            return EntityType.Event;
        var hyphen = surface.IndexOfAny('-', '\u2010', '\u2011');
        if (hyphen is < 1 or > LongestSeries || !char.IsAsciiLetterUpper(surface[0]))
            return null;
        var digits = 0;
        while (hyphen + 1 + digits < surface.Length && char.IsAsciiDigit(surface[hyphen + 1 + digits]))
            digits++;
        // "G-20" is a club of states, "U-21" a team by age
        var isSeries = !surface[..hyphen].ContainsAnyExcept(Letters) && surface is not ['G' or 'U', ..];
        return isSeries && digits is > 0 and <= 3 && surface.Length - hyphen - 1 - digits <= 2 ? EntityType.Product : null;
    }

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
}
