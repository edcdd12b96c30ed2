using System.Buffers;
using System.Text;

namespace Readout.Pages;

/// <summary>
/// Bounds how deep elements nest before the page is parsed: a tree builder walks its stack of open
/// elements again and again, so a page of nothing but opening tags would take quadratic time.
/// </summary>
internal static class HtmlDepth
{
    /// <summary>Real pages stay below 60; generated ones below 200.</summary>
    public const int Max = 400;

    // Elements that have no end tag or close by themselves: leaving them out keeps a page with lazy markup from looking deep.
    private static readonly HashSet<string> Unnested = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "optgroup", "html", "head", "body",
    };

    private static readonly string[] Raw = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];

    /// <summary>The markup with tags beyond the bound replaced by line breaks; the same string where nothing is.</summary>
    public static string Limit(string html, out bool nested)
    {
        nested = Scan(html, null) > Max;
        if (!nested)
            return html;
        var output = new StringBuilder(html.Length);
        Scan(html, output);
        return output.ToString();
    }

    // Gives the greatest depth; with an output, copies the markup and flattens what lies deeper than the bound.
    private static int Scan(string html, StringBuilder? output)
    {
        var lookup = Unnested.GetAlternateLookup<ReadOnlySpan<char>>();
        int depth = 0, deepest = 0, copied = 0, at = 0;
        var drawing = false;
        while (at < html.Length)
        {
            var open = html.AsSpan(at).IndexOf('<');
            if (open < 0)
                break;
            at += open;
            var closing = at + 1 < html.Length && html[at + 1] == '/';
            var nameStart = at + (closing ? 2 : 1);
            var nameEnd = nameStart;
            while (nameEnd < html.Length && (char.IsAsciiLetterOrDigit(html[nameEnd]) || html[nameEnd] is '-' or ':'))
                nameEnd++;
            if (nameEnd == nameStart)
            {
                at = html.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal) ? After(html, "-->", at + 4) : at + 1;
                continue;
            }
            var name = html.AsSpan(nameStart, nameEnd - nameStart);
            var end = TagEnd(html, nameEnd);
            if (!closing && RawElement(name) is { } raw)
            {
                at = After(html, "</" + raw, end);
                continue;
            }
            if (name.Equals("svg", StringComparison.OrdinalIgnoreCase))
                drawing = !closing;
            // Only drawings know elements that close themselves; in HTML the slash is ignored.
            var selfClosing = drawing && end >= 2 && html[end - 1] == '>' && html[end - 2] == '/';
            if (!lookup.Contains(name) && !selfClosing)
            {
                var beyond = closing ? depth > Max : depth >= Max;
                depth = closing ? Math.Max(0, depth - 1) : depth + 1;
                deepest = Math.Max(deepest, depth);
                if (output is not null && beyond)
                {
                    output.Append(html, copied, at - copied);
                    output.Append('\n');
                    copied = end;
                }
            }
            at = end;
        }
        output?.Append(html, copied, html.Length - copied);
        return deepest;
    }

    private static readonly SearchValues<char> TagStops = SearchValues.Create(">\"'");

    private static int TagEnd(string html, int at)
    {
        while (true)
        {
            var next = html.AsSpan(at).IndexOfAny(TagStops);
            if (next < 0)
                return html.Length;
            at += next;
            if (html[at] == '>')
                return at + 1;
            // A quote only opens a value after '='; a stray one in broken markup must not swallow the page.
            var isValue = at > 0 && html[at - 1] == '=';
            var close = isValue ? html.IndexOf(html[at], at + 1) : -1;
            at = close < 0 ? at + 1 : close + 1;
        }
    }

    private static string? RawElement(ReadOnlySpan<char> name)
    {
        foreach (var raw in Raw)
        {
            if (name.Equals(raw, StringComparison.OrdinalIgnoreCase))
                return raw;
        }
        return null;
    }

    private static int After(string html, string mark, int from)
    {
        var found = from >= html.Length ? -1 : html.IndexOf(mark, from, StringComparison.OrdinalIgnoreCase);
        return found < 0 ? html.Length : found + mark.Length;
    }
}
