using Readout.Languages;

namespace Readout.Articles.Outlets;

/// <summary>Names of outlets by their addresses; the list is read when a page first asks.</summary>
internal static class OutletDomains
{
    private static readonly Lazy<Dictionary<string, string>> ByDomain = new(() =>
        Resource.Rows("outlets.tsv.gz").ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal));

    private static readonly Lazy<HashSet<string>> Names = new(() => ByDomain.Value.Values.Select(n => PhraseIndex.Normalize(n)).ToHashSet(StringComparer.Ordinal));
    private static readonly Lazy<HashSet<string>> Hosting = new(() => Resource.Set("hosting-domains.txt"));

    /// <summary>The outlet at a host or at the domain above it; null where the list has none.</summary>
    public static string? NameOf(string host)
    {
        for (var at = host; at.Contains('.', StringComparison.Ordinal); at = at[(at.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            // Where anybody may publish, the domain's owner publishes nothing.
            if (Hosting.Value.Contains(at))
                return null;
            if (ByDomain.Value.TryGetValue(at, out var name))
                return name;
        }
        return null;
    }

    /// <summary>True for the name of an outlet of the list.</summary>
    public static bool IsName(string words) => Names.Value.Contains(PhraseIndex.Normalize(words));
}
