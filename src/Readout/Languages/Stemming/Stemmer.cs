namespace Readout.Languages;

/// <summary>
/// Cuts words to their stems, so that forms of one word meet ("harbour", "harbours"), by the Snowball algorithms
/// (Martin Porter and others, snowballstem.org) as of release 3, English with the changes of 3.1. A stem is a key to
/// compare by, not a word to print.
/// </summary>
public static class Stemmer
{
    // No word of these languages is so long; what is, is an address or noise.
    private const int LongestWord = 100;

    private delegate void Cutting(ref WordStem word);

    private static readonly (string Language, Cutting Cut)[] Cuttings =
    [
        ("en", EnglishStemmer.Cut), ("de", GermanStemmer.Cut), ("fr", FrenchStemmer.Cut), ("es", SpanishStemmer.Cut), ("ru", RussianStemmer.Cut),
    ];

    /// <summary>The stem of a word, which is in lower case and normal form C; the word itself in a language without rules (BCP 47; the region does not count).</summary>
    public static string Stem(string word, string? language)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.Length is 0 or > LongestWord || CuttingOf(language) is not { } cut)
            return word;
        var stem = new WordStem(stackalloc char[WordStem.RoomFor(LongestWord)], word);
        cut(ref stem);
        return stem.Text.SequenceEqual(word) ? word : stem.Text.ToString();
    }

    /// <summary>True where there are rules for a language (BCP 47; the region does not count).</summary>
    public static bool Knows(string? language) => CuttingOf(language) is not null;

    private static Cutting? CuttingOf(string? language)
    {
        var code = language.AsSpan();
        var end = code.IndexOfAny('-', '_');
        var primary = end < 0 ? code : code[..end];
        foreach (var (known, cut) in Cuttings)
        {
            if (primary.Equals(known, StringComparison.OrdinalIgnoreCase))
                return cut;
        }
        return null;
    }
}
