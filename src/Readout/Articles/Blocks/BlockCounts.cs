using Readout.Pages;

namespace Readout.Articles.Blocks;

/// <summary>What is counted over a whole page before the model is told of any block: where its prose stands, and what repeats.</summary>
internal sealed class BlockCounts
{
    private readonly Dictionary<string, int> _copies = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _containers = [];
    private readonly Dictionary<ulong, int> _tracks = [];

    public BlockCounts(IReadOnlyList<BlockView> blocks, RuleScores rules)
    {
        (Before, After, Ends, Heads, WordsBefore) = (new int[blocks.Count], new int[blocks.Count], new int[blocks.Count], new int[blocks.Count], new int[blocks.Count]);
        int last = -1, ends = 0, heads = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            Before[i] = last;
            WordsBefore[i] = Words;
            Words += block.Words;
            _copies[block.Norm] = _copies.GetValueOrDefault(block.Norm) + 1;
            ends += block.Furniture == FurnitureKind.End ? 1 : 0;
            Ends[i] = ends;
            heads += block.Block.Level == 1 ? 1 : 0;
            Heads[i] = heads;
            if (!BlockFeatures.IsProse(block))
                continue;
            last = i;
            SentenceWords += block.Words;
            _containers[block.Block.Container] = _containers.GetValueOrDefault(block.Block.Container) + block.Words;
            _tracks[block.Track] = _tracks.GetValueOrDefault(block.Track) + block.Words;
        }
        last = blocks.Count;
        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            After[i] = last;
            last = BlockFeatures.IsProse(blocks[i]) ? i : last;
        }
        Core = FindCore(blocks);
        CoreArticle = blocks.Count == 0 ? null : ArticleOf(blocks[rules.Start]);
    }

    /// <summary>Words of the page, and those in its sentences.</summary>
    public int Words { get; }

    public int SentenceWords { get; }

    /// <summary>By block: the nearest sentence block before it; −1 for none.</summary>
    public int[] Before { get; }

    /// <summary>By block: the nearest sentence block behind it; the number of blocks for none.</summary>
    public int[] After { get; }

    /// <summary>By block: lines that end a report, up to and with it.</summary>
    public int[] Ends { get; }

    /// <summary>By block: first-level headings, up to and with it.</summary>
    public int[] Heads { get; }

    public int[] WordsBefore { get; }

    /// <summary>The smallest element that holds most of the page's prose.</summary>
    public ElementFacts? Core { get; }

    /// <summary>The article element that the rules' guess stands in.</summary>
    public PageElement? CoreArticle { get; }

    /// <summary>How many blocks of the page say the same.</summary>
    public int Copies(BlockView block) => _copies[block.Norm];

    /// <summary>Words in sentences of the same container, and of the same template.</summary>
    public int InContainer(BlockView block) => _containers.GetValueOrDefault(block.Block.Container);

    public int InTemplate(BlockView block) => _tracks.GetValueOrDefault(block.Track);

    /// <summary>The article element around a block.</summary>
    public static PageElement? ArticleOf(BlockView block)
    {
        var element = block.Block.Element;
        while (element is not null && element.Name != "article")
            element = element.Parent;
        return element;
    }

    private ElementFacts? FindCore(IReadOnlyList<BlockView> blocks)
    {
        ElementFacts? core = null;
        foreach (var block in blocks)
        {
            for (var facts = block.Facts; facts is not null && (core is null || facts.Element.Depth > core.Element.Depth); facts = facts.Parent)
            {
                if (facts.SentenceWords >= 0.6 * SentenceWords && facts.SentenceWords > 0)
                    core = facts;
            }
        }
        return core;
    }
}
