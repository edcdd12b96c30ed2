namespace Readout.Languages;

/// <summary>Small words in and around written dates, in many languages: "of", ordinal endings, halves of the day, eras, time zones.</summary>
internal sealed class DateWords
{
    private static readonly Lazy<DateWords> Loaded = new(() => new DateWords());

    private readonly Dictionary<string, List<string>> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _eras = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int?>.AlternateLookup<ReadOnlySpan<char>> _zones;

    private DateWords()
    {
        foreach (var row in Resource.Rows("date-words.tsv"))
        {
            if (row[0] == "era")
                _eras[row[1]] = Number(row[2]);
            else if (_words.TryGetValue(row[0], out var words))
                words.Add(row[1]);
            else
                _words[row[0]] = [row[1]];
        }
        // The longest first, so that "of the" is not taken for "of".
        foreach (var words in _words.Values)
            words.Sort((a, b) => b.Length != a.Length ? b.Length - a.Length : string.CompareOrdinal(a, b));
        var zones = new Dictionary<string, int?>(StringComparer.Ordinal);
        foreach (var row in Resource.Rows("zones.tsv"))
            zones[row[0]] = row.Length > 1 && row[1].Length > 0 ? Number(row[1]) : null;
        _zones = zones.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Length of the word of a kind that the text begins with; 0 where it begins with none.</summary>
    public static int Match(string kind, ReadOnlySpan<char> text)
    {
        foreach (var word in Loaded.Value._words[kind])
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase)
                && (text.Length == word.Length || !char.IsLetter(word[^1]) || !char.IsLetter(text[word.Length])))
                return word.Length;
        }
        return 0;
    }

    /// <summary>Length of the word of a kind that the text ends with; 0 where it ends with none.</summary>
    public static int MatchEnd(string kind, ReadOnlySpan<char> text)
    {
        foreach (var word in Loaded.Value._words[kind])
        {
            if (text.EndsWith(word, StringComparison.OrdinalIgnoreCase)
                && (text.Length == word.Length || !char.IsAsciiLetter(word[0]) || !char.IsLetter(text[^(word.Length + 1)])))
                return word.Length;
        }
        return 0;
    }

    /// <summary>Years to add to a year of the era that the text ends with, and the era's length; null where it ends with none.</summary>
    public static (int Years, int Length)? Era(ReadOnlySpan<char> text)
    {
        foreach (var (era, years) in Loaded.Value._eras)
        {
            if (text.EndsWith(era, StringComparison.Ordinal))
                return (years, era.Length);
        }
        return null;
    }

    /// <summary>Tells whether a word is a time zone's abbreviation; its minutes from Greenwich where it has one meaning.</summary>
    public static bool IsZone(ReadOnlySpan<char> word, out int? minutes) => Loaded.Value._zones.TryGetValue(word, out minutes);

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
