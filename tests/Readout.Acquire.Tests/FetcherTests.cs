using System.IO.Compression;
using System.Text;
using Readout.Pages;

namespace Readout.Acquire.Tests;

public class FetcherTests
{
    private const string Page = "<html><body><p>The ferry sails again.</p></body></html>";

    private readonly FastTime _time = new();

    [Fact]
    public async Task A_page_comes_with_what_is_known_of_it()
    {
        using var server = LocalServer.Of(("/ferry", LocalServer.Response(Page, "Content-Type: text/html; charset=UTF-8\r\nETag: \"v1\"\r\nLast-Modified: Tue, 06 May 2025 10:00:00 GMT\r\nCache-Control: public, max-age=300\r\n")));
        var answer = (await Fetch(server, "/ferry")).Answer!;
        answer.Status.ShouldBe(200);
        Encoding.UTF8.GetString(answer.Body.Span).ShouldBe(Page);
        (answer.MediaType, answer.Charset).ShouldBe(("text/html", "UTF-8"));
        (answer.ETag, answer.LastModified).ShouldBe(("\"v1\"", "Tue, 06 May 2025 10:00:00 GMT"));
        answer.MaxAge.ShouldBe(TimeSpan.FromMinutes(5));
        answer.Final.ShouldBe(server.Address("/ferry"));
        PageReader.Read("ferry", answer.Body, answer.Bearer).Text.Value.ShouldContain("capture.url: " + answer.Final);
    }

    [Fact]
    public async Task An_unchanged_page_is_not_sent_again_and_the_crawler_says_who_it_is()
    {
        var head = "";
        using var server = LocalServer.Raw(async (path, asked, stream, stop) =>
        {
            head = asked;
            await stream.WriteAsync(Encoding.ASCII.GetBytes(path == "/robots.txt" ? LocalServer.Response("", status: "404 Not Found") : "HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\nConnection: close\r\n\r\n"), stop);
        });
        using var fetcher = Fetcher(server, o => o with { Contact = "desk@orlencourier.example" });
        var answer = (await fetcher.Fetch(new FetchRequest(server.Address("/ferry")) { ETag = "\"v1\"", LastModified = "Tue, 06 May 2025 10:00:00 GMT" })).Answer!;
        answer.IsUnchanged.ShouldBeTrue();
        answer.Body.IsEmpty.ShouldBeTrue();
        head.ShouldContain("If-None-Match: \"v1\"");
        head.ShouldContain("If-Modified-Since: Tue, 06 May 2025 10:00:00 GMT");
        head.ShouldContain("User-Agent: Readout/");
        head.ShouldContain("(desk@orlencourier.example)");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("gzip, br")]
    public async Task Packed_answers_are_unpacked(string coding)
    {
        var body = Encoding.UTF8.GetBytes(Page);
        foreach (var name in coding.Split(", "))
            body = Packed(body, name);
        using var server = Bytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {coding}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n", body);
        Encoding.UTF8.GetString((await Fetch(server, "/ferry")).Answer!.Body.Span).ShouldBe(Page);
    }

    [Fact]
    public async Task Redirects_are_followed_and_told()
    {
        using var server = LocalServer.Of(("/a", Moved("301 Moved Permanently", "/b")), ("/b", Moved("302 Found", "c?x=1#top")), ("/c?x=1", LocalServer.Response(Page)));
        var answer = (await Fetch(server, "/a")).Answer!;
        answer.Requested.ShouldBe(server.Address("/a"));
        answer.Final.ShouldStartWith(server.Address("/c?x=1"));
        answer.Redirects.Select(r => r.Status).ShouldBe([301, 302]);
        answer.Permanent.ShouldBe(server.Address("/b"));
    }

