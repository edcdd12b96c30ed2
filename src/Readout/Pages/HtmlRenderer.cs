using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Readout.Pages;

/// <summary>
/// Renders a page's elements to blocks of text in reading order: white space folded, hidden parts left out,
/// words kept apart at element borders. Walks the tree without recursion, so depth costs no stack.
/// </summary>
internal sealed class HtmlRenderer
{
    private readonly PageWriter _writer;
    private readonly StringBuilder _words = new();
    private readonly List<HtmlFrame> _frames = [];
    private int _containers;
    private int _linkStart;
    private int _linkLength;
    private bool _space;
    private int _breaks;

    private HtmlRenderer(PageWriter writer) => _writer = writer;

    public static void Render(IHtmlDocument document, PageWriter writer)
    {
        if (document.Body is { } body)
            new HtmlRenderer(writer).Walk(body);
    }

    private void Walk(IElement root)
    {
        INode? node = root;
        while (node is not null)
        {
            if (node is IText text)
                Append(text.Data);
            else if (node is IElement element && Enter(element) && element.FirstChild is { } child)
            {
                node = child;
                continue;
            }
            while (node is not null)
            {
                if (_frames.Count > 0 && ReferenceEquals(_frames[^1].Element, node))
                    Leave();
                if (ReferenceEquals(node, root))
                {
                    Flush();
                    return;
                }
                if (node.NextSibling is { } next)
                {
                    node = next;
                    break;
                }
                node = node.Parent;
            }
        }
    }

    // True where the element's children are to be walked.
    private bool Enter(IElement element)
    {
        var name = element.LocalName;
        if (name == "br")
        {
            Break();
            return false;
        }
        if (HtmlElements.IsSkipped(element, name))
        {
            _space = true;
            return false;
        }
        var isBlock = HtmlElements.IsBlock(name);
        if (isBlock)
            Flush();
        else if (HtmlElements.StandsApart(name) && element.PreviousSibling is IElement)
            _space = true;
        var parent = _frames.Count > 0 ? _frames[^1] : null;
        _frames.Add(new HtmlFrame(element, name, parent, isBlock, isBlock ? ++_containers : parent?.Container ?? 0));
        if (name == "a" && _linkStart < 0)
            _linkStart = _words.Length;
        return true;
    }

    private void Leave()
    {
        var frame = _frames[^1];
        if (frame.IsBlock)
            Flush();
        else if (frame.Name == "a")
            EndLink();
        _frames.RemoveAt(_frames.Count - 1);
        if (!frame.IsBlock && HtmlElements.StandsApart(frame.Name) && frame.Element.NextSibling is IElement)
            _space = true;
    }

    private void EndLink()
    {
        if (_linkStart >= 0)
            _linkLength += Math.Max(0, _words.Length - _linkStart);
        _linkStart = -1;
    }

    private void Append(string data)
    {
        foreach (var c in data)
        {
            if (char.IsWhiteSpace(c) || c is '\u200b' or '\ufeff' or '\u00ad')
            {
                // Soft hyphens and zero-width marks show nothing: they neither part nor join words.
                _space |= char.IsWhiteSpace(c);
                continue;
            }
            if (_words.Length > 0)
            {
                if (_breaks == 1)
                    _words.Append('\n');
                else if (_space)
                    _words.Append(' ');
            }
            _space = false;
            _breaks = 0;
            _words.Append(c == '\0' ? '\uFFFD' : c);
        }
    }

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
        _space = false;
        var open = _linkStart >= 0;
        EndLink();
        if (_words.Length > 0)
        {
            var frame = Holder();
            var (kind, level) = HtmlElements.KindOf(frame);
            // A paragraph's siblings share its parent; bare words share the element they stand in.
            var container = HtmlElements.HoldsWordsOnly(frame.Name) ? frame.Parent?.Container ?? 0 : frame.Container;
            _writer.Block(_words, kind, level, _linkLength, frame.Context, container);
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
internal sealed class HtmlFrame(IElement element, string name, HtmlFrame? parent, bool isBlock, int container)
{
    // Ancestors far out say little, and utility classes can run to kilobytes.
    private const int MaxContext = 3000;
    private const int MaxOwn = 300;

    private string? _context;

    public IElement Element => element;

    public string Name => name;

    public HtmlFrame? Parent => parent;

    public bool IsBlock => isBlock;

    public int Container => container;

    /// <summary>Element names, classes, ids and roles, outermost first; a slash between elements.</summary>
    public string Context => _context ??= Describe();

    private string Describe()
    {
        var own = new StringBuilder(name);
        foreach (var attribute in (ReadOnlySpan<string>)["class", "id", "role"])
        {
            if (element.GetAttribute(attribute) is { Length: > 0 } value)
                own.Append(' ').Append(value, 0, Math.Min(value.Length, MaxOwn));
        }
        own.Replace('/', '-');
        var outer = parent?.Context ?? "";
        if (outer.Length > MaxContext)
            outer = outer[(outer.IndexOf('/', outer.Length - MaxContext) + 1)..];
        var described = own.ToString().ToLowerInvariant();
        return outer.Length == 0 ? described : outer + "/" + described;
    }
}
