using System.Buffers;
using System.Collections.Frozen;

namespace Readout.Pages;

/// <summary>A drawing inside a page (SVG), tag by tag, as long as it holds nothing but shapes and their names.</summary>
internal sealed class HtmlDrawing
{
    private const int MaxDepth = 60;

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Shapes =
        ("svg g path circle rect polygon polyline line ellipse use defs clippath mask lineargradient radialgradient stop symbol text tspan pattern marker switch title desc style image filter "
        + "animate animatetransform animatemotion fegaussianblur feoffset feblend fecolormatrix fecomposite feflood femerge femergenode fecomponenttransfer fefunca fefuncr fefuncg fefuncb femorphology feturbulence")
        .Split(' ').ToFrozenDictionary(name => name, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<string> Statements = SearchValues.Create(["itemprop", "itemtype", "property"], StringComparison.OrdinalIgnoreCase);

    private readonly List<string> _open = ["svg"];

    /// <summary>True behind the drawing's own end tag.</summary>
    public bool IsClosed => _open.Count == 0;

    /// <summary>Takes the next tag; false where it is no plain part of a drawing, or states something about the page.</summary>
    public bool Take(ReadOnlySpan<char> name, ReadOnlySpan<char> rest, bool closing, bool endsItself)
    {
        if (!Shapes.TryGetValue(name, out var shape) || rest.ContainsAny(Statements))
            return false;
        // In a title or a description HTML's own rules hold again.
        var inWords = _open[^1] is "title" or "desc";
        if (!closing)
        {
            if (inWords || _open.Count >= MaxDepth)
                return false;
            if (!endsItself)
                _open.Add(shape);
            return true;
        }
        // An end tag closes what was left open in its element.
        var at = _open.LastIndexOf(shape);
        if (at < 0 || (inWords && at < _open.Count - 1))
            return false;
        _open.RemoveRange(at, _open.Count - at);
        return true;
    }
}
