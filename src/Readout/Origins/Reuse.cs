using Readout.Text;

namespace Readout.Origins;

/// <summary>Which sentences of one text stand in another.</summary>
internal static class Reuse
{
    /// <summary>Share of a sentence's shingles that must stand in the other text.</summary>
    private const double Most = 0.6;

    /// <summary>Share of a text's shingles that stand in another, 0 to 1.</summary>
    public static double Share(Shingling from, Shingling to)
    {
        var there = to.Grams.ToHashSet();
        return from.Count == 0 ? 0 : (double)from.Grams.Count(g => g != 0 && there.Contains(g)) / from.Count;
    }

    /// <summary>The sentences of <paramref name="from"/> most of whose shingles stand in <paramref name="to"/>.</summary>
    public static IReadOnlyList<Span> Sentences(Shingling from, Shingling to)
    {
        var there = to.Grams.ToHashSet();
        there.Remove(0);
        var reused = new List<Span>();
        var last = false;
        for (var s = 0; s < from.Spans.Count; s++)
        {
            var (all, shared) = (0, 0);
            for (var i = from.Starts[s]; i < Math.Min(from.Starts[s + 1], from.Grams.Length); i++)
            {
                all += from.Grams[i] == 0 ? 0 : 1;
                shared += there.Contains(from.Grams[i]) ? 1 : 0;
            }
            // No shingle starts in the last few words of a text: they go with the sentence before.
            last = all == 0 ? last : shared >= Most * all;
            if (last)
                reused.Add(from.Spans[s]);
        }
        return reused;
    }
}
