using Readout.Text;

namespace Readout.Articles.Bylines;

/// <summary>One place that may name the authors.</summary>
/// <param name="Where">Kind of place, as <see cref="MetadataCandidate.Where"/> has it.</param>
/// <param name="Line">The whole place.</param>
/// <param name="People">The people it names; empty where it names a body, a role or nobody.</param>
internal sealed record AuthorSource(string Where, Span Line, IReadOnlyList<Span> People)
{
    /// <summary>Why its people are not this text's authors, whatever else the page says; null where they may be.</summary>
    public string? Stranger { get; init; }
}
