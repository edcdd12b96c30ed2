namespace Readout.Articles.Blocks;

/// <summary>What stands before and behind a block, and how like it that is.</summary>
internal static class NeighbourFeatures
{
    private const int Reach = 3;

    /// <summary>Adds them.</summary>
    public static void Add(FeatureRow row, BlockCounts counts, RuleScores rules, IReadOnlyList<BlockView> blocks, int i)
    {
        for (var step = -Reach; step <= Reach; step++)
        {
            if (step == 0)
                continue;
            var other = i + step >= 0 && i + step < blocks.Count ? blocks[i + step] : null;
            row.Add("words ", step, other is null ? -1 : FeatureRow.Log(other.Words));
            row.Add("links ", step, other?.LinkShare ?? -1);
            row.Add("prose ", step, other is null ? -1 : BlockFeatures.IsProse(other) ? 1 : 0);
            row.Add("heading ", step, other is null ? -1 : other.Block.Level);
            row.Add("rule ", step, other is null ? -40 : Math.Clamp(rules.Scores[i + step], -30, 80));
        }
        var (before, after) = (counts.Before[i], counts.After[i]);
        row.Add("prose before", before < 0 ? 60 : Math.Min(60, i - before));
        row.Add("prose after", after >= blocks.Count ? 60 : Math.Min(60, after - i));
        row.Add("same place before", before < 0 ? -1 : Shared(blocks[i], blocks[before]));
        row.Add("same place after", after >= blocks.Count ? -1 : Shared(blocks[i], blocks[after]));
        row.Add("same place next", i + 1 >= blocks.Count ? -1 : Shared(blocks[i], blocks[i + 1]));
        row.Add("same place last", i == 0 ? -1 : Shared(blocks[i], blocks[i - 1]));
        double near = 0, links = 0;
        var count = 0;
        for (var j = Math.Max(0, i - 6); j <= Math.Min(blocks.Count - 1, i + 6); j++, count++)
        {
            near += BlockFeatures.IsProse(blocks[j]) ? 1 : 0;
            links += blocks[j].LinkShare;
        }
        row.Add("prose near", near / count);
        row.Add("links near", links / count);
        Run(row, blocks, i);
    }

    // Lists, tables and rows of headings: how many blocks of one make stand in a row, and what they are like.
    private static void Run(FeatureRow row, IReadOnlyList<BlockView> blocks, int i)
    {
        var block = blocks[i];
        int start = i, end = i;
        while (start > 0 && i - start < 40 && IsAlike(blocks[start - 1], block))
            start--;
        while (end + 1 < blocks.Count && end - i < 40 && IsAlike(blocks[end + 1], block))
            end++;
        double words = 0, links = 0;
        for (var j = start; j <= end; j++)
        {
            words += Math.Min(blocks[j].Words, 200);
            links += blocks[j].LinkShare;
        }
        row.Add("row", FeatureRow.Log(end - start));
        row.Add("row words", words / (end - start + 1));
        row.Add("row links", links / (end - start + 1));
        row.Add("row prose before", start == 0 ? -1 : BlockFeatures.IsProse(blocks[start - 1]) ? 1 : 0);
    }

    private static bool IsAlike(BlockView a, BlockView b) => a.Block.Kind == b.Block.Kind && a.Block.Level == b.Block.Level && a.Track == b.Track && a.IsSentence == b.IsSentence;

    // 3 one container, 2 one template, 1 one parent's parent, 0 none of them.
    private static double Shared(BlockView a, BlockView b) =>
        a.Block.Container == b.Block.Container ? 3
        : a.Track == b.Track ? 2
        : a.Block.Element?.Parent is { } p && b.Block.Element?.Parent is { } q && (p == q || p.Parent == q || q.Parent == p || (p.Parent is { } o && o == q.Parent)) ? 1 : 0;
}
