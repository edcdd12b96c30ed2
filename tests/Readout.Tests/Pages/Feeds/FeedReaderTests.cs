using System.Text;
using NodaTime;
using Readout.Pages;
using Readout.Pages.Feeds;

namespace Readout.Tests.Pages.Feeds;

public class FeedReaderTests
{
    private const string Rss = """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom">
          <channel>
            <title>Orlen Courier</title><link>https://orlencourier.example/</link><language>en-gb</language><ttl>30</ttl>
            <atom:link rel="self" href="https://orlencourier.example/feed"/>
            <skipHours><hour>0</hour><hour>24</hour></skipHours><skipDays><day>Sunday</day></skipDays>
            <item>
              <title>Ferry &amp;amp; bridge: 3 &lt; 4</title>
              <link>https://orlencourier.example/ferry</link>
              <guid isPermaLink="false">oc-17</guid>
              <pubDate>Tue, 06 May 2025 18:30:00 +0200</pubDate>
              <dc:creator>Ada Moll</dc:creator>
              <description>&lt;p&gt;The ferry sails again.&lt;/p&gt;</description>
              <c:encoded><![CDATA[<p>The ferry to Vask sails again on Monday.</p>]]></c:encoded>
              <source url="https://vasktimes.example/feed">The Vask Times</source>
              <enclosure url="/ferry.jpg" type="image/jpeg" length="1200"/>
            </item>
          </channel>
        </rss>
        """;

    [Fact]
    public void An_rss_feed_gives_its_items()
    {
        var feed = Read(Rss);
        feed.Format.ShouldBe("rss");
        feed.Title.ShouldBe("Orlen Courier");
        feed.Language.ShouldBe("en-gb");
        feed.Self.ShouldBe("https://orlencourier.example/feed");
        feed.Ttl.ShouldBe(30);
        feed.SkipHours.ShouldBe([0, 0]);
        feed.SkipDays.ShouldBe([IsoDayOfWeek.Sunday]);
        feed.IsCut.ShouldBeFalse();
        var item = feed.Items.ShouldHaveSingleItem();
        item.Id.ShouldBe("oc-17");
        item.Link.ShouldBe("https://orlencourier.example/ferry");
        item.Title.ShouldBe("Ferry & bridge: 3 < 4");
        item.Published!.Moment.ShouldBe(Instant.FromUtc(2025, 5, 6, 16, 30));
        item.Authors.ShouldBe(["Ada Moll"]);
        item.Summary.ShouldBe("<p>The ferry sails again.</p>");
        item.Content.ShouldBe("<p>The ferry to Vask sails again on Monday.</p>");
        item.Source.ShouldBe(new FeedSource("The Vask Times", "https://vasktimes.example/feed"));
        item.Enclosures.ShouldBe([new FeedEnclosure("https://orlencourier.example/ferry.jpg", "image/jpeg", 1200)]);
    }

    [Fact]
    public void An_atom_feed_gives_its_entries()
    {
        var feed = Read("""
            <a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:base="https://vasktimes.example/news/" xml:lang="en">
              <a:title type="html">The &lt;b&gt;Vask&lt;/b&gt; Times</a:title>
              <a:link rel="self" href="atom.xml"/>
              <a:entry>
                <a:id>tag:vasktimes.example,2025:1</a:id>
                <a:title>Bridge opens</a:title>
                <a:link rel="edit" href="edit/1"/><a:link href="1.json" type="application/json"/><a:link href="1.html" type="text/html"/>
                <a:updated>2025-05-07T08:00:00Z</a:updated><a:published>2025-05-06T08:00:00Z</a:published>
                <a:author><a:name>Jory Pell</a:name><a:email>jory@vasktimes.example</a:email></a:author>
                <a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The bridge &amp; the road opened.</p></div></a:content>
              </a:entry>
            </a:feed>
            """);
        feed.Format.ShouldBe("atom");
        feed.Title.ShouldBe("The Vask Times");
        feed.Self.ShouldBe("https://vasktimes.example/news/atom.xml");
        feed.Language.ShouldBe("en");
        var entry = feed.Items.ShouldHaveSingleItem();
        entry.Link.ShouldBe("https://vasktimes.example/news/1.html");
        entry.Authors.ShouldBe(["Jory Pell"]);
        entry.Content.ShouldBe("<p>The bridge &amp; the road opened.</p>");
        entry.Published!.Day.ShouldBe(new LocalDate(2025, 5, 6));
        entry.Updated!.Day.ShouldBe(new LocalDate(2025, 5, 7));
    }

