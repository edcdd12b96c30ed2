using Readout.Languages;

namespace Readout.Annotations;

/// <summary>Reads parts of a whole: "half of", "a third of", "two-thirds", "one in five".</summary>
internal static class FractionReader
{
    /// <summary>The share, between nought and one, and the token after its words; null where none is read.</summary>
    /// <param name="norm">The norms of the sentence's tokens by their index; empty outside it.</param>
    public static (double Share, int End)? Read(Func<int, string> norm, int i, NumberWords numbers) =>
        Half(norm, i) ?? Hyphenated(norm, i, numbers) ?? Spelled(norm, i, numbers) ?? OneIn(norm, i, numbers);

    /// <summary>"half of the fleet", "half the fleet"; not "half a million", "a half hour", "the first half".</summary>
    private static (double, int)? Half(Func<int, string> norm, int i)
    {
        if (norm(i) is not "half" || norm(i - 1) is "first" or "second" or "last" or "other" or "better" or "and" or "final")
            return null;
        return norm(i + 1) is "of" or "the" or "its" or "their" or "his" or "her" or "our" or "all" ? (0.5, i + 1) : null;
    }

    /// <summary>"two-thirds", "one-third", "three-quarters".</summary>
    private static (double, int)? Hyphenated(Func<int, string> norm, int i, NumberWords numbers)
    {
        var word = norm(i);
        var cut = word.IndexOf('-', StringComparison.Ordinal);
        if (cut <= 0 || !numbers.Cardinals.TryGetValue(word[..cut], out var top))
            return null;
        return Parts(word[(cut + 1)..], numbers) is { } parts && top < parts ? (Share(top, parts), i + 1) : null;
    }

    /// <summary>"a third of", "one fifth of", "three quarters of", "two thirds of".</summary>
    private static (double, int)? Spelled(Func<int, string> norm, int i, NumberWords numbers)
    {
        var top = norm(i) is "a" ? 1 : numbers.Cardinals.TryGetValue(norm(i), out var word) ? word : 0;
        if (top is 0 or > 9 || Parts(norm(i + 1), numbers) is not { } parts || top >= parts)
            return null;
        return norm(i + 2) is "of" && (top > 1) == norm(i + 1).EndsWith('s') ? (Share(top, parts), i + 2) : null;
    }

    /// <summary>"one in five", "nine out of 10".</summary>
    private static (double, int)? OneIn(Func<int, string> norm, int i, NumberWords numbers)
    {
        if (Count(norm(i), numbers) is not { } top)
            return null;
        var at = norm(i + 1) is "in" ? i + 2 : norm(i + 1) is "out" && norm(i + 2) is "of" ? i + 3 : -1;
        if (at < 0 || Count(norm(at), numbers) is not { } all || all <= top || all > 1000 || (norm(i + 1) is "in" && top != 1 && all != 10 && all != 100))
            return null;
        return (Share(top, all), at + 1);
    }

    private static double? Count(string norm, NumberWords numbers) =>
        numbers.Cardinals.TryGetValue(norm, out var word) ? word : norm.Length is > 0 and <= 4 && norm.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 ? NumberReader.Digits(norm) : null;

    private static double? Parts(string word, NumberWords numbers)
    {
        if (word is "quarter" or "quarters")
            return 4;
        if (word is "half" or "halves")
            return 2;
        return numbers.Ordinals.TryGetValue(word.EndsWith('s') ? word[..^1] : word, out var parts) && parts is >= 3 and <= 20 ? parts : null;
    }

    private static double Share(double top, double parts) => Math.Round(top / parts, 6, MidpointRounding.AwayFromZero);
}
