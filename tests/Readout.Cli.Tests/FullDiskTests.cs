using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Readout.Cli.Tests;

/// <summary>A disk that is full or may not be written: a message that names a way on, and nothing lost. Needs a small disk of its own, which only root can have.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly CommandLine _shell = new();

    public void Dispose() => _shell.Dispose();

    [SmallDiskFact]
    public void On_a_full_disk_what_was_counted_stays_and_more_room_is_enough_to_go_on()
    {
        using var disk = new SmallDisk(Path.Combine(_shell.Folder, "disk"), "3m");
        _shell.Run("init", "disk").ShouldBe(ExitCode.Done);
        Fill(0, 40);
        _shell.Run("-C", "disk", "add", "-v", "../in").ShouldBe(ExitCode.Done, _shell.Error);
        var safe = _shell.Error.Split('\n').Where(l => l.EndsWith(": safe", StringComparison.Ordinal)).Select(l => l[..^6]).ToList();
        Fill(40, 360);
        _shell.Run("-C", "disk", "add", "-v", "../in").ShouldBe(ExitCode.Usage);
        _shell.Error.ShouldContain("the disk is full; make room and run the command again");
        _shell.Error.ShouldNotContain(": safe");
        Kept().ShouldBe(safe, ignoreOrder: true);
        _shell.Run("-C", "disk", "status").ShouldBe(ExitCode.Done, _shell.Error);
        _shell.Run("-C", "disk", "doctor").ShouldBe(ExitCode.Done, _shell.Out);

        disk.Grow("64m");
        _shell.Run("-C", "disk", "add", "../in").ShouldBe(ExitCode.Done, _shell.Error);
        Kept().Count.ShouldBe(400);
        _shell.Run("-C", "disk", "doctor").ShouldBe(ExitCode.Done, _shell.Out);
    }

    [SmallDiskFact]
    public void On_a_disk_that_may_not_be_written_nothing_is_asked_and_everything_can_be_read_after_it_is_copied()
    {
        using var disk = new SmallDisk(Path.Combine(_shell.Folder, "disk"), "16m");
        _shell.Run("init", "disk").ShouldBe(ExitCode.Done);
        Fill(0, 3);
        _shell.Run("-C", "disk", "add", "../in").ShouldBe(ExitCode.Done, _shell.Error);
        disk.ForbidWriting();
        foreach (var verb in new[] { new[] { "add", "../in" }, ["fetch"], ["build"] })
        {
            _shell.Run(["-C", "disk", .. verb]).ShouldBe(ExitCode.Usage, string.Join(' ', verb));
            _shell.Error.ShouldContain("can't be written", Case.Insensitive);
        }
        Directory.CreateDirectory(Path.Combine(_shell.Folder, "copy", ".readout"));
        foreach (var file in Directory.GetFiles(Path.Combine(_shell.Folder, "disk", ".readout")))
            File.Copy(file, Path.Combine(_shell.Folder, "copy", ".readout", Path.GetFileName(file)));
        _shell.Run("-C", "copy", "doctor").ShouldBe(ExitCode.Done, _shell.Out);
        _shell.Run("-C", "copy", "build").ShouldBe(ExitCode.Done, _shell.Error);
    }

    private List<string> Kept()
    {
        using var workspace = Store.Workspace.Read(Store.Workspace.Find(Path.Combine(_shell.Folder, "disk"))!, NodaTime.SystemClock.Instance);
        return [.. workspace.Pages.All().Select(p => p.Address)];
    }

    private void Fill(int from, int count)
    {
        for (var i = from; i < from + count; i++)
        {
            var random = new Random(i);
            var text = new StringBuilder("Ferry stops\n\nORLEN - The ferry to Vask stopped on Monday, Ada Moll said.\n\n");
            for (var n = 0; n < 4000; n++)
                text.Append(random.Next().ToString(CultureInfo.InvariantCulture)).Append(' ');
            _shell.File(string.Create(CultureInfo.InvariantCulture, $"in/{i}.txt"), text.ToString());
        }
    }
}

/// <summary>A test that needs a disk of its own; skipped, with the reason, where none can be had.</summary>
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
            Skip = "needs Linux and root, to mount a small disk";
        else if (!SmallDisk.CanBeHad.Value)
            Skip = "no disk can be mounted here";
    }
}

/// <summary>A disk in memory, as small as a test wants it.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _folder;

    public SmallDisk(string folder, string size)
    {
        _folder = Directory.CreateDirectory(folder).FullName;
        Run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", _folder).ShouldBeTrue();
    }

    public static Lazy<bool> CanBeHad { get; } = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("readout-disk-").FullName;
        var can = Run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder) && Run("umount", folder);
        Directory.Delete(folder);
        return can;
    });

    public void Grow(string size) => Run("mount", "-o", "remount,size=" + size, _folder).ShouldBeTrue();

    public void ForbidWriting() => Run("mount", "-o", "remount,ro", _folder).ShouldBeTrue();

    public void Dispose() => Run("umount", "-l", _folder);

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true });
            return process is not null && process.WaitForExit(60_000) && process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
