using System.Globalization;
using Readout.Languages;

namespace Readout.Stories.Streams;

/// <summary>In how many texts of a language a word stands, counted before the user has any: see NOTICE for the texts.</summary>
internal sealed class WordCounts
{
    private static readonly Lazy<WordCounts> s_english = new(() => new WordCounts("En/document-frequencies.tsv.gz"));
    private static readonly Lazy<Dictionary<string, WordCounts>> s_others = new(Others);
    private static readonly WordCounts s_none = new();

    private readonly Dictionary<uint, int> _counts = [];

    private WordCounts()
    {
        Texts = 1000;
        AddNumbers();
    }

    // how often they stand somewhere is not known; that they do in most texts is enough
    private WordCounts(string[] stopWords)
        : this()
    {
        Span<char> buffer = stackalloc char[WordScanner.BufferSize];
        foreach (var word in stopWords)
        {
            var scanner = new WordScanner(word, english: false, buffer);
            while (scanner.Next())
                _counts[scanner.Current.Stem] = Texts / 2;
        }
    }

    private WordCounts(string list)
    {
        Span<char> buffer = stackalloc char[WordScanner.BufferSize];
        foreach (var row in Resource.Rows(list))
        {
            var count = int.Parse(row[1], CultureInfo.InvariantCulture);
            if (row[0] == "*")
                Texts = count;
            // the forms of a word count together; a text that has two of them counts twice, which does no harm
            var scanner = new WordScanner(row[0], english: true, buffer);
            while (scanner.Next())
                _counts[scanner.Current.Stem] = Math.Min(Texts, _counts.GetValueOrDefault(scanner.Current.Stem) + count);
        }
        AddNumbers();
    }

    private static Dictionary<string, WordCounts> Others() =>
        Resource.Rows("stop-words.tsv.gz").ToDictionary(r => r[0], r => new WordCounts(r[1].Split(' ')), StringComparer.OrdinalIgnoreCase);

    // The lists have no numbers. Small ones and years stand in many texts; how many need not be known exactly.
    private void AddNumbers()
    {
        for (var number = 0; number < 2040; number++)
        {
            var share = number < 100 ? 0.1 : number < 1000 ? 0.01 : number >= 1980 ? 0.05 : 0.002;
            _counts[Hashing.Of(number.ToString(CultureInfo.InvariantCulture))] = (int)(Texts * share);
        }
    }

    /// <summary>Texts counted.</summary>
    public int Texts { get; }

    /// <summary>The counts of a language (BCP 47; null is English); of a language without counts, its stop words.</summary>
    public static WordCounts Of(string? language)
    {
        if (language is null || IsEnglish(language))
            return s_english.Value;
        var end = language.AsSpan().IndexOfAny('-', '_');
        return s_others.Value.GetValueOrDefault(end < 0 ? language : language[..end], s_none);
    }

    public static bool IsEnglish(string? language) => language is null || language.StartsWith("en", StringComparison.OrdinalIgnoreCase);

    /// <summary>Texts that have the stem.</summary>
    public int this[uint stem] => _counts.GetValueOrDefault(stem);

    /// <summary>Inverse document frequency by these counts alone.</summary>
    public double Rarity(uint stem) => Math.Log((Texts + 1.0) / (this[stem] + 0.5));
}
