using Readout.Languages;

namespace Readout.Articles.Kinds;

/// <summary>Phrases by which pages say what they are; the list is data.</summary>
internal static class KindPhrases
{
    private static readonly Lazy<Dictionary<string, (PhraseIndex Index, List<string> Dense, HashSet<string> Whole)>> Loaded = new(Load);

    /// <summary>True where normalised words hold a phrase of a kind.</summary>
    public static bool Occurs(string kind, string norm)
    {
        var (index, dense, _) = Loaded.Value[kind];
        return index.Occurs(norm) || dense.Exists(p => norm.Contains(p, StringComparison.Ordinal));
    }

    /// <summary>True where normalised words begin with a phrase of a kind.</summary>
    public static bool Begins(string kind, string norm)
    {
        var (index, dense, _) = Loaded.Value[kind];
        return index.StartsWith(norm) || dense.Exists(p => norm.StartsWith(p, StringComparison.Ordinal));
    }

    /// <summary>True where the words are a phrase of a kind and nothing else.</summary>
    public static bool Is(string kind, string words) => Loaded.Value[kind].Whole.Contains(words);

    private static Dictionary<string, (PhraseIndex, List<string>, HashSet<string>)> Load() =>
        Resource.Rows("page-kinds.tsv").GroupBy(r => r[0], r => r[1], StringComparer.Ordinal).ToDictionary(
            g => g.Key,
            // Scripts without blanks between words have no first word to look a phrase up by.
            g => (new PhraseIndex(g.Where(p => p[0] < '\u3000')), g.Where(p => p[0] >= '\u3000').ToList(), g.ToHashSet(StringComparer.Ordinal)),
            StringComparer.Ordinal);
}
