namespace Readout.Pages.Xml;

/// <summary>
/// Reads XML as sites really write it: naked markup, tags that never close or close by another name, undeclared prefixes,
/// stray ampersands, text cut off anywhere. No document type is processed and no entity expanded; depth and number of
/// elements are bounded; time is linear in the text.
/// </summary>
internal sealed class LooseXml
{
    // Feeds nest a dozen deep. What is deeper is taken for text of the element around it.
    private const int MaxDepth = 64;
    private const int MaxElements = 4_000_000;

    private readonly string _text;
    private readonly Func<XmlElement, bool> _onClosed;
    private readonly XmlNames _names = new();
    private readonly List<(XmlElement Element, string Written)> _open = [];
    private XmlElement? _root;
    private int _elements;

    private LooseXml(string text, Func<XmlElement, bool> onClosed) => (_text, _onClosed) = (text, onClosed);

    /// <summary>Reads a document and gives its outermost element; null where there is none.</summary>
    /// <param name="text">The document.</param>
    /// <param name="onClosed">Gets every element once all of it is known; where it says true, the element is let go, so that lists of any length take little room.</param>
    public static XmlElement? Read(string text, Func<XmlElement, bool>? onClosed = null) => new LooseXml(text, onClosed ?? (_ => false)).Run();

    private XmlElement? Run()
    {
        var at = 0;
        while (at < _text.Length && _elements < MaxElements)
        {
            var next = _text.IndexOf('<', at);
            if (next < 0 || next + 1 >= _text.Length)
                break;
            at = _text[next + 1] switch
            {
                '!' => Declaration(next),
                '?' => After("?>", next + 2),
                '/' => Close(next),
                var c when char.IsLetter(c) || c is '_' or ':' => Open(next),
                _ => next + 1,      // "3 < 4"
            };
        }
        while (_open.Count > 0)
            Pop(_text.Length);
        return _root;
    }

    private int After(string mark, int from)
    {
        var end = _text.IndexOf(mark, Math.Min(from, _text.Length), StringComparison.Ordinal);
        return end < 0 ? _text.Length : end + mark.Length;
    }

    private int Declaration(int at)
    {
        if (string.CompareOrdinal(_text, at, "<!--", 0, 4) == 0)
            return After("-->", at + 4);
        if (string.CompareOrdinal(_text, at, "<![CDATA[", 0, 9) == 0)
            return After("]]>", at + 9);
        // A document type with its own declarations in brackets; nothing in it is believed.
        var end = _text.AsSpan(at).IndexOfAny('>', '[');
        if (end < 0)
            return _text.Length;
        if (_text[at + end] == '>' || _open.Count > 0)
            return at + end + 1;
        var bracket = _text.IndexOf(']', at + end);
        return bracket < 0 ? _text.Length : After(">", bracket);
    }

    private int Open(int at)
    {
        var tag = XmlTag.Read(_text, at + 1);
        // After the outermost element nothing more belongs to the document.
        if (_open.Count >= MaxDepth || (_root is not null && _open.Count == 0))
            return tag.End;
        var parent = _open.Count == 0 ? null : _open[^1].Element;
        if (parent is not null)
            parent.HasMarkup = true;
        _names.Enter(tag.Attributes);
        var element = new XmlElement(_text, _names.Name(tag.Name), parent, tag.Attributes, tag.End);
        parent?.Children.Add(element);
        _root ??= element;
        _open.Add((element, tag.Name));
        _elements++;
        if (tag.IsEmpty)
            Pop(tag.End);
        return tag.End;
    }

    private int Close(int at)
    {
        var end = After(">", at);
        var name = _text.AsSpan(at + 2, Math.Max(0, end - at - 2)).TrimEnd('>').Trim().ToString();
        var depth = _open.FindLastIndex(o => string.Equals(o.Written, name, StringComparison.OrdinalIgnoreCase));
        if (depth >= 0)
        {
            while (_open.Count > depth)
                Pop(at);
        }
        else if (_open.Count > 1 && (end == _text.Length || (!_open[^1].Element.HasMarkup && Resembles(name))))
        {
            // A tag that nothing opened, behind the words of an element: its author misspelt the name, or the text was cut off in it.
            Pop(at);
        }
        return end;
    }

    // What closes naked markup (</b>, </p>) has been written by somebody who knows HTML; it closes no element of the feed.
    private bool Resembles(string name) => name.Length > 3 && _open[^1].Written.Length > 3;

    private void Pop(int contentEnd)
    {
        var (element, _) = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        _names.Leave();
        element.ContentEnd = contentEnd;
        if (_onClosed(element) && element.Parent is { Children: { Count: > 0 } siblings })
            siblings.RemoveAt(siblings.Count - 1);
    }
}
