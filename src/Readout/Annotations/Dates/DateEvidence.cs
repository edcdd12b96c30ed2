using NodaTime;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>Words that bound the day a page was written.</summary>
/// <param name="Alternatives">The intervals it may lie in; more than one where an office had several terms.</param>
/// <param name="Weight">How far it is trusted; of two that contradict each other the lighter is dropped.</param>
/// <param name="KnowsTheWorld">True where dated facts of the world stand behind it, not the page's own numbers alone.</param>
internal sealed record DateEvidence(Span Span, IReadOnlyList<DateRange> Alternatives, int Weight, bool KnowsTheWorld, string Rule)
{
    public static DateEvidence NotBefore(Span span, LocalDate day, int weight, bool world, string rule) => new(span, [new DateRange(day, null)], weight, world, rule);

    public static DateEvidence NotAfter(Span span, LocalDate day, int weight, bool world, string rule) => new(span, [new DateRange(null, day)], weight, world, rule);
}

/// <summary>The intervals still possible, narrowed by one piece of evidence after the other.</summary>
internal sealed class DateBounds
{
    private List<DateRange> _possible = [DateRange.Unknown];

    /// <summary>The evidence that narrowed them, in the order it was taken.</summary>
    public List<DateEvidence> Taken { get; } = [];

    /// <summary>From the first to the last day of all that is possible.</summary>
    public DateRange Hull => new(
        _possible.Exists(p => p.Earliest is null) ? null : _possible.Min(p => p.Earliest!.Value),
        _possible.Exists(p => p.Latest is null) ? null : _possible.Max(p => p.Latest!.Value));

    /// <summary>Narrows by the evidence, unless nothing would be left.</summary>
    public void Take(DateEvidence evidence)
    {
        var narrowed = new List<DateRange>();
        foreach (var one in _possible)
        {
            foreach (var other in evidence.Alternatives)
            {
                if (one.Intersect(other) is { } both && !narrowed.Contains(both))
                    narrowed.Add(both);
            }
        }
        if (narrowed.Count == 0 || narrowed.SequenceEqual(_possible))
            return;
        _possible = narrowed;
        Taken.Add(evidence);
    }
}
