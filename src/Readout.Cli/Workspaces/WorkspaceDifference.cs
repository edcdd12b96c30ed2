using Readout.Store;

namespace Readout.Cli.Workspaces;

/// <summary>Builds that a verb names.</summary>
internal static class WorkspaceDifference
{
    /// <summary>When the build of that number had ended.</summary>
    /// <exception cref="UsageException">There was none.</exception>
    public static string Run(Workspace workspace, long run) =>
        workspace.BuildEnded(run) ?? throw new UsageException(FormattableString.Invariant($"--run: no build has the number {run}; the last one is {workspace.LastBuild}."));
}
