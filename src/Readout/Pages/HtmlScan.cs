using System.Buffers;
using System.Globalization;

namespace Readout.Pages;

/// <summary>
/// One walk over a page's tags, by the states of the HTML Standard's tokenizer. It copies the markup and leaves out what is
/// nested beyond the bounds, and what nobody reads: scripts, styles, comments, drawings, most attributes. The parser makes the
/// same tree of it. Where a tag's meaning hangs on the tree around it, nothing but what lies beyond the bounds is left out.
/// </summary>
internal sealed class HtmlScan
{
    private const string EmptyComment = "<!---->";
    private const int MaxScripts = 100_000;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create("\t\n\f\r />");
    private static readonly SearchValues<char> AttributeEnds = SearchValues.Create("\t\n\f\r />=");
    private static readonly SearchValues<char> ValueEnds = SearchValues.Create("\t\n\f\r >");

    private readonly string _html;
    private readonly bool _trims;
    private readonly HtmlDepth _depth = new();
    private readonly List<(int Start, int End)> _scripts = [];
    private char[] _output = [];
    private int _length;
    private int _copied;
    private bool _inSelect;
    private bool _isStrange;
    private bool _hasTemplate;

    private HtmlScan(string html, bool trims) => (_html, _trims) = (html, trims);

    /// <summary>Reads markup.</summary>
    /// <param name="html">The markup, line breaks as they came.</param>
    /// <param name="trims">False to leave in what nobody reads.</param>
    public static HtmlMarkup Read(string html, bool trims = true)
    {
        var scan = new HtmlScan(html, trims);
        return scan.Run() ?? new HtmlScan(html, trims: false).Run()!;
    }

    private HtmlMarkup? Run()
    {
        for (var at = 0; at < _html.Length && !_isStrange;)
        {
            var open = _html.AsSpan(at).IndexOf('<');
            if (open < 0)
                break;
            at = Tag(at + open);
        }
        if (_isStrange && _output.Length > 0)
            ArrayPool<char>.Shared.Return(_output);
        if (_isStrange)
            return null;
        if (_copied == 0)
            return new HtmlMarkup(_html, null, 0, []) { IsDeep = _depth.IsExceeded, IsIntricate = !_trims || _hasTemplate };
        CopyTo(_html.Length);
        return new HtmlMarkup(_html, _output, _length, _scripts) { IsDeep = _depth.IsExceeded, IsIntricate = !_trims || _hasTemplate };
    }

    // From a '<' to behind what it opens.
    private int Tag(int at)
    {
        if (at + 1 >= _html.Length)
            return _html.Length;
        if (_html[at + 1] is '!' or '?')
            return Declaration(at);
        var closing = _html[at + 1] == '/';
        var start = at + (closing ? 2 : 1);
        if (start >= _html.Length || !char.IsAsciiLetter(_html[start]))
            return closing ? Behind(">", start) : start;
        var end = Next(start, NameEnds);
        if (end < 0)
            return _html.Length;
        var tag = HtmlTags.Of(_html.AsSpan(start, end - start));
        var (length, copied) = (_length, _copied);
        var after = Attributes(end, tag, trims: _trims && !closing && !HtmlAttributes.AreAllRead(tag) && tag != HtmlTag.Link, tells: false, out var endsItself);
        if (after < 0)
            return _html.Length;
        if (_depth.IsBeyond(tag, closing, endsItself))
        {
            (_length, _copied) = (length, copied);
            Replace(at, after, "\n");
            return after;
        }
        if (tag == HtmlTag.Select)
            _inSelect = !closing;
        _hasTemplate |= tag == HtmlTag.Template;
        return closing ? after : Content(tag, start, end, after, endsItself);
    }

    // What an element's start tag means for what follows.
    private int Content(HtmlTag tag, int start, int end, int after, bool endsItself)
    {
        if (_trims && (tag == HtmlTag.Strange || (_inSelect && (tag is HtmlTag.Raw or HtmlTag.Style or HtmlTag.Drawing))))
            _isStrange = true;
        if (_trims && tag == HtmlTag.Link)
            Attributes(end, tag, trims: true, HtmlAttributes.Tells(_html.AsSpan(end, after - end)), out _);
        if (tag == HtmlTag.Drawing && _trims && !endsItself)
            return Drawing(after);
        if (!HtmlTags.HoldsText(tag))
            return after;
        var close = tag == HtmlTag.Script ? HtmlRawText.ScriptEnd(_html, after) : HtmlRawText.End(_html, after, _html.AsSpan(start, end - start));
        if (_trims && tag == HtmlTag.Style)
            Replace(after, close, "");
        else if (_trims && tag == HtmlTag.Script && close - after >= HtmlMarkup.SignLength)
            TakeScript(after, close);
        return close;
    }

