using Readout.Languages;
using Readout.Pages;

namespace Readout.Articles.Dates;

/// <summary>
/// What the elements around a stamp say of it. Only those are asked that don't hold the headline too: what is around
/// both says nothing about one.
/// </summary>
internal sealed class StampElements
{
    private const int Near = 3;

    private static readonly Lazy<Dictionary<string, string[]>> Words = new(Load);

    private readonly Layout _layout;
    private readonly PageElement? _headline;
    private readonly HashSet<PageElement> _around = [];
    private readonly Dictionary<PageElement, string> _labels = [];

    public StampElements(Layout layout, int title)
    {
        _layout = layout;
        _headline = layout.Blocks.Count > 0 ? layout.Blocks[title].Block.Element : null;
        for (var element = _headline; element is not null; element = element.Parent)
            _around.Add(element);
    }

    /// <summary>Tells whether the markup calls a block a particular of the article's own.</summary>
    public bool IsOwn(BlockView block) => Judge(block) is { Own: true, Elsewhere: false };

    /// <summary>What the markup around a block adds to the rank of its place or takes from it.</summary>
    public int Change(BlockView block, StampPlace place)
    {
        var (own, stamp, elsewhere, beside, inArticle) = Judge(block);
        // A picture's day, whatever the place, is not the page's.
        if (block.Block.Kind is BlockKind.Caption or BlockKind.Quote)
            return block.Block.Kind is BlockKind.Caption && !HoldsHeadline(block) ? -60 : -25;
        if (elsewhere)
            return -25;
        // Where the markup names it so, a stamp may stand anywhere: in a head of its own, in a column beside the text.
        if (own)
            return place switch { StampPlace.FarAbove or StampPlace.FarBelow => 30, StampPlace.Below => 20, StampPlace.Inside => 8, _ => 4 };
        // Between headline and text little else stands than the article's own.
        if (beside)
            return place == StampPlace.Between ? (stamp ? 0 : -10) : -25;
        // A card is an article of its own.
        return inArticle ? (place == StampPlace.Between ? -5 : -12) : stamp ? 4 : 0;
    }

    /// <summary>Tells whether a block and the headline stand in one element of their own, which no clock of the site does.</summary>
    public bool IsBesideHeadline(BlockView block)
    {
        var shared = block.Block.Element;
        while (shared is not null && !_around.Contains(shared))
            shared = shared.Parent;
        return shared is { Depth: >= 2 } && shared.Name is not ("body" or "header") && _headline!.Depth - shared.Depth <= 3
            && !IsInside(_layout.Blocks[0].Block.Element, shared);
    }

    // Some pages set headline and stamp under the picture.
    private bool HoldsHeadline(BlockView block)
    {
        var element = block.Block.Element;
        while (element is not null && element.Name is not ("figcaption" or "figure" or "caption"))
            element = element.Parent;
        return element is not null && _around.Contains(element);
    }

    private (bool Own, bool Stamp, bool Elsewhere, bool Beside, bool InArticle) Judge(BlockView block)
    {
        bool own = false, stamp = false, elsewhere = false, beside = false, inArticle = false;
        var near = 0;
        for (var element = block.Block.Element; element is not null && !_around.Contains(element); element = element.Parent, near++)
        {
            var label = Label(element);
            own |= near < Near && Mentions(label, "own");
            stamp |= near < Near && Mentions(label, "stamp");
            elsewhere |= Mentions(label, "elsewhere");
            beside |= element.Name is "aside" or "nav" or "figcaption" || (element.Name == "footer" && element.Parent?.Name is "body" or null) || Mentions(label, "beside");
            inArticle |= element.Name == "article";
        }
        return (own, stamp, elsewhere, beside, inArticle);
    }

    private string Label(PageElement element)
    {
        if (element.Label.Length == 0)
            return "";
        if (!_labels.TryGetValue(element, out var label))
            _labels[element] = label = element.Label.Replace('_', '-').Replace("--", "-", StringComparison.Ordinal);
        return label;
    }

    private static bool IsInside(PageElement? element, PageElement outer)
    {
        while (element is not null && element != outer)
            element = element.Parent;
        return element is not null;
    }

    private static bool Mentions(string label, string kind)
    {
        if (label.Length == 0)
            return false;
        foreach (var word in Words.Value[kind])
        {
            if (label.Contains(word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private static Dictionary<string, string[]> Load() =>
        Resource.Rows("stamp-places.tsv").GroupBy(r => r[0], r => r[1], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
}
