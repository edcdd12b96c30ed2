namespace Readout.Cli.Workspaces.Fetching;

/// <summary>What a round of fetching did.</summary>
internal sealed class FetchReport
{
    /// <summary>Sources asked, those that failed among them.</summary>
    public int Sources { get; set; }

    /// <summary>Addresses that were named for the first time.</summary>
    public int NewAddresses { get; set; }

    /// <summary>Pages whose address is new.</summary>
    public long Added { get; set; }

    /// <summary>Pages that changed.</summary>
    public long NewVersions { get; set; }

    /// <summary>Pages looked at again that are as they were.</summary>
    public long Unchanged { get; set; }

    /// <summary>Addresses that are due and were left for the next time.</summary>
    public long Left { get; set; }

    /// <summary>What failed, with the reason.</summary>
    public List<FailedInput> Failed { get; } = [];

    public string Text => FormattableString.Invariant(
        $"{Count(Sources, "source")} asked, {Count(NewAddresses, "new address", "new addresses")}; {Count(Added, "new page")}, {Count(NewVersions, "new version")}, {Unchanged} unchanged{(Failed.Count == 0 ? "" : $", {Failed.Count} failed")}{(Left == 0 ? "" : $"; {Left} left for the next time")}\n");

    public object Json => new
    {
        sources = Sources, newAddresses = NewAddresses, added = Added, newVersions = NewVersions, unchanged = Unchanged, left = Left,
        failed = Failed.Select(f => new { path = f.Path, reason = f.Reason }),
    };

    private static string Count(long n, string one, string? many = null) => FormattableString.Invariant($"{n} {(n == 1 ? one : many ?? one + "s")}");
}
