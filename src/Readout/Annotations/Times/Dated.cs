using NodaTime;
using NodaTime.Calendars;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>How fine a time is.</summary>
internal enum Grain { None, Day, Week, Month, Season, Quarter, Year, Decade, Century }

/// <summary>A TIMEX3 value and the days it covers.</summary>
internal readonly record struct Dated(string? Value, DateRange When, Grain Grain)
{
    public static Dated Nothing { get; } = new(null, DateRange.Unknown, Grain.None);

    public static Dated Day(LocalDate day) => new(Invariant($"{day.Year:D4}-{day.Month:D2}-{day.Day:D2}"), DateRange.Day(day), Grain.Day);

    public static Dated Week(LocalDate day)
    {
        var monday = day.PlusDays(1 - (int)day.DayOfWeek);
        return new(WeekValue(day), new DateRange(monday, monday.PlusDays(6)), Grain.Week);
    }

    public static Dated Weekend(LocalDate day)
    {
        var saturday = day.PlusDays(6 - (int)day.DayOfWeek);
        return new(WeekValue(day) + "-WE", new DateRange(saturday, saturday.PlusDays(1)), Grain.Week);
    }

    public static Dated Month(int year, int month) =>
        IsYear(year) ? new(Invariant($"{year:D4}-{month:D2}"), DateRange.Month(year, month), Grain.Month) : Nothing;

    public static Dated Month(LocalDate day) => Month(day.Year, day.Month);

    /// <summary>Meteorological seasons of the northern half of the earth; a winter belongs to the year it begins in.</summary>
    public static Dated Season(int year, string season)
    {
        if (!IsYear(year) || !IsYear(year + 1))
            return Nothing;
        var first = SeasonStart(year, season);
        return new(Invariant($"{year:D4}-{season}"), new DateRange(first, first.PlusMonths(3).PlusDays(-1)), Grain.Season);
    }

    public static LocalDate SeasonStart(int year, string season) =>
        new(year, season switch { "SP" => 3, "SU" => 6, "FA" => 9, _ => 12 }, 1);

    public static Dated Quarter(int year, int quarter)
    {
        if (!IsYear(year))
            return Nothing;
        var first = new LocalDate(year, (quarter * 3) - 2, 1);
        return new(Invariant($"{year:D4}-Q{quarter}"), new DateRange(first, first.PlusMonths(3).PlusDays(-1)), Grain.Quarter);
    }

    public static Dated Half(int year, int half)
    {
        var first = new LocalDate(year, half == 1 ? 1 : 7, 1);
        return new(Invariant($"{year:D4}-H{half}"), new DateRange(first, first.PlusMonths(6).PlusDays(-1)), Grain.Quarter);
    }

    public static Dated Year(int year) => IsYear(year) ? new(Invariant($"{year:D4}"), DateRange.Year(year), Grain.Year) : Nothing;

    public static Dated Decade(int year)
    {
        var first = year - (year % 10);
        return IsYear(first)
            ? new(Invariant($"{first / 10:D3}"), new DateRange(new LocalDate(first, 1, 1), new LocalDate(first + 9, 12, 31)), Grain.Decade)
            : Nothing;
    }

    public static Dated Century(int century)
    {
        var first = (century - 1) * 100;
        return IsYear(first + 1) && IsYear(first + 99)
            ? new(Invariant($"{century - 1:D2}"), new DateRange(new LocalDate(first + 1, 1, 1), new LocalDate(first + 99, 12, 31).PlusYears(1)), Grain.Century)
            : Nothing;
    }

    public static int QuarterOf(LocalDate day) => ((day.Month - 1) / 3) + 1;

    /// <summary>Years that news can speak of and that the calendar can hold with room to move.</summary>
    public static bool IsYear(int year) => year is >= 1 and <= 9000;

    /// <summary>The date, or null where the calendar has none such.</summary>
    public static LocalDate? Date(int year, int month, int day) =>
        IsYear(year) && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    /// <summary>A step of so many units back (negative) or forward; weeks, months, years keep their own grain.</summary>
    public Dated Step(int amount, char unit)
    {
        if (When.Earliest is not { } from || Math.Abs((long)amount) > 6000)
            return Nothing;
        try
        {
            return unit switch
            {
                'D' => Day(from.PlusDays(amount)),
                'W' => Week(from.PlusWeeks(amount)),
                'M' => Month(from.PlusMonths(amount)),
                'Q' => Quarter(from.PlusMonths(3 * amount).Year, QuarterOf(from.PlusMonths(3 * amount))),
                'Y' => Grain switch
                {
                    Grain.Quarter => Quarter(from.Year + amount, QuarterOf(from)),
                    _ => Year(from.Year + amount),
                },
                _ => Nothing,
            };
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or OverflowException)
        {
            return Nothing;
        }
    }

    private static string WeekValue(LocalDate day) =>
        Invariant($"{WeekYearRules.Iso.GetWeekYear(day):D4}-W{WeekYearRules.Iso.GetWeekOfWeekYear(day):D2}");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
