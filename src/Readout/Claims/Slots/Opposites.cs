using System.Collections.Frozen;
using Readout.Languages;
using Readout.Stories.Streams;

namespace Readout.Claims;

/// <summary>Words of which only one holds of one thing: "opened" and "closed", "first" and "second".</summary>
internal static class Opposites
{
    private static readonly Lazy<FrozenDictionary<uint, int[]>> s_sets = new(Load);

    /// <summary>Two stems stand in one set.</summary>
    public static bool Are(uint a, uint b) =>
        a != b && s_sets.Value.TryGetValue(a, out var x) && s_sets.Value.TryGetValue(b, out var y) && x.AsSpan().ContainsAny(y);

    /// <summary>The stem stands in a set.</summary>
    public static bool Has(uint stem) => s_sets.Value.ContainsKey(stem);

    private static FrozenDictionary<uint, int[]> Load()
    {
        var sets = new Dictionary<uint, HashSet<int>>();
        var at = 0;
        foreach (var row in Resource.Rows("En/opposites.tsv"))
        {
            foreach (var word in row)
            {
                var stem = StatementTermReader.Open(word).Stem;
                if (!sets.TryGetValue(stem, out var of))
                    sets[stem] = of = [];
                of.Add(at);
            }
            at++;
        }
        return sets.ToFrozenDictionary(s => s.Key, s => s.Value.Order().ToArray());
    }
}
