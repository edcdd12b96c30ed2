using System.Text.Json;
using System.Text.Json.Nodes;
using Readout.Store;
using Readout.Web.Records;

namespace Readout.Web.Tests;

[Collection(SampleCollection.Name)]
public class StoryPageTests(SampleSite samples)
{
    private readonly TestSite _site = samples.Site;

    [Fact]
    public async Task Every_sentence_of_the_brief_is_printed_with_its_citation()
    {
        foreach (var story in _site.Stories())
        {
            var record = Record(story);
            var page = await _site.Open("/stories/" + story.Id);
            var links = page.QuerySelectorAll("a[data-evidence]").Select(a => a.GetAttribute("href")).ToHashSet(StringComparer.Ordinal);
            // three sections stand in full on pages of their own
            foreach (var sentence in record.Brief.Sections.Where(s => s.Name is not ("Who said what" or "Timeline" or "Sources and their dependence")).SelectMany(s => s.Sentences))
                sentence.Citations.ShouldAllBe(c => links.Contains($"/stories/{story.Id}/evidence/{c.Document}/{c.Span}"));
        }
    }

    [Fact]
    public async Task The_timeline_and_the_quotations_are_whole_on_their_own_pages()
    {
        foreach (var story in _site.Stories())
        {
            var record = Record(story);
            (await _site.Open($"/stories/{story.Id}/timeline")).QuerySelectorAll("[data-list=event] [data-item]").Length.ShouldBe(record.Timeline.Count);
            var links = new HashSet<string?>(StringComparer.Ordinal);
            for (var address = $"/stories/{story.Id}/quotes"; address is not null;)
            {
                var page = await _site.Open(address);
                links.UnionWith(page.QuerySelectorAll("a[data-evidence]").Select(a => a.GetAttribute("href")));
                address = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
            }
            record.Quotations.ShouldAllBe(q => links.Contains($"/stories/{story.Id}/evidence/{q.Document}/{q.Content[0]}"));
        }
    }

    [Fact]
    public async Task As_of_a_day_nothing_later_is_known()
    {
        var story = _site.Stories().First(s => s.Latest == "2022-04-19");
        var page = await _site.Open($"/stories/{story.Id}?as_of=2022-03-10");
        page.QuerySelector(".age b")!.TextContent.ShouldBe("10 March 2022");
        page.QuerySelectorAll("main a[href*='/evidence/']").ShouldAllBe(a => a.GetAttribute("href")!.EndsWith("?as_of=2022-03-10", StringComparison.Ordinal));
        page.QuerySelector("main")!.TextContent.ShouldNotContain("8 April 2022");
    }

    // Statements that several pages have, and that no page gives a name for: agencies quote "a spokesman".
    [Fact]
    public void Statements_of_nobody_named_stand_among_who_said_what()
    {
        var seen = 0;
        foreach (var story in _site.Stories())
        {
            using var workspace = Workspace.Read(_site.Folder, NodaTime.SystemClock.Instance);
            var json = JsonNode.Parse(workspace.Stories.Record(story.Id)!)!;
            foreach (var utterance in json["utterances"]!.AsArray())
                utterance!["speaker"] = null;
            var record = RecordReader.Read(JsonSerializer.SerializeToUtf8Bytes(json));
            var view = new StoryView(story, null, record, workspace.Documents.Rows(workspace.Stories.Members(story.Id)), page => workspace.Documents.Text(page)?.Value);
            view.Voices.SelectMany(v => v.Utterances).Select(u => u.Id).ShouldBe(record.Utterances.Select(u => u.Id), ignoreOrder: true);
            // what a wording's page calls the speaker is told rather than nothing
            if (record.Utterances.Count > 0)
                view.Voices.Where(v => v.Utterances.Count > 0).ShouldContain(v => v.Name != "nobody named");
            seen += record.Utterances.Count;
        }
        seen.ShouldBePositive();
    }

    private StoryRecord Record(StoryRow story)
    {
        using var workspace = Workspace.Read(_site.Folder, NodaTime.SystemClock.Instance);
        var json = workspace.Stories.Record(story.Id)!;
        using var whole = JsonDocument.Parse(json);
        var record = RecordReader.Read(json);
        // what is read back is what was written: nothing is lost on the way
        record.Claims.Count.ShouldBe(whole.RootElement.GetProperty("claims").GetArrayLength());
        return record;
    }
}
