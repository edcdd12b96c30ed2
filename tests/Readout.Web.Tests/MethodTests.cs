using System.Net;

namespace Readout.Web.Tests;

[Collection(SampleCollection.Name)]
public class MethodTests(SampleSite samples)
{
    private readonly TestSite _site = samples.Site;

    [Theory]
    [InlineData("PUT", "/v1/stories", "GET")]
    [InlineData("POST", "/v1/stories/s1/claims", "GET")]
    [InlineData("GET", "/v1/stories/s1/visit", "POST")]
    [InlineData("PATCH", "/v1/watches/moll", "DELETE, GET")]
    [InlineData("DELETE", "/v1/corrections", "GET, POST")]
    [InlineData("DELETE", "/v1/jobs/7", "GET")]
    [InlineData("POST", "/v1/events", "GET")]
    public async Task A_known_address_says_which_methods_it_takes(string method, string address, string allowed)
    {
        using var response = await Ask(method, address);
        (await response.Read(address, HttpStatusCode.MethodNotAllowed)).GetProperty("detail").GetString()!.ShouldContain(method);
        response.Content.Headers.Allow.ShouldBe(allowed.Split(", "));
    }

    [Theory]
    [InlineData("POST", "/", "GET")]
    [InlineData("GET", "/watches/remove", "POST")]
    [InlineData("PUT", "/desk", "GET")]
    [InlineData("POST", "/health/live", "GET")]
    [InlineData("POST", "/openapi.json", "GET")]
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

    private Task<HttpResponseMessage> Ask(string method, string address) => _site.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), address));
}
