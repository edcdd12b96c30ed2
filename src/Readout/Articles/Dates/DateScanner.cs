using NodaTime;
using Readout.Languages;
using Readout.Text;

namespace Readout.Articles.Dates;

/// <summary>Finds dates as pages stamp them: by numbers in any usual order, and by month names in many languages.</summary>
internal sealed class DateScanner
{
    private const int MinYear = 1900;
    private const int MaxYear = 2099;

    private readonly string _text;
    private readonly int _end;
    private readonly string? _language;
    private readonly bool _monthFirst;

    private DateScanner(string text, Span range, string? language, bool monthFirst)
    {
        _text = text;
        _end = range.End;
        _language = language;
        _monthFirst = monthFirst;
    }

    /// <summary>The dates in a range of the text, in order.</summary>
    /// <param name="monthFirst">How to read 03/04/2023 where nothing else decides.</param>
    public static List<FoundDate> Scan(string text, Span range, string? language, bool monthFirst)
    {
        var scanner = new DateScanner(text, range, language, monthFirst);
        var found = new List<FoundDate>();
        var at = range.Start;
        while (at < range.End)
        {
            var c = text[at];
            if (!char.IsLetterOrDigit(c))
            {
                at++;
                continue;
            }
            var date = char.IsAsciiDigit(c) ? scanner.FromDigit(at) : char.IsLetter(c) ? scanner.FromMonth(at) : null;
            if (date is not null)
            {
                found.Add(scanner.Describe(date, range.Start));
                at = date.Span.End;
                continue;
            }
            var digit = char.IsDigit(c);
            while (at < range.End && (digit ? char.IsDigit(text[at]) : char.IsLetter(text[at])))
                at++;
        }
        return found;
    }

    private FoundDate? FromDigit(int start)
    {
        var (first, at, length) = Number(start);
        return length switch
        {
            4 when first is >= MinYear and <= MaxYear => YearFirst(start, first, at),
            8 => Compact(start, at),
            1 or 2 => DayOrMonthFirst(start, first, at),
            _ => null,
        };
    }

    // 2023-05-09, 2023/5/9, 2023年5月9日, 2023. május 9.
    private FoundDate? YearFirst(int start, int year, int at)
    {
        var separator = at < _end ? _text[at] : ' ';
        if (separator is '-' or '/' or '.' or '年' or '년')
        {
            var (month, next, length) = Number(Skip(at + 1));
            if (length is 1 or 2 && next < _end && (_text[next] == separator || _text[next] is '月' or '월'))
            {
                var (day, end, dayLength) = Number(Skip(next + 1));
                if (dayLength is 1 or 2)
                    return Make(year, month, day, start, end < _end && _text[end] is '日' or '일' ? end + 1 : end);
            }
        }
        var (named, after) = Month(Skip(separator is '.' or '-' or '/' or ',' ? at + 1 : at));
        if (named == 0)
            return null;
        var (last, lastEnd, lastLength) = Number(SkipMarks(after));
        return lastLength is 1 or 2 ? Make(year, named, last, start, lastEnd) : null;
    }

    // 20230509
    private FoundDate? Compact(int start, int end) =>
        int.Parse(_text.AsSpan(start, 4), System.Globalization.CultureInfo.InvariantCulture) is >= 1990 and <= MaxYear and var year
            ? Make(year, Two(start + 4), Two(start + 6), start, end)
            : null;

    private FoundDate? DayOrMonthFirst(int start, int first, int at)
    {
        if (at < _end && _text[at] is '.' or '/' or '-' && Numeric(start, first, at) is { } numeric)
            return numeric;
        // 9 May 2023, 9. Mai 2023, 9th of May, 2023, 9 de mayo de 2023, 9-May-23
        var after = SkipOrdinal(at);
        after = SkipMarks(after);
        after = SkipWord(after, "of", "de", "di", "d'");
        var (month, monthEnd) = Month(after);
        if (month == 0 || first is 0 or > 31)
            return null;
        var yearAt = SkipWord(SkipMarks(monthEnd), "de", "del", "of");
        var (year, yearEnd, length) = Number(yearAt);
        if (length == 4 && year is >= MinYear and <= MaxYear)
            return Make(year, month, first, start, yearEnd);
        if (length == 2 && yearAt > 0 && _text[yearAt - 1] is '-' or '\'' or '’')
            return Make(2000 + year, month, first, start, yearEnd);
        return Make(null, month, first, start, monthEnd);
    }

