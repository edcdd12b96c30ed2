namespace Readout.Cli.Tests;

/// <summary>Kills the program while it writes: what it said was safe is there, and the workspace opens.</summary>
public sealed class KillTests : IDisposable
{
    private readonly CommandLine _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Killed_at_any_moment_it_loses_nothing_that_it_counted()
    {
        // READOUT_KILLS=1000 for the long run that docs/performance.md speaks of.
        var kills = int.Parse(Environment.GetEnvironmentVariable("READOUT_KILLS") ?? "8", System.Globalization.CultureInfo.InvariantCulture);
        _shell.Run("init").ShouldBe(ExitCode.Done);
        var random = new Random(3);
        var safe = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < kills; i++)
        {
            for (var page = 0; page < 600; page++)
                _shell.File($"in{i}/{page}.txt", $"Ferry {i} {page}\n\nORLEN - The ferry number {page} to Vask stopped on Monday, Ada Moll said. It was run {i}.");
            safe.UnionWith(KilledProcess.Run(_shell.Folder, random.Next(0, 600), i % 2 == 0 ? ": safe" : null, "add", "-v", $"in{i}"));
            if (i % 2 == 1)
                KilledProcess.Run(_shell.Folder, random.Next(300, 1500), null, "build");
            _shell.Run("status", "--json").ShouldBe(ExitCode.Done, _shell.Error);
        }
        safe.ShouldNotBeEmpty();
        using var workspace = Store.Workspace.Read(Store.Workspace.Find(_shell.Folder)!, NodaTime.SystemClock.Instance);
        var kept = workspace.Pages.All().ToDictionary(p => p.Address, p => p.Sha256);
        safe.Except(kept.Keys).ShouldBeEmpty();
        foreach (var sha256 in kept.Values)
            workspace.Pages.Bytes(sha256).ShouldNotBeEmpty();
        _shell.Run("doctor").ShouldBe(ExitCode.Done, _shell.Out);
    }
}
