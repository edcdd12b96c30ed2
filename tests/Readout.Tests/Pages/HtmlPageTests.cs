using System.Text;
using Readout.Pages;

namespace Readout.Tests.Pages;

public class HtmlPageTests
{
    private static Page Read(string body, string head = "") =>
        PageReader.Read("a.html", Encoding.UTF8.GetBytes($"<!doctype html><html><head>{head}</head><body>{body}</body></html>"));

    private static IEnumerable<string> Words(Page page) => page.Blocks.Select(b => page.Text.Slice(b.Span));

    [Theory]
    [InlineData("<p>The ferry<br>is late</p>", "The ferry\nis late")]
    [InlineData("<p>The  <b>fer</b>ry\n is <i>late</i>.</p>", "The ferry is late.")]
    [InlineData("<div><span>Home</span><span>News</span></div>", "Home News")]
    [InlineData("<div><a>Home</a><a>News</a></div>", "Home News")]
    [InlineData("<p><span class=cap>T</span>he ferry</p>", "The ferry")]
    [InlineData("<p>Tide <script>var x = 1;</script>tables</p>", "Tide tables")]
    [InlineData("<p>Fish &amp; chips&nbsp;shop</p>", "Fish & chips shop")]
    public void Words_are_folded_and_kept_apart(string html, string text) =>
        Words(Read(html)).ShouldBe([text]);

    [Theory]
    [InlineData("<div>Before<p>inside</p>after</div>", "Before|inside|after")]
    [InlineData("<table><tr><td>one</td><td>two</td></tr></table>", "one|two")]
    [InlineData("<div>first<br><br>second</div>", "first|second")]
    [InlineData("<ul><li>one<li>two</ul>", "one|two")]
    public void Blocks_end_where_a_reader_sees_them_end(string html, string blocks) =>
        Words(Read(html)).ShouldBe(blocks.Split('|'));

    [Theory]
    [InlineData("<style>p{}</style>")]
    [InlineData("<noscript>Enable scripts</noscript>")]
    [InlineData("<template><p>later</p></template>")]
    [InlineData("<p hidden>secret</p>")]
    [InlineData("<p aria-hidden=true>icon</p>")]
    [InlineData("<p style='color:red; display: none'>trap</p>")]
    public void What_a_reader_does_not_see_is_left_out(string html) =>
        Words(Read(html + "<p>seen</p>")).ShouldBe(["seen"]);

    [Fact]
    public void Blocks_know_their_links_their_heading_level_and_what_surrounds_them()
    {
        var page = Read("<article class='Story'><h2>Bridge</h2><p>The <a href='/x'>mayor</a> spoke.</p><p>She left.</p></article>");
        page.Blocks[0].Level.ShouldBe(2);
        page.Blocks[1].LinkLength.ShouldBe("mayor".Length);
        page.Blocks[1].Context.ShouldBe("body/article story/p");
        page.Blocks[1].Container.ShouldBe(page.Blocks[2].Container);
    }

    [Fact]
    public void Metadata_stands_in_the_text_as_first_lines()
    {
        var page = Read("<p>seen</p>", """
            <title>Bridge opens - The Orlen Post</title><meta property="og:site_name" content="The Orlen Post">
            <link rel="canonical" href="https://orlenpost.example/2024/05/06/bridge">
            <script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "Orlen Post"},
              {"@type": "NewsArticle", "headline": "Bridge opens", "datePublished": "2024-05-06T08:00:00+02:00", "author": [{"@type": "Person", "name": "Ida Wenn"}, {"@type": "Person", "name": "Jon Perl"}]}]}</script>
            """);
        Values(page).ShouldBe(
        [
            ("title", "title", "Bridge opens - The Orlen Post"),
            ("meta", "og:site_name", "The Orlen Post"),
            ("link", "canonical", "https://orlenpost.example/2024/05/06/bridge"),
            ("json-ld", "website.name", "Orlen Post"),
            ("json-ld", "headline", "Bridge opens"),
            ("json-ld", "datepublished", "2024-05-06T08:00:00+02:00"),
            ("json-ld", "author", "Ida Wenn, Jon Perl"),
        ]);
        page.Text.Value.ShouldStartWith("title: Bridge opens");
    }

    [Theory]
    [InlineData("{\"@type\": \"NewsArticle\", \"headline\": \"Bridge\nopens\",}")]
    [InlineData("<!-- {\"@type\": \"NewsArticle\", \"headline\": \"Bridge opens\"} -->")]
    [InlineData("{\"@type\": \"NewsArticle\", \"headline\": \"Bridge opens\", \"author\": {\"name\": ")]
    public void Broken_structured_data_still_gives_what_can_be_read(string json) =>
        Values(Read("<p>seen</p>", $"<script type='application/ld+json'>{json}</script>")).ShouldContain(("json-ld", "headline", "Bridge opens"));

    [Fact]
    public void Structured_data_of_other_things_is_not_the_articles() =>
        Values(Read("<p>seen</p>", "<script type='application/ld+json'>{\"@type\": \"Product\", \"name\": \"Kettle\"}</script>")).ShouldBeEmpty();

    [Fact]
    public void Many_siblings_are_read_in_linear_time() =>
        Read(string.Concat(Enumerable.Repeat("<p>The ferry is late.</p>", 60_000))).Blocks.Count.ShouldBe(60_000);

    private static List<(string, string, string)> Values(Page page) =>
        [.. page.Metadata.Select(m => (m.Where, m.Name, page.Text.Slice(m.Span)))];
}
