using NodaTime;
using Readout.Text;

namespace Readout.Articles.Dates;

/// <summary>A date that might be the page's day, and how far its place can be trusted.</summary>
/// <param name="When">The day, or the days it may mean.</param>
/// <param name="Where">Kind of place, as in <see cref="DateCandidate.Where"/>.</param>
/// <param name="Rank">Higher wins; 0 is never chosen.</param>
/// <param name="Note">What the place says, for an editor.</param>
/// <param name="IsUtc">Written in Greenwich time: the local day may be a neighbour.</param>
internal sealed record DateEvidence(DateRange When, Span Span, string Where, int Rank, string Note, bool IsUtc = false)
{
    public LocalDate? Day => When.IsDay ? When.Earliest : null;
}
