using Readout.Articles.Blocks;
using Readout.Pages;

namespace Readout.Articles;

/// <summary>Chooses the blocks of the report: those the body model takes for it, without what is furniture by its very words.</summary>
internal static class BodyFinder
{
    // A report without a single sentence is a table, a roster or a list of results, and has at least so many words.
    private const int MinWords = 40;

    // Lines at the edges that are no sentences are headline, stamp, byline or number of the piece; a roster has more of them.
    private const int MaxEdge = 3;

    /// <summary>Indexes of the chosen blocks in reading order; empty where the page has no report.</summary>
    public static IReadOnlyList<int> Find(Page page, IReadOnlyList<BlockView> blocks)
    {
        if (blocks.Count == 0)
            return [];
        BlockContexts.Classify(blocks);
        return Choose(page, blocks, BodyModel.For(page.MediaType).Answers(page, blocks));
    }

    /// <summary>The choice, given what a model says of each block.</summary>
    public static IReadOnlyList<int> Choose(Page page, IReadOnlyList<BlockView> blocks, float[] answers)
    {
        var chosen = new List<int>();
        for (var i = 0; i < blocks.Count; i++)
        {
            // What says in so many words that it is furniture is none of the report, however it is placed.
            if (answers[i] > BodyModel.Threshold && blocks[i].Furniture == FurnitureKind.None)
                chosen.Add(i);
        }
        // Readers' comments are none of it either, were they longer than all else.
        if (chosen.Exists(i => blocks[i].IsSentence && blocks[i].Facts is not { InThread: true }))
            chosen.RemoveAll(i => blocks[i].Facts is { InThread: true });
        if (page.MediaType == MediaType.PlainText)
            CutBehindEnd(blocks, chosen);
        if (chosen.Exists(i => blocks[i].IsSentence && blocks[i].Block.Kind != BlockKind.Caption))
            chosen.RemoveAll(i => blocks[i].Block.Kind == BlockKind.Caption);
        if (page.MediaType == MediaType.Html)
        {
            NextReport.CutOff(blocks, chosen);
            Tables.Complete(blocks, chosen);
        }
        TrimEdges(page, blocks, chosen);
        return chosen.Exists(i => blocks[i].IsSentence) || chosen.Sum(i => blocks[i].Words) >= MinWords ? chosen : [];
    }

    // Without markup the line "Most read" is all that parts a report from what follows it.
    private static void CutBehindEnd(IReadOnlyList<BlockView> blocks, List<int> chosen)
    {
        var all = chosen.Sum(i => Prose(blocks[i]));
        var before = 0;
        for (int at = 0, next = 0; at < blocks.Count; at++)
        {
            while (next < chosen.Count && chosen[next] < at)
                before += Prose(blocks[chosen[next++]]);
            if (blocks[at].Furniture != FurnitureKind.End || before * 5 < all * 4 || before == 0)
                continue;
            chosen.RemoveRange(next, chosen.Count - next);
            return;
        }
    }

    private static int Prose(BlockView block) => block.IsSentence ? block.Words : 0;

    // The first of several sub-headings, or the head of a log's newest entry: the others are written by the same template.
    private static bool OpensText(IReadOnlyList<BlockView> blocks, List<int> chosen, int first) =>
        first > 0 && blocks[chosen[first - 1]] is { Facts: not null } head && head.Block.Level != 1
            && chosen.Skip(first + 1).Any(i => blocks[i].Track == head.Track && !blocks[i].IsSentence && blocks[i].Block.Level == head.Block.Level);

    private static void TrimEdges(Page page, IReadOnlyList<BlockView> blocks, List<int> chosen)
    {
        // The headline is none of the text.
        while (chosen.Count > 0 && blocks[chosen[0]] is { Block.Level: 1, IsSentence: false })
            chosen.RemoveAt(0);
        var first = chosen.FindIndex(i => blocks[i].IsSentence);
        if (first < 0)
            return;
        if (first <= MaxEdge)
            chosen.RemoveRange(0, OpensText(blocks, chosen, first) ? first - 1 : first);
        var last = chosen.FindLastIndex(i => blocks[i].IsSentence);
        // A sub-heading needs text below it; a list may end a report that has markup.
        while (chosen.Count - 1 > last && (page.MediaType == MediaType.PlainText ? blocks[chosen[^1]].LowerWords == 0 && chosen.Count - 1 - last <= MaxEdge : blocks[chosen[^1]].Block.Kind == BlockKind.Heading))
            chosen.RemoveAt(chosen.Count - 1);
    }
}
