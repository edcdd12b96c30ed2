using System.Net;
using System.Net.Http.Headers;
using Microsoft.Data.Sqlite;

namespace Readout.Web.Tests;

[Collection(SampleCollection.Name)]
public class ServingTests(SampleSite samples)
{
    private readonly TestSite _site = samples.Site;

    [Fact]
    public async Task A_story_that_has_lost_a_page_shows_its_record_until_the_next_is_made()
    {
        using var site = TestSite.OfSamples("dam");
        var story = site.Stories()[0];
        // as between two stages of a build
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(site.Folder, "workspace.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM story_page WHERE page = (SELECT max(page) FROM story_page WHERE story = $story)";
            command.Parameters.AddWithValue("$story", story.Id);
            command.ExecuteNonQuery().ShouldBe(1);
        }
        foreach (var part in (string[])["", "/timeline", "/claims", "/quotes", "/prospects", "/sources", "/changes"])
            await site.Open($"/stories/{story.Id}{part}");
    }

    [Fact]
    public async Task The_front_page_lists_every_story()
    {
        var page = await _site.Open("/");
        page.QuerySelectorAll(".stories a").Select(a => a.GetAttribute("href")).ShouldBe(_site.Stories().Select(s => "/stories/" + s.Id));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nothing/here")]
    [InlineData("/stories/s000000000000")]
    [InlineData("/assets/readout.css")]
    public async Task Every_answer_forbids_code_from_elsewhere_and_between_the_lines(string address)
    {
        using var response = await _site.Client.GetAsync(new Uri(address, UriKind.Relative));
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'self'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        response.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        response.Headers.GetValues("Referrer-Policy").Single().ShouldBe("same-origin");
    }

    [Fact]
    public async Task A_name_that_was_made_to_lead_here_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "elsewhere.example";
        using var response = await _site.Client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/nothing/here", HttpStatusCode.NotFound)]
    [InlineData("/stories/s000000000000", HttpStatusCode.NotFound)]
    [InlineData("/stories/%3Cscript%3E", HttpStatusCode.NotFound)]
    [InlineData("/?page=0", HttpStatusCode.NotFound)]
    [InlineData("/?page=99999999999", HttpStatusCode.BadRequest)]
    public async Task A_forged_address_gets_a_page_that_says_so(string address, HttpStatusCode status) =>
        (await _site.Open(address, status)).QuerySelector("main h1")!.TextContent.ShouldNotBeEmpty();

    [Fact]
    public async Task A_day_that_is_none_is_refused_with_a_way_on()
    {
        var page = await _site.Open($"/stories/{_site.Stories()[0].Id}?as_of=yesterday", HttpStatusCode.BadRequest);
        page.Body!.TextContent.ShouldContain("2025-05-07");
    }

    [Fact]
    public async Task A_page_that_did_not_change_is_not_sent_again()
    {
        using var first = await _site.Client.GetAsync(new Uri("/", UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await _site.Client.SendAsync(request);
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task A_page_follows_what_another_process_writes()
    {
        using var site = TestSite.OfSamples("strike");
        using var before = await site.Client.GetAsync(new Uri("/", UriKind.Relative));
        site.Add(TestSite.Sample("mill"));
        (await site.Open("/")).QuerySelectorAll(".stories > li").Length.ShouldBe(2);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.IfNoneMatch.Add(before.Headers.ETag!);
        using var after = await site.Client.SendAsync(request);
        after.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_workspace_with_nothing_in_it_says_what_to_do()
    {
        using var site = new TestSite([]);
        using var front = await site.Client.GetAsync(new Uri("/", UriKind.Relative));
        front.Headers.Location!.ToString().ShouldBe("/add");
        (await site.Open("/add")).QuerySelectorAll("form[action^='/add/']").Length.ShouldBe(3);
    }

    [Fact]
    public async Task Styles_and_scripts_are_kept_by_their_content()
    {
        var page = await _site.Open("/");
        foreach (var address in page.QuerySelectorAll("link:not([rel=expect]), script[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!))
        {
            address.ShouldStartWith("/assets/");
            using var response = await _site.Client.GetAsync(new Uri(address, UriKind.Relative));
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            response.Headers.CacheControl!.Extensions.ShouldContain(new NameValueHeaderValue("immutable"));
        }
    }
}
