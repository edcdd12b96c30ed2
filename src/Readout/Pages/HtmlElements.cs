using Readout.Pages.Dom;

namespace Readout.Pages;

/// <summary>What HTML elements do to the flow of text.</summary>
internal static class HtmlElements
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend",
        "li", "main", "menu", "nav", "ol", "p", "picture", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
        "tr", "ul", "amp-ad", "amp-carousel",
    };

    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal)
    {
        "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "embed", "audio", "video", "canvas", "map",
        "select", "datalist", "textarea", "input", "option", "head", "title", "meta", "link", "noframes", "img", "progress", "meter",
        "rt", "rp", "rtc",
    };

    private static readonly HashSet<string> Apart = new(StringComparer.Ordinal) { "a", "span", "label", "time", "cite", "small", "strong", "address", "b", "em" };

    /// <summary>How a word is said, written over it: no part of the line.</summary>
    public static bool IsGloss(string name) => name is "rt" or "rp" or "rtc";

    /// <summary>What readers without scripts, and scripts themselves, get to see.</summary>
    public static bool IsFallback(string name) => name is "noscript" or "template";

    /// <summary>Inline elements that are apart from the words beside them: boxes by their own style, and the marks of notes.</summary>
    public static bool IsBox(DomElement element)
    {
        if (element.Name == "sup")
            return element.FirstElement is { Name: "a" } link && (link.Attribute("href") ?? "").StartsWith('#');
        // What floats is a letter drawn large, which the word goes on from.
        return element.HasAttributes && (element.Name is "span" or "a" or "b" or "i" or "em" or "strong" or "small" or "label") && element.Attribute("style") is { } style
            && !style.Contains("float", StringComparison.OrdinalIgnoreCase)
            && (Declares(style, "display", "inline-block") || Declares(style, "display", "block") || Declares(style, "display", "flex") || Declares(style, "display", "inline-flex"));
    }

    // A page's own elements ("news-card") hold parts of it; what they are to the line only their styles know.
    public static bool IsBlock(string name) => Blocks.Contains(name) || IsCustom(name);

    /// <summary>An element that the page itself defines.</summary>
    public static bool IsCustom(string name) => name.Contains('-', StringComparison.Ordinal) && !name.Contains(':', StringComparison.Ordinal) && name is not ("font-face" or "missing-glyph" or "color-profile" or "annotation-xml");

    /// <summary>Elements that hold running text, and no entries side by side.</summary>
    public static bool RunsOn(string name) => name is "p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "blockquote" or "figcaption";

    /// <summary>Inline elements that, side by side without a blank, are still separate words: menu entries, stamps, labels.</summary>
    public static bool StandsApart(string name) => Apart.Contains(name);

    /// <summary>Elements whose words form one block, so that the block's container is the parent.</summary>
    public static bool HoldsWordsOnly(string name) =>
        name is "p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "li" or "td" or "th" or "dt" or "dd" or "figcaption" or "caption" or "pre" or "summary" or "button" or "blockquote";

    /// <summary>Kind and heading level of the block held by an element.</summary>
    public static (BlockKind Kind, int Level) KindOf(HtmlFrame frame)
    {
        for (var at = frame; at is not null; at = at.Parent)
        {
            switch (at.Name)
            {
                case ['h', >= '1' and <= '6' and var digit]: return (BlockKind.Heading, digit - '0');
                case "figcaption" or "caption" or "figure": return (BlockKind.Caption, 0);
                case "pre": return (BlockKind.Preformatted, 0);
                case "blockquote": return (BlockKind.Quote, 0);
                case "li" or "dt" or "dd": return (BlockKind.ListItem, 0);
                case "td" or "th": return (at == frame ? BlockKind.TableCell : BlockKind.Paragraph, 0);
                case "article" or "section" or "main" or "body": return (BlockKind.Paragraph, 0);
            }
        }
        return (BlockKind.Paragraph, 0);
    }

    /// <summary>Elements that show a reader no text, whatever they hold.</summary>
    public static bool IsSkipped(string name) => Skipped.Contains(name);

    /// <summary>True for an element that shows a reader no text.</summary>
    public static bool IsSkipped(DomElement element)
    {
        if (element.Kind.IsSkipped)
            return true;
        // Pages hide their whole body until a script has run; that is no reason to read nothing.
        if (!element.HasAttributes || element.Name is "body" or "main" or "article" or "html")
            return false;
        if (element.Has("hidden"))
            return true;
        if (string.Equals(element.Attribute("aria-hidden"), "true", StringComparison.OrdinalIgnoreCase))
            return true;
        if (element.Name is "span" or "small" or "em" or "b" or "i" && element.Attribute("class") is { } label && IsForListeners(label))
            return true;
        return element.Attribute("style") is { } style && HidesItself(style);
    }

    // What only screen readers say: "opens in a new tab". By the names that style libraries give the class.
    private static bool IsForListeners(string label)
    {
        foreach (var range in label.AsSpan().Split(' '))
        {
            if (label.AsSpan(range) is "sr-only" or "visually-hidden" or "visuallyhidden" or "screen-reader-text" or "screen-reader-only" or "u-visually-hidden" or "visuallyHidden" or "assistive-text" or "a11y-hidden" or "accessibility-hidden")
                return true;
        }
        return false;
    }

    private static bool HidesItself(string style) => Declares(style, "display", "none") || Declares(style, "visibility", "hidden");

    private static bool Declares(string style, string property, string value)
    {
        var at = style.IndexOf(property, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return false;
        var rest = style.AsSpan(at + property.Length).TrimStart();
        return rest.Length > 0 && rest[0] == ':' && rest[1..].TrimStart().StartsWith(value, StringComparison.OrdinalIgnoreCase);
    }
}
