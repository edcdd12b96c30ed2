using Readout.Languages;

namespace Readout.Stories.Streams;

/// <summary>Names of places as the shipped lists have them, looked up by the words' hashes.</summary>
internal sealed class PlaceNames
{
    /// <summary>Words in the longest name looked for.</summary>
    public const int Longest = 3;

    private static readonly Lazy<PlaceNames> s_english = new(() => new PlaceNames());
    private static readonly Lazy<Dictionary<Tongue, PlaceNames>> s_others = new(Others);

    private readonly Dictionary<uint, (uint Place, uint Country)> _names = [];

    private PlaceNames()
    {
        var ordinary = Resource.Set("En/ordinary-words.txt");
        var people = Resource.Rows("En/first-names.tsv").Select(r => r[0]).ToHashSet(StringComparer.Ordinal);
        foreach (var row in Resource.Rows("En/cities.tsv"))
        {
            // "Reading" and "Florence" are seldom the towns
            if (!ordinary.Contains(row[0]) && !people.Contains(row[0]))
                Add(row[0], row[1].Split(' ', ',')[0]);
        }
        foreach (var row in Resource.Rows("En/regions.tsv").Where(r => !ordinary.Contains(r[0])))
            Add(row[0], row[1] + ":" + row[0]);
        foreach (var row in Resource.Rows("En/countries.tsv"))
        {
            foreach (var name in row.Skip(1).Take(3).SelectMany(c => c.Split('|')).Where(n => n.Length > 0))
                Add(name, row[0]);
        }
    }

    // the English lists' towns, and the countries by their own names
    private PlaceNames(PlaceNames english, IEnumerable<string[]> countries)
    {
        _names = new Dictionary<uint, (uint, uint)>(english._names);
        foreach (var row in countries)
            Add(row[2], row[1]);
    }

    /// <summary>The lists for texts of a language; null is English.</summary>
    public static PlaceNames Of(string? language) => WordCounts.IsEnglish(language) ? s_english.Value : s_others.Value.GetValueOrDefault(Tongue.Of(language), s_english.Value);

    private static Dictionary<Tongue, PlaceNames> Others() =>
        Resource.Rows("territories.tsv").GroupBy(r => r[0]).ToDictionary(g => Tongue.Of(g.Key), g => new PlaceNames(s_english.Value, g));

    /// <summary>What a name stands for: the place, and the country it lies in; the same where it is one.</summary>
    public bool Find(uint phrase, out uint place, out uint country)
    {
        var found = _names.TryGetValue(phrase, out var both);
        (place, country) = both;
        return found;
    }

    private void Add(string name, string place)
    {
        Span<char> buffer = stackalloc char[WordScanner.BufferSize];
        var scanner = new WordScanner(name, english: true, buffer);
        var phrase = 0u;
        for (var words = 0; scanner.Next() && words < Longest; words++)
            phrase = words == 0 ? scanner.Current.Plain : Hashing.Join(phrase, scanner.Current.Plain);
        var colon = place.IndexOf(':', StringComparison.Ordinal);
        _names[phrase] = (Hashing.Of(place), Hashing.Of(colon < 0 ? place : place.AsSpan(0, colon)));
    }
}
