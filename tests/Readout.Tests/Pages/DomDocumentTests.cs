using System.Text;
using Readout.Pages;
using Readout.Pages.Dom;

namespace Readout.Tests.Pages;

public class DomDocumentTests
{
    private static string Tree(string html)
    {
        using var markup = HtmlScan.Read(html);
        using var document = DomDocument.Parse(markup);
        var told = new StringBuilder();
        Tell(document.Body!, told);
        return told.ToString();
    }

    private static void Tell(DomParent around, StringBuilder told)
    {
        for (var node = around.First; node is not null; node = node.Next)
        {
            told.Append((node as DomText)?.Data.ToString());
            if (node is not DomElement element)
                continue;
            told.Append('(').Append(element.Name).Append(' ');
            Tell(element.Apart ?? element, told);
            told.Append(')');
        }
    }

    [Theory]
    [InlineData("<p>Orlen<p>Vask", "(p Orlen)(p Vask)")]
    [InlineData("<p>one <b>two <p>three</b> four", "(p one (b two ))(p (b three) four)")]
    [InlineData("<table><tr><td>Orlen<p>ferry</table>", "(table (tbody (tr (td Orlen(p ferry)))))")]
    [InlineData("<table><p>misplaced</p><tr><td>Orlen</table>", "(p misplaced)(table (tbody (tr (td Orlen))))")]
    [InlineData("<table>misplaced<tr><td>Orlen</table>", "misplaced(table (tbody (tr (td Orlen))))")]
    [InlineData("<div><template><td>Orlen</template>Vask</div>", "(div (template (td Orlen))Vask)")]
    [InlineData("<ul><li>one<li>two<ul><li>three</ul></ul>", "(ul (li one)(li two(ul (li three))))")]
    [InlineData("<svg><title>Sign</title><path/></svg><script>x</script>Orlen", "(svg Sign)(script x)Orlen")]
    [InlineData("<a href=#1>one<a href=#2>two</a>", "(a one)(a two)")]
    public void Markup_makes_the_standards_tree(string html, string tree) => Tree("<!doctype html><body>" + html).ShouldBe(tree);

    [Fact]
    public void Attributes_keep_the_first_value_and_their_entities_are_read()
    {
        using var markup = HtmlScan.Read("<body class='a &amp; b' class=c><p id=x>Orlen");
        using var document = DomDocument.Parse(markup);
        document.Body!.Attribute("class").ShouldBe("a & b");
        document.Body!.Elements.Single().Attribute("id").ShouldBe("x");
        document.Body!.Attribute("id").ShouldBeNull();
    }
}
