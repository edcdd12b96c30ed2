using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Readout.Acquire.Tests;

namespace Readout.Cli.Tests;

/// <summary>Sources are asked when they are due, pages come in and are looked at again, and a bad server costs only itself.</summary>
public sealed class FetchCommandTests : IDisposable
{
    private readonly CommandLine _shell = new();
    private readonly MovingClock _clock = new(Instant.FromUtc(2031, 5, 6, 8, 0));
    private readonly ConcurrentDictionary<string, string> _pages = new(StringComparer.Ordinal);
    private readonly LocalServer _server;

    public FetchCommandTests()
    {
        _server = LocalServer.Raw(async (path, head, stream, stop) =>
        {
            var answer = _pages.GetValueOrDefault(path);
            var isKnown = answer is not null && head.Contains($"If-None-Match: {Mark(answer)}\r\n", StringComparison.OrdinalIgnoreCase);
            await stream.WriteAsync(Encoding.Latin1.GetBytes(
                answer is null ? LocalServer.Response("", status: "404 Not Found")
                : isKnown ? LocalServer.Response("", $"ETag: {Mark(answer)}\r\n", "304 Not Modified")
                : answer.StartsWith("HTTP/", StringComparison.Ordinal) ? answer
                : LocalServer.Response(answer, $"Content-Type: text/html; charset=utf-8\r\nETag: {Mark(answer)}\r\n")), stop);
        });
        _shell.Around = shell => shell with { Clock = _clock, Time = _clock };
        _shell.Run("init").ShouldBe(ExitCode.Done);
        Set("fetch.allowed-hosts", _server.Host);
        Set("fetch.delay", "0");
        Set("fetch.retries", "0");
    }

    public void Dispose()
    {
        _server.Dispose();
        _shell.Dispose();
    }

    [Fact]
    public void A_feed_s_pages_come_in_as_they_appear()
    {
        Feed(1, 2);
        _shell.Run("add", _server.Address("/feed.xml")).ShouldBe(ExitCode.Done, _shell.Error);
        _shell.Out.ShouldContain("addresses to fetch: 2 new");
        _shell.Run("fetch", "--dry-run").ShouldBe(ExitCode.Done);
        _shell.Out.ShouldBe($"page    {_server.Address("/2")}\npage    {_server.Address("/1")}\n");
        Fetch("-v").ShouldBe("0 sources asked, 0 new addresses; 2 new pages, 0 new versions, 0 unchanged\n");
        _shell.Error.ShouldBe($"{_server.Address("/2")}: safe\n{_server.Address("/1")}: safe\n");

        Feed(1, 2, 3);
        Fetch().ShouldStartWith("0 sources asked");     // not due yet
        _clock.Now += Duration.FromHours(25);
        Fetch().ShouldStartWith("1 source asked, 1 new address; 1 new page, 0 new versions, 2 unchanged");
        Fetch("--all").ShouldStartWith("1 source asked, 0 new addresses; 0 new pages, 0 new versions, 3 unchanged");

        _shell.Run("build").ShouldBe(ExitCode.Done);
        _shell.Run("export").ShouldBe(ExitCode.Done);
        using var json = JsonDocument.Parse(_shell.Out);
        var page = json.RootElement.GetProperty("documents").EnumerateArray().Single(d => d.GetProperty("path").GetString() == _server.Address("/2"));
        page.GetProperty("outlet").GetProperty("value").GetString().ShouldBe("Orlen Courier");
        page.GetProperty("published").GetProperty("earliest").GetString().ShouldBe("2031-05-02");
        page.GetProperty("dateCandidates").EnumerateArray().Select(c => c.GetProperty("where").GetString()).ShouldContain("feed");
    }

