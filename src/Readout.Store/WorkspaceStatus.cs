using Readout.Store.Building;

namespace Readout.Store;

/// <summary>What a workspace holds and what waits to be done.</summary>
/// <param name="Pages">Addresses.</param>
/// <param name="Versions">Versions of them.</param>
/// <param name="Waiting">Versions to be read: new, or read by another program.</param>
/// <param name="LastBuild">When the last build ended; null for never.</param>
public sealed record WorkspaceStatus(
    long Pages, long Versions, long Waiting, long Stories, long Corrections, string? LastBuild, IReadOnlyList<FailedInput> Failed)
{
    public static WorkspaceStatus Of(Workspace workspace)
    {
        var (pages, versions) = workspace.Pages.Count();
        var read = workspace.Database.Value<long>("SELECT count(*) FROM document WHERE made LIKE @program", new { program = BuiltBy.Program + "%" });
        return new WorkspaceStatus(
            pages, versions, versions - read, workspace.Stories.Ids().Count, workspace.Corrections.All().Count,
            workspace.Database.Value<string>("SELECT max(ended) FROM build"),
            [.. workspace.Documents.Failed().Select(d => new FailedInput(d.Address, d.Failure!))]);
    }
}
