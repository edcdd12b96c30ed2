namespace Readout.Origins;

/// <summary>Two pages, by the SHA-256 of their bytes, and why somebody says what is said of them.</summary>
public sealed record PagePair(string A, string B, string Reason);

/// <summary>What somebody knows about the origin of texts and the pages don't show.</summary>
/// <param name="Same">Pages whose texts come from one source: they count as one text.</param>
/// <param name="Different">Pages that only look like copies: each counts for itself.</param>
public sealed record OriginCorrections(IReadOnlyList<PagePair> Same, IReadOnlyList<PagePair> Different)
{
    /// <summary>Nothing is corrected.</summary>
    public static OriginCorrections None { get; } = new([], []);
}
