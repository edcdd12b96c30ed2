using Readout.Pages;

namespace Readout.Articles;

/// <summary>Knows where another report begins below the first, as on pages that go on while one scrolls: at a second headline of the same template.</summary>
internal static class NextReport
{
    // Less than this above the second headline is a deck, or a page whose headings are all of the first level.
    private const int MinWords = 60;

    /// <summary>Takes what stands from the second report on out of the chosen blocks.</summary>
    public static void CutOff(IReadOnlyList<BlockView> blocks, List<int> chosen)
    {
        var first = chosen.Find(i => blocks[i].IsSentence);
        if (Headline(blocks, first) is not { } own)
            return;
        var words = 0;
        var next = 0;
        for (var i = first; i < blocks.Count; i++)
        {
            for (; next < chosen.Count && chosen[next] < i; next++)
                words += blocks[chosen[next]].IsSentence ? blocks[chosen[next]].Words : 0;
            if (words < MinWords || !IsHeadline(blocks[i]) || blocks[i].Track != own.Track || blocks[i].Norm == own.Norm || !IsApart(own.Block.Element, blocks[i].Block.Element))
                continue;
            chosen.RemoveAll(c => c >= i);
            return;
        }
    }

    private static BlockView? Headline(IReadOnlyList<BlockView> blocks, int first)
    {
        for (var i = first - 1; i >= 0; i--)
        {
            if (IsHeadline(blocks[i]))
                return blocks[i];
        }
        return null;
    }

    private static bool IsHeadline(BlockView block) => block is { Block.Level: 1, Words: > 2, Facts: not null };

    // Two reports stand in an element each; the parts of one report share theirs.
    private static bool IsApart(PageElement? one, PageElement? other)
    {
        var (a, b) = (Container(one), Container(other));
        return a is not null && b is not null && a != b;
    }

    private static PageElement? Container(PageElement? element)
    {
        for (; element is not null; element = element.Parent)
        {
            if (element.Name is "article" or "section" or "main" || (element.Name is "div" && element.Label.Length > 0))
                return element;
        }
        return null;
    }
}
