using System.Text;
using Readout.Pages.Dom;

namespace Readout.Pages;

/// <summary>
/// Renders a page's elements to blocks of text in reading order: white space folded, hidden parts left out,
/// words kept apart at element borders. Walks the tree without recursion, so depth costs no stack.
/// </summary>
internal sealed class HtmlRenderer
{
    private readonly PageWriter _writer;
    private readonly bool _withFallbacks;
    private readonly StringBuilder _words = new();
    private readonly List<HtmlFrame> _frames = [];
    private int _containers;
    private int _linkStart = -1;
    private int _linkLength;
    private bool _space;

    // Two elements meet here without a blank: words of their own, or one word with marks inside.
    private bool _meets;
    private int _breaks;

    private HtmlRenderer(PageWriter writer, bool withFallbacks) => (_writer, _withFallbacks) = (writer, withFallbacks);

    /// <summary>Renders a page.</summary>
    /// <param name="document">The page.</param>
    /// <param name="writer">Where the blocks go.</param>
    /// <param name="withFallbacks">With what only readers without scripts, and scripts themselves, get to see: noscript and template elements.</param>
    public static void Render(DomDocument document, PageWriter writer, bool withFallbacks = false)
    {
        if (document.Body is { } body)
            new HtmlRenderer(writer, withFallbacks).Walk(body);
    }

    private void Walk(DomElement root)
    {
        Enter(root);
        while (_frames.Count > 0)
        {
            switch (_frames[^1].Take())
            {
                case null:
                    Leave();
                    break;
                case DomText text:
                    Append(text.Data.Span);
                    break;
                case DomElement element:
                    Enter(element);
                    break;
            }
        }
        Flush();
    }

    private void Enter(DomElement element)
    {
        if (element.Name == "br")
        {
            Break();
            return;
        }
        var isFallback = HtmlElements.IsFallback(element.Name);
        if (HtmlElements.IsSkipped(element) && !(_withFallbacks && isFallback))
        {
            // What is read out over a character stands between none.
            _space |= !HtmlElements.IsGloss(element.Name);
            return;
        }
        // A page's own element within a line ("a <x-term>weir</x-term>") is part of it.
        var isTerm = HtmlElements.IsCustom(element.Name) && _frames.Count > 0 && HtmlElements.RunsOn(Holder().Name);
        var isBlock = element.Kind.IsBlock && !isTerm || isFallback;
        var isBox = !isBlock && HtmlElements.IsBox(element);
        var standsApart = !isBlock && (element.Kind.StandsApart || isTerm);
        if (isBlock)
            Flush();
        else if (isBox)
            _space = true;
        else if (standsApart && element.Previous is DomElement)
            _meets = true;
        var parent = _frames.Count > 0 ? _frames[^1] : null;
        var endsApart = isBox && element.Name != "sup";
        _frames.Add(new HtmlFrame(element, parent, isBlock, isBlock ? ++_containers : parent?.Container ?? 0) { EndsApart = endsApart, Meets = standsApart && element.Next is DomElement });
        if (element.Name == "a" && _linkStart < 0)
            _linkStart = _words.Length + (_words.Length > 0 && _space ? 1 : 0);
    }

    private void Leave()
    {
        var frame = _frames[^1];
        if (frame.IsBlock)
            Flush();
        else if (frame.Name == "a")
            EndLink();
        _frames.RemoveAt(_frames.Count - 1);
        _space |= frame.EndsApart;
        _meets |= frame.Meets;
    }

    private void EndLink()
    {
        if (_linkStart >= 0)
            _linkLength += Math.Max(0, _words.Length - _linkStart);
        _linkStart = -1;
    }

