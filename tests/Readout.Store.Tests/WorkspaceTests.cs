using Readout.Claims;
using Microsoft.Data.Sqlite;
using NodaTime;
using Readout.Store.Searching;

namespace Readout.Store.Tests;

public class WorkspaceTests
{
    [Fact]
    public void A_workspace_is_found_from_any_folder_below_it()
    {
        using var test = new TestWorkspace();
        var deep = Directory.CreateDirectory(Path.Combine(test.Root, "a", "b")).FullName;
        Workspace.Find(deep).ShouldBe(test.Folder);
        Workspace.Create(test.Root, test.Clock).IsNew.ShouldBeFalse();
    }

    [Fact]
    public void Bytes_come_back_as_they_came_and_are_kept_once()
    {
        using var test = new TestWorkspace();
        byte[][] inputs = [[], [0], [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 7919 >> 3))], [.. Enumerable.Repeat((byte)'a', 100_000)]];
        using var workspace = test.Write();
        var arrivals = workspace.Pages.Add([.. inputs.Select((b, i) => new IncomingPage($"{i}", $"{i}", b)), new IncomingPage("again", "again", inputs[3])], test.Clock.GetCurrentInstant());
        arrivals.ShouldAllBe(a => a == Arrival.New);
        foreach (var bytes in inputs)
            workspace.Pages.Bytes(PageStore.Hash(bytes)).ShouldBe(bytes);
        workspace.Database.Value<long>("SELECT count(*) FROM capture").ShouldBe(4);
        workspace.Database.Value<long>("SELECT sum(length(bytes)) FROM capture").ShouldBeLessThan(6000);
    }

    [Fact]
    public void Changed_bytes_are_noticed()
    {
        using var test = new TestWorkspace();
        using var workspace = test.Write();
        workspace.Pages.Add([new IncomingPage("a", "a", "a page of bytes"u8.ToArray())], test.Clock.GetCurrentInstant());
        var sha256 = workspace.Pages.All().Single().Sha256;
        workspace.Database.Execute("UPDATE capture SET bytes = x'00', coding = 'identity'");
        Should.Throw<StoredBytesException>(() => workspace.Pages.Bytes(sha256)).Message.ShouldContain("doctor");
        workspace.Database.Execute("UPDATE capture SET bytes = x'00', coding = 'br'");
        Should.Throw<StoredBytesException>(() => workspace.Pages.Bytes(sha256));
    }

    [Fact]
    public void A_second_writer_hears_who_writes_and_readers_go_on()
    {
        using var test = new TestWorkspace();
        using var writer = Workspace.Write(test.Folder, "build", TimeSpan.Zero, test.Clock);
        Should.Throw<StoreException>(() => Workspace.Write(test.Folder, "add", TimeSpan.FromMilliseconds(120), test.Clock)).Message
            .ShouldContain($"'readout build' (process {Environment.ProcessId}");
        using var reader = test.Read();
        reader.Pages.Count().ShouldBe((0, 0));
    }

    [Fact]
    public async Task A_second_writer_waits_for_the_first()
    {
        using var test = new TestWorkspace();
        var first = test.Write();
        var second = Task.Run(() => Workspace.Write(test.Folder, "add", TimeSpan.FromSeconds(30), new FakeClock(Instant.FromUtc(2031, 1, 1, 0, 0))));
        await Task.Delay(200);
        second.IsCompleted.ShouldBeFalse();
        first.Dispose();
        (await second).Dispose();
    }

    [Fact]
    public void A_reader_sees_one_state_while_another_writes()
    {
        using var test = new TestWorkspace();
        using var reader = test.Read();
        using var writer = test.Write();
        writer.Transaction(() =>
        {
            writer.Pages.Add([new IncomingPage("a", "a", new byte[] { 1 })], test.Clock.GetCurrentInstant());
            reader.Pages.Count().ShouldBe((0, 0));
        });
        reader.Pages.Count().ShouldBe((1, 1));
    }

    [Fact]
    public void A_change_that_fails_leaves_nothing()
    {
        using var test = new TestWorkspace();
        using var workspace = test.Write();
        Should.Throw<InvalidOperationException>(() => workspace.Transaction(() =>
        {
            workspace.Pages.Add([new IncomingPage("a", "a", new byte[] { 1 })], test.Clock.GetCurrentInstant());
            throw new InvalidOperationException("stop");
        }));
        workspace.Pages.Count().ShouldBe((0, 0));
        workspace.Pages.Add([new IncomingPage("a", "a", new byte[] { 1 })], test.Clock.GetCurrentInstant()).Single().ShouldBe(Arrival.New);
    }

    [Fact]
    public void A_workspace_of_a_later_program_is_left_alone()
    {
        using var test = new TestWorkspace();
        using (var workspace = test.Write())
            workspace.Database.SchemaVersion = Migrations.Latest + 1;
        Should.Throw<StoreException>(test.Read).Message.ShouldContain("later Readout");
        Should.Throw<StoreException>(test.Write).Message.ShouldContain("later Readout");
    }

    [Fact]
    public void Every_earlier_schema_is_brought_up_to_the_latest_with_its_pages()
    {
        for (var version = 1; version <= Migrations.Latest; version++)
        {
            using var test = new TestWorkspace();
            var file = Path.Combine(test.Folder, Workspace.FileName);
            File.Delete(file);
            using (var old = Database.Open(file, SqliteOpenMode.ReadWriteCreate))
            {
                Migrations.Run(old, version);
                old.Execute("INSERT INTO capture VALUES (@hash, 1, 'identity', x'61')", new { hash = PageStore.Hash("a"u8) });
                old.Execute("INSERT INTO page (address, key, sha256, seen) VALUES ('a', 'a', @hash, '2031-01-01T00:00:00.000000Z')", new { hash = PageStore.Hash("a"u8) });
            }
            using (var workspace = test.Read())
            {
                workspace.Database.SchemaVersion.ShouldBe(Migrations.Latest);
                workspace.Pages.Bytes(workspace.Pages.All().Single().Sha256).ShouldBe("a"u8.ToArray());
            }
            Tables(test).ShouldBe(Fresh());
        }
    }

    [Fact]
    public void What_the_ledgers_said_before_entries_stood_in_blocks_is_still_known()
    {
        using var test = new TestWorkspace();
        var file = Path.Combine(test.Folder, Workspace.FileName);
        File.Delete(file);
        using (var old = Database.Open(file, SqliteOpenMode.ReadWriteCreate))
        {
            Migrations.Run(old, 11);
            old.Transaction(() =>
            {
                for (var i = 1; i <= 1200; i++)
                {
                    var content = $$$"""{"Places":[{"Document":"d1","Start":{{{i}}}0,"End":{{{i}}}9},{"Document":"d2","Start":0,"End":3}],"Steps":[{"Date":"2031-05-06","Value":"planned","Place":{"Document":"d2","Start":0,"End":3}}]}""";
                    old.Execute(
                        "INSERT INTO entry (id, story, kind, item, words, state, content, seen, gone) VALUES (@i, @story, 'prospect', @item, @words, 'planned', @content, @seen, @gone)",
                        new { i, story = i % 3 == 0 ? "s2" : "s1", item = $"p{i}", words = i % 2 == 0 ? null : $"the ferry {i}", content, seen = i < 1000 ? "2031-01-01" : "2031-01-02", gone = i % 5 == 0 ? "2031-01-03" : null });
                }
            });
        }
        using var workspace = test.Write();
        workspace.Entries.State("s1").Items.Count.ShouldBe(640);
        workspace.Entries.State("s1", "2031-01-01").Items.Count.ShouldBe(666);
        workspace.Entries.Times(9).ShouldBe(["2031-01-03", "2031-01-02", "2031-01-01"]);
        workspace.Entries.Since("2031-01-01").Select(e => e.Id).ShouldBe(Enumerable.Range(1, 1200).Where(i => i >= 1000 || i % 5 == 0).Select(i => (long)i));
        var seventh = workspace.Entries.At("2031-01-01", ["s1"]).Single(e => e.Id == 7);
        seventh.Item.Words.ShouldBe("the ferry 7");
        seventh.Item.Places.ShouldBe([new StatePlace("d1", 70, 79), new StatePlace("d2", 0, 3)]);
        seventh.Item.Steps.ShouldBe([new StateStep("2031-05-06", "planned", new StatePlace("d2", 0, 3))]);

        // one stays, one comes, the others go
        var after = new LedgerState([seventh.Item, new StateItem(StateKind.Claim, "new", "the harbour", "1 outlet", [new StatePlace("d3", 0, 3)], [])]);
        workspace.Transaction(() => workspace.Entries.Put("s1", after, "2031-01-04"));
        workspace.Entries.State("s1").Items.Select(i => i.Id).ShouldBe(["p7", "new"]);
        workspace.Entries.State("s1", "2031-01-03").Items.Count.ShouldBe(640);
        workspace.Entries.ChangedBy("2031-01-04").ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.Came.ShouldBe(1), c => c.Went.ShouldBe(639));
        workspace.Entries.Since("2031-01-03").Max(e => e.Id).ShouldBe(1201);
    }

    [Fact]
    public void A_search_over_a_workspace_of_before_finds_everything_after_the_next_build()
    {
        using var test = new TestWorkspace();
        test.AddText("ferry.txt", "Ferry to Vask stops\n\nOrlen Courier\nMay 6, 2031\n\nORLEN - The ferry to Vask stopped on Monday, Ada Moll, the mayor of Orlen, said.");
        test.Build();
        // as it was before hits had days in their numbers: the rest is of the same program, which has nothing else to do
        using (var database = Database.Open(Path.Combine(test.Folder, Workspace.FileName), SqliteOpenMode.ReadWrite))
        {
            database.Execute("DROP TABLE name; DROP TABLE search; DROP TABLE hit; DROP INDEX document_language; DROP TABLE entry");
            database.Execute("CREATE TABLE entry (id INTEGER PRIMARY KEY, story, kind, item, words, state, content, seen, gone)");
            database.Execute("CREATE INDEX entry_story ON entry (story, gone); CREATE INDEX entry_seen ON entry (seen); CREATE INDEX entry_gone ON entry (gone) WHERE gone IS NOT NULL");
            database.Execute("CREATE TABLE hit (id INTEGER PRIMARY KEY); CREATE TABLE search (title); PRAGMA user_version = 10");
        }
        test.Build().Read.ShouldBe(1);
        using var workspace = test.Read();
        workspace.Search.Find(new SearchRequest("ferry")).Hits.Select(h => h.Kind).ShouldBe(["article", "claim", "quotation"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("this is no database, only a text of some length that somebody put in its place")]
    public void What_is_no_workspace_is_said_to_be_none(string content)
    {
        using var test = new TestWorkspace();
        File.WriteAllText(Path.Combine(test.Folder, Workspace.FileName), content);
        if (content.Length == 0)
        {
            // an empty file is a database without tables: it gets them
            using var workspace = test.Read();
            workspace.Pages.Count().ShouldBe((0, 0));
        }
        else
        {
            Should.Throw<StoreException>(test.Read).Message.ShouldContain("doctor");
        }
    }

    private static List<string> Fresh()
    {
        using var test = new TestWorkspace();
        return Tables(test);
    }

    private static List<string> Tables(TestWorkspace test)
    {
        using var workspace = test.Read();
        return [.. workspace.Database.Rows<string>("SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1")];
    }
}
