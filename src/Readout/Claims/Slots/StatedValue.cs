using Readout.Text;

namespace Readout.Claims;

/// <summary>A number or a day that a statement gives, with what may follow of it and the words around.</summary>
/// <param name="Span">Its words.</param>
/// <param name="Low">Least value; null is open. Days count as numbers.</param>
/// <param name="High">Greatest value; null is open.</param>
/// <param name="Unit">What it measures or counts: a unit, "day" for days; null for a bare number.</param>
/// <param name="Of">The thing counted; null where none is named.</param>
internal sealed record StatedValue(Span Span, double? Low, double? High, string? Unit, StatementTerm? Of)
{
    /// <summary>The unit of days of a year that is not known.</summary>
    public const string DayOfYear = "day of a year";

    /// <summary>"more than 200": 200 itself is not meant.</summary>
    public bool IsAbove { get; init; }

    /// <summary>"fewer than 200": 200 itself is not meant.</summary>
    public bool IsBelow { get; init; }

    public bool IsDay => Unit is Day or DayOfYear;

    /// <summary>A day without its year, to be set beside another that bears none; null for all but single days.</summary>
    public double? InYear { get; init; }

    /// <summary>The unit of days.</summary>
    public const string Day = "day";

    /// <summary>Open words and names of the sentence, each with how near it stands.</summary>
    public IReadOnlyList<(StatementTerm Term, float Nearness)> Around { get; init; } = [];

    /// <summary>No number can be meant by both.</summary>
    public bool Excludes(StatedValue other) =>
        Unit == other.Unit || !IsDay ? IsUnder(this, other) || IsUnder(other, this) : WithoutYear().Excludes(other.WithoutYear());

    /// <summary>This day, set in no year.</summary>
    public StatedValue WithoutYear() =>
        Unit == DayOfYear ? this : this with { Low = Low is null ? null : InYear, High = High is null ? null : InYear, Unit = DayOfYear };

    private static bool IsUnder(StatedValue a, StatedValue b) =>
        a.High is { } high && b.Low is { } low && (high < low || (high.Equals(low) && (a.IsBelow || b.IsAbove)));
}
