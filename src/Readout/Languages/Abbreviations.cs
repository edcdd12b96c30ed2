using System.Collections.Concurrent;

namespace Readout.Languages;

/// <summary>Abbreviations written with a full stop, by language: English by its own list, others by a shared one beside it.</summary>
internal sealed class Abbreviations
{
    // The longest of the lists; a longer word is none.
    private const int Longest = 10;

    private static readonly ConcurrentDictionary<string, Abbreviations> Loaded = new(StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> _own;
    private readonly IReadOnlyDictionary<string, string[]> _english = Language.En.Abbreviations;

    private Abbreviations(string code)
    {
        IsEnglish = code is "en";
        _own = new(Resource.Rows("abbreviations.tsv").Where(row => row[0] == code).SelectMany(row => row[1].Split(' ')), StringComparer.Ordinal);
    }

    /// <summary>True for English and for what no language is known of.</summary>
    public bool IsEnglish { get; }

    /// <summary>The abbreviations of a BCP 47 code; English where there is none.</summary>
    public static Abbreviations Of(string? code)
    {
        var dash = code?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        var primary = code is null or "" ? "en" : dash > 0 ? code[..dash] : code;
        return Loaded.GetOrAdd(primary, static key => new Abbreviations(key.ToLowerInvariant()));
    }

    /// <summary>What the full stop of an abbreviation does (En/abbreviations.tsv); null where the word is none.</summary>
    public string? Kind(string norm)
    {
        if (norm.Length > Longest)
            return null;
        if (_own.Contains(norm))
            return "inside";
        return _english.TryGetValue(norm, out var row) ? row[0] : null;
    }
}
