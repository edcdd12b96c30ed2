using System.Text;
using Readout.Briefs;
using Readout.Formats;
using Readout.Store.Building;
using Readout.Store.Corrections;

namespace Readout.Store.Tests;

public class BuilderTests
{
    [Fact]
    public void Three_stories_in_one_pile_come_out_as_three_records_equal_to_those_of_their_pages()
    {
        using var test = new TestWorkspace();
        string[] stories = ["dam", "mill", "strike"];
        test.Add([.. stories.SelectMany(Samples.Of)]);
        var report = test.Build();
        report.ShouldSatisfyAllConditions(r => r.Stories.ShouldBe(3), r => r.Failed.ShouldBeEmpty(), r => r.Changed.Count.ShouldBe(3));

        using var workspace = test.Read();
        foreach (var story in workspace.Stories.List())
        {
            var names = workspace.Documents.Rows(workspace.Stories.Members(story.Id)).Select(r => r.Address).ToList();
            var sample = stories.Single(s => Samples.Of(s).Select(f => Path.GetFileName(f)).Intersect(names).Any());
            names.ShouldBe(Samples.Of(sample).Select(f => Path.GetFileName(f)), ignoreOrder: true);
            var direct = Samples.Of(sample).Select(f => Desk.Read(new PageInput(Path.GetFileName(f), File.ReadAllBytes(f))));
            Encoding.UTF8.GetString(workspace.Stories.Record(story.Id)!).ShouldBe(Record(Desk.Brief(direct)));
        }
    }

    [Fact]
    public void A_build_after_a_build_does_nothing_and_a_rebuild_gives_the_same_bytes()
    {
        using var test = new TestWorkspace();
        test.Add(Samples.Of("strike"));
        test.Build();
        var first = Derived(test);

        test.Build().ShouldSatisfyAllConditions(r => r.Read.ShouldBe(0), r => r.Made.ShouldBe(0));
        foreach (var layer in Enum.GetValues<BuildLayer>())
        {
            test.Build(layer).ShouldSatisfyAllConditions(r => r.Changed.ShouldBeEmpty(), r => r.Made.ShouldBe(1), r => r.Read.ShouldBe(layer <= BuildLayer.Annotations ? 8 : 0));
            Derived(test).ShouldBe(first, customMessage: layer.ToString());
        }
    }

    [Fact]
    public void Pages_that_come_one_by_one_give_what_they_give_at_once()
    {
        using var atOnce = new TestWorkspace();
        atOnce.Add(Samples.Of("strike"));
        atOnce.Build();
        using var oneByOne = new TestWorkspace();
        foreach (var page in Samples.Of("strike"))
        {
            oneByOne.Add(page);
            oneByOne.Build().Read.ShouldBe(1);
        }
        Records(oneByOne).ShouldBe(Records(atOnce));
    }

    [Fact]
    public void A_page_of_today_has_the_last_weeks_read_and_gives_what_all_give_at_once()
    {
        (string Name, string Text)[] pages =
        [
            .. Enumerable.Range(0, 24).Select(i => ($"p{i:D2}.txt", $"""
                ---
                title: {(i % 2 == 0 ? "Vask dam inquiry hears engineer" : "Orlen bakers' strike goes on")}, day {i}
                date: {new NodaTime.LocalDate(2031, 1, 6).PlusDays(i * 6):uuuu-MM-dd}
                ---

                {(i % 2 == 0
                    ? $"Engineer Ina Sorrel told the inquiry into the burst Vask dam that the spillway gates had jammed, and that report {i} of the keeper was lost."
                    : $"Union leader Jory Pell said that the bakers of Orlen would go on with their strike at the mills for {i} more days if the owners did not give way.")}
                The next session was set for the week after, and both sides said that they would come to it with papers of their own.
                """)),
        ];
        using var atOnce = new TestWorkspace();
        using var oneByOne = new TestWorkspace();
        foreach (var (name, text) in pages)
        {
            atOnce.AddText(name, text);
            oneByOne.AddText(name, text);
            oneByOne.Build();
        }
        atOnce.Build();

        Records(oneByOne).ShouldBe(Records(atOnce));
        using var workspace = oneByOne.Read();
        workspace.Database.Value<long>("SELECT count(*) FROM stream_state").ShouldBe(3);
        workspace.Stories.List()[0].Pages.ShouldBeGreaterThan(3);
    }

