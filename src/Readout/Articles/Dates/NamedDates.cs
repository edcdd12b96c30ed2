using Readout.Languages;

namespace Readout.Articles.Dates;

/// <summary>Dates with the month's name.</summary>
internal static class NamedDates
{
    /// <summary>2023. május 9., 2023 m. gegužės 9 d., 2023. gada 9. maijs, 2023/apr/04</summary>
    public static FoundDate? YearFirst(DateText text, int start, int year, int at)
    {
        var next = text.SkipWord("year", text.SkipMarks(at));
        var (first, firstEnd, firstLength) = text.Number(next);
        if (firstLength is 1 or 2)
        {
            var (late, lateEnd, isSolar) = text.MonthAt(text.SkipMarks(firstEnd));
            return late > 0 ? DateScanner.Make(year, late, first, start, WithoutStop(text, lateEnd), isSolar) : null;
        }
        var (month, after, solar) = text.MonthAt(next);
        if (month == 0)
            return null;
        var (day, end, length) = text.Number(text.SkipMarks(after));
        return length is 1 or 2 ? DateScanner.Make(year, month, day, start, end, solar) : null;
    }

    /// <summary>May 9, 2023; Sept. 9th 2023; May 9</summary>
    public static FoundDate? MonthFirst(DateText text, int start, int day, int at)
    {
        var (month, from) = text.MonthBefore(start);
        if (month == 0)
            return null;
        var end = at + DateWords.Match("ordinal", text.Rest(at));
        var yearAt = text.SkipWord("of", text.SkipMarks(end));
        var (year, yearEnd, length) = text.Number(yearAt);
        if (length == 4 && DateScanner.Make(year, month, day, from, yearEnd) is { } dated)
            return dated;
        if (length == 2 && text[yearAt - 1] is '\'' or '’')
            return DateScanner.Make(DateScanner.Century(year), month, day, from, yearEnd);
        // "9 May 23:10" has its day before the month; before a colon or a letter the number was no day.
        return text[end] == ':' || char.IsLetterOrDigit(text[end]) || DayBefore(text, from) ? null : DateScanner.Make(null, month, day, from, end);
    }

    /// <summary>9 May 2023, 9. Mai 2023, 9th of May, 2023, 9 de mayo de 2023, 9-May-23, 9 tháng 5, 2023</summary>
    public static FoundDate? DayFirst(DateText text, int start, int day, int at)
    {
        if (day is 0 or > 31)
            return null;
        var after = at + DateWords.Match("ordinal", text.Rest(at));
        after = text.SkipMarks(after);
        var of = text.SkipWord("of", after);
        var (month, monthEnd, solar) = text.MonthAt(of);
        if (month == 0 && of > after)
            (month, monthEnd) = Numbered(text, of);
        if (month == 0)
            return null;
        var yearAt = text.SkipWord("of", text.SkipMarks(monthEnd));
        var (year, yearEnd, length) = text.Number(yearAt);
        if (length == 4 && DateScanner.Make(year, month, day, start, yearEnd, solar) is { } dated)
            return dated;
        if (length == 2 && text[yearAt - 1] is '-' or '\'' or '’' && text[yearEnd] != ':')
            return DateScanner.Make(DateScanner.Century(year), month, day, start, yearEnd);
        return solar ? null : DateScanner.Make(null, month, day, start, monthEnd);
    }

    // Vietnamese numbers its months after a word for month.
    private static (int Month, int End) Numbered(DateText text, int at)
    {
        var (month, end, length) = text.Number(at);
        return length is 1 or 2 && text.SkipWord("of", text.SkipMarks(end)) > end && month <= 12 ? (month, end) : default;
    }

    private static bool DayBefore(DateText text, int month)
    {
        var at = month;
        while (at > text.Start && month - at < 3 && text[at - 1] is ' ' or '.' or '\u00a0')
            at--;
        return text.IsDigit(at - 1);
    }

    private static int WithoutStop(DateText text, int end) => text[end - 1] == '.' ? end - 1 : end;
}
