using NodaTime;
using Readout.Text;

namespace Readout.Articles.Dates;

/// <summary>A date that might be the page's day, and how far its place can be trusted.</summary>
/// <param name="When">The day, or the days it may mean.</param>
/// <param name="Where">Kind of place, as in <see cref="DateCandidate.Where"/>.</param>
/// <param name="Rank">Higher wins; 0 is never chosen.</param>
/// <param name="Note">What the place says, for an editor.</param>
internal sealed record DateEvidence(DateRange When, Span Span, string Where, int Rank, string Note)
{
    /// <summary>Below this rank a date is shown, never chosen.</summary>
    public const int Enough = 25;

    public DateOf Of { get; init; } = DateOf.Publication;

    public ClockReading? Clock { get; init; }

    /// <summary>Written in Greenwich time: the local day may be a neighbour.</summary>
    public bool IsUtc { get; init; }

    /// <summary>Whether markup or front matter states it, rather than words that readers see.</summary>
    public bool IsMachine => Where is "json-ld" or "meta" or "microdata" or "time" or "script" or "front-matter" or "feed";

    public LocalDate? Day => When.IsDay ? When.Earliest : null;

    public static DateEvidence From(FoundDate found, string where, int rank, string note, DateOf of = DateOf.Publication) =>
        new(found.When, found.Span, where, rank, note) { Of = of, Clock = found.Clock, IsUtc = found is { IsUtc: true, HasTime: true } };
}
