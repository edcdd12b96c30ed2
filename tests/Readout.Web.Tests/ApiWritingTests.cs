using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Readout.Store;

namespace Readout.Web.Tests;

public sealed class ApiWritingTests : IDisposable
{
    private readonly TestSite _site = TestSite.OfSamples("strike");

    [Fact]
    public async Task A_correction_is_made_once_and_shows_in_the_record()
    {
        var page = await FirstPage();
        var made = await Post("/v1/corrections", new { verb = "set-date", targets = new[] { page }, value = "2031-02-03", reason = "the printed paper says so" }, HttpStatusCode.Created);
        made.GetProperty("author").GetString().ShouldBe("ada");
        await _site.Built();
        (await _site.Client.All("/v1/corrections", 10)).Single().GetProperty("id").GetString().ShouldBe(made.GetProperty("id").GetString());
        var documents = (await _site.Client.Get($"/v1/stories/{_site.Stories()[0].Id}/brief")).GetProperty("documents").EnumerateArray();
        documents.Single(d => d.GetProperty("id").GetString() == page).GetProperty("published").GetProperty("earliest").GetString().ShouldBe("2031-02-03");
    }

    [Fact]
    public async Task Of_two_who_correct_the_same_at_once_the_second_hears_of_the_first_and_nothing_is_lost()
    {
        var page = await FirstPage();
        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(async n =>
        {
            using var response = await _site.Client.PostAsJsonAsync("/v1/corrections", new { verb = "set-date", targets = new[] { page }, value = $"2031-02-0{n}", reason = $"desk {n}", seen = "", build = false });
            return (response.StatusCode, Text: await response.Content.ReadAsStringAsync());
        }));
        answers.Count(a => a.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        answers.Where(a => a.StatusCode != HttpStatusCode.Created).ShouldAllBe(a => a.StatusCode == HttpStatusCode.Conflict && a.Text.Contains("ada corrected the same", StringComparison.Ordinal));
        // without saying what they know, all stand in the log, in one order for everybody
        await Task.WhenAll(Enumerable.Range(1, 8).Select(n => Post("/v1/corrections", new { verb = "set-date", targets = new[] { page }, value = $"2031-03-0{n}", reason = $"desk {n}", build = false }, HttpStatusCode.Created)));
        (await _site.Client.All("/v1/corrections", 3)).Count.ShouldBe(9);
    }

