using Readout.Pages;

namespace Readout.Articles.Blocks;

/// <summary>Shares of the page's prose that stand in the same template as a block, the same container, and the elements further out.</summary>
internal static class DensityFeatures
{
    /// <summary>Adds them.</summary>
    public static void Add(FeatureRow row, BlockCounts counts, BlockView block)
    {
        double all = Math.Max(1, counts.SentenceWords);
        row.Add("track share", counts.InTemplate(block) / all);
        row.Add("container share", counts.InContainer(block) / all);
        var facts = block.Facts;
        if (block.Block.Kind != BlockKind.Paragraph || facts?.Element.Name == "p")
            facts = facts?.Parent ?? facts;
        for (var level = 0; level < 4; level++)
        {
            row.Add("prose of element ", level, facts is null ? 0 : facts.SentenceWords / all);
            row.Add("links of element ", level, facts is null ? 0 : facts.LinkWords / (double)Math.Max(1, facts.Words));
            row.Add("prose density ", level, facts is null ? 0 : facts.SentenceWords / (double)Math.Max(1, facts.Words));
            row.Add("blocks of element ", level, facts is null ? 0 : FeatureRow.Log(facts.Blocks));
            facts = facts?.Parent;
        }
        row.Add("steps to core", StepsToCore(counts, block));
        row.Add("copies", Math.Min(4, counts.Copies(block)));
        row.Add("own share", Math.Min(block.Words, 200) / all);
    }

    private static double StepsToCore(BlockCounts counts, BlockView block)
    {
        var steps = 0;
        for (var facts = block.Facts; facts is not null; facts = facts.Parent, steps++)
        {
            if (facts == counts.Core)
                return Math.Min(steps, 12);
        }
        return -1;
    }
}