    [Fact]
    public void A_page_is_looked_at_after_an_hour_a_day_and_a_week_and_a_silent_edit_shows()
    {
        Page(1, "700 passengers");
        _shell.Run("add", _server.Address("/1")).ShouldBe(ExitCode.Done, _shell.Error);
        var start = _clock.Now;
        var looks = new List<double>();
        for (var hours = 0.0; hours < 400; hours += 0.5)
        {
            _clock.Now = start + Duration.FromHours(hours);
            if (hours == 20)
                Page(1, "900 passengers");
            var before = _server.Asked.Count(a => a == "/1");
            Fetch();
            if (_server.Asked.Count(a => a == "/1") > before)
                looks.Add(hours);
            if (looks.Count == 3 && hours > 200)
                break;
        }
        looks.ShouldBe([1, 24, 168]);
        _shell.Run("versions", _server.Address("/1")).ShouldBe(ExitCode.Done);
        _shell.Out.ShouldContain("2  2031-05-07T08:00:00.000000Z");
        _shell.Out.ShouldContain("1 changed; silent: no stamp of the page moved");
    }

    [Fact]
    public void A_page_that_its_feed_says_was_changed_is_fetched_anew()
    {
        void Atom(string updated) => _pages["/feed.xml"] =
            $"<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Orlen Courier</title><entry><title>Ferry</title><link href=\"{_server.Address("/1")}\"/><published>2031-05-02T08:00:00Z</published><updated>{updated}</updated></entry></feed>";
        Page(1, "700 passengers");
        Atom("2031-05-02T08:00:00Z");
        _shell.Run("add", _server.Address("/feed.xml")).ShouldBe(ExitCode.Done, _shell.Error);
        for (var day = 0; day < 10; day++)
        {
            Fetch();
            _clock.Now += Duration.FromDays(1);
        }
        Page(1, "900 passengers");
        Fetch().ShouldContain("0 new versions");    // nothing says so, and the looks are over
        _clock.Now += Duration.FromDays(1);
        Atom(InstantPattern.General.Format(_clock.Now - Duration.FromHours(3)));
        Fetch().ShouldBe("1 source asked, 0 new addresses; 0 new pages, 1 new version, 0 unchanged\n");
        _clock.Now += Duration.FromDays(1);
        Fetch().ShouldContain("0 new versions, 0 unchanged");   // looked at once for each change
    }

    [Fact]
    public void Of_more_sitemaps_than_are_read_it_is_said()
    {
        _pages["/map.xml"] = $"<sitemapindex>{string.Concat(Enumerable.Range(0, 60).Select(i => $"<sitemap><loc>{_server.Address($"/part{i}.xml")}</loc></sitemap>"))}</sitemapindex>";
        for (var i = 0; i < 60; i++)
            _pages[$"/part{i}.xml"] = $"<urlset><url><loc>{_server.Address($"/{i}")}</loc></url></urlset>";
        _shell.Run("add", _server.Address("/map.xml")).ShouldBe(ExitCode.SomeFailed);
        _shell.Error.ShouldContain("of its 60 sitemaps the latest 50 are read");
        _shell.Out.ShouldContain("addresses to fetch: 50 new");
    }

    [Fact]
    public void A_site_and_its_sitemap_are_followed()
    {
        Feed(1);
        _pages["/"] = "<html><head><link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed.xml\"></head><body><p>Orlen</p></body></html>";
        _pages["/robots.txt"] = $"Sitemap: {_server.Address("/map.xml")}\n";
        _pages["/map.xml"] = $"<sitemapindex><sitemap><loc>{_server.Address("/part.xml")}</loc></sitemap><sitemap><loc>{_server.Address("/gone.xml")}</loc></sitemap></sitemapindex>";
        _pages["/part.xml"] = $"<urlset><url><loc>{_server.Address("/5")}</loc><lastmod>2031-05-05</lastmod></url><url><loc>{_server.Address("/old")}</loc><lastmod>2019-05-05</lastmod></url></urlset>";
        Page(5, "500 passengers");
        _shell.Run("add", "--follow", _server.Address("/")).ShouldBe(ExitCode.Done, _shell.Error);
        _shell.Run("fetch").ShouldBe(ExitCode.SomeFailed);
        _shell.Error.ShouldContain("/gone.xml: the server has no such page");
        _shell.Out.ShouldBe("2 sources asked, 3 new addresses; 2 new pages, 0 new versions, 0 unchanged, 1 failed\n");
        _server.Asked.ShouldNotContain("/old");
        _shell.Run("fetch", "list", "--json").ShouldBe(ExitCode.Done);
        using (var json = JsonDocument.Parse(_shell.Out))
            json.RootElement.EnumerateArray().Select(s => (s.GetProperty("kind").GetString(), s.GetProperty("addresses").GetInt32())).ShouldBe([("feed", 1), ("sitemap", 2)]);
        _shell.Run("fetch", "rm", _server.Address("/feed.xml")).ShouldBe(ExitCode.Done);
        _shell.Run("fetch", "rm", _server.Address("/feed.xml")).ShouldBe(ExitCode.Usage);
        _shell.Run("fetch", "list").ShouldBe(ExitCode.Done);
        _shell.Out.ShouldNotContain("feed.xml");
    }

