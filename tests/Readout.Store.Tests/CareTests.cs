using Readout.Store.Building;
using Readout.Store.Care;

namespace Readout.Store.Tests;

public class CareTests
{
    [Fact]
    public void A_workspace_in_order_is_well()
    {
        using var test = Built();
        Check(test).ShouldAllBe(f => f.Health == Health.Well);
    }

    [Theory]
    [InlineData("UPDATE snapshot SET bytes = x'0102' WHERE page = 1", "documents")]
    [InlineData("UPDATE story SET record = x'01020304050607'", "stories")]
    [InlineData("DELETE FROM story_page WHERE page = 1", "stories")]
    [InlineData("DELETE FROM hit WHERE id = (SELECT min(id) FROM hit)", "search")]
    public void What_is_derived_and_broken_is_thrown_away_and_made_again(string damage, string check)
    {
        using var test = Built();
        string record;
        using (var workspace = test.Write())
        {
            record = Convert.ToHexString(workspace.Stories.Record(workspace.Stories.Ids()[0])!);
            workspace.Database.Execute(damage);
        }
        var findings = Check(test);
        findings.Where(f => f.Health != Health.Well).ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Check.ShouldBe(check), f => f.Health.ShouldBe(Health.Derived));
        new Doctor(test.Folder, test.Clock).Mend(findings, null).ShouldNotBeEmpty();
        test.Build();
        Check(test).ShouldAllBe(f => f.Health == Health.Well);
        using (var workspace = test.Read())
            Convert.ToHexString(workspace.Stories.Record(workspace.Stories.Ids()[0])!).ShouldBe(record);
    }

    [Fact]
    public void Lost_bytes_are_named_and_come_back_from_a_backup()
    {
        using var test = Built();
        var copy = Directory.CreateDirectory(Path.Combine(test.Root, "copy")).FullName;
        var backup = Backup.Make(test.Folder, copy, test.Clock);
        using (var workspace = test.Write())
            workspace.Database.Execute("UPDATE capture SET bytes = x'00' WHERE rowid = 2");
        var findings = Check(test);
        findings.Single(f => f.Health == Health.Lost).Items.ShouldHaveSingleItem();
        new Doctor(test.Folder, test.Clock).Mend(findings, backup).ShouldContain(d => d.Contains("1 pages", StringComparison.Ordinal));
        Check(test).ShouldAllBe(f => f.Health == Health.Well);
    }

    [Fact]
    public void Pages_are_saved_from_a_damaged_file()
    {
        using var test = Built();
        using (var workspace = test.Write())
            workspace.Database.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        var file = Path.Combine(test.Folder, Workspace.FileName);
        var bytes = File.ReadAllBytes(file);
        // the last third, where the derived data lies: the first pages of the file hold the schema
        for (var i = bytes.Length * 2 / 3; i < bytes.Length; i++)
            bytes[i] = (byte)(i * 31);
        File.WriteAllBytes(file, bytes);
        var findings = Check(test);
        findings.ShouldContain(f => f.Health == Health.Lost);
        new Doctor(test.Folder, test.Clock).Mend(findings, null);
        File.Exists(file + ".damaged").ShouldBeTrue();
        test.Build();
        var after = Check(test);
        after.Where(f => f.Check is "database" or "documents" or "search").ShouldAllBe(f => f.Health == Health.Well);
        var lost = after.Single(f => f.Check == "pages").Items.Count;
        using (var workspace = test.Read())
            workspace.Documents.Failed().Count.ShouldBe(lost);
    }

    [Fact]
    public void A_backup_is_a_workspace_itself_and_can_be_made_while_another_writes()
    {
        using var test = Built();
        var copy = Directory.CreateDirectory(Path.Combine(test.Root, "copy")).FullName;
        using (var writer = test.Write())
        {
            writer.Transaction(() =>
            {
                writer.Pages.Add([new IncomingPage("late", "late", new byte[] { 1 })], test.Clock.GetCurrentInstant());
                Backup.Make(test.Folder, copy, test.Clock);
            });
        }
        using var workspace = Workspace.Read(Path.Combine(copy, Workspace.FolderName), test.Clock);
        workspace.Pages.Count().Addresses.ShouldBe(8);
        workspace.Stories.Record(workspace.Stories.Ids()[0]).ShouldNotBeNull();
        Should.Throw<StoreException>(() => Backup.Make(test.Folder, copy, test.Clock)).Message.ShouldContain("there already");
    }

    private static TestWorkspace Built()
    {
        var test = new TestWorkspace();
        test.Add(Samples.Of("strike"));
        test.Build();
        return test;
    }

    private static IReadOnlyList<Finding> Check(TestWorkspace test) => new Doctor(test.Folder, test.Clock).Check();
}
