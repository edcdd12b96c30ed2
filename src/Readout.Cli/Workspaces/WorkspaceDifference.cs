using Readout.Claims;
using Readout.Store;

namespace Readout.Cli.Workspaces;

/// <summary>What changed in the workspace's ledgers since somebody looked, or since a build.</summary>
internal static class WorkspaceDifference
{
    /// <summary>What changed since then, over all stories or one.</summary>
    /// <param name="story">A story's id; null for all.</param>
    /// <param name="since">A time as the workspace writes it.</param>
    public static LedgerDifference Since(Workspace workspace, string? story, string since)
    {
        var stories = workspace.Entries.Since(since, story).Select(e => e.Story).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return LedgerDifference.Between(
            new LedgerState([.. stories.SelectMany(s => workspace.Entries.State(s, since).Items)]),
            new LedgerState([.. stories.SelectMany(s => workspace.Entries.State(s).Items)]));
    }

    /// <summary>When the build of that number had ended.</summary>
    /// <exception cref="UsageException">There was none.</exception>
    public static string Run(Workspace workspace, long run) =>
        workspace.BuildEnded(run) ?? throw new UsageException(FormattableString.Invariant($"--run: no build has the number {run}; the last one is {workspace.LastBuild}."));
}
