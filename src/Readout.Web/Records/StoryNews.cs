using Readout.Claims;
using Readout.Store;

namespace Readout.Web.Records;

/// <summary>What changed in a story's ledger since somebody looked.</summary>
/// <param name="Since">When that was; null for never, and then nothing is compared.</param>
public sealed record StoryNews(string? Since, LedgerDifference? Difference)
{
    /// <summary>What somebody has not seen of a story.</summary>
    public static StoryNews Of(Workspace workspace, string story, string who)
    {
        if (workspace.Visits.Last(who, story) is not { } since)
            return new StoryNews(null, null);
        // most looks find nothing new, and then the ledger need not be read
        return new StoryNews(since, workspace.Entries.Since(since, story).Count == 0
            ? LedgerDifference.Between(new LedgerState([]), new LedgerState([]))
            : LedgerDifference.Between(workspace.Entries.State(story, since), workspace.Entries.State(story)));
    }
}