    [Fact]
    public void A_week_whose_pages_are_others_now_is_told_anew()
    {
        using var changed = new TestWorkspace();
        changed.Add(Samples.Of("strike"));
        changed.Build();
        changed.Add(Samples.Of("dam"));
        changed.Build();
        using (var workspace = changed.Write())
            workspace.Database.Execute("UPDATE stream_state SET state = substr(state, 1, 100)");
        changed.Add(Samples.Of("mill"));
        changed.Build();
        using var atOnce = new TestWorkspace();
        atOnce.Add([.. ((string[])["strike", "dam", "mill"]).SelectMany(Samples.Of)]);
        atOnce.Build();

        Records(changed).ShouldBe(Records(atOnce));
    }

    [Fact]
    public void Entries_only_grow_and_any_time_can_be_asked_for()
    {
        using var test = new TestWorkspace();
        test.Add(Samples.Of("strike").Take(4).ToList());
        test.Build();
        string story, between;
        using (var workspace = test.Read())
        {
            story = workspace.Stories.List().Single().Id;
            between = Instants.Write(test.Clock.GetCurrentInstant());
        }
        var before = State(test, story, null);
        test.Add(Samples.Of("strike").Skip(4).ToList());
        test.Build();

        using (var workspace = test.Read())
            story = workspace.Stories.Find(story)!.Id;
        State(test, story, between).ShouldBe(before, ignoreOrder: true);
        State(test, story, null).Count.ShouldBeGreaterThan(before.Count);
        using (var workspace = test.Read())
            workspace.Entries.Since(between, story).ShouldAllBe(e => string.CompareOrdinal(e.Seen, between) > 0 || string.CompareOrdinal(e.Gone, between) > 0);
    }

    [Fact]
    public void A_new_version_takes_the_place_of_the_old_one_and_both_stay()
    {
        using var test = new TestWorkspace();
        const string first = "Ferry stops\n\nOrlen Courier\nMay 6, 2031\n\nORLEN - The ferry to Vask stopped on Monday, Ada Moll, the mayor, said. Six boats were held in the harbour.";
        test.AddText("ferry.txt", first);
        test.Build();
        test.AddText("ferry.txt", first.Replace("Six", "Seven", StringComparison.Ordinal));
        test.AddText("ferry.txt", first.Replace("Six", "Seven", StringComparison.Ordinal));
        test.Build().Read.ShouldBe(1);

        using var workspace = test.Read();
        workspace.Pages.Count().ShouldBe((1, 2));
        workspace.Pages.Versions("ferry.txt").Count.ShouldBe(2);
        var record = Encoding.UTF8.GetString(workspace.Stories.Record(workspace.Stories.List().Single().Id)!);
        record.ShouldContain(workspace.Pages.Versions("ferry.txt")[1].Sha256);
        record.ShouldNotContain(workspace.Pages.Versions("ferry.txt")[0].Sha256);
    }

    [Fact]
    public void What_cannot_be_read_is_named_and_the_others_go_on()
    {
        using var test = new TestWorkspace();
        using (var workspace = test.Write())
            workspace.Pages.Add([new IncomingPage("picture.png", "picture.png", new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13 })], test.Clock.GetCurrentInstant());
        test.Add(Samples.Of("strike"));
        var report = test.Build();
        report.Failed.Single().Path.ShouldBe("picture.png");
        report.Stories.ShouldBe(1);
        test.Build().ShouldSatisfyAllConditions(r => r.Read.ShouldBe(0), r => r.Failed.Count.ShouldBe(1));
    }

    private static (string Story, string Words)[] Records(TestWorkspace test)
    {
        using var workspace = test.Read();
        return [.. workspace.Stories.List().Select(s => (s.Id, Encoding.UTF8.GetString(workspace.Stories.Record(s.Id)!)))];
    }

    // Everything that follows from the pages, byte by byte.
    private static List<string> Derived(TestWorkspace test)
    {
        using var workspace = test.Read();
        var rows = new List<string>();
        foreach (var table in new[] { "document", "snapshot", "story", "story_page", "entry", "hit" })
        {
            var columns = workspace.Database.Rows<string>($"SELECT name FROM pragma_table_info('{table}') WHERE NOT (name = 'id' AND '{table}' = 'hit') ORDER BY cid").ToList();
            rows.AddRange(workspace.Database.Rows<string>($"SELECT '{table}|' || {string.Join(" || '|' || ", columns.Select(c => $"coalesce(iif(typeof(\"{c}\") = 'blob', hex(\"{c}\"), \"{c}\"), '')"))} AS r FROM {table} ORDER BY r"));
        }
        return rows;
    }

    private static List<string> State(TestWorkspace test, string story, string? at)
    {
        using var workspace = test.Read();
        return [.. workspace.Entries.State(story, at).Items.Select(i => $"{i.Kind} {i.Words} {i.State} {string.Join(' ', i.Places)}")];
    }

    private static string Record(Brief brief)
    {
        using var bytes = new MemoryStream();
        Json.Write(brief, new FormatOptions(), bytes);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
