using Readout.Languages;
using Readout.Pages;
using Readout.Text;

namespace Readout.Articles.Dates;

/// <summary>Where a stamp can stand on a page, seen from the headline and the report.</summary>
internal enum StampPlace { FarAbove, Above, Between, Inside, Below, FarBelow }

/// <summary>
/// Says of each block how likely a date in it is the page's own: by its place between headline and report, and by
/// the elements between it and the one that also holds the headline.
/// </summary>
internal sealed class StampPlaces
{
    private const int AboveReach = 25;
    private const int CloseAbove = 3;
    private const int CloseBelow = 4;
    private const int BelowReach = 12;
    private const int MinTextWords = 20;

    private static readonly Lazy<(string[] Elsewhere, string[] Stamp)> Words = new(Load);

    private readonly Layout _layout;
    private readonly int _title;
    private readonly int _text;
    private readonly HashSet<PageElement> _around = [];

    public StampPlaces(Layout layout, int titleIndex)
    {
        _layout = layout;
        _title = Math.Clamp(titleIndex, 0, Math.Max(0, layout.Blocks.Count - 1));
        _text = layout.First;
        foreach (var index in layout.Body)
        {
            if (index > _title && layout.Blocks[index] is { IsSentence: true, Words: >= MinTextWords })
            {
                _text = index;
                break;
            }
        }
        for (var element = layout.Blocks.Count > 0 ? layout.Blocks[_title].Block.Element : null; element is not null; element = element.Parent)
            _around.Add(element);
    }

    /// <summary>Index of the report's first block of any length below the headline.</summary>
    public int TextStart => _text;

    public int Title => _title;

    public StampPlace Of(int index)
    {
        var last = _layout.Body.Count > 0 ? _layout.Last : _title + AboveReach;
        if (index <= _title)
            return _title - index <= CloseAbove ? StampPlace.Above : StampPlace.FarAbove;
        if (index < _text)
            return _layout.Body.Count > 0 || index - _title <= CloseBelow ? StampPlace.Between : StampPlace.Below;
        return index <= last ? StampPlace.Inside : index <= last + BelowReach ? StampPlace.Below : StampPlace.FarBelow;
    }

    /// <summary>Trust in a place, on the scale of <see cref="DateEvidence.Rank"/>.</summary>
    public int Rank(StampPlace place, int index) => place switch
    {
        StampPlace.Between => 76,
        StampPlace.Above => 64,
        StampPlace.FarAbove => _title - index <= AboveReach ? 40 : 10,
        StampPlace.Inside => index - _text <= 3 ? 62 : 52,
        StampPlace.Below => 44,
        _ => 20,
    };

    /// <summary>What the markup around a block adds or takes.</summary>
    public int Markup(BlockView block, StampPlace place)
    {
        // Between headline and text little else stands than the article's own.
        var foreign = place == StampPlace.Between ? -10 : -25;
        var (elsewhere, stamp) = Words.Value;
        var change = block.Block.Kind == BlockKind.Caption ? -25 : 0;
        var near = 0;
        for (var element = block.Block.Element; element is not null && !_around.Contains(element); element = element.Parent)
        {
            // A card or a comment is an article of its own, and so is what stands beside the page's.
            if (element.Name is "aside" or "nav" or "figcaption" || (element.Name == "footer" && element.Parent?.Name is "body" or null) || Mentions(element.Label, elsewhere))
                change = Math.Min(change, foreign);
            else if (element.Name == "article")
                change = Math.Min(change, foreign / 2);
            else if (near++ < 2 && change == 0 && Mentions(element.Label, stamp))
                change = 4;
        }
        return change;
    }

    private static bool Mentions(string label, string[] words)
    {
        if (label.Length == 0)
            return false;
        foreach (var word in words)
        {
            if (label.Contains(word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private static (string[] Elsewhere, string[] Stamp) Load()
    {
        var rows = Resource.Rows("stamp-places.tsv").ToLookup(r => r[0], r => r[1], StringComparer.Ordinal);
        return ([.. rows["elsewhere"]], [.. rows["stamp"]]);
    }
}
