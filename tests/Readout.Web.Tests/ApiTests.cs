using System.Net;
using System.Security.Cryptography;

namespace Readout.Web.Tests;

[Collection(SampleCollection.Name)]
public class ApiTests(SampleSite samples)
{
    private readonly TestSite _site = samples.Site;

    private string Story => _site.Stories()[0].Id;

    [Theory]
    [InlineData("/v1/nothing", HttpStatusCode.NotFound, "openapi.json")]
    [InlineData("/v1/stories/s000000000000", HttpStatusCode.NotFound, "/v1/stories")]
    [InlineData("/v1/stories/%3Cscript%3E/brief", HttpStatusCode.NotFound, "")]
    [InlineData("/v1/stories/STORY/brief?as_of=yesterday", HttpStatusCode.BadRequest, "2025-05-07")]
    [InlineData("/v1/stories/STORY/brief?max_sentences=-1", HttpStatusCode.BadRequest, "max_sentences")]
    [InlineData("/v1/stories/STORY/claims?disputed=perhaps", HttpStatusCode.BadRequest, "true")]
    [InlineData("/v1/stories/STORY/disputes?type=colour", HttpStatusCode.BadRequest, "denial")]
    [InlineData("/v1/stories/STORY/claims?from=2022-05-01&to=2022-04-01", HttpStatusCode.BadRequest, "between")]
    [InlineData("/v1/stories/STORY/changes?run=999", HttpStatusCode.BadRequest, "999")]
    [InlineData("/v1/stories/STORY/changes?run=first", HttpStatusCode.BadRequest, "run")]
    [InlineData("/v1/stories/STORY/export?format=gold", HttpStatusCode.BadRequest, "jsonl")]
    [InlineData("/v1/stories/STORY/export?format=dot&table=claims", HttpStatusCode.BadRequest, "csv")]
    [InlineData("/v1/stories?limit=0", HttpStatusCode.BadRequest, "500")]
    [InlineData("/v1/stories?limit=501", HttpStatusCode.BadRequest, "500")]
    [InlineData("/v1/stories?limit=99999999999999999999", HttpStatusCode.BadRequest, "500")]
    [InlineData("/v1/stories?cursor=", HttpStatusCode.BadRequest, "cursor")]
    [InlineData("/v1/stories?cursor=MTAuMS5hYmNkZWY", HttpStatusCode.BadRequest, "cursor")]
    [InlineData("/v1/stories?cursor=%FF%FE%00", HttpStatusCode.BadRequest, "cursor")]
    [InlineData("/v1/documents/dzzzzzz", HttpStatusCode.NotFound, "SHA-256")]
    [InlineData("/v1/documents/d000000", HttpStatusCode.NotFound, "No page")]
    [InlineData("/v1/documents/d000000/text", HttpStatusCode.NotFound, "No page")]
    [InlineData("/v1/documents?as_of=2022-13-01", HttpStatusCode.BadRequest, "as_of")]
    [InlineData("/v1/search", HttpStatusCode.BadRequest, "q:")]
    [InlineData("/v1/search?q=outlit:courier", HttpStatusCode.BadRequest, "outlet")]
    [InlineData("/v1/search?q=(((((", HttpStatusCode.BadRequest, "q:")]
    [InlineData("/v1/watches/none", HttpStatusCode.NotFound, "/v1/watches")]
    [InlineData("/v1/jobs/99999", HttpStatusCode.NotFound, "99999")]
    [InlineData("/v1/jobs/first", HttpStatusCode.NotFound, "")]
    public async Task What_is_wrong_gets_its_status_and_clear_words(string address, HttpStatusCode status, string words)
    {
        var problem = await _site.Client.Get(address.Replace("STORY", Story, StringComparison.Ordinal), status);
        problem.GetProperty("status").GetInt32().ShouldBe((int)status);
        problem.GetProperty("detail").GetString()!.ShouldContain(words);
        problem.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_list_comes_whole_whatever_the_size_of_its_parts()
    {
        foreach (var list in new[] { "/v1/stories", "/v1/documents", $"/v1/stories/{Story}/claims", $"/v1/stories/{Story}/documents", "/v1/search?q=the", "/v1/jobs" })
        {
            var whole = (await _site.Client.All(list, 500)).Select(i => i.GetRawText()).ToList();
            whole.ShouldNotBeEmpty(list);
            foreach (var limit in new[] { 1, 2, 7 })
                (await _site.Client.All(list, limit)).Select(i => i.GetRawText()).ShouldBe(whole, $"{list}, {limit} at a time");
        }
    }

    [Fact]
    public async Task A_cursor_of_another_list_is_refused()
    {
        var cursor = (await _site.Client.Get("/v1/documents?limit=1")).GetProperty("next").GetString();
        await _site.Client.Get($"/v1/documents?limit=5&cursor={cursor}");
        await _site.Client.Get($"/v1/stories?cursor={cursor}", HttpStatusCode.BadRequest);
        await _site.Client.Get($"/v1/documents?as_of=2022-04-01&cursor={cursor}", HttpStatusCode.BadRequest);
        await _site.Client.Get($"/v1/documents?cursor={cursor}A", HttpStatusCode.BadRequest);
        await _site.Client.Get($"/v1/documents?cursor={cursor![..^1]}", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_list_that_was_built_anew_says_so()
    {
        using var site = TestSite.OfSamples("strike", "mill");
        var cursor = (await site.Client.Get("/v1/stories?limit=1")).GetProperty("next").GetString();
        site.Add(TestSite.Sample("dam"));
        await site.Client.Get($"/v1/stories?limit=1&cursor={cursor}", HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task What_did_not_change_is_not_sent_again()
    {
        foreach (var address in new[] { "/v1/stories", $"/v1/stories/{Story}/brief", $"/v1/stories/{Story}/claims?limit=2", "/v1/corrections", "/openapi.json" })
        {
            using var first = await _site.Client.GetAsync(new Uri(address, UriKind.Relative));
            first.Headers.ETag!.IsWeak.ShouldBeFalse(address);
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.IfNoneMatch.Add(first.Headers.ETag);
            using var second = await _site.Client.SendAsync(request);
            second.StatusCode.ShouldBe(HttpStatusCode.NotModified, address);
            second.Headers.ETag.ShouldBe(first.Headers.ETag, address);
            (await second.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task The_mark_is_of_the_bytes_and_packed_bytes_have_another()
    {
        var address = new Uri($"/v1/stories/{Story}/brief", UriKind.Relative);
        using var plain = await _site.Client.GetAsync(address);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var packed = await _site.Client.SendAsync(request);
        packed.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        packed.Headers.ETag.ShouldNotBe(plain.Headers.ETag);
        await using var unpacked = new System.IO.Compression.BrotliStream(await packed.Content.ReadAsStreamAsync(), System.IO.Compression.CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        await unpacked.CopyToAsync(bytes);
        bytes.ToArray().ShouldBe(await plain.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Bytes_and_text_of_a_page_are_those_that_its_places_are_of()
    {
        foreach (var document in (await _site.Client.Get($"/v1/stories/{Story}/brief")).GetProperty("documents").EnumerateArray())
        {
            var id = document.GetProperty("id").GetString();
            using var raw = await _site.Client.GetAsync(new Uri($"/v1/documents/{id}/bytes", UriKind.Relative));
            Convert.ToHexStringLower(SHA256.HashData(await raw.Content.ReadAsByteArrayAsync())).ShouldBe(document.GetProperty("sha256").GetString());
            raw.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
            var text = new Readout.Text.SourceText(await _site.Client.GetStringAsync(new Uri($"/v1/documents/{id}/text", UriKind.Relative)));
            if (document.GetProperty("title") is { ValueKind: System.Text.Json.JsonValueKind.Object } title && title.GetProperty("span") is { ValueKind: System.Text.Json.JsonValueKind.Array } span)
                text.Slice(text.FromCodePoints(span[0].GetInt32(), span[1].GetInt32())).ShouldNotBeEmpty();
        }
    }
}