    [Fact]
    public void A_json_feed_gives_its_items()
    {
        var feed = Read("""
            { "version": "https://jsonfeed.org/version/1.1", "title": "Orlen Courier", "feed_url": "https://orlencourier.example/feed.json", "next_url": "?page=2",
              "items": [ { "id": 7, "url": "/7", "title": "Strike\nends", "content_text": "It ended.\n\nBoth sides signed.", "date_published": "2025-05-06T08:00:00+02:00",
                "author": { "name": "Ina Sorrel" }, "attachments": [ { "url": "a.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 9 } ] }, ] }
            """);
        feed.Format.ShouldBe("json");
        feed.Version.ShouldBe("1.1");
        var item = feed.Items.ShouldHaveSingleItem();
        item.Id.ShouldBe("7");
        item.Link.ShouldBe("https://orlencourier.example/7");
        item.Title.ShouldBe("Strike ends");
        item.Content.ShouldBe("<p>It ended.</p>\n<p>Both sides signed.</p>");
        item.Authors.ShouldBe(["Ina Sorrel"]);
        item.Enclosures.ShouldBe([new FeedEnclosure("https://orlencourier.example/a.mp3", "audio/mpeg", 9)]);
    }

    [Theory]
    [InlineData("\uFEFF \n<rss><channel><title>Orlen &nbsp;&copy2; & more</title></channel></rss>", "Orlen &copy2; & more")]
    [InlineData("<rss><channel><title>Orlen <b>Courier</title></channel></rss>", "Orlen Courier")]
    [InlineData("<rss><channel><title>Orlen Courier</titel></channel></rss>", "Orlen Courier")]
    [InlineData("<rss><channel><title><![CDATA[Orlen Cour", "Orlen Cour")]
    [InlineData("<!DOCTYPE rss [<!ENTITY a 'boom'>]><rss><channel><title>Orlen &a;</title></channel></rss>", "Orlen &a;")]
    [InlineData("<!DOCTYPE rss SYSTEM \"file:///etc/passwd\"><rss><channel><title>Orlen&#8217;s &#146;</title></channel></rss>", "Orlen’s ’")]
    [InlineData("Warning: line 3\n<?xml version='1.0'?><rss><channel><dc:title>Orlen</dc:title></channel></rss>", "Orlen")]
    [InlineData("<RSS><Channel><Title>Orlen\u0001 Courier</Title></Channel></RSS>", "Orlen Courier")]
    public void Sloppy_feeds_are_read(string text, string title) => Read(text).Title.ShouldBe(title);

    [Fact]
    public void A_feed_in_another_encoding_than_it_says_is_read()
    {
        var bytes = Encoding.Latin1.GetBytes("<?xml version='1.0' encoding='utf-8'?><rss><channel><title>Café Orlen, à côté</title></channel></rss>");
        FeedReader.Read("feed.xml", bytes).Title.ShouldBe("Café Orlen, à côté");
    }

    [Fact]
    public void An_item_that_never_ends_does_not_swallow_the_next()
    {
        var feed = Read("<rss><channel><item><title>One</title><item><title>Two</title></item></channel></rss>");
        feed.Items.Select(i => i.Title).ShouldBe(["Two", "One"], ignoreOrder: true);
    }