    [Theory]
    [InlineData("""{"verb":"set-date","targets":["d000000"],"value":"2031-02-03","reason":"x"}""", HttpStatusCode.UnprocessableEntity, "d000000")]
    [InlineData("""{"verb":"set-date","targets":["PAGE"],"value":"soon","reason":"x"}""", HttpStatusCode.UnprocessableEntity, "2025-05-07")]
    [InlineData("""{"verb":"set-date","targets":["PAGE"],"value":"2031-02-03","reason":" "}""", HttpStatusCode.UnprocessableEntity, "reason")]
    [InlineData("""{"verb":"set-speaker","targets":["q000000.12"],"value":"Ada Moll","reason":"x"}""", HttpStatusCode.UnprocessableEntity, "")]
    [InlineData("""{"verb":"merge","targets":["PAGE"],"reason":"x"}""", HttpStatusCode.UnprocessableEntity, "two")]
    [InlineData("""{"verb":"undo","targets":["k000000"],"reason":"x"}""", HttpStatusCode.UnprocessableEntity, "k000000")]
    [InlineData("""{"verb":"burn","targets":["PAGE"],"reason":"x"}""", HttpStatusCode.BadRequest, "verb")]
    [InlineData("""{"verb":3,"targets":["PAGE"],"reason":"x"}""", HttpStatusCode.BadRequest, "verb")]
    [InlineData("""{"verb":"undo","reason":"x"}""", HttpStatusCode.BadRequest, "targets")]
    [InlineData("""{"verb":"undo","targets":null,"reason":"x"}""", HttpStatusCode.BadRequest, "targets")]
    [InlineData("""{"verb":"undo","targets":["k1"],"reason":"x","author":"somebody else"}""", HttpStatusCode.BadRequest, "author")]
    [InlineData("{", HttpStatusCode.BadRequest, "body")]
    [InlineData("null", HttpStatusCode.BadRequest, "null")]
    public async Task A_correction_that_means_nothing_is_refused(string body, HttpStatusCode status, string words)
    {
        using var content = new StringContent(body.Replace("PAGE", await FirstPage(), StringComparison.Ordinal), System.Text.Encoding.UTF8, "application/json");
        using var response = await _site.Client.PostAsync(new Uri("/v1/corrections", UriKind.Relative), content);
        (await response.Read(body, status)).GetProperty("detail").GetString()!.ShouldContain(words);
        (await _site.Client.All("/v1/corrections", 10)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_watch_is_asked_shown_and_removed()
    {
        await Post("/v1/watches", new { name = "moll", kind = "person", value = "Ada Moll", budget = "5/d" }, HttpStatusCode.Created);
        await Post("/v1/watches", new { name = "moll", kind = "all" }, HttpStatusCode.Conflict);
        (await _site.Client.Get("/v1/watches/moll")).GetProperty("budget").GetString().ShouldBe("5/d");
        (await _site.Client.All("/v1/watches/moll/alerts", 5)).ShouldBeEmpty();
        foreach (var way in new[] { "exec:rm everything", "file:/etc/passwd", "webhook:http://intranet.example/" })
            (await Post("/v1/watches", new { name = "bad", kind = "all", notify = new[] { way } }, HttpStatusCode.UnprocessableEntity)).GetProperty("detail").GetString()!.ShouldContain("command line");
        await Post("/v1/watches", new { name = "bad", kind = "query", value = "outlit:x" }, HttpStatusCode.BadRequest);
        await Post("/v1/watches", new { name = "bad", kind = "story", value = "s000000000000" }, HttpStatusCode.NotFound);
        using (var removed = await _site.Client.DeleteAsync(new Uri("/v1/watches/moll", UriKind.Relative)))
            removed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var gone = await _site.Client.DeleteAsync(new Uri("/v1/watches/moll", UriKind.Relative));
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_page_comes_in_and_is_built()
    {
        var (name, bytes) = TestSite.Sample("mill").First();
        using var content = new ByteArrayContent(bytes);
        using var response = await _site.Client.PostAsync(new Uri($"/v1/documents?name={name}", UriKind.Relative), content);
        (await response.Read(name, HttpStatusCode.Accepted)).GetProperty("new").GetInt32().ShouldBe(1);
        await _site.Built();
        (await _site.Client.All("/v1/documents", 500)).ShouldContain(d => d.GetProperty("sha256").GetString() == PageStore.Hash(bytes));
        (await _site.Client.Get("/v1/jobs/running")).GetProperty("failure").ValueKind.ShouldBe(JsonValueKind.Null);
        using var empty = await _site.Client.PostAsync(new Uri("/v1/documents?name=none.txt", UriKind.Relative), new ByteArrayContent([]));
        await empty.Read("empty", HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task What_a_page_of_another_site_sends_is_refused(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/documents?name=a.txt") { Content = new StringContent("words") };
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await _site.Client.SendAsync(request);
        await response.Read(value, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_gigabyte_is_refused_before_it_is_sent()
    {
        await using var app = Site.Build(new SiteOptions(_site.Folder, "ada", IPAddress.Loopback, 0), SystemClock.Instance);
        await app.StartAsync();
        using var socket = new System.Net.Sockets.TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, new Uri(app.Urls.First()).Port);
        var stream = socket.GetStream();
        await stream.WriteAsync("POST /v1/documents?name=a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1073741824\r\n\r\nsome"u8.ToArray());
        using var hangs = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var reader = new StreamReader(stream);
        (await reader.ReadLineAsync(hangs.Token)).ShouldBe("HTTP/1.1 413 Payload Too Large");
    }

    [Fact]
    public async Task The_server_says_how_it_is()
    {
        (await _site.Client.GetStringAsync(new Uri("/health/live", UriKind.Relative))).ShouldBe("alive\n");
        (await _site.Client.GetStringAsync(new Uri("/health/ready", UriKind.Relative))).ShouldStartWith("ready");
        await _site.Client.Get("/v1/stories");
        var metrics = await _site.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        metrics.ShouldContain("readout_requests_seconds_count{route=\"/v1/stories\",method=\"GET\",status=\"200\"} 1");
        metrics.ShouldContain($"readout_stories {_site.Stories().Count}");
    }

    public void Dispose() => _site.Dispose();

    private async Task<string> FirstPage() => (await _site.Client.Get($"/v1/stories/{_site.Stories()[0].Id}/brief")).GetProperty("documents")[0].GetProperty("id").GetString()!;

    private async Task<JsonElement> Post(string address, object body, HttpStatusCode status)
    {
        using var response = await _site.Client.PostAsJsonAsync(address, body);
        return await response.Read(address, status);
    }
}
