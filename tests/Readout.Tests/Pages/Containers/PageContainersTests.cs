using System.Text;
using NodaTime;
using Readout.Articles;
using Readout.Pages;
using Readout.Tests.Pages.Archives;

namespace Readout.Tests.Pages.Containers;

public class PageContainersTests
{
    private const string Report = "The ferry from Orlen to Vask sails again on Monday, the harbour office said. Repairs to the pier took three weeks.\n\nAda Moll, the harbour master, said that the timetable would not change before the summer.\n";

    [Fact]
    public void An_archive_gives_what_was_answered_with_success()
    {
        var file = MadeArchive.Gzip(
            MadeArchive.Record("warcinfo", null, "software: made\r\n"u8.ToArray(), media: "application/warc-fields"),
            MadeArchive.Response("https://orlencourier.example/2025/05/06/ferry"),
            MadeArchive.Response("https://orlencourier.example/lost", status: 404),
            MadeArchive.Record("response", "https://orlencourier.example/a.png", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx"u8.ToArray(), media: "application/http"));
        var page = Read("day.warc.gz", file).ShouldHaveSingleItem().Page!;
        page.Path.ShouldBe("day.warc.gz#2");
        var read = page.Read();
        Line(read, "capture", "url").ShouldBe("https://orlencourier.example/2025/05/06/ferry");
        Line(read, "capture", "date").ShouldBe("2025-05-06T18:30:00Z");
        var article = ArticleReader.Read(read);
        article.Outlet!.Value.ShouldBe("orlencourier.example");
        article.Published!.When.Earliest.ShouldBe(new LocalDate(2025, 5, 6));
    }

    [Fact]
    public void A_line_of_json_gives_a_page_whose_facts_have_spans()
    {
        var lines = $$"""
            {"headline": "Ferry sails again", "body": {{System.Text.Json.JsonSerializer.Serialize(Report)}}, "link": "https://orlencourier.example/1", "date": "2025-05-06", "authors": [{"name": "Ina Sorrel"}], "source": {"name": "Orlen Courier"}, "lang": "en"}

            {"headline": "No text"}
            {"broken": 
            """;
        var entries = Read("list.jsonl", Encoding.UTF8.GetBytes(lines));
        entries.Select(e => e.Name).ShouldBe(["list.jsonl#1", "list.jsonl#3", "list.jsonl#4"]);
        var page = entries[0].Page!.Read();
        page.Text.Value.ShouldContain(Report.Trim());
        var article = ArticleReader.Read(page);
        article.Title!.Value.ShouldBe("Ferry sails again");
        article.Outlet!.Value.ShouldBe("Orlen Courier");
        article.Authors.Select(a => a.Value).ShouldBe(["Ina Sorrel"]);
        article.Published!.When.Earliest.ShouldBe(new LocalDate(2025, 5, 6));
        article.Paragraphs.Count.ShouldBe(2);
        Should.Throw<UnreadablePageException>(() => entries[1].Page!.Read()).Message.ShouldContain("--columns");
        Should.Throw<UnreadablePageException>(() => entries[2].Page!.Read()).Message.ShouldStartWith("list.jsonl#4: ");
    }

    [Fact]
    public void Columns_can_be_named()
    {
        var columns = JsonColumns.Parse("text=words, title=name");
        columns.ToString().ShouldBe("text=words,title=name");
        var lines = $$"""{"words": {{System.Text.Json.JsonSerializer.Serialize(Report)}}, "name": "Ferry", "text": "not this"}""" + "\n";
        var page = Read("list.jsonl", Encoding.UTF8.GetBytes(lines), new ContainerOptions { Columns = columns })[0].Page!.Read();
        page.Text.Value.ShouldStartWith("title: Ferry\n");
        page.Text.Value.ShouldNotContain("not this");
        Should.Throw<FormatException>(() => JsonColumns.Parse("colour=red")).Message.ShouldContain("text, title");
    }

    [Theory]
    [InlineData("""{"uri": "https://vasktimes.example/9", "type": "text", "headline": "Ferry sails again", "byline": "Jory Pell", "versioncreated": "2025-05-06T18:30:00Z", "language": "en", "body_xhtml": "<p>BODY</p>", "infosource": [{"name": "The Vask Times"}]}""")]
    [InlineData("""[{"uri": "urn:9", "standard": {"name": "ninjs", "version": "3.0"}, "headlines": [{"role": "short", "value": "Ferry"}, {"role": "main", "value": "Ferry sails again"}], "by": "Jory Pell", "versionCreated": "2025-05-06T18:30:00Z", "bodies": [{"contentType": "text/plain", "value": "BODY"}, {"contentType": "text/html", "value": "<p>BODY</p>"}], "infoSources": [{"name": "The Vask Times"}]}]""")]
    [InlineData("""{"items": [{"uri": "urn:9", "headline": "Ferry sails again", "byline": "Jory Pell", "versioncreated": "2025-05-06T18:30:00Z", "body_text": "BODY", "infosources": [{"name": "The Vask Times"}]}]}""")]
    public void An_item_of_news_in_any_version_gives_a_page(string json)
    {
        var entry = Read("news.json", Encoding.UTF8.GetBytes(json.Replace("BODY", Report.Split('\n')[0], StringComparison.Ordinal))).ShouldHaveSingleItem();
        entry.Name.ShouldBe("news.json#1");
        var article = ArticleReader.Read(entry.Page!.Read());
        article.Title!.Value.ShouldBe("Ferry sails again");
        article.Outlet!.Value.ShouldBe("The Vask Times");
        article.Authors.Select(a => a.Value).ShouldBe(["Jory Pell"]);
        article.Published!.When.Earliest.ShouldBe(new LocalDate(2025, 5, 6));
        article.Paragraphs.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_feed_with_full_texts_gives_its_articles()
    {
        var text = string.Concat(Report.Split("\n\n").Concat(Report.Split("\n\n")).Select(p => $"<p>{p.Trim()}</p>"));
        var feed = $"""
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Orlen Courier</title>
            <item><title>Ferry sails again</title><link>https://orlencourier.example/1</link><pubDate>Tue, 06 May 2025 18:30:00 GMT</pubDate><author>ina@orlencourier.example (Ina Sorrel)</author><content:encoded><![CDATA[{text}]]></content:encoded></item>
            <item><title>Bridge</title><link>https://orlencourier.example/2</link><description>In short.</description></item>
            </channel></rss>
            """;
        var entries = Read("feed.xml", Encoding.UTF8.GetBytes(feed));
        var article = ArticleReader.Read(entries[0].Page!.Read());
        article.Title!.Value.ShouldBe("Ferry sails again");
        article.Outlet!.Value.ShouldBe("Orlen Courier");
        article.Authors.Select(a => a.Value).ShouldBe(["Ina Sorrel"]);
        article.Published!.When.Earliest.ShouldBe(new LocalDate(2025, 5, 6));
        article.Paragraphs.Count.ShouldBe(4);
        entries[1].Problem!.ShouldContain("https://orlencourier.example/2");
    }

    [Theory]
    [InlineData("page.html", "<html><body><p>A page.</p></body></html>", false)]
    [InlineData("note.txt", "{a note in braces}\n", false)]
    [InlineData("data.json", "{\"a\": 1}", false)]
    [InlineData("list.txt", "{\"text\": \"a\"}\n{\"text\": \"b\"}\n", true)]
    [InlineData("feed.xml", "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'></feed>", true)]
    [InlineData("map.xml", "<urlset></urlset>", true)]
    [InlineData("feeds.opml", "<opml></opml>", true)]
    public void The_content_says_whether_an_input_holds_many_pages(string name, string text, bool many)
    {
        PageContainers.IsContainer(name, Encoding.UTF8.GetBytes(text)).ShouldBe(many);
        PageContainers.IsContainer(name + ".gz", MadeArchive.Gzip(Encoding.UTF8.GetBytes(text))).ShouldBe(many);
    }

    [Theory]
    [InlineData("map.xml", "<urlset></urlset>")]
    [InlineData("feeds.opml", "<opml></opml>")]
    public void Lists_of_addresses_are_refused_with_a_way_on(string name, string text) =>
        Should.Throw<UnreadablePageException>(() => Read(name, Encoding.UTF8.GetBytes(text))).Message.ShouldContain("holds no pages");

    [Fact]
    public void Damaged_lists_never_throw_anything_else()
    {
        var row = $$"""{"text": {{System.Text.Json.JsonSerializer.Serialize(Report)}}, "title": "Ferry", "authors": ["Ada Moll", {"name": "Ina Sorrel"}]}""";
        var item = $$"""{"uri": "urn:9", "headline": "Ferry", "versioncreated": "2025-05-06T18:30:00Z", "body_text": {{System.Text.Json.JsonSerializer.Serialize(Report)}}}""";
        foreach (var (name, text) in new[] { ("a.jsonl", row + "\n" + row + "\n"), ("a.json", $"[{item},{item}]") })
        {
            Fuzz.Run(Encoding.UTF8.GetBytes(text), 600, damaged =>
            {
                foreach (var entry in Read(name, damaged))
                    entry.Page?.Read();
            });
        }
    }

    private static string Line(Page page, string where, string name) => page.Text.Slice(page.Metadata.First(l => l.Where == where && l.Name == name).Span);

    private static List<ContainerEntry> Read(string name, byte[] bytes, ContainerOptions? options = null) =>
        [.. PageContainers.Read(name, new MemoryStream(bytes), options).Take(100)];
}
