namespace Readout.Languages;

/// <summary>
/// Tells a text's language from the frequencies of its letters, pairs and triples of letters
/// (Cavnar and Trenkle's n-grams, weighed as in naive Bayes), and from words that close languages don't share.
/// </summary>
internal static class LanguageIdentifier
{
    // Enough for certainty; more costs time only.
    private const int MaxSample = 6000;
    private const int MinLetters = 12;

    private static readonly Lazy<ScriptLanguages> Latin = new(() => new ScriptLanguages("ngrams-latin.tsv.gz", "close-languages.tsv"));
    private static readonly Lazy<ScriptLanguages> Cyrillic = new(() => new ScriptLanguages("ngrams-cyrillic.tsv.gz", "close-languages.tsv"));
    private static readonly Lazy<ScriptLanguages> Arabic = new(() => new ScriptLanguages("ngrams-arabic.tsv.gz", "close-languages.tsv"));
    private static readonly Lazy<ScriptLanguages> Devanagari = new(() => new ScriptLanguages("ngrams-devanagari.tsv.gz", "close-languages.tsv"));

    /// <summary>The languages of a script; null for a script that one language has to itself.</summary>
    public static ScriptLanguages? OfScript(string script) => script switch
    {
        "Latn" => Latin.Value,
        "Cyrl" => Cyrillic.Value,
        "Arab" => Arabic.Value,
        "Deva" => Devanagari.Value,
        _ => null,
    };

    /// <summary>BCP 47 code of the most probable language; null where there is too little text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="declared">The language that the page says it is in: tips the scales where the text leaves it open.</param>
    public static string? Identify(ReadOnlySpan<char> text, string? declared = null)
    {
        if (text.Length > MaxSample)
            text = text[..MaxSample];
        if (Script.Of(text, out var weight) is not { } script)
            return null;
        if (OfScript(script) is not { } languages)
            return script;
        Span<int> cost = stackalloc int[languages.Codes.Length];
        Span<int> worth = stackalloc int[languages.Codes.Length];
        cost.Clear();
        worth.Clear();
        var (letters, known) = languages.Weigh(text, cost, worth);
        if (letters < MinLetters)
            return null;
        var best = languages.Best(cost, worth, letters, declared is null ? -1 : languages.IndexOf(declared));
        return languages.Fits(cost, known, letters, best) ? languages.Codes[best] : declared is not null && !languages.HasTable(declared) ? declared : null;
    }

    /// <summary>The language of a short text that stands in a longer one, where it clearly is another; null where it is not clear.</summary>
    public static string? IdentifyForeign(ReadOnlySpan<char> text, string main)
    {
        if (Script.Of(text, out _) is not { } script)
            return null;
        if (OfScript(script) is { } languages)
            return languages.ForeignTo(main, text) is { } foreign && foreign != main ? foreign : null;
        return script == main ? null : script;
    }

    /// <summary>A language tag's language: <c>de-AT</c> is German; old and loose codes become today's.</summary>
    public static string? OfTag(string tag)
    {
        var end = tag.AsSpan().IndexOfAny('-', '_');
        var code = (end < 0 ? tag : tag[..end]).Trim().ToLowerInvariant();
        return code switch
        {
            "no" => "nb",
            "iw" => "he",
            "in" => "id",
            "ji" => "yi",
            "mo" => "ro",
            "sh" => "sr",
            _ => code.Length is 2 or 3 && code.All(char.IsAsciiLetterLower) ? code : null,
        };
    }
}
