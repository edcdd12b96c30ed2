using NodaTime;

namespace Readout.Origins;

/// <summary>A text as it comes to the copy index.</summary>
/// <param name="Id">The caller's id. The same id twice is two texts.</param>
/// <param name="Outlet">Who printed it, as written; null where unknown.</param>
/// <param name="Day">The day it states; null where unknown. It decides who came first, never what is remembered.</param>
/// <param name="Shingles">Its words.</param>
internal sealed record CopyText(string Id, string? Outlet, LocalDate? Day, Shingling Shingles);

/// <summary>Where a text stands among those that came before it.</summary>
/// <param name="Representative">Id of the text that stands for its family: its own where it copies none.</param>
/// <param name="IsCopy">True where it copies the representative or is copied by it: it should move no centroid.</param>
/// <param name="Taken">Share of its own words (without boilerplate) that stand in the representative.</param>
/// <param name="Covered">Share of the representative's words that stand in it.</param>
internal sealed record CopyPlacement(string Representative, bool IsCopy, double Taken, double Covered);

/// <summary>Near-copies of one text.</summary>
/// <param name="Representative">The text that the others are measured by; its place in <paramref name="Members"/> is the first.</param>
/// <param name="Members">All of them, each with what it shares with the representative.</param>
internal sealed record CopyGroup(CopyText Representative, IReadOnlyList<CopyMember> Members);

/// <summary>A text of a family.</summary>
/// <param name="Text">The text.</param>
/// <param name="Taken">Share of its own words that stand in the representative.</param>
/// <param name="Covered">Share of the representative's words that stand in it.</param>
internal sealed record CopyMember(CopyText Text, double Taken, double Covered);

/// <summary>What counts as a copy.</summary>
internal sealed record CopyOptions
{
    /// <summary>Share of the shorter text that must stand in the other. From .25 to .45 the sets say the same (docs/methods.md): a strict one.</summary>
    public double Share { get; init; } = 0.4;

    /// <summary>The same of the words outside quotation marks: two reports of one speech are no copies.</summary>
    public double PlainShare { get; init; } = 0.3;

    /// <summary>Texts with fewer shingles of their own, boilerplate aside, say too little to be called copies.</summary>
    public int FewestShingles { get; init; } = 16;

    /// <summary>What a share of the representative weighs against the same share of the text, where two could be its family's.</summary>
    public double Cover { get; init; } = 0.5;

    /// <summary>Share of what a text has in common with the representative that must lie where the other copies' does.</summary>
    public double Common { get; init; } = 0.1;

    /// <summary>How many texts are remembered, those that came last; a stream over months sets it.</summary>
    public int Window { get; init; } = int.MaxValue;
}