    [Fact]
    public void A_source_that_fails_is_named_and_asked_ever_more_seldom()
    {
        Feed();
        _shell.Run("add", _server.Address("/feed.xml")).ShouldBe(ExitCode.Done, _shell.Error);
        _pages["/feed.xml"] = LocalServer.Response("", status: "503 Service Unavailable");
        var asked = new List<int>();
        for (var hour = 1; hour < 60; hour++)
        {
            _clock.Now += Duration.FromHours(1);
            var before = _server.Asked.Count(a => a == "/feed.xml");
            if (_shell.Run("fetch") == ExitCode.SomeFailed)
                _shell.Error.ShouldContain("/feed.xml: the server failed. Try again later (status 503)");
            if (_server.Asked.Count(a => a == "/feed.xml") > before)
                asked.Add(hour);
        }
        var pauses = asked.Zip(asked.Skip(1), (a, b) => b - a).ToList();
        pauses.Count.ShouldBeGreaterThan(2);
        pauses.ShouldBe(pauses.Order());
        pauses[^1].ShouldBeGreaterThan(pauses[0]);
        _shell.Run("fetch", "list").ShouldBe(ExitCode.Done);
        _shell.Out.ShouldContain("times: ");
        Feed(1);
        Fetch("--all").ShouldStartWith("1 source asked, 1 new address; 1 new page");
    }

    [Fact]
    public void A_clock_that_jumps_back_does_not_stop_it()
    {
        Feed(1);
        _clock.Now = Instant.FromUtc(2040, 1, 1, 0, 0);
        _shell.Run("add", _server.Address("/feed.xml")).ShouldBe(ExitCode.Done, _shell.Error);
        Fetch();
        _clock.Now = Instant.FromUtc(2031, 5, 6, 9, 0);
        Feed(1, 2);
        Fetch().ShouldStartWith("1 source asked, 1 new address; 1 new page, 0 new versions, 1 unchanged");
        Page(1, "900 passengers");
        _clock.Now += Duration.FromHours(1);
        Fetch().ShouldContain("1 new version");
    }

    [Fact]
    public void A_page_that_robots_may_not_fetch_comes_from_its_feed_where_that_bears_it()
    {
        var text = string.Concat(Enumerable.Repeat("<p>The ferry from Orlen to Vask will sail again on Monday, the harbour office said. Repairs to the pier took three weeks.</p>", 6));
        _pages["/robots.txt"] = "User-agent: *\nDisallow: /1\nDisallow: /2\n";
        _pages["/feed.xml"] = $"<rss version=\"2.0\"><channel><title>Orlen Courier</title>{Item(1, text)}{Item(2, "Too short.")}</channel></rss>";
        _shell.File("feeds.opml", $"<opml version=\"2.0\"><body><outline text=\"Courier\" xmlUrl=\"{_server.Address("/feed.xml")}\"/></body></opml>");
        _shell.Run("add", "feeds.opml").ShouldBe(ExitCode.Done, _shell.Error);
        _shell.Run("fetch").ShouldBe(ExitCode.SomeFailed);
        _shell.Out.ShouldBe("1 source asked, 2 new addresses; 1 new page, 0 new versions, 0 unchanged, 1 failed\n");
        _shell.Error.ShouldContain("/2: the site's robots.txt asks Readout not to fetch this");
        _server.Asked.ShouldNotContain("/1");
        _shell.Run("fetch").ShouldBe(ExitCode.Done);
    }

