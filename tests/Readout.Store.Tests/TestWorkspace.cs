using NodaTime;
using Readout.Store.Building;

namespace Readout.Store.Tests;

/// <summary>A workspace in a folder of its own, with a clock that goes on by a second a question.</summary>
internal sealed class TestWorkspace : IDisposable
{
    public TestWorkspace()
    {
        Root = Directory.CreateTempSubdirectory("readout-store-").FullName;
        Folder = Workspace.Create(Root, Clock).Folder;
    }

    public FakeClock Clock { get; } = new(Instant.FromUtc(2031, 5, 6, 7, 8), Duration.FromSeconds(1));

    public string Root { get; }

    public string Folder { get; }

    public Workspace Write() => Workspace.Write(Folder, "test", TimeSpan.Zero, Clock);

    public Workspace Read() => Workspace.Read(Folder, Clock);

    public void Add(params IReadOnlyList<string> files)
    {
        using var workspace = Write();
        workspace.Pages.Add([.. files.Select(f => new IncomingPage(Path.GetFileName(f), Path.GetFileName(f), File.ReadAllBytes(f)))], Clock.GetCurrentInstant());
    }

    public void AddText(string name, string text)
    {
        using var workspace = Write();
        workspace.Pages.Add([new IncomingPage(name, name, System.Text.Encoding.UTF8.GetBytes(text))], Clock.GetCurrentInstant());
    }

    public BuildReport Build(BuildLayer? from = null)
    {
        using var workspace = Write();
        return new Builder(workspace, new BuildOptions(from)).Run();
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
