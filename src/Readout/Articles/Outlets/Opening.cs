using Readout.Text;

namespace Readout.Articles.Outlets;

/// <summary>Finds the outlet in the mark at the head of the text.</summary>
internal static class Opening
{
    // "(ORPR) The mayor said": the mark at the head of the text is the outlet's own where the page uses it outside the text too.
    public static Sourced<string>? Find(Layout layout)
    {
        if (layout.Body.Count == 0)
            return null;
        var block = layout.Blocks[layout.First].Block.Span;
        if (Dateline.Read(layout.Text, block, null) is not { Source: { } source })
            return null;
        var name = layout.Slice(source);
        for (var i = 0; i < layout.Blocks.Count; i++)
        {
            if (i >= layout.First && i <= layout.Last)
                continue;
            var text = layout.Slice(layout.Blocks[i]);
            if (text.Contains(name, StringComparison.Ordinal) || (Acronym.Expand(text, name) is not null && layout.Blocks[i].Furniture != FurnitureKind.None))
                return new Sourced<string>(OutletFinder.Full(layout, source), source, "outlet-opening");
        }
        return null;
    }
}
