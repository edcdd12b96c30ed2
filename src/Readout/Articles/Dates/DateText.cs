using System.Globalization;
using Readout.Languages;

namespace Readout.Articles.Dates;

/// <summary>Reads numbers, marks and names from a stretch of text; every position is an index into the whole text.</summary>
internal readonly struct DateText(string text, int start, int end, string? language)
{
    private const int MaxWord = 24;

    public int Start => start;

    public int End => end;

    public string? Language => language;

    /// <summary>The character at a place; a blank outside of the stretch.</summary>
    public char this[int at] => at >= start && at < end ? text[at] : ' ';

    public ReadOnlySpan<char> Rest(int at) => at < end ? text.AsSpan(at, end - at) : default;

    /// <summary>What stands before a place, at most so many characters of it.</summary>
    public ReadOnlySpan<char> Before(int at, int most) => text.AsSpan(Math.Max(start, at - most), at - Math.Max(start, at - most));

    /// <summary>The value of a digit in any script; −1 for anything else.</summary>
    public static int Digit(char c) =>
        char.IsAsciiDigit(c) ? c - '0' : c < '\u0600' ? -1 : CharUnicodeInfo.GetDecimalDigitValue(c);

    public bool IsDigit(int at) => at >= start && at < end && Digit(text[at]) >= 0;

    public (int Value, int End, int Length) Number(int from)
    {
        int value = 0, at = from;
        while (at < end && at - from < 9 && Digit(text[at]) is >= 0 and var digit)
        {
            value = (value * 10) + digit;
            at++;
        }
        return (value, at, at - from);
    }

    public int SkipBlanks(int at)
    {
        while (at < end && IsBlank(text[at]))
            at++;
        return at;
    }

    /// <summary>Skips blanks and the marks that stand between the parts of a date.</summary>
    public int SkipMarks(int at)
    {
        while (at < end && (IsBlank(text[at]) || text[at] is ',' or '.' or '-' or '/' or '\'' or '’' or '،' or '·' or '‐' or '–'))
            at++;
        return at;
    }

    /// <summary>Skips a small word of a kind and the marks behind it.</summary>
    public int SkipWord(string kind, int at) => DateWords.Match(kind, Rest(at)) is > 0 and var length ? SkipMarks(at + length) : at;

    /// <summary>The month whose name begins here; the end includes a full stop.</summary>
    public (int Month, int End, bool Solar) MonthAt(int from)
    {
        var stop = WordEnd(from);
        if (stop - from is < 1 or > MaxWord)
            return default;
        // Names of two words: "كانون الثاني".
        if (this[stop] == ' ' && text[from] >= '\u0600' && WordEnd(stop + 1) is var second && second > stop + 1 && Named(from, second) is { Month: > 0 } two)
            return (two.Month, second, two.Solar);
        var (month, solar) = Named(from, stop);
        return month == 0 ? default : (month, this[stop] is '.' or '॰' ? stop + 1 : stop, solar);
    }

    /// <summary>The month whose name ends right before a place, marks between them skipped.</summary>
    public (int Month, int Start) MonthBefore(int at)
    {
        var stop = at;
        while (stop > start && at - stop < 4 && (IsBlank(text[stop - 1]) || text[stop - 1] is '.' or ',' or '-' or '/'))
            stop--;
        if (stop == at && stop > start && text[stop - 1] < '\u2e80')
            return default;
        var from = WordStart(stop);
        return stop - from is < 2 or > MaxWord ? default : (Named(from, stop).Month, from);
    }

    /// <summary>Where the word that ends at a place begins.</summary>
    public int WordStart(int stop)
    {
        var from = stop;
        while (from > start && stop - from <= MaxWord && IsWord(text[from - 1]))
            from--;
        return from;
    }

    public bool IsWeekday(int from, int stop) =>
        stop - from is >= 1 and <= MaxWord && CalendarNames.Weekdays.NumberOf(text.AsSpan(from, stop - from), language) > 0;

    // Abbreviations may hold a full stop inside: "พ.ค."
    private int WordEnd(int from)
    {
        var at = from;
        while (at < end && at - from <= MaxWord && (IsWord(text[at]) || (text[at] == '.' && text[at - (at > from ? 1 : 0)] >= '\u0e00' && at + 1 < end && IsWord(text[at + 1]) && text[at + 1] >= '\u0e00')))
            at++;
        return at;
    }

    private (int Month, bool Solar) Named(int from, int stop)
    {
        var word = text.AsSpan(from, stop - from);
        if (CalendarNames.Months.NumberOf(word, language) is > 0 and var month)
            return (month, false);
        return CalendarNames.SolarMonths.NumberOf(word) is > 0 and var solar ? (solar, true) : default;
    }

    // Vowel signs of Indic and Thai script are marks, no letters.
    private static bool IsWord(char c) =>
        char.IsLetter(c) || (c >= '\u0300' && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark) || c is '׳';

    private static bool IsBlank(char c) => c is ' ' or '\u00a0' or '\n' or '\t' or '\u202f' or '\u2009' or '\u200f' or '\u200e';
}
