using NodaTime;
using Readout.Languages;

namespace Readout.Annotations;

/// <summary>Days of named days.</summary>
internal static class Holidays
{
    public static LocalDate InYear(Holiday holiday, int year)
    {
        if (holiday.Month == 0)
            return Easter(year).PlusDays(holiday.Day);
        if (holiday.Nth == 0)
            return new LocalDate(year, holiday.Month, holiday.Day);
        return DayReader.Next(new LocalDate(year, holiday.Month, 1), holiday.Day, 0).PlusWeeks(holiday.Nth - 1);
    }

    /// <summary>The one next to a day, on the side the tense gives.</summary>
    public static LocalDate Nearest(Holiday holiday, LocalDate day, Direction tense)
    {
        var days = new[] { InYear(holiday, day.Year - 1), InYear(holiday, day.Year), InYear(holiday, day.Year + 1) };
        return tense switch
        {
            Direction.Past => days.Last(d => d <= day),
            Direction.Future => days.First(d => d >= day),
            _ => days.MinBy(d => Math.Abs(Period.DaysBetween(day, d))),
        };
    }

    /// <summary>Western Easter Sunday (the anonymous Gregorian computus).</summary>
    private static LocalDate Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, g = ((8 * b) + 13) / 25;
        int h = ((19 * a) + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new LocalDate(year, n / 31, (n % 31) + 1);
    }
}
