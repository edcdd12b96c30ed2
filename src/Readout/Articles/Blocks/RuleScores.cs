using Readout.Pages;

namespace Readout.Articles.Blocks;

/// <summary>
/// The first guess: each block's score by rules, and the run of blocks with the best sum. The model starts from it;
/// for what no model was trained on it is the answer.
/// </summary>
/// <param name="Scores">Positive for what looks like report text.</param>
/// <param name="Start">First block of the best run.</param>
/// <param name="End">Block behind its last.</param>
internal sealed record RuleScores(double[] Scores, int Start, int End)
{
    // A long paragraph counts no more than this, so that one licence text does not outweigh a report.
    private const int MaxWords = 80;

    public static RuleScores Of(Page page, IReadOnlyList<BlockView> blocks)
    {
        var scores = new double[blocks.Count];
        var tracks = Tracks(blocks);
        for (var i = 0; i < blocks.Count; i++)
            scores[i] = Score(blocks[i], tracks, page.MediaType);
        Teasers.Discount(blocks, scores);
        var (start, end) = BestRun(scores);
        return new RuleScores(scores, start, end);
    }

    private static double Score(BlockView block, Dictionary<ulong, double> tracks, MediaType type)
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
    private static Dictionary<ulong, double> Tracks(IReadOnlyList<BlockView> blocks)
    {
        var mass = new Dictionary<ulong, double>();
        foreach (var block in blocks)
        {
            if (block.IsSentence && block.Context != ContextKind.Hard && block.LinkShare < 0.5)
                mass[block.Track] = mass.GetValueOrDefault(block.Track) + Math.Min(block.Words, MaxWords) * (block.IsTruncated ? 0.3 : 1);
        }
        var heaviest = mass.Count == 0 ? 1 : mass.Values.Max();
        return mass.ToDictionary(m => m.Key, m => Math.Min(1, 0.15 + 1.2 * m.Value / heaviest));
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
}
