using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Readout.Web.Captures;

namespace Readout.Web.Tests;

/// <summary>Markup written to come through the view of an original alive, by what it tries.</summary>
public class CaptureViewTests
{
    // Written out here a second time on purpose: an element added to the view has to be thought of twice.
    private static readonly HashSet<string> s_elements =
    [
        "html", "head", "meta", "title", "style", "body", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "figure", "figcaption", "article",
        "section", "header", "footer", "aside", "nav", "main", "div", "span", "b", "strong", "i", "em", "u", "s", "del", "ins", "q", "cite", "sub", "sup", "small", "time", "mark", "abbr",
        "address", "hr", "br", "wbr", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "bdi", "bdo", "ruby", "rt", "rp",
    ];

    public static TheoryData<string> Hostile => new(
        // script, in each way of writing it
        "<script>alert(1)</script>", "<SCRIPT SRC=//evil.example/a.js></SCRIPT>", "<script\n>alert(1)</script\n>", "<scr<script>ipt>alert(1)</scr</script>ipt>", "<script/x>alert(1)</script/x>",
        "<svg><script>alert(1)</script></svg>", "<svg><script href=data:,alert(1) /></svg>", "<math><annotation-xml encoding=text/html><script>alert(1)</script></annotation-xml></math>",
        // attributes that run
        "<p onclick=alert(1)>words</p>", "<p/onmouseover=alert(1)//>words</p>", "<body onload=alert(1)>words", "<b onfocus=alert(1) tabindex=0 autofocus>words</b>", "<td onclick=alert(1) colspan='1 onclick=alert(1)'>words</td>",
        "<table><td rowspan=\"2&quot; onload=alert(1) x=&quot;\">words</td></table>", "<p dir='ltr\" onclick=\"alert(1)'>words</p>", "<details open ontoggle=alert(1)>words</details>", "<marquee onstart=alert(1)>words</marquee>",
        // addresses
        "<a href=javascript:alert(1)>words</a>", "<a href='&#106;avascript&colon;alert(1)'>words</a>", "<a href=//evil.example ping=//evil.example>words</a>", "<img src=x onerror=alert(1) alt='words\"><script>alert(1)</script>'>",
        "<img srcset='//evil.example/a 1x' alt=words>", "<video poster=//evil.example/a src=//evil.example/b autoplay>words</video>", "<audio src=//evil.example></audio>", "<picture><source srcset=//evil.example><img alt=words></picture>",
        "<link rel=stylesheet href=//evil.example/a.css>", "<link rel=dns-prefetch href=//evil.example>", "<base href=//evil.example>", "<meta http-equiv=refresh content='0;url=//evil.example'>", "<meta http-equiv=Content-Security-Policy content='default-src *'>",
        "<blockquote cite=//evil.example>words</blockquote>", "<q cite=//evil.example>words</q>", "<table background=//evil.example><td>words</td></table>", "<map><area href=javascript:alert(1)></map>", "<object data=//evil.example>words</object>", "<embed src=//evil.example>",
        "<iframe src=//evil.example></iframe>", "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>", "<frameset><frame src=//evil.example></frameset>", "<portal src=//evil.example></portal>", "<applet code=a></applet>",
        // style
        "<p style='position:fixed;inset:0'>words</p>", "<style>@import '//evil.example';</style>", "<style></style><img src=x onerror=alert(1)></style>", "<p class=ours id=main>words</p>", "<div style=\"background:url('//evil.example')\">words</div>",
        // forms
        "<form action=//evil.example><input name=a value=words><button formaction=javascript:alert(1)>words</button></form>", "<input type=image src=//evil.example>", "<textarea><img src=x onerror=alert(1)></textarea>", "<select><option><img src=x onerror=alert(1)></select>", "<keygen autofocus onfocus=alert(1)>",
        // parsers that read twice otherwise
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>words</noscript>", "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>", "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>", "<template><p><script>alert(1)</script></template>", "<xmp><img src=x onerror=alert(1)></xmp>", "<listing>&lt;img src=x onerror=alert(1)&gt;</listing>", "<plaintext><img src=x onerror=alert(1)>",
        "<title></title><img src=x onerror=alert(1)></title>", "<!--><img src=x onerror=alert(1)>-->", "<!--[if IE]><script>alert(1)</script><![endif]-->", "<![CDATA[<script>alert(1)</script>]]>", "<?xml-stylesheet href=//evil.example?>words", "<noembed><script>alert(1)</script></noembed>", "<noframes><script>alert(1)</script></noframes>",
        "<table><tr><td><p><table><caption><svg><desc><td><script>alert(1)</script>", "<b><p><a href=x><table><a href=javascript:alert(1)>words", "<select><template><script>alert(1)</script></template></select>", "<svg><foreignObject><iframe src=javascript:alert(1)></iframe></foreignObject></svg>",
        // words that look like markup, and characters that parsers trip over
        "<p>&lt;script&gt;alert(1)&lt;/script&gt; words</p>", "<p>&amp;lt;img src=x onerror=alert(1)&amp;gt;</p>", "<p>+ADw-script+AD4-alert(1)+ADw-/script+AD4-</p>", "<p>\u2028alert(1)\u2029 \u202ewords\u202c</p>", "<scr\0ipt>alert(1)</scr\0ipt>", "<p>\uFFFE\uFFFF \u000B words</p>", "<p title=`>`<img src=x onerror=alert(1)>`>words</p>",
        "<x-words is=script onclick=alert(1)>words</x-words>", "<p xmlns:x='urn:x' x:onclick=alert(1)>words</p>", "<image src=x onerror=alert(1)>", "<isindex action=javascript:alert(1)>", "<p><![endif]--><script>alert(1)</script>", "<a><svg><a xlink:href=javascript:alert(1)><text>words</text></a></svg></a>");

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Nothing_in_a_view_runs_or_asks_anybody(string markup)
    {
        Check(View("<!doctype html><html><head>" + markup + "</head><body>words</body></html>"));
        Check(View("<!doctype html><html><body><p>before</p>" + markup + "<p>after</p></body></html>")).Body!.TextContent.ShouldContain("before");
    }

