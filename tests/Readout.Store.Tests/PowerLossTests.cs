using System.Text;
using Microsoft.Data.Sqlite;
using Readout.Store.Building;
using Readout.Store.Care;

namespace Readout.Store.Tests;

/// <summary>
/// The power fails: what lies on the disk is what was written through, and anything or nothing of what came after. The files are copied
/// while another page is being written, and the tail that nobody was told of is cut, zeroed or torn.
/// </summary>
public class PowerLossTests
{
    [Fact]
    public void What_was_acknowledged_is_there_whatever_became_of_the_rest()
    {
        var random = new Random(7);
        using var test = new TestWorkspace();
        using var workspace = test.Write();
        var known = new List<string>();
        for (var round = 0; round < 12; round++)
        {
            var pages = Pages(round);
            workspace.Pages.Add(pages, test.Clock.GetCurrentInstant());
            known.AddRange(pages.Select(p => p.Address));
            var safe = Length(test.Folder);
            // A page that nobody was told of, large enough that SQLite writes part of it before the end.
            Should.Throw<InvalidOperationException>(() => workspace.Transaction(() =>
            {
                workspace.Database.Execute("PRAGMA cache_size = 1");
                workspace.Pages.Add(Pages(1000 + round), test.Clock.GetCurrentInstant());
                foreach (var tail in new Action<byte[], int>[] { (_, _) => { }, (log, at) => Array.Clear(log, at, log.Length - at), (log, at) => random.NextBytes(log.AsSpan(at)) })
                {
                    for (var cut = 0; cut < 3; cut++)
                        CheckCopy(test, safe, random, tail, known);
                }
                throw new InvalidOperationException("the power fails");
            }));
        }
    }

    [Fact]
    public void A_build_that_the_power_ended_is_taken_up()
    {
        using var test = new TestWorkspace();
        test.Add(Samples.Of("strike"));
        using var workspace = test.Write();
        var copies = 0;
        new Builder(workspace).Run(_ =>
        {
            var folder = Copy(test, (_, _) => { }, 0, null);
            try
            {
                using (var copy = Workspace.Write(folder, "test", TimeSpan.Zero, test.Clock))
                    new Builder(copy).Run();
                using var rebuilt = Workspace.Read(folder, test.Clock);
                rebuilt.Stories.Ids().Count.ShouldBe(1);
                copies++;
            }
            finally
            {
                Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
            }
        });
        copies.ShouldBeGreaterThan(1);
    }

    private static void CheckCopy(TestWorkspace test, long safe, Random random, Action<byte[], int> tail, List<string> known)
    {
        var folder = Copy(test, tail, safe, random);
        try
        {
            using var copy = Workspace.Read(folder, test.Clock);
            copy.Pages.All().Select(p => p.Address).ShouldBe(known, "no acknowledged page is lost, and none is there that nobody was told of");
            foreach (var page in copy.Pages.All())
                copy.Pages.Bytes(page.Sha256).ShouldNotBeEmpty();
            new Doctor(folder, test.Clock).Check().ShouldAllBe(f => f.Health == Health.Well);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
        }
    }

    // The two files as they lie there; of the log, what was not acknowledged may be cut anywhere.
    private static string Copy(TestWorkspace test, Action<byte[], int> tail, long safe, Random? random)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Directory.CreateTempSubdirectory("readout-power-").FullName, Workspace.FolderName)).FullName;
        var name = Path.Combine(folder, Workspace.FileName);
        File.WriteAllBytes(name, Bytes(Path.Combine(test.Folder, Workspace.FileName)));
        var log = Bytes(Path.Combine(test.Folder, Workspace.FileName + "-wal"));
        if (random is not null && log.Length > safe)
        {
            log = log[..random.Next((int)safe, log.Length + 1)];
            tail(log, (int)safe);
        }
        File.WriteAllBytes(name + "-wal", log);
        return folder;
    }

    private static byte[] Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static long Length(string folder) => new FileInfo(Path.Combine(folder, Workspace.FileName + "-wal")).Length;

    private static List<IncomingPage> Pages(int round) =>
        [.. Enumerable.Range(0, 3).Select(i => new IncomingPage($"{round}-{i}.txt", $"{round}-{i}", Noise(round, i)))];

    // Bytes that no packing makes small.
    private static byte[] Noise(int round, int page)
    {
        var text = new StringBuilder();
        var random = new Random((round * 31) + page);
        for (var i = 0; i < 4000; i++)
            text.Append(random.Next()).Append(' ');
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
