using System.Buffers;
using NodaTime;
using Readout.Text;

namespace Readout.Articles.Dates;

/// <summary>
/// Finds dates as pages stamp them: by numbers in any usual order, and by month names in many languages and scripts.
/// Every date has a digit, so the scan goes from digit to digit and looks at no other word.
/// </summary>
internal static class DateScanner
{
    // Digits of the scripts that news is written in; the search for the next one is vectorised.
    private static readonly SearchValues<char> Digits = SearchValues.Create(string.Concat(
        "0٠۰०০੦૦௦౦೦൦๐０".Select(zero => string.Concat(Enumerable.Range(zero, 10).Select(c => (char)c)))));

    /// <summary>The dates in a range of the text, in order.</summary>
    /// <param name="order">How the page writes 03/04/2023.</param>
    public static List<FoundDate> Scan(string text, Span range, string? language, DateOrder order)
    {
        List<FoundDate>? found = null;
        var at = range.Start;
        var free = range.Start;
        while (at < range.End && text.AsSpan(at, range.End - at).IndexOfAny(Digits) is >= 0 and var step)
        {
            at += step;
            var reader = new DateText(text, free, range.End, language);
            if (Read(reader, at, order) is { } date)
            {
                (found ??= []).Add(ClockTimes.Describe(new DateText(text, range.Start, range.End, language), date));
                at = free = date.Span.End;
                continue;
            }
            while (at < range.End && DateText.Digit(text[at]) >= 0)
                at++;
        }
        return found ?? [];
    }

    private static FoundDate? Read(DateText text, int start, DateOrder order)
    {
        // Digits that go on from a letter or from other digits are ids, amounts and versions.
        var before = text[start - 1];
        if (before < '\u0600' && char.IsLetter(before))
            return null;
        var (value, end, length) = text.Number(start);
        if (length is 1 or 2 && before is '.' or '-' or ':' or ',' && text.IsDigit(start - 2))
            return null;
        return length switch
        {
            4 => NumericDates.YearFirst(text, start, value, end) ?? NamedDates.YearFirst(text, start, value, end),
            8 => NumericDates.Compact(text, start, end),
            9 when text.IsDigit(end) => NumericDates.CompactWithTime(text, start),
            1 or 2 or 3 when text[end] is '年' => NumericDates.EraYear(text, start, value, end),
            1 or 2 => NamedDates.MonthFirst(text, start, value, end)
                ?? NumericDates.DayFirst(text, start, value, end, order)
                ?? NamedDates.DayFirst(text, start, value, end),
            _ => null,
        };
    }

    /// <summary>A date of the calendar that its year belongs to; null where there is no such day.</summary>
    internal static FoundDate? Make(int? year, int month, int day, int start, int end, bool solar = false)
    {
        var span = new Span(start, end);
        // Thailand counts from the Buddha's death, Iran and Afghanistan the sun's years from the hijra.
        if (year is >= 2443 and <= 2642)
            year -= 543;
        if (solar || year is >= 1300 and <= 1499)
            return year is >= 1300 and <= 1499 ? FromSolar(year.Value, month, day, span) : null;
        if (year is < 1900 or > 2099 || !FoundDate.IsDay(year ?? 2000, month, day))
            return null;
        return new FoundDate(year, month, day, span);
    }

    private static FoundDate? FromSolar(int year, int month, int day, Span span)
    {
        var calendar = CalendarSystem.PersianSimple;
        if (month is < 1 or > 12 || day < 1 || day > calendar.GetDaysInMonth(year, month))
            return null;
        var date = new LocalDate(year, month, day, calendar).WithCalendar(CalendarSystem.Iso);
        return new FoundDate(date.Year, date.Month, date.Day, span);
    }

    /// <summary>Two digits of a year, as a reader of today takes them.</summary>
    internal static int Century(int two) => two >= 90 ? 1900 + two : 2000 + two;
}