    private static AngleSharp.Html.Dom.IHtmlDocument Check(string view)
    {
        var document = new HtmlParser().ParseDocument(view);
        foreach (var element in document.All)
        {
            s_elements.ShouldContain(element.LocalName, view);
            element.NamespaceUri.ShouldBe("http://www.w3.org/1999/xhtml", view);
            foreach (var attribute in element.Attributes)
                IsHarmless(element, attribute).ShouldBeTrue($"{element.LocalName} {attribute.Name}={attribute.Value} in {view}");
        }
        // one style sheet, and it is Readout's, to the byte that the answer's policy has the hash of
        document.QuerySelectorAll("style").ShouldHaveSingleItem().TextContent.ShouldBe(CaptureView.Style);
        document.QuerySelectorAll("title").ShouldHaveSingleItem().TextContent.ShouldBe("Original");
        document.Descendants().OfType<IComment>().ShouldBeEmpty(view);
        return document;
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_view_read_and_written_again_is_the_same(string markup)
    {
        // what a second parser reads otherwise than the first is how markup comes alive that was dead
        var once = new HtmlParser().ParseDocument(View("<html><body><p>before</p>" + markup + "<p>after</p></body></html>"));
        var twice = new HtmlParser().ParseDocument(once.DocumentElement.OuterHtml);
        twice.DocumentElement.OuterHtml.ShouldBe(once.DocumentElement.OuterHtml);
    }

    [Fact]
    public void All_attacks_on_one_page_stay_as_dead_as_each()
    {
        var document = new HtmlParser().ParseDocument(View("<html><body><p>before</p>" + string.Concat(Hostile.Cast<object[]>().Select(row => $"<div>{row[0]}</div>"))));
        document.All.Select(e => e.LocalName).Distinct().ShouldBeSubsetOf(s_elements);
        document.All.SelectMany(e => e.Attributes.Select(a => (e, a))).ShouldAllBe(p => IsHarmless(p.e, p.a));
    }

    [Fact]
    public void What_a_reader_would_see_stays()
    {
        var view = new HtmlParser().ParseDocument(View("""
            <html><body><h1>Ferry stops</h1><p dir="RTL">The <b>ferry</b> to <a href="https://vask.example/">Vask</a> waits.</p><img src="a.png" alt="The ferry at the quay">
            <table><tr><th colspan="2">Day</th></tr><tr><td>1</td><td rowspan="9999">2</td></tr></table><custom-note>Ada Moll &lt;b&gt;said&lt;/b&gt; so</custom-note></body></html>
            """)).Body!;
        view.QuerySelector("h1")!.TextContent.ShouldBe("Ferry stops");
        view.QuerySelector("p")!.TextContent.ShouldBe("The ferry to Vask waits.");
        view.QuerySelector("p")!.GetAttribute("dir").ShouldBe("rtl");
        view.QuerySelector("u")!.TextContent.ShouldBe("Vask");
        view.QuerySelector(".ours")!.TextContent.ShouldBe("picture: The ferry at the quay");
        view.QuerySelector("th")!.GetAttribute("colspan").ShouldBe("2");
        view.QuerySelector("td[rowspan]").ShouldBeNull();
        view.TextContent.ShouldContain("Ada Moll <b>said</b> so");
    }

    [Fact]
    public void Depth_is_no_weapon()
    {
        const int deep = 100_000;
        var view = View("<html><body>" + string.Concat(Enumerable.Repeat("<div>", deep)) + "words");
        view.ShouldContain("words");
        view.Length.ShouldBeLessThan(20 * deep);
    }

    [Theory]
    [InlineData("words, and no markup")]
    [InlineData("%PDF-1.7 <html>")]
    [InlineData("{\"html\": \"words\"}")]
    public void What_is_no_page_in_markup_is_shown_as_text_alone(string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        if (CaptureView.Of(bytes, null) is { } view)
            new HtmlParser().ParseDocument(view).All.Select(e => e.LocalName).Distinct().ShouldBeSubsetOf(s_elements);
        else
            CaptureView.Is(bytes).ShouldBeFalse();
        CaptureView.Is(Encoding.UTF8.GetBytes("<html>" + new string(' ', CaptureView.MostBytes))).ShouldBeFalse();
    }

    private static string View(string html) => CaptureView.Of(Encoding.UTF8.GetBytes(html), null).ShouldNotBeNull();

    private static bool IsHarmless(IElement element, IAttr attribute) => (element.LocalName, attribute.Name) switch
    {
        (_, "dir") => attribute.Value is "ltr" or "rtl" or "auto",
        (_, "colspan" or "rowspan") => int.TryParse(attribute.Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var cells) && cells is > 0 and < 1000,
        ("span", "class") => attribute.Value == "ours",
        ("html", "lang") => attribute.Value.Length == 0,
        ("meta", "charset") => attribute.Value == "utf-8",
        _ => false,
    };
}