    [Fact]
    public void Files_of_a_followed_folder_come_in_once()
    {
        _shell.File("in/a.html", Report("700 passengers"));
        _shell.File("in/style.css", "p { color: red }");
        _shell.Run("add", "--follow", "in").ShouldBe(ExitCode.Done);
        _shell.Out.ShouldContain("sources: 1 new");
        // The clock of this test stands still, the file's own time does not matter: it must be met twice alike.
        _shell.Around = shell => shell with { Clock = _clock };
        Fetch().ShouldStartWith("1 source asked, 0 new addresses; 1 new page");
        Fetch().ShouldStartWith("1 source asked, 0 new addresses; 0 new pages, 0 new versions, 0 unchanged");
    }

    [Fact]
    public void A_sitemap_file_gives_addresses()
    {
        Page(1, "700 passengers");
        _shell.File("map.xml", $"<urlset><url><loc>{_server.Address("/1")}</loc></url></urlset>");
        _shell.Run("add", "map.xml").ShouldBe(ExitCode.Done, _shell.Error);
        Fetch().ShouldStartWith("0 sources asked, 0 new addresses; 1 new page");
    }

    [Fact]
    public void Without_the_network_nothing_is_asked()
    {
        _shell.Run("fetch", "--offline").ShouldBe(ExitCode.Usage);
        _shell.Error.ShouldContain("--offline forbids it");
        _shell.Run("add", "--offline", _server.Address("/1")).ShouldBe(ExitCode.Usage);
        Set("fetch.allowed-hosts", "elsewhere.example");
        _shell.Run("add", _server.Address("/1")).ShouldBe(ExitCode.Usage);
        _shell.Error.ShouldContain("setting fetch.allowed-hosts");
        _server.Asked.ShouldBeEmpty();
    }

    [Fact]
    public void Two_do_not_fetch_at_the_same_time()
    {
        using var turn = Store.Workspace.Turn(Store.Workspace.Find(_shell.Folder)!, "fetch", _clock);
        _shell.Run("fetch").ShouldBe(ExitCode.Usage);
        _shell.Error.ShouldContain($"'readout fetch' (process {Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}");
        _shell.Run("fetch", "--dry-run").ShouldBe(ExitCode.Done);
    }

    private string Fetch(params string[] options)
    {
        _shell.Run(["fetch", .. options]).ShouldBe(ExitCode.Done, _shell.Error);
        return _shell.Out;
    }

    private void Set(string name, string value) => _shell.Run("config", name, value).ShouldBe(ExitCode.Done);

    private void Feed(params int[] numbers)
    {
        _pages["/feed.xml"] = $"<rss version=\"2.0\"><channel><title>Orlen Courier</title>{string.Concat(numbers.Select(n => Item(n, "A summary.")))}</channel></rss>";
        foreach (var number in numbers)
            Page(number, string.Create(CultureInfo.InvariantCulture, $"{number}00 passengers"));
    }

    private string Item(int number, string text) => string.Create(
        CultureInfo.InvariantCulture, $"<item><title>Ferry {number}</title><link>{_server.Address($"/{number}")}</link><pubDate>{number:00} May 2031 0{number}:00:00 GMT</pubDate><description>{System.Net.WebUtility.HtmlEncode(text)}</description></item>");

    private void Page(int number, string passengers) => _pages[string.Create(CultureInfo.InvariantCulture, $"/{number}")] = Report(passengers);

    private static string Report(string passengers) =>
        $"<!doctype html><html><head><title>Ferry to Vask stops</title></head><body><article><h1>Ferry to Vask stops</h1><p>ORLEN - The ferry to Vask stopped after a fire, Ada Moll, the mayor of Orlen, said. The ferry carried {passengers} a day.</p></article></body></html>";

    private static string Mark(string answer) => $"\"{Store.PageStore.Hash(Encoding.UTF8.GetBytes(answer))[..12]}\"";
}
