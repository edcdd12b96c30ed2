namespace Readout.Articles;

/// <summary>Sees lists of teasers by their rhythm: a headline, a blurb, a headline, a blurb.</summary>
internal static class Teasers
{
    // A report with sub-headings rarely has one above every single paragraph; a list of teasers has nothing else.
    private const int MinRun = 3;

    /// <summary>Makes blocks in such lists count against the run.</summary>
    public static void Discount(IReadOnlyList<BlockView> blocks, double[] scores)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var (end, truncated, pairs) = Run(blocks, i);
            if (pairs >= MinRun && truncated * 2 >= pairs)
            {
                for (var j = i; j < end; j++)
                    scores[j] = Math.Min(scores[j], -6);
                i = end - 1;
            }
        }
    }

    private static (int End, int Truncated, int Pairs) Run(IReadOnlyList<BlockView> blocks, int start)
    {
        int pairs = 0, truncated = 0, at = start;
        while (at + 1 < blocks.Count && IsHeadline(blocks[at]) && blocks[at + 1].IsSentence)
        {
            pairs++;
            truncated += blocks[at + 1].IsTruncated ? 1 : 0;
            at += 2;
        }
        return (at, truncated, pairs);
    }

    private static bool IsHeadline(BlockView block) => !block.IsSentence && block.Words is >= 3 and <= 25;
}
