using NodaTime;

namespace Readout.Stories.Streams;

/// <summary>
/// The days that a text names, as terms: what two reports of look-alike events differ in. A weekday is the last one of that name up to the
/// text's own day; without such a day, the weekday itself.
/// </summary>
internal static class DayMentions
{
    private const uint Weekdays = 0x5bd1e995;
    private const uint MonthDays = 0x1b873593;

    /// <summary>Adds the day that begins at a word, if one does.</summary>
    /// <param name="own">The day of the text.</param>
    /// <param name="english">In English names of days have capitals: "may" and "march" are no months.</param>
    public static void Add(TermCounter days, IReadOnlyList<Word> words, int at, double weight, LocalDate? own, bool english)
    {
        var word = words[at];
        if (word.Kind != WordKind.Letters || (english && !word.Capital))
            return;
        var names = DayNames.All;
        if (names.Weekday(word) is > 0 and var weekday)
            days.Add(own is { } day ? Term(LastBefore(day, weekday)) : Hashing.Join(Weekdays, (uint)weekday), weight);
        else if (names.Month(word) is > 0 and var month)
            AddDate(days, words, at, month, weight, own);
    }

    // "March 3", "3 March", "3 de marzo", with or without a year
    private static void AddDate(TermCounter days, IReadOnlyList<Word> words, int at, int month, double weight, LocalDate? own)
    {
        var names = DayNames.All;
        var (number, end) = (Number(words, at + 1, names.Day), at + 1);
        if (number == 0)
            (number, end) = (Number(words, at - 1, names.Day), at);
        if (number == 0)
            number = Number(words, at - 2, names.Day);
        if (number == 0 || number > CalendarSystem.Iso.GetDaysInMonth(2000, month))
            return;
        var year = Number(words, end + 1, names.Year);
        var monthDay = Hashing.Join(MonthDays, (uint)((32 * month) + number));
        if (own is null)
            days.Add(monthDay, weight);
        else if (Nearest(month, number, year, own.Value) is { } date)
            days.Add(Term(date), weight);
    }

    private static int Number(IReadOnlyList<Word> words, int at, Func<Word, int> read) => at >= 0 && at < words.Count ? read(words[at]) : 0;

    private static LocalDate LastBefore(LocalDate day, int weekday) => day.PlusDays(-(((int)day.DayOfWeek - weekday + 7) % 7));

    private static LocalDate? Nearest(int month, int number, int year, LocalDate own)
    {
        var years = year > 0 ? [year] : new[] { own.Year, own.Year - 1, own.Year + 1 };
        return years.Where(y => number <= CalendarSystem.Iso.GetDaysInMonth(y, month)).Select(y => (LocalDate?)new LocalDate(y, month, number))
            .MinBy(d => Math.Abs(Period.DaysBetween(own, d!.Value)));
    }

    private static uint Term(LocalDate day) => Hashing.Join(Hashing.Start, (uint)Period.DaysBetween(new LocalDate(1970, 1, 1), day));
}
