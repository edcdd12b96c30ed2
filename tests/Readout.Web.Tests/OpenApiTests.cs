using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;

namespace Readout.Web.Tests;

[Collection(SampleCollection.Name)]
public class OpenApiTests(SampleSite samples)
{
    private readonly TestSite _site = samples.Site;

    [Fact]
    public async Task Every_route_is_described_and_nothing_else()
    {
        var described = (await _site.Client.Get("/openapi.json")).GetProperty("paths").EnumerateObject()
            .SelectMany(p => p.Value.EnumerateObject().Select(m => $"{m.Name.ToUpperInvariant()} {p.Name}"));
        var routed = _site.Endpoints.OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText is { } path && path.TrimStart('/').StartsWith("v1/", StringComparison.Ordinal) && !path.Contains("**", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(m => $"{m} /{Regex.Replace(e.RoutePattern.RawText!.Trim('/'), ":[^}]*", "")}"));
        described.ShouldBe(routed, ignoreOrder: true);
        described.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Every_route_stands_in_the_documentation()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(TestSite.Root(), "docs", "api.md"));
        foreach (var path in (await _site.Client.Get("/openapi.json")).GetProperty("paths").EnumerateObject())
            text.ShouldContain($"`{path.Name}`");
    }

    [Fact]
    public async Task Every_answer_holds_to_its_schema()
    {
        var document = await _site.Client.Get("/openapi.json");
        document.GetProperty("openapi").GetString().ShouldBe("3.1.0");
        var schema = new Readout.Tests.Formats.JsonSchema(document);
        var story = _site.Stories().First(s => s.Disputes > 0).Id;
        var page = (await _site.Client.Get($"/v1/stories/{story}/brief")).GetProperty("documents")[0].GetProperty("id").GetString()!;
        var checkedAnswers = 0;
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            if (!path.Value.TryGetProperty("get", out var get) || !get.GetProperty("responses").GetProperty("200").GetProperty("content").TryGetProperty("application/json", out var content) || path.Name.Contains("{name}", StringComparison.Ordinal))
                continue;
            var address = path.Name.Replace("/stories/{id}", "/stories/" + story, StringComparison.Ordinal).Replace("/documents/{id}", "/documents/" + page, StringComparison.Ordinal).Replace("/jobs/{id}", "/jobs/1", StringComparison.Ordinal);
            var answer = await _site.Client.Get(address == "/v1/search" ? "/v1/search?q=the&facets=true" : address);
            schema.Errors(content.GetProperty("schema"), answer).ShouldBeEmpty(address);
            checkedAnswers++;
        }
        checkedAnswers.ShouldBeGreaterThan(12);
        schema.Errors(document.GetProperty("components").GetProperty("schemas").GetProperty("Problem"), await _site.Client.Get("/v1/nothing", System.Net.HttpStatusCode.NotFound)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_parameter_is_described()
    {
        foreach (var path in (await _site.Client.Get("/openapi.json")).GetProperty("paths").EnumerateObject())
        {
            foreach (var parameter in path.Value.EnumerateObject().SelectMany(m => m.Value.GetProperty("parameters").EnumerateArray()))
                parameter.GetProperty("schema").ValueKind.ShouldBe(JsonValueKind.Object);
        }
    }
}
