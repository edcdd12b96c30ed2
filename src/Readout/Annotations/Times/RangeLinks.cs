using System.Globalization;
using NodaTime;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>Two times that are the ends of one stretch: "from Monday to Friday", "between March and June 2019", "2019 to 2023".</summary>
internal static class RangeLinks
{
    /// <summary>True where <paramref name="right"/> ends the range that <paramref name="left"/> begins.</summary>
    public static bool Joins(TimeCursor c, Reading left, Reading right)
    {
        if (right.First != left.End + 1 || left.Type is not (TimexType.Date or TimexType.Time) || right.Type is not (TimexType.Date or TimexType.Time))
            return false;
        var before = c.Norm(left.First - 1);
        return c.Norm(left.End) switch
        {
            "and" => before is "between",
            "through" or "thru" or "until" or "till" => true,
            "to" => before is not "from" || !IsMove(c, left.First - 1),
            "-" => !c.IsHeading || before is not ":",
            _ => false,
        };
    }

    // "put off from Monday to Friday" tells two days, no stretch between them
    private static bool IsMove(TimeCursor c, int from)
    {
        for (var i = from - 1; i > from - 6 && c.Has(i); i--)
        {
            if (c.Norm(i) is "moved" or "postponed" or "delayed" or "rescheduled" or "changed" or "pushed" or "shifted" or "forward" or "back" or "off")
                return true;
        }
        return false;
    }

    /// <summary>Both ends, the first not after the last: a year said once holds for both, a weekday or month follows the one before it.</summary>
    public static (Dated Left, Dated Right) Order(Reading left, Dated first, Reading right, Dated last, DateRange anchor)
    {
        if (Implied(left) && right.From is null && last.When.Earliest is { } stated && last.Grain is Grain.Day or Grain.Month)
            return (Within(first, stated, last.Grain), last);
        if (first.When.Earliest is not { } a || last.When.Earliest is not { } b || a <= b || !(Implied(left) || Implied(right)))
            return (first, last);
        var ahead = anchor.Earliest is { } today && (a >= today || b >= today);
        var step = first.Grain is Grain.Day && last.Grain is Grain.Day && (IsWeekday(left) || IsWeekday(right)) ? Period.FromWeeks(1) : Period.FromYears(1);
        return ahead && Implied(right) || !Implied(left) ? (first, Shift(last, b + step)) : (Shift(first, a - step), last);
    }

    // No year said: the page's day and the tense gave it.
    private static bool Implied(Reading reading) => reading.From is not null && (IsWeekday(reading) || reading.Rule is "month" or "date-nearest" or "month-relative-year" or "date-shared");

    private static bool IsWeekday(Reading reading) => reading.Rule.StartsWith("weekday-", StringComparison.Ordinal);

    private static Dated Shift(Dated time, LocalDate to) => time.Grain switch
    {
        Grain.Day => Dated.Day(to),
        Grain.Month => Dated.Month(to),
        _ => time,
    };

    /// <summary>The month or day of the first end in the year of the last, or the year before where it would lie after it.</summary>
    private static Dated Within(Dated first, LocalDate last, Grain grain)
    {
        if (first.Value is not { Length: 7 or 10 } value || value[4] is not '-' || !int.TryParse(value.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month))
            return first;
        if (value.Length == 7)
        {
            var same = Dated.Month(last.Year, month);
            return month <= last.Month ? same : Dated.Month(last.Year - 1, month);
        }
        if (grain is not Grain.Day || !int.TryParse(value.AsSpan(8, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var day))
            return first;
        var date = Dated.Date(last.Year, month, day);
        if (date is null || date > last)
            date = Dated.Date(last.Year - 1, month, day);
        return date is { } found ? Dated.Day(found) : first;
    }
}
