namespace Readout.Languages;

/// <summary>
/// Tells a text's language from the frequencies of its letters, pairs and triples of letters
/// (Cavnar and Trenkle's n-grams, weighed as in naive Bayes).
/// </summary>
internal static class LanguageIdentifier
{
    // Enough for certainty; more costs time only.
    private const int MaxLetters = 3000;
    private const int MinLetters = 12;

    private static readonly Lazy<NGrams> Latin = new(() => new NGrams("ngrams-latin.tsv.gz"));
    private static readonly Lazy<NGrams> Cyrillic = new(() => new NGrams("ngrams-cyrillic.tsv.gz"));
    private static readonly Lazy<NGrams> Arabic = new(() => new NGrams("ngrams-arabic.tsv.gz"));

    /// <summary>BCP 47 code of the most probable language; null where there is too little text.</summary>
    public static string? Identify(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxLetters * 2)
            text = text[..(MaxLetters * 2)];
        return ByScript(text) switch
        {
            null => null,
            "Latn" => Latin.Value.Best(text, MinLetters),
            "Cyrl" => Cyrillic.Value.Best(text, MinLetters),
            "Arab" => Arabic.Value.Best(text, MinLetters),
            var language => language,
        };
    }

    /// <summary>
    /// The language of a short text that stands in a longer one, where it clearly is another; null where it is not clear.
    /// Names look foreign in any text, so the difference has to be large for every letter.
    /// </summary>
    public static string? IdentifyForeign(ReadOnlySpan<char> text, string main)
    {
        var script = ByScript(text);
        if (script is null)
            return null;
        if (script is not ("Latn" or "Cyrl" or "Arab"))
            return string.Equals(script, main, StringComparison.Ordinal) ? null : script;
        var grams = script switch { "Latn" => Latin.Value, "Cyrl" => Cyrillic.Value, _ => Arabic.Value };
        return grams.Knows(main) ? grams.BestAgainst(text, main) : grams.Best(text, MinLetters);
    }

    // Scripts that one language has to itself decide at once; the others name the table to ask.
    private static string? ByScript(ReadOnlySpan<char> text)
    {
        int latin = 0, cyrillic = 0, arabic = 0, han = 0, kana = 0, hangul = 0, greek = 0, hebrew = 0, devanagari = 0, bengali = 0, thai = 0, tamil = 0, telugu = 0, georgian = 0, armenian = 0, gujarati = 0, malayalam = 0;
        foreach (var c in text)
        {
            switch (c)
            {
                case < '\u0250': latin += char.IsLetter(c) ? 1 : 0; break;
                case >= '\u1e00' and <= '\u1eff': latin++; break;
                case >= '\u0370' and <= '\u03ff': greek++; break;
                case >= '\u0400' and <= '\u052f': cyrillic++; break;
                case >= '\u0530' and <= '\u058f': armenian++; break;
                case >= '\u0590' and <= '\u05ff': hebrew++; break;
                case >= '\u0600' and <= '\u077f': arabic++; break;
                case >= '\u0900' and <= '\u097f': devanagari++; break;
                case >= '\u0980' and <= '\u09ff': bengali++; break;
                case >= '\u0a80' and <= '\u0aff': gujarati++; break;
                case >= '\u0b80' and <= '\u0bff': tamil++; break;
                case >= '\u0c00' and <= '\u0c7f': telugu++; break;
                case >= '\u0d00' and <= '\u0d7f': malayalam++; break;
                case >= '\u0e00' and <= '\u0e7f': thai++; break;
                case >= '\u10a0' and <= '\u10ff': georgian++; break;
                case >= '\u3040' and <= '\u30ff': kana++; break;
                case >= '\u4e00' and <= '\u9fff': han++; break;
                case >= '\uac00' and <= '\ud7a3': hangul++; break;
            }
        }
        // A Chinese, Korean or Japanese character says as much as two or three letters.
        ReadOnlySpan<(string Code, int Count)> counts =
        [
            ("Latn", latin), ("Cyrl", cyrillic), ("Arab", arabic), (kana * 20 > han ? "ja" : "zh", (han + kana) * 2), ("ko", hangul * 2), ("el", greek), ("he", hebrew),
            ("hi", devanagari), ("bn", bengali), ("th", thai), ("ta", tamil), ("te", telugu), ("ka", georgian), ("hy", armenian), ("gu", gujarati), ("ml", malayalam),
        ];
        string? best = null;
        var most = 0;
        foreach (var (code, count) in counts)
        {
            if (count > most)
                (best, most) = (code, count);
        }
        return most < 4 ? null : best;
    }
}
