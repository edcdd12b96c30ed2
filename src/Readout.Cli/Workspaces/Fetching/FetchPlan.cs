using NodaTime;
using Readout.Acquire;
using Readout.Store;
using Readout.Store.Sources;

namespace Readout.Cli.Workspaces.Fetching;

/// <summary>What is due.</summary>
internal static class FetchPlan
{
    /// <summary>The sources that are due, or all of them.</summary>
    public static IReadOnlyList<Source> Sources(Workspace workspace, Instant now, bool all) =>
        [.. workspace.Sources.All().Where(s => all || s.Kind == SourceKind.Folder || Next(workspace, s, now) <= now)];

    /// <summary>When a feed or sitemap is to be asked next.</summary>
    public static Instant Next(Workspace workspace, Source source, Instant now) => PollSchedule.Default.Next(History(workspace, source), now);

    /// <summary>The time between two questions to it, as things are.</summary>
    public static Duration Interval(Workspace workspace, Source source) => PollSchedule.Default.Interval(History(workspace, source));

    private static PollHistory History(Workspace workspace, Source source) => new()
    {
        Asked = source.Asked,
        NewItems = workspace.Sources.Appeared(source.Address),
        Since = source.Added,
        Failures = source.Failures,
        NotBefore = source.Wait,
        Ttl = source.Ttl,
        SkipHours = source.SkipHours,
        SkipDays = source.SkipDays,
    };
}
