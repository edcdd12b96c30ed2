namespace Readout.Pages;

/// <summary>
/// Bounds what makes a tree builder slow before it starts: it walks its stack of open elements again and again, opens all
/// unclosed formatting anew in every paragraph, and searches the whole tree at every base element. Pages of nothing but
/// opening tags would take quadratic time.
/// </summary>
internal sealed class HtmlDepth
{
    /// <summary>Real pages stay below 60; generated ones below 200.</summary>
    public const int Max = 250;

    // Lazy markup leaves a few open; a page that leaves more says nothing by it.
    private const int MaxFormatting = 24;
    private const int MaxBases = 4;

    private int _depth;
    private int _formatting;
    private int _dropped;
    private int _bases;
    private bool _isDrawing;

    /// <summary>True once an element was nested too deep.</summary>
    public bool IsExceeded { get; private set; }

    /// <summary>Takes the next tag; true where it lies beyond the bounds and has to be left out.</summary>
    public bool IsBeyond(HtmlTag tag, bool closing, bool endsItself)
    {
        if (tag is HtmlTag.Formatting)
            return IsBeyondFormatting(closing);
        if (tag == HtmlTag.Base)
            return ++_bases > MaxBases;
        if (tag == HtmlTag.Drawing)
            _isDrawing = !closing;
        // Only drawings know elements that close themselves; in HTML the slash is ignored.
        if (HtmlTags.IsUnnested(tag) || (_isDrawing && endsItself))
            return false;
        var beyond = closing ? _depth > Max : _depth >= Max;
        _depth = closing ? Math.Max(0, _depth - 1) : _depth + 1;
        IsExceeded |= _depth > Max;
        return beyond;
    }

    // What was left out is closed before what was kept.
    private bool IsBeyondFormatting(bool closing)
    {
        if (closing)
        {
            if (_dropped > 0)
                return _dropped-- > 0;
            _formatting = Math.Max(0, _formatting - 1);
            return false;
        }
        if (_formatting >= MaxFormatting)
            return ++_dropped > 0;
        _formatting++;
        return false;
    }
}
