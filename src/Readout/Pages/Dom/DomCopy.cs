using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Readout.Pages.Dom;

/// <summary>Copies the tree that AngleSharp builds of its own elements, for the few pages on which no other will do.</summary>
internal static class DomCopy
{
    public static DomDocument Of(ReadOnlyMemory<char> markup)
    {
        using var parsed = new HtmlParser(DomDocument.Options).ParseDocument(markup);
        var document = new DomDocument();
        var open = new Stack<(INodeList Children, DomParent Parent, int Next)>();
        if (parsed.DocumentElement is { } root)
            document.Add(Element(root, open));
        while (open.TryPop(out var level))
        {
            if (level.Next >= level.Children.Length)
                continue;
            open.Push(level with { Next = level.Next + 1 });
            if (level.Children[level.Next] is IText text)
                level.Parent.Add(new DomText(text.Data.AsMemory()));
            else if (level.Children[level.Next] is IElement element)
                level.Parent.Add(Element(element, open));
            else
                level.Parent.Add(new DomRemark());
        }
        return document;
    }

    // The element itself; its children wait their turn.
    private static DomElement Element(IElement element, Stack<(INodeList Children, DomParent Parent, int Next)> open)
    {
        var apart = element.ShadowRoot?.ChildNodes ?? (element as IHtmlTemplateElement)?.Content.ChildNodes;
        var copy = new DomElement(NameOf(element)) { Apart = apart is null ? null : new DomElement(DomName.OfHtml("template".AsMemory())) };
        foreach (var attribute in element.Attributes)
            copy.SetAttribute(attribute.LocalName, attribute.Value.AsMemory());
        open.Push((element.ChildNodes, copy, 0));
        if (apart is not null)
            open.Push((apart, copy.Apart!, 0));
        return copy;
    }

    private static DomName NameOf(IElement element) =>
        element.Flags.HasFlag(NodeFlags.HtmlMember) ? DomName.OfHtml(element.LocalName.AsMemory())
        : element.Flags.HasFlag(NodeFlags.SvgMember) ? DomName.OfSvg(element.LocalName)
        : DomName.OfMath(element.LocalName);
}
