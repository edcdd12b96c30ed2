using System.Buffers;
using System.Text;

namespace Readout.Pages;

/// <summary>
/// Bounds what makes a tree builder slow before it starts: it walks its stack of open elements again and again, opens all
/// unclosed formatting anew in every paragraph, and searches the whole tree at every base element. Pages of nothing but
/// opening tags would take quadratic time.
/// </summary>
internal static class HtmlDepth
{
    /// <summary>Real pages stay below 60; generated ones below 200.</summary>
    public const int Max = 250;

    // Lazy markup leaves a few open; a page that leaves more says nothing by it.
    private const int MaxFormatting = 24;
    private const int MaxBases = 4;

    private enum Tag { Nested, Unnested, Formatting, Base, Drawing, Raw }

    // No name that matters here has more than eight letters: they fit a number.
    private static readonly Dictionary<ulong, Tag> Tags = Load(
        (Tag.Unnested, "area br col embed hr img input link meta param source track wbr p li dt dd td th tr tbody thead tfoot option optgroup html head body"),
        (Tag.Formatting, "b big code em font i nobr s small strike strong tt u"),
        (Tag.Base, "base"),
        (Tag.Drawing, "svg"),
        (Tag.Raw, "script style textarea title xmp iframe noembed noframes"));

    /// <summary>The markup with tags beyond the bounds replaced by line breaks; the same string where nothing is.</summary>
    public static string Limit(string html, out bool nested)
    {
        var first = new Scan(html, null);
        first.Run();
        nested = first.Deepest > Max;
        if (!nested && first.Formatting <= MaxFormatting && first.Bases <= MaxBases)
            return html;
        var output = new StringBuilder(html.Length);
        new Scan(html, output).Run();
        return output.ToString();
    }

    private static Dictionary<ulong, Tag> Load(params ReadOnlySpan<(Tag Tag, string Names)> lists)
    {
        var tags = new Dictionary<ulong, Tag>();
        foreach (var (tag, names) in lists)
        {
            foreach (var name in names.Split(' '))
                tags[Pack(name)] = tag;
        }
        return tags;
    }

    private static ulong Pack(ReadOnlySpan<char> name)
    {
        if (name.Length > 8)
            return 0;
        ulong packed = 0;
        foreach (var c in name)
            packed = (packed << 8) | (byte)(c | 0x20);
        return packed;
    }

    private static readonly SearchValues<char> TagStops = SearchValues.Create(">\"'");

    /// <summary>One walk over the tags; with an output, it copies the markup and leaves out what lies beyond the bounds.</summary>
    private sealed class Scan(string html, StringBuilder? output)
    {
        private int _depth;
        private int _open;
        private int _dropped;
        private int _copied;
        private bool _isDrawing;

        public int Deepest { get; private set; }

        public int Formatting { get; private set; }

        public int Bases { get; private set; }

        public void Run()
        {
            var at = 0;
            while (at < html.Length)
            {
                var open = html.AsSpan(at).IndexOf('<');
                if (open < 0)
                    break;
                at = Read(at + open);
            }
            output?.Append(html, _copied, html.Length - _copied);
        }

        private int Read(int at)
        {
            var closing = at + 1 < html.Length && html[at + 1] == '/';
            var start = at + (closing ? 2 : 1);
            var end = start;
            while (end < html.Length && (char.IsAsciiLetterOrDigit(html[end]) || html[end] is '-' or ':'))
                end++;
            if (end == start)
                return html.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal) ? After("-->", at + 4) : at + 1;
            var tag = Tags.GetValueOrDefault(Pack(html.AsSpan(start, end - start)));
            var after = TagEnd(end);
            if (tag == Tag.Raw && !closing)
                return After("</" + html[start..end], after);
            if (IsBeyond(tag, closing, after))
            {
                output?.Append(html, _copied, at - _copied).Append('\n');
                _copied = after;
            }
            return after;
        }

        private bool IsBeyond(Tag tag, bool closing, int after)
        {
            if (tag is Tag.Formatting)
                return IsBeyondFormatting(closing);
            if (tag == Tag.Base)
                return ++Bases > MaxBases;
            if (tag == Tag.Drawing)
                _isDrawing = !closing;
            // Only drawings know elements that close themselves; in HTML the slash is ignored.
            var selfClosing = _isDrawing && after >= 2 && html[after - 1] == '>' && html[after - 2] == '/';
            if (tag is Tag.Unnested or Tag.Raw || selfClosing)
                return false;
            var beyond = closing ? _depth > Max : _depth >= Max;
            _depth = closing ? Math.Max(0, _depth - 1) : _depth + 1;
            Deepest = Math.Max(Deepest, _depth);
            return beyond;
        }

        // What was left out is closed before what was kept.
        private bool IsBeyondFormatting(bool closing)
        {
            if (closing)
            {
                if (_dropped > 0)
                    return _dropped-- > 0;
                _open = Math.Max(0, _open - 1);
                return false;
            }
            Formatting = Math.Max(Formatting, _open + 1);
            if (_open >= MaxFormatting)
                return ++_dropped > 0;
            _open++;
            return false;
        }

        private int TagEnd(int at)
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

        private int After(string mark, int from)
        {
            var found = from >= html.Length ? -1 : html.IndexOf(mark, from, StringComparison.OrdinalIgnoreCase);
            return found < 0 ? html.Length : found + mark.Length;
        }
    }
}