    [Theory]
    [InlineData("/loop", FetchProblem.Redirects)]
    [InlineData("/away", FetchProblem.Refused)]
    [InlineData("/file", FetchProblem.Refused)]
    [InlineData("/login", FetchProblem.Refused)]
    [InlineData("/nowhere", FetchProblem.Redirects)]
    [InlineData("/far/1", FetchProblem.Redirects)]
    [InlineData("/gone", FetchProblem.Status)]
    public async Task Redirects_into_circles_and_forbidden_places_are_not_followed(string path, FetchProblem problem)
    {
        using var server = LocalServer.Raw(async (asked, _, stream, stop) =>
        {
            var answer = asked switch
            {
                "/loop" => Moved("302 Found", "/pool"),
                "/pool" => Moved("302 Found", "/loop"),
                "/away" => Moved("302 Found", "http://169.254.169.254/latest/meta-data/"),
                "/file" => Moved("302 Found", "file:///etc/hostname"),
                "/login" => Moved("302 Found", "http://ada:secret@127.0.0.1/"),
                "/nowhere" => "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                "/gone" => LocalServer.Response("", status: "410 Gone"),
                _ when asked.StartsWith("/far/", StringComparison.Ordinal) => Moved("302 Found", asked + "1"),
                _ => LocalServer.Response("", status: "404 Not Found"),
            };
            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), stop);
        });
        var failure = (await Fetch(server, path)).Failure!;
        failure.Problem.ShouldBe(problem, failure.Message);
        failure.Message.ShouldNotContain("secret");
        failure.MayPass.ShouldBeFalse();
    }

    [Fact]
    public async Task A_server_that_says_nothing_or_drips_is_left()
    {
        using var server = LocalServer.Raw(async (path, _, stream, stop) =>
        {
            if (path == "/drip")
                await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"u8.ToArray(), stop);
            for (var i = 0; i < 1000; i++)
            {
                await Task.Delay(20, stop);
                if (path == "/drip")
                    await stream.WriteAsync("x"u8.ToArray(), stop);
            }
        });
        using var fetcher = Fetcher(server, o => o with { HeadTimeout = TimeSpan.FromMilliseconds(300), WholeTimeout = TimeSpan.FromMilliseconds(600), ObeysRobots = false, MaxRetries = 0 });
        foreach (var path in new[] { "/silent", "/drip" })
        {
            var failure = (await fetcher.Fetch(server.Address(path))).Failure!;
            failure.Problem.ShouldBe(FetchProblem.TimedOut, failure.Message);
            failure.MayPass.ShouldBeTrue();
        }
    }

    [Fact]
    public async Task What_is_too_large_is_not_taken_as_it_comes_or_unpacked()
    {
        var bomb = Packed(new byte[5_000_000], "gzip");
        using var server = LocalServer.Raw(async (path, _, stream, stop) =>
        {
            if (path == "/bomb")
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {bomb.Length}\r\nConnection: close\r\n\r\n"), stop);
                await stream.WriteAsync(bomb, stop);
                return;
            }
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\n{(path == "/says" ? "Content-Length: 10737418240\r\n" : "")}Connection: close\r\n\r\n"), stop);
            while (true)
                await stream.WriteAsync(new byte[65536], stop);
        });
        using var fetcher = Fetcher(server, o => o with { MaxBytes = 1_000_000, ObeysRobots = false });
        foreach (var path in new[] { "/bomb", "/says", "/endless" })
        {
            var failure = (await fetcher.Fetch(server.Address(path))).Failure!;
            failure.Problem.ShouldBe(FetchProblem.TooLarge, failure.Message);
            failure.MayPass.ShouldBeFalse();
        }
        server.Asked.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nshort")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nshort")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 12\r\n\r\n\u001f\u008b\u0008damaged!!")]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("")]
    public async Task Answers_that_lie_are_named_and_not_taken(string raw)
    {
        using var server = Bytes("", Encoding.Latin1.GetBytes(raw));
        using var fetcher = Fetcher(server, o => o with { ObeysRobots = false, MaxRetries = 0 });
        var failure = (await fetcher.Fetch(server.Address("/ferry"))).Failure!;
        failure.Problem.ShouldBe(FetchProblem.Damaged, failure.Message);
        failure.Message.ShouldStartWith(server.Address("/ferry"));
    }

    [Fact]
    public async Task Endless_heads_end()
    {
        using var server = LocalServer.Raw(async (_, _, stream, stop) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray(), stop);
            while (true)
                await stream.WriteAsync(Encoding.ASCII.GetBytes("X-Long: " + new string('x', 4000) + "\r\n"), stop);
        });
        using var fetcher = Fetcher(server, o => o with { ObeysRobots = false, MaxRetries = 0 });
        (await fetcher.Fetch(server.Address("/"))).Failure.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_may_pass_is_tried_again_after_the_wait_the_server_asks_for()
    {
        var asked = 0;
        using var server = LocalServer.Raw(async (path, _, stream, stop) =>
        {
            var answer = path == "/robots.txt" ? LocalServer.Response("", status: "404 Not Found")
                : ++asked < 3 ? LocalServer.Response("", "Retry-After: 7\r\n", "503 Service Unavailable")
                : LocalServer.Response(Page);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), stop);
        });
        (await Fetch(server, "/ferry")).Answer.ShouldNotBeNull();
        asked.ShouldBe(3);
        _time.Waits.Count(w => w == TimeSpan.FromSeconds(7)).ShouldBe(2);
    }

    [Fact]
    public async Task A_wait_of_hours_is_told_and_not_waited_for()
    {
        using var server = LocalServer.Of(("/ferry", LocalServer.Response("", "Retry-After: 7200\r\n", "429 Too Many Requests")));
        var failure = (await Fetch(server, "/ferry")).Failure!;
        failure.Status.ShouldBe(429);
        failure.RetryAfter.ShouldBe(TimeSpan.FromHours(2));
        failure.Message.ShouldContain("120 min");
        server.Asked.Count(a => a == "/ferry").ShouldBe(1);
    }

    [Fact]
    public async Task Robots_are_asked_once_and_obeyed()
    {
        using var server = LocalServer.Of(
            ("/robots.txt", LocalServer.Response("User-agent: readout\nDisallow: /private\nCrawl-delay: 9\n", "Content-Type: text/plain\r\n")),
            ("/ferry", LocalServer.Response(Page)), ("/private/1", LocalServer.Response(Page)), ("/back", Moved("302 Found", "/private/1")));
        using var fetcher = Fetcher(server);
        (await fetcher.Fetch(server.Address("/ferry"))).Answer.ShouldNotBeNull();
        (await fetcher.Fetch(server.Address("/private/1"))).Failure!.Problem.ShouldBe(FetchProblem.Robots);
        (await fetcher.Fetch(server.Address("/back"))).Failure!.Problem.ShouldBe(FetchProblem.Robots);
        server.Asked.ShouldBe(["/robots.txt", "/ferry", "/back"]);
        _time.Waits.ShouldContain(w => w > TimeSpan.FromSeconds(8) && w <= TimeSpan.FromSeconds(9));
    }

    [Fact]
    public async Task Without_its_robots_file_a_failing_site_is_left_alone()
    {
        using var server = LocalServer.Of(("/robots.txt", LocalServer.Response("", status: "500 Internal Server Error")), ("/ferry", LocalServer.Response(Page)));
        var failure = (await Fetch(server, "/ferry")).Failure!;
        failure.Problem.ShouldBe(FetchProblem.Robots);
        failure.MayPass.ShouldBeTrue();
        server.Asked.ShouldNotContain("/ferry");
    }

    [Fact]
    public async Task One_server_is_asked_one_thing_at_a_time()
    {
        var (now, most) = (0, 0);
        using var server = LocalServer.Raw(async (_, _, stream, stop) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await Task.Delay(30, stop);
            Interlocked.Decrement(ref now);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(LocalServer.Response(Page)), stop);
        });
        using var fetcher = Fetcher(server, o => o with { ObeysRobots = false });
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => fetcher.Fetch(server.Address("/" + i))));
        most.ShouldBe(1);
        server.Asked.Count.ShouldBe(6);
        _time.Waits.Count(w => w > TimeSpan.FromMilliseconds(900)).ShouldBe(5);
    }

    [Fact]
    public async Task A_closed_port_and_a_name_that_leads_nowhere_are_named()
    {
        string address;
        using (var server = LocalServer.Of())
            address = server.Address("/");
        using var fetcher = new Fetcher(new FetchOptions { AllowedHosts = ["127.0.0.1"], ObeysRobots = false, MaxRetries = 1 }, _time);
        var closed = (await fetcher.Fetch(address)).Failure!;
        closed.Problem.ShouldBe(FetchProblem.NoServer);
        closed.MayPass.ShouldBeTrue();
        (await fetcher.Fetch("http://no-such-host.invalid/")).Failure!.Problem.ShouldBe(FetchProblem.NoServer);
    }

    [Fact]
    public async Task A_proxy_is_asked_for_everything()
    {
        using var proxy = LocalServer.Raw(async (path, _, stream, stop) =>
            await stream.WriteAsync(Encoding.ASCII.GetBytes(LocalServer.Response($"<p>{path}</p>")), stop));
        using var fetcher = new Fetcher(new FetchOptions { Proxy = new Uri($"http://{proxy.Host}"), ObeysRobots = false }, _time);
        Encoding.UTF8.GetString((await fetcher.Fetch("http://orlencourier.example/ferry")).Answer!.Body.Span).ShouldBe("<p>http://orlencourier.example/ferry</p>");
        (await fetcher.Fetch("http://127.0.0.1/")).Failure!.Problem.ShouldBe(FetchProblem.Refused);
    }

    [Fact]
    public async Task Who_stops_waiting_is_not_kept()
    {
        using var server = LocalServer.Raw(async (_, _, _, stop) => await Task.Delay(Timeout.Infinite, stop));
        using var fetcher = Fetcher(server, o => o with { ObeysRobots = false });
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Should.ThrowAsync<OperationCanceledException>(() => fetcher.Fetch(new FetchRequest(server.Address("/")), stop.Token));
    }

    private async Task<FetchResult> Fetch(LocalServer server, string path)
    {
        using var fetcher = Fetcher(server);
        return await fetcher.Fetch(server.Address(path));
    }

    private Fetcher Fetcher(LocalServer server, Func<FetchOptions, FetchOptions>? with = null)
    {
        var options = new FetchOptions { AllowedHosts = [server.Host] };
        return new Fetcher(with?.Invoke(options) ?? options, _time);
    }

    private static LocalServer Bytes(string head, byte[] body) => LocalServer.Raw(async (path, _, stream, stop) =>
    {
        if (path == "/robots.txt")
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(LocalServer.Response("", status: "404 Not Found")), stop);
            return;
        }
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), stop);
        await stream.WriteAsync(body, stop);
    });

    private static string Moved(string status, string to) => $"HTTP/1.1 {status}\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private static byte[] Packed(byte[] bytes, string coding)
    {
        using var room = new MemoryStream();
        using (Stream stream = coding switch { "gzip" => new GZipStream(room, CompressionLevel.Fastest), "br" => new BrotliStream(room, CompressionLevel.Fastest), _ => new ZLibStream(room, CompressionLevel.Fastest) })
            stream.Write(bytes);
        return room.ToArray();
    }
}
