using System.Collections.Frozen;
using System.Text;
using System.Text.Encodings.Web;
using Readout.Pages;
using Readout.Pages.Dom;

namespace Readout.Web.Captures;

/// <summary>
/// An original for the eye: its headings, paragraphs, lists and tables, written anew from its tree. Only elements that this file names get
/// through, without attributes but those that say how a table hangs together and which way a text runs; so there is nothing in it that
/// a browser could run or ask anybody for, whatever the page was.
/// </summary>
internal static class CaptureView
{
    /// <summary>Pages whose markup is larger are shown as text alone.</summary>
    public const int MostBytes = 8 << 20;

    /// <summary>The only style that the answer's policy lets through, by its hash.</summary>
    public const string Style =
        ":root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:1rem;overflow-wrap:anywhere}table{border-collapse:collapse}td,th{border:1px solid;padding:.2rem .4rem}.ours{font-size:.8em;border:1px dashed;padding:0 .3rem}u{text-decoration-style:dotted}";

    // None of these holds raw text, loads anything, or is read otherwise by a second parser.
    private static readonly FrozenSet<string> s_kept = new[]
    {
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "figure", "figcaption", "article", "section", "header",
        "footer", "aside", "nav", "main", "div", "span", "b", "strong", "i", "em", "u", "s", "del", "ins", "q", "cite", "sub", "sup", "small", "time", "mark",
        "abbr", "address", "hr", "br", "wbr", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "bdi", "bdo", "ruby", "rt", "rp",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_empty = new[] { "hr", "br", "wbr" }.ToFrozenSet(StringComparer.Ordinal);

    // What stands in these is for programs, or belongs to other documents.
    private static readonly FrozenSet<string> s_dropped = new[]
    {
        "script", "style", "template", "iframe", "frame", "frameset", "object", "embed", "svg", "math", "canvas", "audio", "video", "textarea", "select",
        "noframes", "noembed", "head", "title", "plaintext", "xmp", "listing",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The view as a whole document; null where the original is no page in HTML, or too large for it.</summary>
    public static string? Of(ReadOnlyMemory<byte> bytes, PageBearer? bearer)
    {
        using var unpacked = Gzip.IsCompressed(bytes.Span) ? Gzip.Inflate("capture", bytes) : null;
        var content = unpacked?.Memory ?? bytes;
        if (content.Length > MostBytes || !LooksLikeHtml(content.Span))
            return null;
        using var markup = HtmlScan.Read(Readout.Pages.Decoder.Decode(content.Span, bearer?.Charset).Text, trims: false);
        using var document = DomDocument.Parse(markup);
        var html = new StringBuilder("<!DOCTYPE html><html lang=\"\"><head><meta charset=\"utf-8\"><title>Original</title><style>").Append(Style).Append("</style></head><body>");
        if (document.Body is { } body)
            Write(body, html);
        return html.Append("</body></html>").ToString();
    }

    /// <summary>It has a view.</summary>
    public static bool Is(ReadOnlyMemory<byte> bytes)
    {
        using var unpacked = Gzip.IsCompressed(bytes.Span) ? Gzip.Inflate("capture", bytes) : null;
        var content = unpacked?.Memory ?? bytes;
        return content.Length <= MostBytes && LooksLikeHtml(content.Span);
    }

    private static bool LooksLikeHtml(ReadOnlySpan<byte> content)
    {
        if (MhtmlPage.IsMessage(content))
            return false;
        var head = Encoding.Latin1.GetString(content[..Math.Min(content.Length, 4096)]);
        return head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<body", StringComparison.OrdinalIgnoreCase) || head.Contains("<head", StringComparison.OrdinalIgnoreCase);
    }

    // By a stack of its own: no page can make it as deep as a thread's.
    private static void Write(DomElement body, StringBuilder html)
    {
        var open = new Stack<(DomNode? Next, string? Close)>();
        open.Push((body.First, null));
        while (open.TryPop(out var level))
        {
            if (level.Next is not { } node)
            {
                if (level.Close is { } close)
                    html.Append("</").Append(close).Append('>');
                continue;
            }
            open.Push((node.Next, level.Close));
            switch (node)
            {
                case DomText words:
                    html.Append(HtmlEncoder.Default.Encode(words.Data.ToString()));
                    break;
                case DomElement element when !element.Kind.IsHtml || s_dropped.Contains(element.Name):
                    break;
                case DomElement { Name: "img" } picture:
                    Label("picture", picture.Attribute("alt"), html);
                    break;
                case DomElement { Name: "a" } link when link.First is not null:
                    html.Append("<u>");
                    open.Push((link.First, "u"));
                    break;
                case DomElement element when s_empty.Contains(element.Name):
                    html.Append('<').Append(element.Name).Append('>');
                    break;
                case DomElement element when s_kept.Contains(element.Name):
                    Begin(element, html);
                    open.Push((element.First, element.Name));
                    break;
                case DomElement element:
                    // unknown to this file: its words without it
                    open.Push((element.First, null));
                    break;
            }
        }
    }

    private static void Begin(DomElement element, StringBuilder html)
    {
        html.Append('<').Append(element.Name);
        if (element.Attribute("dir") is { } way && way.ToLowerInvariant() is "ltr" or "rtl" or "auto")
            html.Append(" dir=\"").Append(element.Attribute("dir")!.ToLowerInvariant()).Append('"');
        foreach (var name in (ReadOnlySpan<string>)["colspan", "rowspan"])
        {
            if (int.TryParse(element.Attribute(name), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var cells) && cells is > 0 and < 1000)
                html.Append(System.Globalization.CultureInfo.InvariantCulture, $" {name}=\"{cells}\"");
        }
        html.Append('>');
    }

    private static void Label(string what, string? words, StringBuilder html) =>
        html.Append("<span class=\"ours\">").Append(what).Append(string.IsNullOrWhiteSpace(words) ? "" : ": " + HtmlEncoder.Default.Encode(words)).Append("</span>");
}
