using System.Text;
using Readout.Articles;
using Readout.Pages;
using Readout.Text;

namespace Readout.Tests.Pages;

public class HiddenTextTests
{
    private const string First = "The mayor of Orlen said on Tuesday that the bridge at Vask would open to carts by the end of the month.";
    private const string Second = "Engineers had found no fault in the old stones, she told the council, though the tide gauge had to be moved.";
    private const string Third = "The ferry will go on sailing until then, and its crew will be asked to mind the gate of the bridge.";
    private const string Menu = "<nav><a href=/>Home</a><a href=/news>News</a></nav><div id=app></div>";

    private static Page Read(string body, string head = "") =>
        PageReader.Read("a.html", Encoding.UTF8.GetBytes($"<!doctype html><html><head>{head}</head><body>{body}</body></html>"));

    private static List<string> Words(Page page) => [.. page.Blocks.Select(b => page.Text.Slice(b.Span))];

    [Theory]
    [InlineData("noscript")]
    [InlineData("template")]
    public void Where_the_page_shows_no_text_that_for_readers_without_scripts_is_read(string element)
    {
        var page = Read($"{Menu}<{element}><article><p>{First}</p><p>{Second}</p><p>{Third}</p></article></{element}>");
        Words(page).ShouldBe(["Home News", First, Second, Third]);
        page.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(DiagnosticCode.HiddenText);
        ArticleReader.Read(page).Paragraphs.Count.ShouldBe(3);
    }

    [Fact]
    public void Where_the_page_shows_its_text_nothing_hidden_is_read()
    {
        var page = Read($"<p>{First}</p><p>{Second}</p><p>{Third}</p><noscript><p>Turn on your scripts to see more of this page, please.</p></noscript><template><p>{First}</p></template>");
        Words(page).ShouldBe([First, Second, Third]);
        page.Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void A_shadow_root_that_the_markup_declares_is_part_of_the_page() =>
        Words(Read($"<orlen-story><template shadowrootmode=open><p>{First}</p></template></orlen-story><p>{Second}</p><p>{Third}</p><p>{First}</p>"))[0].ShouldBe(First);

    [Theory]
    [InlineData("application/ld+json", "{\"@type\": \"NewsArticle\", \"headline\": \"Bridge\", \"articleBody\": \"$1\\n\\n$2\\n\\n$3\"}")]
    [InlineData("application/ld+json", "{\"@type\": \"NewsArticle\", broken, \"articleBody\": \"$1\n$2\n$3\"}")]
    [InlineData("application/json", "{\"props\": {\"page\": [{\"articleBody\": \"<p>$1</p><p>$2</p><p>$3</p>\"}, {\"articleBody\": \"Short.\"}]}}")]
    public void Else_the_body_in_the_pages_own_data_is_read(string type, string json)
    {
        var page = Read(Menu, $"<script type='{type}'>{json.Replace("$1", First, StringComparison.Ordinal).Replace("$2", Second, StringComparison.Ordinal).Replace("$3", Third, StringComparison.Ordinal)}</script>");
        Words(page).ShouldBe(["Home News", First, Second, Third]);
        var said = page.Diagnostics.ShouldHaveSingleItem();
        said.Code.ShouldBe(DiagnosticCode.HiddenText);
        page.Text.Slice(said.Span!.Value).ShouldStartWith(First);
        page.Text.Slice(said.Span!.Value).ShouldEndWith(Third);
    }

    [Fact]
    public void A_page_with_nothing_anywhere_stays_empty()
    {
        var page = Read(Menu + "<noscript>Enable scripts.</noscript>", "<script type='application/ld+json'>{\"articleBody\": \"Soon.\"}</script>");
        Words(page).ShouldBe(["Home News"]);
        page.Diagnostics.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<table><tr><td>one</td><td>two</td></tr></table>", "one|two")]
    [InlineData("<p>ferry<br>late</p>", "ferry\nlate")]
    [InlineData("<p>Vask<wbr>bridge&shy;head</p>", "Vaskbridgehead")]
    [InlineData("<p><ruby>橋<rp>(</rp><rt>はし</rt><rp>)</rp></ruby>の</p>", "橋の")]
    [InlineData("<p>She said so<sup><a href='#n1'>1</a></sup>.</p>", "She said so 1.")]
    [InlineData("<p>The 10<sup>th</sup> of May</p>", "The 10th of May")]
    [InlineData("<details><summary>Terms</summary><p>They apply.</p></details>", "Terms|They apply.")]
    [InlineData("<div>Home<span style='display: inline-block'>News</span>Port</div>", "Home News Port")]
    [InlineData("<p><span style='float:left; display:block'>T</span>he ferry</p>", "The ferry")]
    [InlineData("<dl><dt>Tide</dt><dd>High</dd></dl>", "Tide|High")]
    [InlineData("<p><span>The fer</span><span>ry stops.</span></p>", "The ferry stops.")]
    [InlineData("<p><em>un</em><strong>believable</strong></p>", "unbelievable")]
    [InlineData("<p>for <em>long</em><span>.</span></p>", "for long.")]
    [InlineData("<p><b>“We</b><b>’ll see”</b></p>", "“We’ll see”")]
    [InlineData("<p><span>Ada Moll</span><span>6 May</span></p>", "Ada Moll 6 May")]
    [InlineData("<div><span>politics</span><span>harbour</span></div>", "politics harbour")]
    [InlineData("<x-lead>It opens Thursday.</x-lead><x-name>Ada Moll</x-name>", "It opens Thursday.|Ada Moll")]
    [InlineData("<p>The <x-term>weir</x-term> holds.</p>", "The weir holds.")]
    public void Words_never_run_together_where_a_reader_sees_them_apart(string html, string blocks) => Words(Read(html)).ShouldBe(blocks.Split('|'));
}
