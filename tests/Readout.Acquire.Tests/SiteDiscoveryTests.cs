namespace Readout.Acquire.Tests;

public class SiteDiscoveryTests
{
    [Fact]
    public async Task Feeds_are_found_on_the_page_and_sitemaps_in_the_robots_file()
    {
        using var server = LocalServer.Of(
            ("/robots.txt", LocalServer.Response("User-agent: *\nDisallow:\nSitemap: /map.xml\nSitemap: https://orlencourier.example/news.xml\n")),
            ("/", LocalServer.Response("<html><head><link rel='alternate' type='application/rss+xml' title='All &amp; more' href='/feed?a=1&amp;b=2'><link rel=alternate type=application/atom+xml href='atom.xml'><link rel=stylesheet type=text/css href=x.css><link rel=alternate hreflang=de href='/de'></head><body></body></html>")),
            ("/feed", LocalServer.Response("<rss><channel><title>Orlen Courier</title></channel></rss>", "Content-Type: application/rss+xml\r\n")));
        using var fetcher = new Fetcher(new FetchOptions { AllowedHosts = [server.Host] }, new FastTime());
        var found = await SiteDiscovery.Find(fetcher, server.Address("/"));
        found.Feeds.Select(f => (f.Address, f.Title)).ShouldBe([(server.Address("/feed?a=1&b=2"), "All & more"), (server.Address("/atom.xml"), null)]);
        found.Sitemaps.ShouldBe([server.Address("/map.xml"), "https://orlencourier.example/news.xml"]);
        (await SiteDiscovery.Find(fetcher, server.Address("/feed"))).Feeds.ShouldHaveSingleItem().Title.ShouldBe("Orlen Courier");
        (await SiteDiscovery.Find(fetcher, server.Address("/lost"))).Failure!.Status.ShouldBe(404);
    }
}
