using System.Net;
using System.Text.Json;

namespace Readout.Web.Tests;

public sealed class EventTests : IDisposable
{
    private static readonly TimeSpan s_hangs = TimeSpan.FromMinutes(2);

    private readonly TestSite _site = TestSite.OfSamples("strike");

    [Fact]
    public async Task A_build_of_another_process_is_told_to_whoever_listens()
    {
        using var stream = await Listen(_site.Client, "/v1/events");
        _site.Add(TestSite.Sample("mill"));
        var (id, data) = await Next(stream);
        id.ShouldBe("2");
        data.GetProperty("stories").EnumerateArray().ShouldAllBe(s => s.GetProperty("came").GetInt32() > 0);
    }

    [Fact]
    public async Task What_was_missed_comes_first()
    {
        _site.Add(TestSite.Sample("mill"));
        _site.Add([]);
        _site.Add(TestSite.Sample("dam"));
        using var stream = await Listen(_site.Client, "/v1/events", "1");
        (await Next(stream)).Id.ShouldBe("2");
        // the third build changed nothing
        (await Next(stream)).Id.ShouldBe("4");
    }

    [Fact]
    public async Task A_story_is_listened_to_alone()
    {
        var story = _site.Stories()[0].Id;
        using var stream = await Listen(_site.Client, "/v1/events?story=" + story, "0");
        var (id, data) = await Next(stream);
        id.ShouldBe("1");
        data.GetProperty("stories").EnumerateArray().Single().GetProperty("story").GetString().ShouldBe(story);
        await _site.Client.Get("/v1/events?story=s000000000000", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_forged_id_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/events");
        request.Headers.Add("Last-Event-ID", "-1 OR 1");
        using var response = await _site.Client.SendAsync(request);
        await response.Read("events", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_thousand_listen_without_trouble()
    {
        var streams = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Listen(_site.Client, "/v1/events")));
        (await _site.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative))).ShouldContain("readout_event_listeners 1000");
        await _site.Client.Get("/v1/stories");
        _site.Add(TestSite.Sample("mill"));
        foreach (var id in await Task.WhenAll(streams.Select(async s => (await Next(s)).Id)))
            id.ShouldBe("2");
        foreach (var stream in streams)
            stream.Dispose();
    }

    public void Dispose() => _site.Dispose();

    private static async Task<StreamReader> Listen(HttpClient client, string address, string? last = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (last is not null)
            request.Headers.Add("Last-Event-ID", last);
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        (await reader.ReadLineAsync()).ShouldBe("retry: 3000");
        return reader;
    }

    private static async Task<(string Id, JsonElement Data)> Next(StreamReader stream)
    {
        using var hangs = new CancellationTokenSource(s_hangs);
        var id = "";
        while (await stream.ReadLineAsync(hangs.Token) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
                id = line[4..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
                return (id, JsonDocument.Parse(line[6..]).RootElement);
        }
        throw new EndOfStreamException("The stream ended.");
    }
}
