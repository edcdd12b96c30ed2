using System.Net;
using System.Text;

namespace Readout.Web.Tests;

public class WritingTests
{
    [Fact]
    public async Task A_pasted_text_becomes_a_story()
    {
        using var site = new TestSite([]);
        using var answer = await site.Send("/add", "/add/text", ("name", "https://orlen.example/ferry"), ("text", "Ferry stops\nOrlen Courier\n5 March 2024\n\nThe ferry to Vask will not sail on Friday, Mayor Ada Moll said on Tuesday."));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        await site.Built();
        (await site.Open("/")).QuerySelectorAll(".stories > li").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Files_come_in_and_what_holds_no_page_is_said()
    {
        using var site = new TestSite([]);
        using var page = await site.Client.GetAsync(new Uri("/add", UriKind.Relative));
        var form = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync());
        using var content = new MultipartFormDataContent();
        content.Add(new StringContent(form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken");
        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes("Harbour shut\n\nThe harbour of Orlen was shut on 5 March 2024, Jory Pell said.")), "files", "a.txt");
        content.Add(new ByteArrayContent([]), "files", "empty.txt");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/add/files") { Content = content };
        request.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").First().Split(';')[0]);
        using var answer = await site.Client.SendAsync(request);
        var told = await answer.Content.ReadAsStringAsync();
        told.ShouldContain("1 new");
        told.ShouldContain("empty.txt is empty");
        await site.Built();
    }

    [Theory]
    [InlineData("/add/text")]
    [InlineData("/add/address")]
    [InlineData("/desk/undo")]
    [InlineData("/watches")]
    [InlineData("/watches/run")]
    public async Task A_form_from_elsewhere_is_refused(string action)
    {
        using var site = TestSite.OfSamples("strike");
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("text", "x"), KeyValuePair.Create("address", "http://orlen.example/")]);
        using var answer = await site.Client.PostAsync(new Uri(action, UriKind.Relative), content);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        site.Stories().Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_came_after_a_look_is_counted_in_claims()
    {
        using var site = new TestSite(TestSite.Sample("dam").Where(p => !p.Name.StartsWith("b11", StringComparison.Ordinal)));
        var story = site.Stories()[0].Id;
        using var seen = await site.Send($"/stories/{story}/changes", $"/stories/{story}/seen");
        seen.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await site.Open("/stories/" + story)).Body!.TextContent.ShouldContain("Nothing changed since");
        site.Add(TestSite.Sample("dam").Where(p => p.Name.StartsWith("b11", StringComparison.Ordinal)));
        story = site.Stories()[0].Id;
        var changes = await site.Open($"/stories/{story}/changes");
        changes.QuerySelectorAll("[data-list=claim] [data-item]").Length.ShouldBeGreaterThan(3);
        changes.QuerySelectorAll("[data-list=page] [data-item]").Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_correction_is_tried_made_and_taken_back()
    {
        using var site = TestSite.OfSamples("strike");
        var story = site.Stories()[0].Id;
        var desk = $"/stories/{story}/desk";
        var page = (await site.Open($"/stories/{story}/sources")).QuerySelector("[data-list=page] a[data-main]")!.GetAttribute("href")!.Split('/')[^1];
        using var preview = await site.Send(desk, desk + "/preview", ("verb", "set-date"), ("target", page), ("value", "2017-05-02"), ("reason", "the printed paper says so"));
        preview.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var made = await site.SendOn(preview, desk);
        made.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        await site.Built();
        (await site.Open($"/stories/{story}/pages/{page}")).Body!.TextContent.ShouldContain("2 May 2017");
        var log = await site.Open("/desk");
        var id = log.QuerySelector("[data-list=entry] [data-item]")!.Id!;
        using var undone = await site.Send("/desk", "/desk/undo", ("id", id), ("reason", "it does not"));
        undone.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        await site.Built();
        (await site.Open($"/stories/{story}/pages/{page}")).Body!.TextContent.ShouldNotContain("2 May 2017");
        using var again = await site.Forge("/add", "/desk/undo", ("id", id), ("reason", "twice"));
        again.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("set-date", "d0000000", "2017-05-02", "why")]
    [InlineData("merge", "s000000000000", "", "why")]
    [InlineData("undo", "k0000000", "", "why")]
    [InlineData("split", "", "", "why")]
    public async Task A_forged_correction_is_refused(string verb, string target, string value, string reason)
    {
        using var site = TestSite.OfSamples("strike");
        var desk = $"/stories/{site.Stories()[0].Id}/desk";
        using var answer = await site.Forge(desk, desk + "/preview", ("verb", verb), ("target", target), ("value", value), ("reason", reason));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await site.Open("/desk")).QuerySelectorAll("[data-item]").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_watch_finds_what_came_since()
    {
        using var site = new TestSite(TestSite.Sample("dam").Where(p => !p.Name.StartsWith("b11", StringComparison.Ordinal)));
        using var added = await site.Send("/watches", "/watches", ("name", "everything"), ("kind", "all"), ("value", ""), ("budget", ""));
        added.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        site.Add(TestSite.Sample("dam").Where(p => p.Name.StartsWith("b11", StringComparison.Ordinal)));
        using var run = await site.Send("/watches", "/watches/run");
        run.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await site.Open("/watches")).QuerySelectorAll("section[data-row] li .label").Length.ShouldBeGreaterThan(3);
        using var wrong = await site.Send("/watches", "/watches", ("name", "x"), ("kind", "story"), ("value", "s000000000000"), ("budget", ""));
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}
