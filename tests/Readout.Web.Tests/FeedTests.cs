using System.Net;
using System.Xml.Linq;
using NodaTime;
using Readout.Store;
using Readout.Store.Watches;

namespace Readout.Web.Tests;

public sealed class FeedTests : IDisposable
{
    private static readonly XNamespace s_atom = "http://www.w3.org/2005/Atom";

    private readonly TestSite _site = new(TestSite.Sample("dam").Take(5));

    [Fact]
    public async Task A_search_s_feed_is_what_a_watch_with_it_tells()
    {
        using (var workspace = Workspace.Write(_site.Folder, "test", TimeSpan.FromMinutes(1), SystemClock.Instance))
            workspace.Watches.Add("water", WatchKind.Query, "water", [], null, null, SystemClock.Instance.GetCurrentInstant(), "ada");
        _site.Add(TestSite.Sample("dam").Skip(5));
        List<string> told;
        using (var workspace = Workspace.Write(_site.Folder, "test", TimeSpan.FromMinutes(1), SystemClock.Instance))
        {
            new WatchRunner(workspace).Run();
            told = [.. workspace.Watches.Latest("water", 500).Select(a => AlertText.Headline(a.Alert))];
        }
        told.ShouldNotBeEmpty();
        var feed = await _site.Client.Get("/v1/search/feed?q=water&format=json");
        var items = feed.GetProperty("items").EnumerateArray().ToList();
        items.Take(told.Count).Select(i => i.GetProperty("title").GetString()).ShouldBe(told, ignoreOrder: true);
        // what the first build found stands below, and nothing twice
        items.Count.ShouldBeGreaterThan(told.Count);
        items.Select(i => i.GetProperty("id").GetString()).ShouldBeUnique();
        items.Select(i => i.GetProperty("date_published").GetString()).ShouldBe(items.Select(i => i.GetProperty("date_published").GetString()).OrderDescending(StringComparer.Ordinal));
        var atom = await Atom("/v1/search/feed?q=water");
        atom.Elements(s_atom + "entry").Select(e => e.Element(s_atom + "title")!.Value).ShouldBe(items.Select(i => i.GetProperty("title").GetString()!));
    }

    [Fact]
    public async Task A_prospect_s_feed_is_its_part_of_the_story_s()
    {
        _site.Add(TestSite.Sample("dam").Skip(5));
        var story = _site.Stories().Single().Id;
        var whole = (await _site.Client.Get($"/v1/stories/{story}/export?format=json-feed")).GetProperty("items").EnumerateArray().ToList();
        var feeds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var prospect in await _site.Client.All($"/v1/stories/{story}/prospects", 100))
        {
            var id = prospect.GetProperty("id").GetString()!;
            var address = $"/v1/stories/{story}/prospects/{id}/feed";
            var items = (await _site.Client.Get(address + "?format=json")).GetProperty("items").EnumerateArray().Select(i => i.GetRawText()).ToList();
            items.ShouldNotBeEmpty();
            items.ShouldBe(whole.Where(i => i.GetProperty("_readout").GetProperty("subject").GetString() == id).Select(i => i.GetRawText()));
            var atom = await Atom(address);
            atom.Elements(s_atom + "entry").Count().ShouldBe(items.Count);
            feeds.Add(atom.Element(s_atom + "id")!.Value).ShouldBeTrue();
            (await _site.Open($"/stories/{story}/prospects/{id}")).QuerySelector("link[rel=alternate]")!.GetAttribute("href").ShouldBe(address);
        }
        feeds.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("/v1/search/feed", HttpStatusCode.BadRequest, "q:")]
    [InlineData("/v1/search/feed?q=outlit:x", HttpStatusCode.BadRequest, "outlet")]
    [InlineData("/v1/search/feed?q=talks&format=rss", HttpStatusCode.BadRequest, "atom or json")]
    [InlineData("/v1/stories/STORY/prospects/p000000/feed", HttpStatusCode.NotFound, "p000000")]
    [InlineData("/v1/stories/s000000000000/prospects/p000000/feed", HttpStatusCode.NotFound, "s000000000000")]
    public async Task What_is_no_feed_says_so(string address, HttpStatusCode status, string words) =>
        (await _site.Client.Get(address.Replace("STORY", _site.Stories()[0].Id, StringComparison.Ordinal), status)).GetProperty("detail").GetString()!.ShouldContain(words);

    public void Dispose() => _site.Dispose();

    private async Task<XElement> Atom(string address)
    {
        using var response = await _site.Client.GetAsync(new Uri(address, UriKind.Relative));
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/atom+xml");
        return XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;
    }
}