    // Whole runs of words at a time: most of a text is letters and single blanks.
    private void Append(ReadOnlySpan<char> data)
    {
        for (var at = 0; at < data.Length;)
        {
            if (IsGap(data[at]))
            {
                // Soft hyphens and zero-width marks show nothing: they neither part nor join words.
                _space |= char.IsWhiteSpace(data[at++]);
                continue;
            }
            if (_words.Length > 0)
            {
                if (_breaks == 1)
                    _words.Append('\n');
                else if (_space || (_meets && PartsWords(_words[^1], data[at])))
                    _words.Append(' ');
            }
            _space = _meets = false;
            _breaks = 0;
            var end = at + 1;
            while (end < data.Length && (!IsGap(data[end]) || (data[end] == ' ' && end + 1 < data.Length && !IsGap(data[end + 1]))))
                end++;
            _words.Append(data[at..end]);
            at = end;
        }
    }

    // "fer|ry", "A|nother", "we|’ll", "long|.": marks and large first letters part no words where a paragraph or heading runs. Elsewhere
    // elements side by side are entries, stamps and names.
    private bool PartsWords(char before, char after)
    {
        if (after is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '’' or '”' or '»' or '%' || before is '(' or '[' or '“' or '„' or '«' or '’')
            return false;
        if (!char.IsLower(after) || !char.IsLetter(before) || !HtmlElements.RunsOn(Holder().Name))
            return true;
        return char.IsUpper(before) && !(_words.Length == 1 || !char.IsLetterOrDigit(_words[^2]));
    }

    private static bool IsGap(char c) => c < '\u0080' ? c is ' ' or (>= '\t' and <= '\r') : c is '\u00ad' or '\u200b' or '\ufeff' || char.IsWhiteSpace(c);

    // One line break stays inside the block (verse, addresses); two make a paragraph, as old pages write them.
    private void Break()
    {
        _space = true;
        if (++_breaks >= 2)
            Flush();
    }

    private void Flush()
    {
        _breaks = 0;
        _space = _meets = false;
        var open = _linkStart >= 0;
        EndLink();
        if (_words.Length > 0)
        {
            var frame = Holder();
            var (kind, level) = HtmlElements.KindOf(frame);
            // A paragraph's siblings share its parent; bare words share the element they stand in.
            var container = HtmlElements.HoldsWordsOnly(frame.Name) ? frame.Parent?.Container ?? 0 : frame.Container;
            _writer.Block(_words, kind, level, _linkLength, frame.Described, container);
            _words.Clear();
        }
        _linkLength = 0;
        _linkStart = open ? 0 : -1;
    }

    private HtmlFrame Holder()
    {
        for (var i = _frames.Count - 1; i > 0; i--)
        {
            if (_frames[i].IsBlock)
                return _frames[i];
        }
        return _frames[0];
    }
}

/// <summary>An element being rendered.</summary>
internal sealed class HtmlFrame(DomElement element, HtmlFrame? parent, bool isBlock, int container)
{
    private const int MaxLabel = 300;

    private PageElement? _described;

    // What stands apart comes first: a template has nothing else, and a shadow root stands before what it is the shadow of.
    private DomNode? _next = element.Apart is { First: { } first } ? first : element.First;

    public string Name => element.Name;

    public HtmlFrame? Parent => parent;

    public bool IsBlock => isBlock;

    public int Container => container;

    /// <summary>A blank follows it, even where the markup has none.</summary>
    public bool EndsApart { get; init; }

    /// <summary>Another element follows at once.</summary>
    public bool Meets { get; init; }

    /// <summary>What is kept of the element once the markup is gone.</summary>
    public PageElement Described => _described ??= new PageElement(element.Name, Label(), parent?.Described);

    /// <summary>The node to be rendered next; null where there is none left.</summary>
    public DomNode? Take()
    {
        var node = _next;
        _next = node?.Next ?? (node is not null && node.Parent != element ? element.First : null);
        return node;
    }

    private string Label()
    {
        if (!element.HasAttributes)
            return "";
        var label = new StringBuilder();
        foreach (var attribute in (ReadOnlySpan<string>)["class", "id", "role"])
        {
            if (element.Attribute(attribute) is { Length: > 0 } value)
                label.Append(label.Length > 0 ? " " : "").Append(value, 0, Math.Min(value.Length, MaxLabel));
        }
        return label.ToString().ToLowerInvariant();
    }
}
