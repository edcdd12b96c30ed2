using Readout.Languages;

namespace Readout.Annotations;

/// <summary>Words that English uses in lower case: a capital on one of them proves little.</summary>
internal sealed class OrdinaryWords
{
    // No word of the list is longer.
    private const int Longest = 64;

    private static readonly string[] Suffixes = ["s", "es", "ed", "d", "ing", "ly", "er", "ers", "'s", "ness", "ment"];

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _words =
        Resource.Set("En/ordinary-words.txt").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>In this or another form.</summary>
    public bool Has(ReadOnlySpan<char> norm)
    {
        if (_words.Contains(norm))
            return true;
        foreach (var suffix in Suffixes)
        {
            if (norm.Length <= suffix.Length + 2 || !norm.EndsWith(suffix, StringComparison.Ordinal))
                continue;
            var stem = norm[..^suffix.Length];
            if (_words.Contains(stem) || suffix is "ing" or "ed" or "er" or "ers" && IsDoubledOrShort(stem))
                return true;
        }
        if (norm.EndsWith("ies", StringComparison.Ordinal) && HasWith(norm[..^3], 'y'))
            return true;
        var hyphen = norm.IndexOf('-');
        return hyphen > 0 && _words.Contains(norm[..hyphen]) && _words.Contains(norm[(norm.LastIndexOf('-') + 1)..]);
    }

    // "planning" → plan, "making" → make
    private bool IsDoubledOrShort(ReadOnlySpan<char> stem) =>
        HasWith(stem, 'e') || (stem.Length > 2 && stem[^1] == stem[^2] && _words.Contains(stem[..^1]));

    private bool HasWith(ReadOnlySpan<char> stem, char ending)
    {
        if (stem.Length >= Longest)
            return false;
        Span<char> word = stackalloc char[Longest];
        stem.CopyTo(word);
        word[stem.Length] = ending;
        return _words.Contains(word[..(stem.Length + 1)]);
    }
}
