namespace Readout.Articles.Blocks;

/// <summary>Where a block stands: on the page, beside its headline, and in what the rules take for the report.</summary>
internal static class PlaceFeatures
{
    /// <summary>Adds them.</summary>
    /// <param name="title">Index of the headline's block; −1 for none.</param>
    public static void Add(FeatureRow row, BlockCounts counts, RuleScores rules, IReadOnlyList<BlockView> blocks, int i, int title)
    {
        var block = blocks[i];
        row.Add("place", i / (double)blocks.Count);
        row.Add("words before", counts.WordsBefore[i] / (double)Math.Max(1, counts.Words));
        row.Add("from title", title < 0 ? -99 : Math.Clamp(i - title, -40, 80));
        row.Add("from title words", title < 0 ? -9 : i < title ? -1 : FeatureRow.Log(counts.WordsBefore[i] - counts.WordsBefore[title]));
        row.Add("ends before", Math.Min(8, counts.Ends[i]));
        row.Add("ends since prose", counts.Ends[i] - (counts.Before[i] < 0 ? 0 : counts.Ends[counts.Before[i]]));
        row.Add("ends since core", counts.Ends[i] - counts.Ends[rules.Start]);
        row.Add("heads since core", Math.Clamp(counts.Heads[i] - counts.Heads[rules.Start], -3, 3));
        row.Add("same article", block.Block.Element is null ? -1 : ReferenceEquals(BlockCounts.ArticleOf(block), counts.CoreArticle) ? 1 : 0);
        row.Add("furniture", (int)block.Furniture);
        row.Add("context", (int)block.Context);
        row.Add("rule score", Math.Clamp(rules.Scores[i], -30, 80));
        row.Add("in run", i >= rules.Start && i < rules.End ? 1 : 0);
        row.Add("from run start", Math.Clamp(i - rules.Start, -60, 60));
        row.Add("from run end", Math.Clamp(i - rules.End, -60, 60));
        row.Add("run share", (i - rules.Start) / (double)Math.Max(1, rules.End - rules.Start) is var share ? Math.Clamp(share, -2, 3) : 0);
    }
}
