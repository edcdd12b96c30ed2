using System.Globalization;
using NodaTime;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>A month, or a day of a month, without its year; it bounds the page once the year is nearly known.</summary>
internal sealed record BareDate(Span Span, int Month, int? Day, bool IsThis, Direction Tense)
{
    /// <summary>Reads the underspecified value: <c>XXXX-09</c>, <c>XXXX-09-03</c>.</summary>
    public static BareDate? Of(TimeExpression time, Direction tense)
    {
        if (time.Value is not { } value || !value.StartsWith("XXXX-", StringComparison.Ordinal) || time.Type is not (TimexType.Date or TimexType.Time)
            || value.Length is not (7 or >= 10) || !int.TryParse(value.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month) || month is < 1 or > 12)
        {
            return null;
        }
        int? day = value.Length >= 10 && int.TryParse(value.AsSpan(8, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var d) ? d : null;
        var isThis = time.Rule.Contains("this-month-name", StringComparison.Ordinal);
        // "since January" looks back whatever the verb
        return isThis || time.Rule.StartsWith("month", StringComparison.Ordinal) || time.Rule.StartsWith("date-nearest", StringComparison.Ordinal) ? new(time.Span, month, day, isThis, tense) : null;
    }

    /// <summary>What it says of the page's day inside an interval of at most a year; nothing where its year stays open.</summary>
    public DateEvidence? Evidence(DateRange known)
    {
        if (!known.IsBounded || Period.DaysBetween(known.Earliest!.Value, known.Latest!.Value) > 366)
            return null;
        var (low, high) = (known.Earliest.Value, known.Latest.Value);
        DateRange? only = null;
        for (var year = low.Year; year <= high.Year; year++)
        {
            if (In(year) is not { } there || there.Earliest > high || there.Latest < low)
                continue;
            if (only is not null)
                return null;
            only = there;
        }
        if (only is not { } when)
            return null;
        return Tense switch
        {
            Direction.Past => DateEvidence.NotBefore(Span, when.Earliest!.Value, 1, false, "past-month"),
            Direction.Future => DateEvidence.NotAfter(Span, when.Latest!.Value, 1, false, "future-month"),
            // "this September" by itself is still to come, or has come
            _ when IsThis => DateEvidence.NotAfter(Span, when.Latest!.Value, 1, false, "future-month"),
            _ => null,
        };
    }

    private DateRange? In(int year) => Day is not { } day ? DateRange.Month(year, Month) : Dated.Date(year, Month, day) is { } date ? DateRange.Day(date) : null;
}
