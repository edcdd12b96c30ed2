using NodaTime;
using Readout.Store.Watches;

namespace Readout.Store.Tests;

public class WatchTests
{
    [Fact]
    public void A_copy_sets_nothing_off_and_a_change_of_state_does()
    {
        using var test = new TestWorkspace();
        var pages = Samples.Of("dam");
        // the wire's report, a rewrite of it, a later page that puts the meeting off
        var (wire, copy) = (pages.Single(p => p.Contains("b01", StringComparison.Ordinal)), pages.Single(p => p.Contains("b10", StringComparison.Ordinal)));
        test.Add(wire);
        test.Build();
        using (var workspace = test.Write())
            workspace.Watches.Add("all", WatchKind.All, "", ["stdout"], null, null, test.Clock.GetCurrentInstant(), "ada");

        test.Add(copy);
        test.Build();
        Run(test).ShouldAllBe(a => a.Kind == AlertKind.Gone || a.Kind == AlertKind.Status);
        test.Add([.. pages.Except([wire, copy])]);
        test.Build();
        var alerts = Run(test);
        alerts.ShouldContain(a => a.Kind == AlertKind.NewClaim);
        alerts.ShouldContain(a => a.Kind == AlertKind.NewProspect || a.Kind == AlertKind.Status);
        alerts.ShouldContain(a => a.Kind == AlertKind.Dispute);
        alerts.ShouldAllBe(a => a.Evidence.Count > 0 && a.Evidence.All(e => e.Text.Length > 0));
        Run(test).ShouldBeEmpty();
        test.Build();
        Run(test).ShouldBeEmpty();
    }

    [Fact]
    public void A_question_hears_only_of_what_it_asks_about()
    {
        using var test = new TestWorkspace();
        using (var workspace = test.Write())
        {
            var now = test.Clock.GetCurrentInstant();
            workspace.Watches.Add("moll", WatchKind.Person, "Ada Moll", ["stdout"], null, null, now, "ada").ShouldBeTrue();
            workspace.Watches.Add("court", WatchKind.Query, "kind:claim acquitted", ["stdout"], null, null, now, "ada").ShouldBeTrue();
            workspace.Watches.Add("court", WatchKind.All, "", ["stdout"], null, null, now, "ada").ShouldBeFalse();
        }
        test.AddText("ferry.txt", "Ferry to Vask stops\n\nMay 6, 2031\n\nORLEN - The ferry to Vask stopped on Monday after the engine caught fire, Ada Moll, the mayor of Orlen, said.\n\nThe harbour was closed on Tuesday.");
        test.AddText("prison.txt", "Court frees the poet Pell\n\nJune 11, 2031\n\nVASK - A court in Vask acquitted the poet Jory Pell of slander on Wednesday, his lawyer, Ina Sorrel, said.");
        test.Build();
        var alerts = Run(test);
        alerts.Where(a => a.Watch == "moll").ShouldAllBe(a => a.Evidence.Any(e => e.Address == "ferry.txt"));
        alerts.Where(a => a.Watch == "moll").ShouldNotBeEmpty();
        alerts.Where(a => a.Watch == "court").ShouldHaveSingleItem().Evidence[0].Text.ShouldContain("acquitted");
    }

    [Fact]
    public void Questions_of_every_earlier_schema_stay_everybody_s()
    {
        for (var version = 3; version < Migrations.Latest; version++)
        {
            using var test = new TestWorkspace();
            var file = Path.Combine(test.Folder, Workspace.FileName);
            File.Delete(file);
            using (var old = Database.Open(file, Microsoft.Data.Sqlite.SqliteOpenMode.ReadWriteCreate))
            {
                Migrations.Run(old, version);
                var (columns, values) = version < 7 ? ("", "") : (", owner, shared", ", 'ada', 1");
                old.Execute($"INSERT INTO watch (name, kind, value, notify, created, seen{columns}) VALUES ('ferry', 'all', '', '[\"stdout\"]', '2031-01-01T00:00:00.000000Z', '2031-01-01T00:00:00.000000Z'{values})");
                old.Execute("INSERT INTO alert (watch, entry, at, content) VALUES ('ferry', 1, '2031-01-01T00:00:00.000000Z', '{}')");
            }
            using var workspace = test.Write();
            var watch = workspace.Watches.All("anybody").ShouldHaveSingleItem();
            watch.IsShared.ShouldBeTrue();
            watch.Owner.ShouldBe(version < 7 ? null : "ada");
            workspace.Watches.Add("mine", WatchKind.All, "", [], null, null, test.Clock.GetCurrentInstant(), "pell", isShared: false).ShouldBeTrue();
            workspace.Watches.Find("mine", "moll").ShouldBeNull();
            workspace.Watches.Remove("mine", "moll").ShouldBeFalse();
            workspace.Watches.Find("mine")!.Owner.ShouldBe("pell");
            workspace.Watches.Remove("mine", "pell").ShouldBeTrue();
            workspace.Database.Value<long>("SELECT count(*) FROM alert").ShouldBe(1);
        }
    }

    [Theory]
    [InlineData("22:00-07:00", "UTC", "2031-01-01T23:00", true)]
    [InlineData("22:00-07:00", "UTC", "2031-01-01T06:59", true)]
    [InlineData("22:00-07:00", "UTC", "2031-01-01T07:00", false)]
    [InlineData("12:00-13:00", "UTC", "2031-01-01T12:30", true)]
    [InlineData("12:00-13:00", "Europe/Oslo", "2031-01-01T12:30", false)]
    [InlineData("12:00-13:00", "Europe/Oslo", "2031-01-01T11:30", true)]
    [InlineData("12:00-13:00", "Europe/Oslo", "2031-07-01T10:30", true)]
    public void Quiet_hours_are_those_of_their_zone(string hours, string zone, string at, bool quiet)
    {
        var instant = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(at).Value.InUtc().ToInstant();
        QuietHours.Read(hours, zone)!.Contains(instant).ShouldBe(quiet);
    }

    [Theory]
    [InlineData("5/d")]
    [InlineData("2/h")]
    public void A_budget_is_read_and_written(string budget) => Budget.Read(budget)!.ToString().ShouldBe(budget);

    [Theory]
    [InlineData("0/d")]
    [InlineData("5")]
    [InlineData("5/w")]
    [InlineData("-1/d")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_budget_is_none(string? budget) => Budget.Read(budget).ShouldBeNull();

    [Theory]
    [InlineData("22:00", "UTC")]
    [InlineData("22:00-22:00", "UTC")]
    [InlineData("24:00-07:00", "UTC")]
    [InlineData("22:00-07:00", "Mars/Olympus")]
    public void What_are_no_hours_are_none(string hours, string zone) => QuietHours.Read(hours, zone).ShouldBeNull();

    private static IReadOnlyList<Alert> Run(TestWorkspace test)
    {
        using var workspace = test.Write();
        new WatchRunner(workspace).Run();
        var now = test.Clock.GetCurrentInstant();
        var pending = workspace.Watches.Pending(now);
        foreach (var alert in pending)
            workspace.Watches.Delivered(alert, now);
        return [.. pending.Select(p => p.Alert)];
    }
}
