using NodaTime;
using Readout.Languages;

namespace Readout.Articles.Dates;

/// <summary>Dates written in numbers.</summary>
internal static class NumericDates
{
    /// <summary>2023-05-09, 2023/5/9, 2023年5月9日, 2023. 05. 09., 1402/02/19</summary>
    public static FoundDate? YearFirst(DateText text, int start, int year, int at)
    {
        var separator = text[text.SkipBlanks(at)];
        // Arabic pages that write years of the 1400s count moons.
        if (year < 1900 && text.Language == "ar")
            return null;
        if (separator is not ('-' or '/' or '.' or '年' or '년' or '‐' or '–'))
            return null;
        var (month, next, length) = text.Number(text.SkipBlanks(text.SkipBlanks(at) + 1));
        if (length is not (1 or 2))
            return null;
        next = text.SkipBlanks(next);
        if (text[next] != separator && text[next] is not ('月' or '월'))
            return null;
        var (day, end, dayLength) = text.Number(text.SkipBlanks(next + 1));
        if (dayLength is not (1 or 2))
            return null;
        return DateScanner.Make(year, month, day, start, text[end] is '日' or '일' ? end + 1 : end);
    }

    /// <summary>令和5年5月9日</summary>
    public static FoundDate? EraYear(DateText text, int start, int year, int at)
    {
        if (DateWords.Era(text.Before(start, 4)) is not { } era)
            return null;
        var (month, next, length) = text.Number(text.SkipBlanks(at + 1));
        var (day, end, dayLength) = text.Number(text.SkipBlanks(next + 1));
        return length is 1 or 2 && dayLength is 1 or 2 && text[next] == '月' && text[end] == '日'
            ? DateScanner.Make(era.Years + year, month, day, start - era.Length, end + 1)
            : null;
    }

    /// <summary>20230509</summary>
    public static FoundDate? Compact(DateText text, int start, int end)
    {
        if (end - start != 8 || Two(text, start) is not (19 or 20))
            return null;
        var year = (Two(text, start) * 100) + Two(text, start + 2);
        return year >= 1990 ? DateScanner.Make(year, Two(text, start + 4), Two(text, start + 6), start, end) : null;
    }

    /// <summary>202305091120, 20230509112000</summary>
    public static FoundDate? CompactWithTime(DateText text, int start)
    {
        var end = start;
        while (text.IsDigit(end))
            end++;
        var plausible = end - start is 12 or 14 && Two(text, start + 8) < 24 && Two(text, start + 10) < 60 && (end - start == 12 || Two(text, start + 12) < 60);
        if (!plausible || Compact(text, start, start + 8) is not { } date)
            return null;
        var seconds = end - start == 14;
        var time = new LocalTime(Two(text, start + 8), Two(text, start + 10), seconds ? Two(text, start + 12) : 0);
        return date with { Clock = new ClockReading(time, null, seconds) };
    }

    /// <summary>24.05.2023, 24/5/23, 05-24-2023, 5月9日</summary>
    public static FoundDate? DayFirst(DateText text, int start, int first, int at, DateOrder order)
    {
        if (text[at] is '月' or '월')
        {
            var (date, stop, count) = text.Number(text.SkipBlanks(at + 1));
            return count is 1 or 2 && text[stop] is '日' or '일' ? DateScanner.Make(null, first, date, start, stop + 1) : null;
        }
        var separator = text[at];
        if (separator is not ('.' or '/' or '-' or '‐'))
            return null;
        var (second, next, length) = text.Number(text.SkipBlanks(at + 1));
        if (length is not (1 or 2) || text[next] != separator)
            return null;
        var (year, end, yearLength) = text.Number(text.SkipBlanks(next + 1));
        if (yearLength == 2 && separator is '.' or '/')
            year = DateScanner.Century(year);
        else if (yearLength != 4)
            return null;
        return text[end] == separator && text.IsDigit(end + 1) ? null : Ordered(year, first, second, start, end, separator, order);
    }

    private static FoundDate? Ordered(int year, int first, int second, int start, int end, char separator, DateOrder order)
    {
        var asDay = DateScanner.Make(year, second, first, start, end);
        var asMonth = DateScanner.Make(year, first, second, start, end);
        // Only slashes are read both ways.
        if (asDay is null || asMonth is null || separator != '/' || first == second)
            return asDay ?? asMonth;
        return order switch
        {
            DateOrder.DayFirst => asDay,
            DateOrder.MonthFirst => asMonth,
            _ => asDay with { Alternative = asMonth.Date },
        };
    }

    private static int Two(DateText text, int at) => (DateText.Digit(text[at]) * 10) + DateText.Digit(text[at + 1]);
}
