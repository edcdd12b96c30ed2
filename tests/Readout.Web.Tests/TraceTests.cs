using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Readout.Web.Tests;

public class TraceTests
{
    [Fact]
    public async Task A_collector_hears_of_requests_by_their_routes_and_of_nothing_that_was_asked_for()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using var collector = builder.Build();
        var heard = new ConcurrentQueue<string>();
        collector.MapPost("/v1/traces", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            // names and values stand in protobuf as they are
            heard.Enqueue($"{request.ContentType} {Encoding.Latin1.GetString(body.ToArray())}");
        });
        await collector.StartAsync();

        const string trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        // its end sends what is left
        using (var site = new TestSite([], o => o with { Otlp = new Uri(collector.Urls.First()), Version = "9.8.7" }))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/search?q=Ada%20Moll");
            request.Headers.Add("traceparent", $"00-{trace}-00f067aa0ba902b7-01");
            using var found = await site.Client.SendAsync(request);
            found.StatusCode.ShouldBe(HttpStatusCode.OK);
            using var made = await site.Client.PostAsJsonAsync("/v1/watches", new { name = "jory", kind = "person", value = "Jory Pell" });
            made.StatusCode.ShouldBe(HttpStatusCode.Created);
            using var one = await site.Client.GetAsync(new Uri("/v1/watches/jory", UriKind.Relative));
        }
        var all = string.Concat(heard);
        all.ShouldStartWith("application/x-protobuf");
        foreach (var word in new[] { "readout", "9.8.7", "GET /v1/search", "POST /v1/watches", "write watch", "GET /v1/watches/{name}", "http.response.status_code", Encoding.Latin1.GetString(Convert.FromHexString(trace)) })
            all.ShouldContain(word);
        foreach (var word in new[] { "Moll", "jory", "Pell" })
            all.ShouldNotContain(word);
    }

    [Fact]
    public async Task Without_a_collector_nothing_is_measured()
    {
        using var site = new TestSite([]);
        using var response = await site.Client.GetAsync(new Uri("/v1/stories", UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        Readout.Web.Operations.Traces.Begin("write").ShouldBeNull();
    }
}
