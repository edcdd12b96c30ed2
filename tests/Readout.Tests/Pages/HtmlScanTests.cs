using System.Text;
using Readout.Pages;
using Readout.Pages.Dom;

namespace Readout.Tests.Pages;

public class HtmlScanTests
{
    private static readonly string[] Pieces =
    [
        "<div>", "</div>", "<div / title=a/>", "<div/title=\"x\">", "<div a=b/>", "<p class=note data-y=\"a>b\">", "</p>", "<span style=\"display: inline-block\">", "<span style='color:red' id=s>", "</span>",
        "<a href='#n1' target=_blank>", "<a href=\"/vask\"class=y>", "<a href = '&#35;1' rel=author>", "</a>", "<sup>", "</sup>", "<b data-x=1>", "<b data-x=2>", "<i>", "</b>", "</i>", "<li>", "<ul class='nav menu'>", "</ul>", "<br/>", "<img src=x alt=\"y\"/>",
        "<script>", "<script src='/a.js' async>", "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": \"Ferry\"}</script>", "<script>var publishedAt = { \"datePublished\": \"2024-05-06\" };</script>", "</script>", "</script x='>'>", "<SCRIPT/>", "</SCRIPT\n>",
        "<!--", "-->", "--!>", "<!-->", "<!--->", "<!-- a note of some length -->", "<!", "<!doctype html>", "<?xml version='1.0'?>", "<![CDATA[ x > y ]]>", "</>", "</ x>",
        "<style>", "</style >", ".a > b { color: red }", "<title>", "</title>", "<textarea>", "</textarea>", "<select>", "</select>", "<option>Vask", "<iframe src=x>", "</iframe>", "<noscript>", "</noscript>", "<xmp>", "</xmp>", "<noframes>", "</noframes>",
        "<svg class=icon viewBox='0 0 9 9'>", "</svg>", "<svg/>", "<path d='M0 0'/>", "<path d=M0/>", "<path>", "<g fill=none>", "</g>", "<desc>", "</desc>", "<circle r=1></circle>", "<svg><title>Sign</title><path d='M1 1'></svg>", "<foreignObject>", "<math>", "<mi>", "</math>",
        "<template shadowrootmode=open data-x>", "<template>", "</template>", "<table width=9>", "<tr>", "<td colspan=2>", "</td>", "</table>", "<input type=hidden value=v>", "<input type=text value=v>", "<form action=/x>", "</form>", "<button name=n>", "<h1 class=title data-a>", "</h1>", "<h2>", "<article itemscope itemtype='https://schema.org/NewsArticle'>", "</article>",
        "<meta name=author content='Ada Moll'>", "<meta property='og:title' content=\"Ferry > bridge\">", "<meta charset=utf-8>", "<link rel=canonical href=/x>", "<link rel=stylesheet href=/x.css>", "<html lang=en data-x>", "<head>", "</head>", "<body style='display:none' onload=x>", "</body>", "</html>",
        "<time datetime=2024-05-06 itemprop=datePublished data-x>", "</time>", "<abbr title='2024-05-06' class=published lang=en>", "</abbr>", "<div itemprop=author content=\"Jory Pell\">", "<orlen-story data-x>", "</orlen-story>", "<div hidden>", "<div aria-hidden=\"true\" data-x>",
        "The ferry sails again. ", "Ada Moll", "a < b", " = ", "\"", "'", ">", "<", "</", "/>", "\r\n", "\r", "&amp", "&lt;script>", "&#60;", "-", "x", "\uE00000000", "00000",
    ];

    // Markup that leaves the trimmer no choice but to leave all as it is, and so would hide what else is tried beside it.
    private static readonly string[] Rare = ["<frameset>", "<plaintext>"];

