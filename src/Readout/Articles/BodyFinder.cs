using Readout.Pages;

namespace Readout.Articles;

/// <summary>
/// Chooses the blocks of the report: the run of blocks with the most sentences in it, weighed by what
/// surrounds them, without the furniture inside the run.
/// </summary>
internal static class BodyFinder
{
    // A long paragraph counts no more than this, so that one licence text does not outweigh a report.
    private const int MaxWords = 80;

    /// <summary>Indexes of the chosen blocks in reading order; empty where the page has no report.</summary>
    public static IReadOnlyList<int> Find(Page page, IReadOnlyList<BlockView> blocks)
    {
        if (blocks.Count == 0)
            return [];
        BlockContexts.Classify(blocks);
        var scores = new double[blocks.Count];
        var tracks = Tracks(blocks);
        for (var i = 0; i < blocks.Count; i++)
            scores[i] = Score(blocks[i], tracks, page.MediaType);
        Teasers.Discount(blocks, scores);
        var (start, end) = BestRun(scores);
        if (end <= start)
            return [];
        return Choose(blocks, scores, LeadStart(blocks, start), end);
    }

    // A lead may stand above the first of several sections, parted from it by a heading or a clock: it is written in the
    // element that holds the sections.
    private const int LeadReach = 4;

    private static int LeadStart(IReadOnlyList<BlockView> blocks, int start)
    {
        var first = blocks[start].Block.Context;
        for (var i = start - 1; i >= Math.Max(0, start - LeadReach); i--)
        {
            var block = blocks[i];
            if (block.Context != ContextKind.Neutral || block.Furniture != FurnitureKind.None)
                break;
            var parent = block.Block.Context.LastIndexOf('/') is var slash and > 0 ? block.Block.Context[..slash] : "";
            if (block.IsSentence && block.LinkShare < 0.3 && parent.Contains('/', StringComparison.Ordinal)
                && first.StartsWith(parent + "/", StringComparison.Ordinal) && block.Block.Context != first)
            {
                start = i;
            }
        }
        return start;
    }

    private static double Score(BlockView block, Dictionary<string, double> tracks, MediaType type)
    {
        if (block.Context == ContextKind.Hard)
            return -2;
        if (block.Furniture == FurnitureKind.End)
            return type == MediaType.PlainText ? -60 : -25;
        if (block.Furniture == FurnitureKind.Line)
            return -8;
        var words = Math.Min(block.Words, MaxWords) * (1 - Math.Min(1, 1.5 * block.LinkShare));
        if (block.Block.Kind == BlockKind.Caption)
            return -1;
        if (!block.IsSentence || block.LinkShare > 0.6)
        {
            if (block.Block.Kind == BlockKind.Heading)
                return -3;
            return type == MediaType.Html ? -4 - (block.LinkShare > 0.5 ? 4 : 0) : -10;
        }
        if (type == MediaType.PlainText)
            return block.IsTruncated ? -4 : words;
        var factor = tracks.GetValueOrDefault(block.Track);
        if (block.Context == ContextKind.Soft)
            factor *= 0.3;
        return words * factor - (factor < 0.3 ? 3 : 0);
    }

    // How much each template's text weighs beside the heaviest one's.
    private static Dictionary<string, double> Tracks(IReadOnlyList<BlockView> blocks)
    {
        var mass = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var block in blocks)
        {
            if (block.IsSentence && block.Context != ContextKind.Hard && block.LinkShare < 0.5)
                mass[block.Track] = mass.GetValueOrDefault(block.Track) + Math.Min(block.Words, MaxWords) * (block.IsTruncated ? 0.3 : 1);
        }
        var heaviest = mass.Count == 0 ? 1 : mass.Values.Max();
        return mass.ToDictionary(m => m.Key, m => Math.Min(1, 0.15 + 1.2 * m.Value / heaviest), StringComparer.Ordinal);
    }

    private static (int Start, int End) BestRun(double[] scores)
    {
        double sum = 0, best = 0;
        int start = 0, bestStart = 0, bestEnd = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            if (sum <= 0)
            {
                sum = 0;
                start = i;
            }
            sum += scores[i];
            if (sum > best)
                (best, bestStart, bestEnd) = (sum, start, i + 1);
        }
        return (bestStart, bestEnd);
    }

    private static List<int> Choose(IReadOnlyList<BlockView> blocks, double[] scores, int start, int end)
    {
        var chosen = new List<int>();
        for (var i = start; i < end; i++)
        {
            var block = blocks[i];
            if (block.Context == ContextKind.Hard || block.Furniture != FurnitureKind.None || block.LinkShare > 0.65 || block.Block.Kind == BlockKind.Caption)
                continue;
            if (block.Context == ContextKind.Soft && scores[i] <= 0)
                continue;
            chosen.Add(i);
        }
        // A sub-heading needs text below it.
        while (chosen.Count > 0 && !blocks[chosen[^1]].IsSentence)
            chosen.RemoveAt(chosen.Count - 1);
        while (chosen.Count > 0 && !blocks[chosen[0]].IsSentence)
            chosen.RemoveAt(0);
        return chosen;
    }
}