    [Fact]
    public void What_was_cut_off_says_so()
    {
        var feed = Read(Rss[..Rss.IndexOf("<c:encoded>", StringComparison.Ordinal)]);
        feed.IsCut.ShouldBeTrue();
        feed.Items.ShouldHaveSingleItem().Title.ShouldBe("Ferry & bridge: 3 < 4");
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("<html><body>Not found</body></html>", "HTML page")]
    [InlineData("<urlset></urlset>", "urlset")]
    [InlineData("{\"a\": 1}", "neither RSS nor Atom")]
    [InlineData("Just words.", "neither RSS nor Atom")]
    public void What_is_no_feed_is_named_with_a_way_on(string text, string says)
    {
        var error = Should.Throw<UnreadablePageException>(() => FeedReader.Read("feed.xml", Encoding.UTF8.GetBytes(text)));
        error.Message.ShouldStartWith("feed.xml: ");
        error.Message.ShouldContain(says);
    }

    [Fact]
    public void Depth_and_number_are_bounded()
    {
        Read("<rss><channel>" + string.Concat(Enumerable.Repeat("<b>", 200_000)) + "<title>Deep</title></channel></rss>").Items.ShouldBeEmpty();
        var many = Read("<rss><channel>" + string.Concat(Enumerable.Repeat("<item><title>x</title></item>", FeedReader.MaxItems + 5)) + "</channel></rss>");
        many.Items.Count.ShouldBe(FeedReader.MaxItems);
        many.IsCut.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Tue, 06 May 2025 18:30:00 GMT", "2025-05-06T18:30:00Z")]
    [InlineData("Tue, 6 May 25 18:30 EST", "2025-05-06T23:30:00Z")]
    [InlineData("06 May 2025 18:30:00 +0530", "2025-05-06T13:00:00Z")]
    [InlineData("2025-05-06T18:30:00.123+02:00", "2025-05-06T16:30:00Z")]
    [InlineData("2025-05-06 18:30:00", "2025-05-06T18:30:00Z")]
    [InlineData("2025-05-06", "2025-05-06T00:00:00Z")]
    [InlineData("20250506T183000Z", "2025-05-06T00:00:00Z")]
    [InlineData("Tue May  6 18:30:00 2025", "2025-05-06T18:30:00Z")]
    [InlineData("May 6, 2025 6:30 PM", "2025-05-06T18:30:00Z")]
    [InlineData("Tue, 31 Feb 2025 18:30:00 GMT", null)]
    [InlineData("yesterday", null)]
    public void Times_are_read_as_feeds_write_them(string words, string? moment)
    {
        var time = FeedTime.Read(words)!;
        time.Words.ShouldBe(words);
        time.Moment?.ToString(null, System.Globalization.CultureInfo.InvariantCulture).ShouldBe(moment);
    }

    [Fact]
    public void A_list_of_feeds_is_read_with_its_folders()
    {
        var entries = Opml.Read("feeds.opml", Encoding.UTF8.GetBytes("""
            <opml version="1.0"><head><title>Mine</title></head><body>
              <outline text="Coast"><outline text="Orlen Courier" type="rss" xmlUrl="https://orlencourier.example/feed" htmlUrl="https://orlencourier.example/"/>
                <outline title="Inner"><outline text="The Vask Times" xmlUrl="https://vasktimes.example/feed?a=1&b=2"/></outline></outline>
              <outline text="Again" xmlUrl="https://orlencourier.example/feed"/><outline text="None" xmlUrl="feed"/>
            </body></opml>
            """));
        entries.Count.ShouldBe(2);
        entries[0].Title.ShouldBe("Orlen Courier");
        entries[0].Folders.ShouldBe(["Coast"]);
        entries[1].Feed.ShouldBe("https://vasktimes.example/feed?a=1&b=2");
        entries[1].Folders.ShouldBe(["Coast", "Inner"]);
        Should.Throw<UnreadablePageException>(() => Opml.Read("x.opml", "<rss/>"u8.ToArray())).Message.ShouldContain("rss");
    }

    [Fact]
    public void Damaged_feeds_never_throw_anything_else()
    {
        foreach (var whole in new[] { Rss, "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"1\",\"title\":\"a\"}]}" })
            Fuzz.Run(Encoding.UTF8.GetBytes(whole), 2000, damaged => FeedReader.Read("feed", damaged, "https://orlencourier.example/"));
    }

    private static Feed Read(string text) => FeedReader.Read("feed.xml", Encoding.UTF8.GetBytes(text), "https://orlencourier.example/feed");
}