    // 24.05.2023, 24/5/23, 05-24-2023
    private FoundDate? Numeric(int start, int first, int at)
    {
        var separator = _text[at];
        var (second, next, length) = Number(Skip(at + 1));
        if (length is not (1 or 2) || next >= _end || _text[next] != separator)
            return null;
        var (year, end, yearLength) = Number(Skip(next + 1));
        if (yearLength == 2 && separator is '.' or '/')
            year += 2000;
        else if (yearLength != 4)
            return null;
        if (year is < MinYear or > MaxYear || (end < _end && _text[end] == separator && end + 1 < _end && char.IsAsciiDigit(_text[end + 1])))
            return null;
        var dayFirst = FoundDate.IsDay(year, second, first);
        var monthFirst = FoundDate.IsDay(year, first, second);
        if (dayFirst && monthFirst && separator == '/' && first != second)
        {
            var other = _monthFirst ? new LocalDate(year, second, first) : new LocalDate(year, first, second);
            return (_monthFirst ? Make(year, first, second, start, end) : Make(year, second, first, start, end))! with { Alternative = other };
        }
        return dayFirst ? Make(year, second, first, start, end) : Make(year, first, second, start, end);
    }

    // May 9, 2023; Sept. 9th 2023; May 9
    private FoundDate? FromMonth(int start)
    {
        var (month, at) = Month(start);
        if (month == 0)
            return null;
        var (day, end, length) = Number(SkipMarks(at));
        if (length is not (1 or 2) || day is 0 or > 31)
            return null;
        end = SkipOrdinal(end);
        var (year, yearEnd, yearLength) = Number(SkipMarks(end));
        if (yearLength == 4 && year is >= MinYear and <= MaxYear)
            return Make(year, month, day, start, yearEnd);
        // "May 23" before a colon is a time or a score; before a letter it was no day.
        return end < _end && char.IsLetterOrDigit(_text[end]) ? null : Make(null, month, day, start, end);
    }

    private static FoundDate? Make(int? year, int month, int day, int start, int end) =>
        FoundDate.IsDay(year ?? 2000, month, day) ? new FoundDate(year, month, day, new Span(start, end), null, false, false, false, false) : null;

    // What stands around a date tells stamps from events and clocks from stamps.
    private FoundDate Describe(FoundDate date, int rangeStart)
    {
        var weekday = HasWeekdayBefore(date.Span.Start, rangeStart);
        var (time, zone, utc) = TimeAfter(date.Span.End);
        if (!time)
            time = TimeBefore(date.Span.Start, rangeStart);
        return date with { HasWeekday = weekday, HasTime = time, HasZone = zone, IsUtc = utc };
    }

    private bool HasWeekdayBefore(int start, int rangeStart)
    {
        var end = start;
        while (end > rangeStart && _text[end - 1] is ' ' or ',' or '.' or '\u00a0')
            end--;
        var begin = end;
        while (begin > rangeStart && char.IsLetter(_text[begin - 1]))
            begin--;
        return end - begin is > 1 and < 20 && CalendarNames.Weekdays.NumberOf(Lower(begin, end), _language) > 0;
    }

