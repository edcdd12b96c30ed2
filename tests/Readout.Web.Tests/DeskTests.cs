using System.Net;
using System.Text;
using NodaTime;
using Readout.Store;
using Readout.Store.Corrections;

namespace Readout.Web.Tests;

public class DeskTests
{
    [Fact]
    public async Task A_long_log_comes_in_parts_the_latest_first()
    {
        using var site = new TestSite([]);
        using (var workspace = Workspace.Write(site.Folder, "test", TimeSpan.FromMinutes(1), SystemClock.Instance))
        {
            for (var i = 1; i <= 120; i++)
                workspace.Corrections.Add(CorrectionVerb.SetDate, [new string('a', 64)], "2031-02-03", "ada", $"reason {i}", SystemClock.Instance.GetCurrentInstant());
        }
        var reasons = new List<string>();
        for (var page = 1; page <= 3; page++)
        {
            var rows = (await site.Open($"/desk?page={page}")).QuerySelectorAll("[data-list=entry] tbody tr");
            rows.Length.ShouldBe(page < 3 ? 50 : 20);
            reasons.AddRange(rows.Select(r => r.QuerySelectorAll("td")[2].TextContent));
        }
        reasons.ShouldBe(Enumerable.Range(1, 120).Reverse().Select(i => $"reason {i}"));
        await site.Open("/desk?page=4", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_desk_of_a_long_story_offers_a_part_of_its_pages_and_takes_any_by_its_id()
    {
        using var site = new TestSite(Enumerable.Range(0, 110).Select(i => ($"p{i:000}.txt", Encoding.UTF8.GetBytes(
            $"Ferry to Vask stops after fire\n\nMay 6, 2031\n\nORLEN - The ferry to Vask stopped on Monday after its engine caught fire, Ada Moll, the mayor of Orlen, said.\n\nThe harbour was closed on Tuesday, and berth {i} stayed empty.\n"))));
        var story = site.Stories().ShouldHaveSingleItem();
        var first = await site.Open($"/stories/{story.Id}/desk");
        first.QuerySelectorAll("#pages option").Length.ShouldBe(100);
        first.QuerySelectorAll("input[list=pages]").Length.ShouldBe(5);
        first.DocumentElement.OuterHtml.Length.ShouldBeLessThan(120_000);
        var rest = (await site.Open($"/stories/{story.Id}/desk?page=2")).QuerySelectorAll("#pages option").Select(o => o.GetAttribute("value")!).ToList();
        rest.Count.ShouldBe(10);
        await site.Open($"/stories/{story.Id}/desk?page=3", HttpStatusCode.NotFound);
        // a page that the first part does not offer
        using var preview = await site.Forge($"/stories/{story.Id}/desk", $"/stories/{story.Id}/desk/preview", ("verb", "set-date"), ("target", rest[^1]), ("value", "2031-05-07"), ("reason", "printed so"));
        preview.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var unknown = await site.Forge($"/stories/{story.Id}/desk", $"/stories/{story.Id}/desk/preview", ("verb", "set-date"), ("target", "the ferry"), ("value", "2031-05-07"), ("reason", "printed so"));
        unknown.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await unknown.Content.ReadAsStringAsync()).ShouldContain("This story has no page");
    }

    [Fact]
    public async Task What_nobody_named_said_on_two_pages_stands_with_the_words_for_them()
    {
        static string Page(string cue) => $"Ferry to Vask stops\n\nMay 4, 2031\n\nORLEN - The ferry to Vask stopped on Sunday after a fire in its engine room.\n\n“We heard two bangs and then the lights went out on every deck,” {cue}.\n";
        using var site = new TestSite(
        [
            ("a.txt", Encoding.UTF8.GetBytes(Page("a passenger said"))),
            ("b.txt", Encoding.UTF8.GetBytes(Page("a passenger told reporters"))),
        ]);
        var page = await site.Open($"/stories/{site.Stories().ShouldHaveSingleItem().Id}/quotes");
        page.QuerySelector("main")!.TextContent.ShouldContain("a passenger");
        page.QuerySelector("main")!.TextContent.ShouldContain("We heard two bangs");
    }

    [Fact]
    public async Task Wordings_of_one_statement_stand_word_under_word()
    {
        string Page(string words, string more) => $"Ferry to Vask waits\n\nMay 6, 2031\n\n{more}\n\n“{words},” Mayor Ada Moll told reporters in Orlen on Monday.\n";
        using var site = new TestSite(
        [
            ("a.txt", Encoding.UTF8.GetBytes(Page("We will not let the ferry sail before the inspectors have looked at every part of the engine", "ORLEN - The ferry to Vask stopped on Monday after its engine caught fire."))),
            ("b.txt", Encoding.UTF8.GetBytes(Page("We will never let that ferry sail before the inspectors have looked at the engine", "VASK - Hundreds waited at the harbour for the ferry, which has not sailed since a fire in its engine."))),
        ]);
        var page = await site.Open($"/stories/{site.Stories().ShouldHaveSingleItem().Id}/quotes");
        var rows = page.QuerySelectorAll("table.aligned tr");
        rows.Select(r => string.Join(" | ", r.QuerySelectorAll("td").Select(c => c.TextContent.Trim()))).ShouldBe(
        [
            "“We will | not | let | the | ferry sail before the inspectors have looked at | every part of | the engine,”",
            "“We will | never | let | that | ferry sail before the inspectors have looked at | – | the engine,”",
        ]);
        rows.ShouldAllBe(r => r.QuerySelector("th a[data-evidence]") != null);
    }
}
