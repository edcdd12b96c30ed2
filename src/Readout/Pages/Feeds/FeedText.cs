using System.Net;
using System.Text;
using Readout.Pages.Xml;

namespace Readout.Pages.Feeds;

/// <summary>The words of a feed: as plain text, as HTML, as names of people.</summary>
internal static class FeedText
{
    // What is longer is no headline and no name.
    private const int MaxTitle = 4000;

    /// <summary>Plain words of a headline that may be markup, escaped once or not at all; null where none are left.</summary>
    public static string? Plain(string? markup)
    {
        if (markup is null)
            return null;
        if (markup.Length > MaxTitle)
            markup = markup[..MaxTitle];
        var text = new StringBuilder(markup.Length);
        var at = 0;
        while (at < markup.Length)
        {
            var open = markup.IndexOf('<', at);
            // "3 < 4" is no markup
            var end = open >= 0 && open + 1 < markup.Length && (char.IsLetter(markup[open + 1]) || markup[open + 1] is '/' or '!') ? markup.IndexOf('>', open) : -1;
            if (end < 0)
            {
                var next = open < 0 ? markup.Length : open + 1;
                text.Append(markup, at, next - at);
                at = next;
                if (open >= 0 && !markup.AsSpan(at).Contains('>'))
                {
                    text.Append(markup, at, markup.Length - at);
                    break;
                }
                continue;
            }
            text.Append(markup, at, open - at).Append(Parts(markup.AsSpan(open, end - open)) ? " " : "");
            at = end + 1;
        }
        return Folded(XmlText.Decode(text.ToString().Replace("<", "&lt;", StringComparison.Ordinal), keepReferences: false));
    }

    /// <summary>White space folded to single blanks; null where nothing is left.</summary>
    public static string? Folded(string? text)
    {
        if (text is null)
            return null;
        var words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? null : words;
    }

    /// <summary>An Atom text construct as HTML: what is said to be plain text is escaped.</summary>
    public static string? Html(XmlElement? element)
    {
        if (element is null)
            return null;
        var type = (element.Attribute("type") ?? "").Trim().ToLowerInvariant();
        var markup = element.Attribute("mode") is { } mode && mode.Equals("base64", StringComparison.OrdinalIgnoreCase) ? Base64(element.Text)
            : type.Contains("xhtml", StringComparison.Ordinal) && element.Children is [{ LocalName: "div" } div, ..] ? XmlText.Decode(div.Inner, keepReferences: true).Trim()
            : IsBinary(type) ? Base64(element.Text)
            : element.Markup;
        return markup.Length == 0 ? null : markup;
    }

    /// <summary>A name without the address of mail that RSS wants with it; null where only an address is given.</summary>
    public static string? Name(string? person)
    {
        var name = Plain(person);
        if (name is null || !name.Contains('@', StringComparison.Ordinal))
            return name;
        var (open, close) = (name.IndexOf('('), name.LastIndexOf(')'));
        if (open < 0 || close < open)
            (open, close) = (name.IndexOf('<'), name.LastIndexOf('>'));
        if (open < 0 || close < open)
            return Folded(string.Join(' ', name.Split(' ').Where(w => !w.Contains('@', StringComparison.Ordinal))));
        var (inside, outside) = (name[(open + 1)..close], name[..open]);
        return Folded(inside.Contains('@', StringComparison.Ordinal) ? outside : inside);
    }

    /// <summary>Plain text as HTML.</summary>
    public static string Escape(string text) =>
        string.Join("\n", text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(p => $"<p>{WebUtility.HtmlEncode(p.Trim())}</p>"));

    private static bool Parts(ReadOnlySpan<char> tag) => tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("</p", StringComparison.OrdinalIgnoreCase);

    // Atom 1.0: a media type that is no text is in Base64. Types that nobody knows are left as they are.
    private static bool IsBinary(string type) =>
        type.Contains('/', StringComparison.Ordinal) && type.Split('/')[0] is "image" or "audio" or "video" || type is "application/octet-stream" or "application/pdf";

    private static string Base64(string text)
    {
        var bytes = new byte[(text.Length * 3 / 4) + 3];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Decoder.Decode(bytes.AsSpan(0, length)).Text.Trim() : text;
    }
}