    private void TakeScript(int start, int end)
    {
        _isStrange |= _scripts.Count >= MaxScripts;
        Replace(start, end, "");
        _output[_length++] = HtmlMarkup.Sign;
        _scripts.Count.TryFormat(_output.AsSpan(_length), out var written, "D5", CultureInfo.InvariantCulture);
        _length += written;
        _scripts.Add((start, end));
    }

    // A drawing's elements show no text; where all are known ones, each closed in its turn, they go and their words stay.
    private int Drawing(int at)
    {
        var open = new HtmlDrawing();
        while (true)
        {
            var next = _html.AsSpan(at).IndexOf('<');
            if (next < 0 || at + next + 2 >= _html.Length)
                break;
            at += next;
            if (_html.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal))
            {
                at = Declaration(at);
                continue;
            }
            var closing = _html[at + 1] == '/';
            var start = at + (closing ? 2 : 1);
            var end = Next(start, NameEnds);
            var endsItself = false;
            var after = end < 0 ? -1 : Attributes(end, HtmlTag.Drawing, trims: false, tells: false, out endsItself);
            if (after < 0 || !open.Take(_html.AsSpan(start, end - start), _html.AsSpan(end, after - end), closing, endsItself))
                break;
            if (open.IsClosed)
                return at;
            Replace(at, after, "");
            at = after;
        }
        _isStrange = true;
        return at;
    }

    private int Declaration(int at)
    {
        if (!_html.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal))
            return Behind(">", at + 2);
        // The dashes that open a comment may close it too.
        var body = _html.AsSpan(at + 4);
        var after = body.StartsWith(">", StringComparison.Ordinal) ? at + 5
            : body.StartsWith("->", StringComparison.Ordinal) ? at + 6
            : CommentEnd(at + 4);
        if (_trims && after - at > EmptyComment.Length)
            Replace(at, after, EmptyComment);
        return after;
    }

    private int CommentEnd(int at)
    {
        while (true)
        {
            at = Behind("--", at);
            if (at >= _html.Length || _html[at] == '>')
                return Math.Min(at + 1, _html.Length);
            if (_html.AsSpan(at).StartsWith("!>", StringComparison.Ordinal))
                return at + 2;
            at--;       // of three dashes the last two may be the ones that close
        }
    }

    // From behind a tag's name to behind its end; −1 where it has none.
    private int Attributes(int at, HtmlTag tag, bool trims, bool tells, out bool endsItself)
    {
        endsItself = false;
        while (true)
        {
            at = SkipBlanks(at);
            if (at >= _html.Length)
                return -1;
            if (_html[at] == '>')
                return at + 1;
            if (_html[at] == '/')
            {
                endsItself = at + 1 < _html.Length && _html[at + 1] == '>';
                at++;
                continue;
            }
            var start = at;
            var end = Next(at + 1, AttributeEnds);
            if (end < 0)
                return -1;
            var value = SkipBlanks(end);
            at = end;
            if (value < _html.Length && _html[value] == '=')
                (value, at) = Value(SkipBlanks(value + 1));
            if (at < 0)
                return -1;
            if (trims && !HtmlAttributes.IsRead(tag, _html.AsSpan(start, end - start), value < at ? _html.AsSpan(value, at - value).Trim("\"'") : "", tells))
                // A slash before the name must not meet the end of the tag.
                Replace(start, at, _html[start - 1] == '/' ? " " : "");
        }
    }

    // Where a value begins, its quote counted in, and behind its end; −1 where it has none.
    private (int Start, int After) Value(int at)
    {
        if (at >= _html.Length)
            return (at, -1);
        if (_html[at] == '>')
            return (at, at);
        if (_html[at] is not ('"' or '\''))
            return (at, Next(at, ValueEnds));
        var close = _html.IndexOf(_html[at], at + 1);
        return (at, close < 0 ? -1 : close + 1);
    }

    private int SkipBlanks(int at)
    {
        while (at < _html.Length && _html[at] is ' ' or '\t' or '\n' or '\f' or '\r')
            at++;
        return at;
    }

    private int Next(int at, SearchValues<char> ends)
    {
        var next = at >= _html.Length ? -1 : _html.AsSpan(at).IndexOfAny(ends);
        return next < 0 ? -1 : at + next;
    }

    private int Behind(string mark, int from)
    {
        var found = from >= _html.Length ? -1 : _html.IndexOf(mark, from, StringComparison.Ordinal);
        return found < 0 ? _html.Length : found + mark.Length;
    }

    private void Replace(int start, int end, string words)
    {
        CopyTo(start);
        words.CopyTo(_output.AsSpan(_length));
        _length += words.Length;
        _copied = end;
    }

    // What is put in is never longer than what is left out, so that the room of the markup is enough.
    private void CopyTo(int end)
    {
        if (_output.Length == 0)
            _output = ArrayPool<char>.Shared.Rent(_html.Length);
        _html.AsSpan(_copied, end - _copied).CopyTo(_output.AsSpan(_length));
        _length += end - _copied;
        _copied = end;
    }
}
