using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Readout.Pages.Dom;

/// <summary>An element's name with all that hangs on the name alone: looked up once for each element, never compared again.</summary>
internal sealed class DomName
{
    private const string Known =
        "a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blockquote body br button canvas caption center cite code col colgroup data datalist dd del details "
        + "dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins isindex kbd keygen label legend "
        + "li link listing main map mark marquee menu menuitem meta meter nav nobr noembed noframes noscript object ol optgroup option output p param picture plaintext pre progress q quote rb rp rt rtc "
        + "ruby s samp script search section select selectedcontent slot small source span strike strong style sub summary sup table tbody td template textarea tfoot th thead time title tr track tt u "
        + "ul var video wbr xmp amp-ad amp-carousel";

    private static readonly IDocument Maker = new HtmlParser().ParseDocument("");
    private static readonly FrozenDictionary<string, DomName>.AlternateLookup<ReadOnlySpan<char>> Names =
        Known.Split(' ').ToFrozenDictionary(name => name, name => new DomName(name, Maker.CreateElement(name).Flags, NamespaceNames.HtmlUri), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly NodeFlags Unknown = Maker.CreateElement("x-unknown").Flags;

    private DomName(string text, NodeFlags flags, string uri)
    {
        (Text, Flags, Namespace) = (text, flags, uri);
        (IsBlock, IsSkipped, StandsApart) = (HtmlElements.IsBlock(text), HtmlElements.IsSkipped(text), HtmlElements.StandsApart(text));
    }

    public string Text { get; }

    /// <summary>What the tree builder goes by: whether the element ends a paragraph, closes by itself, bounds a scope.</summary>
    public NodeFlags Flags { get; }

    public string Namespace { get; }

    /// <summary>False inside drawings and formulas.</summary>
    public bool IsHtml => ReferenceEquals(Namespace, NamespaceNames.HtmlUri);

    public bool IsBlock { get; }

    public bool IsSkipped { get; }

    public bool StandsApart { get; }

    public static DomName OfHtml(ReadOnlyMemory<char> name) => Names.TryGetValue(name.Span, out var known) ? known : new DomName(name.ToString(), Unknown, NamespaceNames.HtmlUri);

    public static DomName OfSvg(string name) => new(name, Maker.CreateElement(NamespaceNames.SvgUri, name).Flags, NamespaceNames.SvgUri);

    public static DomName OfMath(string name) => new(name, Maker.CreateElement(NamespaceNames.MathMlUri, name).Flags, NamespaceNames.MathMlUri);
}
