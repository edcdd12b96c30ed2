using Readout.Stories;

namespace Readout.Claims;

/// <summary>From annotated pages to claims, disputes, changes and prospects.</summary>
public static class LedgerBuilder
{
    public static Ledger Build(Story story) => new(story, [], [], [], []);
}
