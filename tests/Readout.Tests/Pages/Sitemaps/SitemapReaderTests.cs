using System.IO.Compression;
using System.Text;
using NodaTime;
using Readout.Pages;
using Readout.Pages.Sitemaps;
using Readout.Tests.Samples;

namespace Readout.Tests.Pages.Sitemaps;

public class SitemapReaderTests
{
    private const string News = """
        <?xml version="1.0"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
          <url><loc> https://orlencourier.example/ferry?a=1&amp;b=2 </loc><lastmod>2025-05-07</lastmod><priority>0.8</priority>
            <n:news><n:publication><n:name>Orlen Courier</n:name><n:language>en</n:language></n:publication>
              <n:publication_date>2025-05-06T18:30:00+02:00</n:publication_date><n:title>Ferry sails again</n:title></n:news></url>
          <url><loc>&test;</loc></url><url><loc>/relative</loc></url>
        </urlset>
        """;

    [Fact]
    public void A_news_sitemap_gives_its_articles()
    {
        var map = SitemapReader.Read("sitemap.xml", Encoding.UTF8.GetBytes(News));
        map.IsIndex.ShouldBeFalse();
        map.IsCut.ShouldBeFalse();
        var entry = map.Entries.ShouldHaveSingleItem();
        entry.Address.ShouldBe("https://orlencourier.example/ferry?a=1&b=2");
        entry.Modified!.Day.ShouldBe(new LocalDate(2025, 5, 7));
        entry.Priority.ShouldBe(0.8);
        entry.News!.Title.ShouldBe("Ferry sails again");
        entry.News.Outlet.ShouldBe("Orlen Courier");
        entry.News.Published!.Moment.ShouldBe(Instant.FromUtc(2025, 5, 6, 16, 30));
    }

    [Fact]
    public void An_index_lists_sitemaps_also_where_their_element_was_forgotten()
    {
        var map = SitemapReader.Read("sitemap.xml", "<sitemapindex><sitemap><loc>https://a.example/1.xml</loc><lastmod>2025-05-06</lastmod><loc>https://a.example/2.xml</loc></sitemap><sitemap>https://a.example/3.xml</sitemap></sitemapindex>"u8.ToArray());
        map.IsIndex.ShouldBeTrue();
        map.Entries.Select(e => e.Address).ShouldBe(["https://a.example/1.xml", "https://a.example/2.xml", "https://a.example/3.xml"]);
        map.Entries.Select(e => e.Modified is null).ShouldBe([false, true, true]);
    }

    [Fact]
    public void A_list_of_addresses_is_a_sitemap_compressed_or_not()
    {
        var list = "\uFEFFhttps://a.example/1\r\nno address\nhttps://a.example/2\n"u8.ToArray();
        SitemapReader.Read("sitemap.txt", list).Entries.Count.ShouldBe(2);
        SitemapReader.Read("sitemap.txt.gz", Gzip(list)).Entries.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("this is a bogus sitemap")]
    [InlineData("<html></html>")]
    [InlineData("")]
    public void What_is_no_sitemap_is_named(string text) =>
        Should.Throw<UnreadablePageException>(() => SitemapReader.Read("map.xml", Encoding.UTF8.GetBytes(text))).Message.ShouldStartWith("map.xml: ");

    [Fact]
    public void A_bomb_is_refused() =>
        Should.Throw<UnreadablePageException>(() => SitemapReader.Read("map.xml.gz", Gzip(new byte[SitemapReader.MaxBytes + 1]))).Message.ShouldContain("unpacks to more");

    [Fact]
    public void What_was_cut_off_gives_what_stands_before()
    {
        var map = SitemapReader.Read("map.xml", "<urlset><url><loc>https://a.example/1</loc></url><url><loc>https://a.example/2</lo"u8.ToArray());
        map.IsCut.ShouldBeTrue();
        map.Entries.Select(e => e.Address).ShouldBe(["https://a.example/1", "https://a.example/2"]);
    }

    [Fact]
    public void Damaged_sitemaps_never_throw_anything_else() =>
        Fuzz.Run(Encoding.UTF8.GetBytes(News), 2000, damaged => SitemapReader.Read("map", damaged));

    // The numbers are those that the suite's own tests assert.
    [SharedTheory("conformance/sitemaps")]
    [InlineData("sitemap.ns.xml", false, 2)]
    [InlineData("sitemap.badns.xml", false, 2)]
    [InlineData("sitemap.index.xml", true, 15)]
    [InlineData("sitemap.txt.gz", false, 5)]
    [InlineData("xmlSitemap.gz", false, 5)]
    [InlineData("sitemap.txt", false, 2)]
    [InlineData("sitemap-with-bom.txt", false, 2)]
    [InlineData("atom.xml", false, 1)]
    [InlineData("extension/hebdenbridgetimes-articles-sitemap.xml", false, 74)]
    [InlineData("extension/pagemaps-sitemap.xml", false, 2)]
    [InlineData("extension/shinpaideshou-news-sitemap.xml", false, 3)]
    [InlineData("extension/sitemap-images.xml", false, 1)]
    [InlineData("extension/sitemap-links.xml", false, 3)]
    [InlineData("extension/sitemap-mobile.xml", false, 3)]
    [InlineData("extension/sitemap-news.xml", false, 2)]
    [InlineData("extension/sitemap-videos.xml", false, 3)]
    [InlineData("extension/sitemap-videos-tvshow.xml", false, 1)]
    public void The_suites_files_give_what_its_tests_say(string file, bool isIndex, int entries)
    {
        var map = SitemapReader.Read(file, File.ReadAllBytes(SharedTheoryAttribute.PathOf("conformance", "sitemaps", "crawler-commons", file)));
        map.IsIndex.ShouldBe(isIndex);
        map.Entries.Count.ShouldBe(entries);
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return stream.ToArray();
    }
}
