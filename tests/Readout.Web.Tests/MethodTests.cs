using System.Net;

namespace Readout.Web.Tests;

[Collection(SampleCollection.Name)]
public class MethodTests(SampleSite samples)
{
    private readonly TestSite _site = samples.Site;

    [Theory]
    [InlineData("PUT", "/v1/stories", "GET, HEAD")]
    [InlineData("POST", "/v1/stories/s1/claims", "GET, HEAD")]
    [InlineData("GET", "/v1/stories/s1/visit", "POST")]
    [InlineData("PATCH", "/v1/watches/moll", "DELETE, GET, HEAD")]
    [InlineData("DELETE", "/v1/corrections", "GET, HEAD, POST")]
    [InlineData("DELETE", "/v1/jobs/7", "GET, HEAD")]
    [InlineData("POST", "/v1/events", "GET")]
    public async Task A_known_address_says_which_methods_it_takes(string method, string address, string allowed)
    {
        using var response = await Ask(method, address);
        (await response.Read(address, HttpStatusCode.MethodNotAllowed)).GetProperty("detail").GetString()!.ShouldContain(method);
        response.Content.Headers.Allow.ShouldBe(allowed.Split(", "));
    }

    [Theory]
    [InlineData("POST", "/", "GET, HEAD")]
    [InlineData("GET", "/watches/remove", "POST")]
    [InlineData("PUT", "/desk", "GET, HEAD")]
    [InlineData("POST", "/health/live", "GET, HEAD")]
    [InlineData("POST", "/openapi.json", "GET, HEAD")]
    public async Task A_page_says_so_too(string method, string address, string allowed)
    {
        using var response = await Ask(method, address);
        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(allowed.Split(", "));
    }

    [Theory]
    [InlineData("DELETE", "/v1/jobs/seven")]
    [InlineData("PUT", "/v1/nothing")]
    [InlineData("GET", "/v1")]
    public async Task Where_nothing_stands_no_method_helps(string method, string address)
    {
        using var response = await Ask(method, address);
        await response.Read(address, HttpStatusCode.NotFound);
        response.Content.Headers.Allow.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/stories")]
    [InlineData("/v1/stories")]
    [InlineData("/openapi.json")]
    public async Task Heads_say_what_a_whole_answer_would_without_its_body(string address)
    {
        using var whole = await Ask("GET", address);
        using var head = await Ask("HEAD", address);
        head.StatusCode.ShouldBe(whole.StatusCode);
        head.Headers.ETag.ShouldBe(whole.Headers.ETag);
        head.Content.Headers.ContentType.ShouldBe(whole.Content.Headers.ContentType);
        (await head.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stream_of_events_has_no_head()
    {
        using var head = await Ask("HEAD", "/v1/events");
        head.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    private Task<HttpResponseMessage> Ask(string method, string address) => _site.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), address));
}
