namespace Readout.Articles;

/// <summary>Finds the block that stands above the report as its headline, checked against what the markup calls it.</summary>
internal static class HeadingFinder
{
    private const int MaxWords = 40;
    private const int Above = 40;

    // Enough to be taken where nothing else is, and no more.
    private const double Least = 2.6;

    /// <summary>The block's index; null where none looks like the headline.</summary>
    public static int? Best(Layout layout, List<TitleSource> stated)
    {
        int? best = null;
        double bestScore = 0;
        var titles = stated.Select(s => PhraseIndex.Normalize(layout.Text.AsSpan(s.Span.Start, s.Span.Length))).ToList();
        var limit = layout.Body.Count > 0 ? layout.First : layout.Blocks.Count;
        for (var i = 0; i < limit; i++)
        {
            var block = layout.Blocks[i];
            if (block.Words is 0 or > MaxWords || block.Context == ContextKind.Hard && block.Block.Level != 1)
                continue;
            // What is marked as no heading has to repeat a stated title, or its beginning.
            var score = Agreement(block.Norm, titles, mayResemble: block.Block.Level > 0) + (block.Block.Level switch { 1 => 2.2, 2 => 0.8, 3 => 0.3, _ => 0 });
            if (block.Block.Level == 0 && score < 3)
                continue;
            // The last step of the way to this page is worded for search engines; what stands above the report is for readers.
            if (block.Context == ContextKind.Hard)
                score = Math.Min(score, Least);
            if (limit - i > Above)
                score -= 1;
            if (block.Words < 3)
                score -= 1;
            if (score > bestScore + 0.01)
                (best, bestScore) = (i, score);
        }
        // Without a heading that agrees, a first-level one close above the text is still what the reader sees.
        return bestScore >= (stated.Count == 0 ? 1.5 : Least) ? best : null;
    }

    private static double Agreement(string norm, List<string> stated, bool mayResemble)
    {
        double best = 0;
        foreach (var title in stated)
        {
            if (norm.Length == 0 || title.Length == 0)
                continue;
            best = Math.Max(best, norm == title ? 4
                : norm.Length > 12 && title.StartsWith(norm, StringComparison.Ordinal) ? 3
                : title.Length > 12 && norm.StartsWith(title, StringComparison.Ordinal) ? 3
                : mayResemble ? 2.5 * Overlap(norm, title)
                : 0);
        }
        return best;
    }

    private static double Overlap(string a, string b)
    {
        var words = a.Split(' ').ToHashSet(StringComparer.Ordinal);
        var others = b.Split(' ').ToHashSet(StringComparer.Ordinal);
        var shared = words.Count(others.Contains);
        return (double)shared / Math.Max(words.Count, others.Count);
    }
}
