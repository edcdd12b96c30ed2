using Readout.Pages;

namespace Readout.Articles.Blocks;

/// <summary>
/// What the body model is told of each block: its words, the markup around it, its place on the page, its neighbours,
/// and what the rules say; of bare text also the patterns of its lines. Only shares, counts and distances; no words of any page.
/// </summary>
internal sealed class BlockFeatures
{
    private readonly Page _page;
    private readonly IReadOnlyList<BlockView> _blocks;
    private readonly RuleScores _rules;
    private readonly BlockTopics _topics;
    private readonly BlockCounts _counts;
    private readonly LineShapes? _shapes;
    private readonly ProseAround? _prose;

    private BlockFeatures(Page page, IReadOnlyList<BlockView> blocks)
    {
        (_page, _blocks, _rules) = (page, blocks, RuleScores.Of(page, blocks));
        _topics = new BlockTopics(page, blocks, _rules);
        _counts = new BlockCounts(blocks, _rules);
        // A page with markup has its elements to tell the same.
        (_shapes, _prose) = page.MediaType == MediaType.Html ? (null, null) : (new LineShapes(page, blocks), new ProseAround(blocks));
    }

    private static readonly Lazy<IReadOnlyList<string>> Markup = new(() => List("empty.html", "<p>One word.</p>"u8.ToArray()));
    private static readonly Lazy<IReadOnlyList<string>> Plain = new(() => List("empty.txt", "One word."u8.ToArray()));

    private static List<string> List(string name, byte[] bytes)
    {
        var names = new List<string>();
        var page = PageReader.Read(name, bytes);
        var view = new BlockView(page, 0);
        BlockContexts.Classify([view]);
        new BlockFeatures(page, [view]).Fill(new FeatureRow(512, names), 0);
        return names;
    }

    /// <summary>Names of the features of a page of this kind, in the order of a row.</summary>
    public static IReadOnlyList<string> Names(MediaType type) => type == MediaType.Html ? Markup.Value : Plain.Value;

    /// <summary>One row for each block.</summary>
    public static float[][] Of(Page page, IReadOnlyList<BlockView> blocks)
    {
        var rows = new float[blocks.Count][];
        ForEach(page, blocks, _ => true, (i, row) => rows[i] = row.ToArray());
        return rows;
    }

    /// <summary>Hands out the row of each wanted block; the same room is used for all.</summary>
    public static void ForEach(Page page, IReadOnlyList<BlockView> blocks, Func<int, bool> wanted, RowAction action)
    {
        var features = new BlockFeatures(page, blocks);
        var row = new FeatureRow(Names(page.MediaType).Count);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (!wanted(i))
                continue;
            features.Fill(row, i);
            action(i, row.Values);
        }
    }

    /// <summary>Takes a block's index and its row.</summary>
    public delegate void RowAction(int block, ReadOnlySpan<float> row);

    public static bool IsProse(BlockView block) => block.IsSentence && block.LinkShare < 0.5;

    // The order is the model's.
    private void Fill(FeatureRow row, int i)
    {
        var block = _blocks[i];
        row.Clear();
        WordFeatures.Add(row, block, _page.Text.Chars(block.Block.Span));
        MarkupFeatures.Add(row, block);
        DensityFeatures.Add(row, _counts, block);
        PlaceFeatures.Add(row, _counts, _rules, _blocks, i, _topics.Title);
        NeighbourFeatures.Add(row, _counts, _rules, _blocks, i);
        _topics.Add(row, i);
        _shapes?.Add(row, i);
        _prose?.Add(row, i);
    }
}