    /// <summary>Whatever the markup, leaving out what nobody reads leaves the tree and all that is read from it as they are.</summary>
    [Fact]
    public void What_is_left_out_before_the_parser_changes_nothing_that_is_read()
    {
        var random = new Random(11);
        var trimmed = 0;
        for (var round = 0; round < 1500; round++)
        {
            var html = new StringBuilder(round % 3 == 0 ? "" : "<!doctype html><html><head><title>Ferry</title></head><body>");
            for (var i = random.Next(1, 40); i > 0; i--)
                html.Append(random.Next(500) == 0 ? Rare[random.Next(Rare.Length)] : Pieces[random.Next(Pieces.Length)]);
            var markup = html.ToString();
            Describe(markup, trims: true, out var length).ShouldBe(Describe(markup, trims: false, out var whole), markup);
            trimmed += length < whole ? 1 : 0;
        }
        trimmed.ShouldBeGreaterThan(500);
    }

    [Theory]
    [InlineData("<p data-ad='{\"a\": 1}' class=lead>Orlen</p>", "<p  class=lead>Orlen</p>")]
    [InlineData("<a href=/x>Orlen</a><a href=#n>1</a>", "<a >Orlen</a><a href=#n>1</a>")]
    [InlineData("<a/href=/x>Orlen", "<a/ >Orlen")]
    [InlineData("<script>if (a < b) document.write('<b>')</script>", "<script>\uE00000000</script>")]
    [InlineData("<script>a()</script><script><!--\n<script></script>\n--></script>", "<script>a()</script><script>\uE00000000</script>")]
    [InlineData("<style>p { margin: 0 }</style>", "<style></style>")]
    [InlineData("Vask<!-- the gate -->Orlen", "Vask<!---->Orlen")]
    [InlineData("<svg width=9><title>Sign</title><g><path d='M0 0'></g></svg>", "<svg >Sign</svg>")]
    [InlineData("<svg><p data-x>Orlen</p></svg><p data-y>", "<svg><p data-x>Orlen</p></svg><p data-y>")]
    public void Nobody_reads(string html, string left)
    {
        using var markup = HtmlScan.Read(html);
        markup.Text.ToString().ShouldBe(left);
    }

    [Fact]
    public void A_scripts_text_is_kept_for_who_asks()
    {
        using var markup = HtmlScan.Read("<script>one = 1;\r\ntwo</script><script>\uE00000000</script><script>\uE000</script>");
        using var document = DomDocument.Parse(markup);
        document.Elements.Where(e => e.Name == "script").Select(markup.TextOf).ShouldBe(["one = 1;\ntwo", "\uE00000000", "\uE000"]);
    }

    private static string Describe(string html, bool trims, out int length)
    {
        using var markup = HtmlScan.Read(html, trims);
        length = markup.Text.Length;
        // Markup left whole is read by AngleSharp's own elements, so that this compares the two trees too.
        using var document = DomDocument.Parse(markup);
        var writer = new PageWriter();
        HtmlMetadata.Write(document, markup, writer);
        writer.EndMetadata();
        HtmlRenderer.Render(document, writer);
        var told = new StringBuilder();
        Tree(document, told);
        if (HiddenText.IsMissing(writer))
            told.Append(HiddenText.Write(document, markup, writer)?.Message);
        told.Append('\n').Append(writer.Text);
        foreach (var line in writer.Metadata)
            told.Append('\n').Append(line);
        foreach (var block in writer.Blocks)
            told.Append('\n').Append(block.Kind).Append(block.Span).Append(block.Level).Append(block.LinkLength).Append(block.Container).Append(block.Context);
        return told.ToString();
    }

    // Of drawings only that they are there, of scripts and styles not what they say.
    private static void Tree(DomParent around, StringBuilder told)
    {
        for (var node = around.First; node is not null; node = node.Next)
        {
            if (node is DomText text)
                told.Append(node.Previous is DomText ? "" : "[").Append(text.Data).Append(node.Next is DomText ? "" : "]");
            if (node is not DomElement element)
                continue;
            told.Append('<').Append(element.Name).Append('>');
            if (element.Apart is { } apart)
                Tree(apart, told);
            if (element.Name is not ("svg" or "script" or "style"))
                Tree(element, told);
            told.Append("</>");
        }
    }
}
