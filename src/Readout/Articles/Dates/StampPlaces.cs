using Readout.Pages;

namespace Readout.Articles.Dates;

/// <summary>Where a stamp can stand on a page, seen from the headline and the report.</summary>
internal enum StampPlace { FarAbove, Above, Between, Inside, Below, FarBelow }

/// <summary>Says of each block how likely a date in it is the page's own, by its place between headline and report.</summary>
internal sealed class StampPlaces
{
    private const int AboveReach = 25;
    private const int CloseAbove = 3;
    private const int CloseBelow = 4;
    private const int BelowReach = 12;
    private const int MinTextWords = 20;

    private readonly Layout _layout;
    private readonly int _title;
    private readonly int _text;
    private readonly StampElements _elements;

    public StampPlaces(Layout layout, int titleIndex)
    {
        _layout = layout;
        _title = Headline(layout, Math.Clamp(titleIndex, 0, Math.Max(0, layout.Blocks.Count - 1)));
        _text = layout.First;
        foreach (var index in layout.Body)
        {
            if (index > _title && layout.Blocks[index] is { IsSentence: true, Words: >= MinTextWords })
            {
                _text = index;
                break;
            }
        }
        _elements = new StampElements(layout, _title);
    }

    public int Title => _title;

    public StampElements Elements => _elements;

    public StampPlace Of(int index)
    {
        var last = _layout.Body.Count > 0 ? _layout.Last : _title + AboveReach;
        if (index <= _title)
            return _title - index <= CloseAbove ? StampPlace.Above : StampPlace.FarAbove;
        if (index < _text || index - _title <= 2)
            return _layout.Body.Count > 0 || index - _title <= CloseBelow ? StampPlace.Between : StampPlace.Below;
        return index <= last ? StampPlace.Inside : index <= last + BelowReach ? StampPlace.Below : StampPlace.FarBelow;
    }

    /// <summary>Trust in a place, on the scale of <see cref="DateEvidence.Rank"/>.</summary>
    public int Rank(StampPlace place, int index) => place switch
    {
        StampPlace.Between => 76,
        StampPlace.Above => 64,
        StampPlace.FarAbove => _title - index <= AboveReach ? 40 : 10,
        StampPlace.Inside => index - _text <= 3 ? 60 : 48,
        StampPlace.Below => 44,
        _ => 20,
    };

    // Where the headline is known from the markup alone, the heading that repeats it is its place.
    private static int Headline(Layout layout, int titleIndex)
    {
        if (layout.Blocks.Count == 0 || layout.Blocks[titleIndex].Block.Kind == BlockKind.Heading || !layout.IsHtml)
            return titleIndex;
        if ((layout.FirstMetadata("meta", "og:title") ?? layout.FirstMetadata("title", "title")) is not { } line)
            return titleIndex;
        var norm = PhraseIndex.Normalize(layout.Text.AsSpan(line.Span.Start, line.Span.Length));
        foreach (var block in layout.Blocks)
        {
            if (block.Block.Level is 1 or 2 && block.Norm.Length > 8 && (norm.StartsWith(block.Norm, StringComparison.Ordinal) || block.Norm.StartsWith(norm, StringComparison.Ordinal)))
                return block.Index;
        }
        return titleIndex;
    }
}