    private (bool Time, bool Zone, bool Utc) TimeAfter(int at)
    {
        var limit = Math.Min(_end, at + 24);
        for (var i = at; i < limit; i++)
        {
            if (char.IsAsciiDigit(_text[i]))
            {
                var (hour, next, length) = Number(i);
                if (length > 2 || hour > 24 || next + 2 >= _end || _text[next] is not (':' or '.' or 'h') || !char.IsAsciiDigit(_text[next + 1]) || !char.IsAsciiDigit(_text[next + 2]))
                    return (false, false, false);
                var after = next + 3;
                while (after < _end && (char.IsAsciiDigit(_text[after]) || _text[after] is ':' or '.'))
                    after++;
                var (zone, utc) = Zone(after);
                return (true, zone, utc);
            }
        }
        return (false, false, false);
    }

    private (bool Zone, bool Utc) Zone(int at)
    {
        if (at < _end && _text[at] == 'Z')
            return (true, true);
        var tail = _text.AsSpan(at, Math.Min(_end - at, 12));
        if (tail.StartsWith("+00:00") || tail.StartsWith("+0000") || tail.StartsWith(" +0000") || tail.StartsWith(" +00:00"))
            return (true, true);
        if (tail.Contains("GMT", StringComparison.Ordinal) || tail.Contains("UTC", StringComparison.Ordinal))
            return (true, true);
        var trimmed = tail.TrimStart();
        return (trimmed.Length > 2 && ((trimmed[0] is '+' or '-' && char.IsAsciiDigit(trimmed[1])) || trimmed.StartsWith("CET", StringComparison.Ordinal) || trimmed.StartsWith("EST", StringComparison.Ordinal) || trimmed.StartsWith("EDT", StringComparison.Ordinal)), false);
    }

    private bool TimeBefore(int start, int rangeStart)
    {
        var text = _text.AsSpan(Math.Max(rangeStart, start - 16), start - Math.Max(rangeStart, start - 16));
        var colon = text.LastIndexOf(':');
        return colon > 0 && colon + 2 < text.Length && char.IsAsciiDigit(text[colon - 1]) && char.IsAsciiDigit(text[colon + 1]) && char.IsAsciiDigit(text[colon + 2]);
    }

    private (int Month, int End) Month(int start)
    {
        var end = start;
        while (end < _end && char.IsLetter(_text[end]))
            end++;
        if (end - start is < 2 or > 14)
            return (0, start);
        var month = CalendarNames.Months.NumberOf(Lower(start, end), _language);
        return (month, end < _end && _text[end] == '.' ? end + 1 : end);
    }

    private string Lower(int start, int end) => _text[start..end].ToLowerInvariant();

    private (int Value, int End, int Length) Number(int start)
    {
        int value = 0, at = start;
        while (at < _end && char.IsAsciiDigit(_text[at]) && at - start < 9)
            value = (value * 10) + (_text[at++] - '0');
        return (value, at, at - start);
    }

    private int Two(int at) => ((_text[at] - '0') * 10) + (_text[at + 1] - '0');

    private int Skip(int at)
    {
        while (at < _end && _text[at] is ' ' or '\u00a0' or '\n')
            at++;
        return at;
    }

    private int SkipMarks(int at)
    {
        while (at < _end && _text[at] is ' ' or '\u00a0' or '\n' or ',' or '.' or '-' or '/' or '\'' or '’')
            at++;
        return at;
    }

    private int SkipOrdinal(int at)
    {
        foreach (var suffix in (ReadOnlySpan<string>)["st", "nd", "rd", "th", "º", "er", "ª", ".º"])
        {
            if (at + suffix.Length <= _end && _text.AsSpan(at).StartsWith(suffix, StringComparison.OrdinalIgnoreCase)
                && (at + suffix.Length == _end || !char.IsLetter(_text[at + suffix.Length])))
                return at + suffix.Length;
        }
        return at;
    }

    private int SkipWord(int at, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (at + word.Length < _end && _text.AsSpan(at).StartsWith(word, StringComparison.OrdinalIgnoreCase) && (!char.IsLetter(_text[at + word.Length]) || word[^1] == '\''))
                return SkipMarks(at + word.Length);
        }
        return at;
    }
}
