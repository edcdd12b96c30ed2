using NodaTime;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>Reads days by their number in a period: "the first Monday of May", "the last Friday in 2019", "the 5th".</summary>
internal static class OrdinalDayReader
{
    public static Reading? Read(TimeCursor c, int first)
    {
        var i = c.Norm(first) is "the" ? first + 1 : first;
        var last = c.Norm(i) is "last" or "final";
        if (!last && c.OrdinalAt(i) is null)
            return null;
        return Weekday(c, first, i, last) ?? (i > first && !last ? Bare(c, first, i) : null);
    }

    private static Reading? Weekday(TimeCursor c, int first, int i, bool last)
    {
        var nth = last ? 5 : c.OrdinalAt(i) ?? 0;
        if (nth is < 1 or > 5 || DayReader.Weekday(c, i + 1) is not { } weekday || c.Norm(i + 2) is not ("of" or "in"))
            return null;
        var at = i + 3;
        if (c.IsCapital(at) && c.Words.Months.TryGetValue(c.Norm(at), out var month))
        {
            var yearAt = c.Norm(at + 1) is "," or "of" ? at + 2 : at + 1;
            if (c.YearAt(yearAt) is { } year)
                return Day(year, month) is { } fixedDay ? Reading.Of(first, yearAt + 1, Dated.Day(fixedDay), "nth-weekday") : null;
            var offset = PeriodReader.RelativeYear(c, yearAt);
            var tense = Tense.Around(c, first, at + 1);
            return Reading.Relative(first, offset?.End ?? at + 1, "nth-weekday", FormattableString.Invariant($"XXXX-{month:D2}"), d =>
            {
                var near = offset is { } o ? d.Year + o.Offset : d.Year + PeriodReader.YearOffset(d.Month, month, tense);
                return Day(near, month) is { } x ? Dated.Day(x) : Dated.Nothing;
            });
        }
        if (c.YearAt(at) is { } whole)
            return Day(whole, last ? 12 : 1) is { } x ? Reading.Of(first, at + 1, Dated.Day(x), "nth-weekday") : null;
        var word = c.Norm(at) is "the" ? "this" : c.Norm(at);
        if (c.Norm(at + 1) is "month" && PeriodReader.Shift(word) is { } shift)
            return Reading.Relative(first, at + 2, "nth-weekday", "XXXX-XX", d => Day(d.PlusMonths(shift).Year, d.PlusMonths(shift).Month) is { } y ? Dated.Day(y) : Dated.Nothing);
        return null;

        LocalDate? Day(int year, int month)
        {
            if (!Dated.IsYear(year))
                return null;
            if (last)
                return DayReader.Previous(new LocalDate(year, month, 1).PlusMonths(1).PlusDays(-1), weekday, 0);
            var day = DayReader.Next(new LocalDate(year, month, 1), weekday, 0).PlusWeeks(nth - 1);
            return day.Month == month ? day : null;
        }
    }

    /// <summary>"on the 5th." with nothing counted behind it: the nearest such day the tense allows.</summary>
    private static Reading? Bare(TimeCursor c, int first, int i)
    {
        var norm = c.Norm(i);
        if (norm.Length is < 3 or > 4 || norm[0] is < '1' or > '9' || c.SmallAt(i, 31) is not { } day || c.Norm(first - 1) is not ("on" or "until" or "by" or "since" or "from" or "before" or "after"))
            return null;
        var monthAt = c.Norm(i + 1) is "day" && c.Norm(i + 2) is "of" ? i + 3 : c.Norm(i + 1) is "of" ? i + 2 : i + 1;
        if (c.Norm(monthAt) is "this" or "last" or "next" && c.Norm(monthAt + 1) is "month" && PeriodReader.Shift(c.Norm(monthAt)) is { } shift)
        {
            return Reading.Relative(first, monthAt + 2, "day-of-month", FormattableString.Invariant($"XXXX-XX-{day:D2}"),
                d => Dated.Date(d.PlusMonths(shift).Year, d.PlusMonths(shift).Month, day) is { } x ? Dated.Day(x) : Dated.Nothing);
        }
        if (c.Norm(i + 1) is not ("." or "," or "" or ";" or ")" or "\"" or "and" or "but" or "when" or "after" or "to"))
            return null;
        var ahead = c.Norm(first - 1) is "until" or "by" || Tense.Around(c, first, i + 1) is Direction.Future;
        return Reading.Relative(first, i + 1, "day-of-month", FormattableString.Invariant($"XXXX-XX-{day:D2}"), d =>
        {
            for (var step = 0; step < 3; step++)
            {
                var month = d.PlusMonths(ahead ? step : -step);
                if (Dated.Date(month.Year, month.Month, day) is { } date && (ahead ? date >= d : date <= d))
                    return Dated.Day(date);
            }
            return Dated.Nothing;
        });
    }
}
