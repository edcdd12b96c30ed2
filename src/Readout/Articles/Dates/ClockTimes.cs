using NodaTime;
using Readout.Languages;

namespace Readout.Articles.Dates;

/// <summary>What stands around a date: weekday, time of day, time zone. It tells stamps from events and clocks from stamps.</summary>
internal static class ClockTimes
{
    private const int Reach = 24;

    public static FoundDate Describe(DateText text, FoundDate date)
    {
        var weekday = HasWeekdayBefore(text, date.Span.Start);
        if (date.Clock is not null)
            return date with { HasWeekday = weekday };
        var (clock, zone) = After(text, date.Span.End);
        if (clock is null)
            (clock, zone) = Before(text, date.Span.Start);
        return date with { HasWeekday = weekday, Clock = clock, HasZone = zone };
    }

    private static bool HasWeekdayBefore(DateText text, int start)
    {
        var end = start;
        while (end > text.Start && text[end - 1] is ' ' or ',' or '.' or '\u00a0' or '،' or '(' or '的')
            end--;
        return text.IsWeekday(text.WordStart(end), end);
    }

    private static (ClockReading? Clock, bool Zone) After(DateText text, int at)
    {
        var limit = Math.Min(text.End, at + Reach);
        for (var i = at; i < limit; i++)
        {
            if (text[i] == '\n' && i > at + 1)
                break;
            if (text.IsDigit(i))
                return !IsLabelled(text, at, i) && Read(text, i, Half(text, i)) is { } read ? (read.Clock, read.Zone) : default;
        }
        return default;
    }

    // "7 March | Updated 11:05": the time of another stamp
    private static bool IsLabelled(DateText text, int from, int end) => end - from > 3 && StampLabels.Last(text.Before(end, end - from)).Label != StampLabel.None;

    private static (ClockReading? Clock, bool Zone) Before(DateText text, int start)
    {
        var floor = Math.Max(text.Start, start - Reach);
        for (var i = start - 1; i > floor; i--)
        {
            if (text[i] is not (':' or '.' or 'h') || !text.IsDigit(i - 1) || !text.IsDigit(i + 1))
                continue;
            var hour = text.IsDigit(i - 2) ? i - 2 : i - 1;
            // Of 10:15:30 the first colon parts hour and minute.
            if (text[hour - 1] == ':')
                continue;
            return Read(text, hour, Half(text, hour)) is { } read && read.End <= start && !IsLabelled(text, read.End, start) ? (read.Clock, read.Zone) : default;
        }
        return default;
    }

    // 오전 11:20, 下午3:20
    private static bool? Half(DateText text, int at)
    {
        var before = text.Before(at, 8).TrimEnd();
        return before.Length == 0 || before[^1] < '\u0370' ? null
            : DateWords.MatchEnd("pm", before) > 0 ? true
            : DateWords.MatchEnd("am", before) > 0 ? false : null;
    }

    // 11:20, 11.20, 11h20, 14時30分, 11:20:05.000Z, 3:20 pm CET
    private static (ClockReading Clock, bool Zone, int End)? Read(DateText text, int at, bool? afternoon)
    {
        var (hour, next, length) = text.Number(at);
        if (length > 2 || hour > 24 || text[next] is not (':' or '.' or 'h' or 'H' or '時' or '时' or '点' or '點' or '시'))
            return null;
        var (minute, end, minuteLength) = text.Number(text.SkipBlanks(next + 1));
        var named = text[next] >= '\u2e80';
        if ((minuteLength != 2 && !(named && minuteLength == 1)) || minute > 59 || (text[next] == '.' && text[end] == '.' && text.IsDigit(end + 1)))
            return null;
        int? second = null;
        if (text[end] == ':' && text.Number(end + 1) is { Length: 2, Value: < 60 } seconds)
            (second, end) = (seconds.Value, seconds.End);
        if (text[end] is '.' or ',' && second is not null)
            end = text.Number(end + 1).End;
        var half = text.SkipBlanks(end);
        if (DateWords.Match("pm", text.Rest(half)) is > 0 and var pm)
            (afternoon, end) = (true, half + pm);
        else if (DateWords.Match("am", text.Rest(half)) is > 0 and var am)
            (afternoon, end) = (false, half + am);
        half = text.SkipBlanks(end);
        if (DateWords.Match("clock", text.Rest(half)) is > 0 and var word)
            end = half + word;
        hour = (afternoon, hour) switch { (true, < 12) => hour + 12, (false, 12) => 0, _ => hour };
        var (zone, offset, last) = Zone(text, end);
        return (new ClockReading(new LocalTime(hour % 24, minute, second ?? 0), offset, second is not null), zone, last);
    }

    // Z, +02:00, -0500, +02, GMT, GMT+2, (CET)
    private static (bool Zone, Offset? Offset, int End) Zone(DateText text, int at)
    {
        var from = at;
        while (from < at + 3 && text[from] is ' ' or '(' or '\u00a0' or ',' or '|')
            from++;
        if (text[from] == 'Z' && !char.IsLetterOrDigit(text[from + 1]))
            return (true, Offset.Zero, from + 1);
        if (Numeric(text, from) is { } stated)
            return (true, stated.Offset, stated.End);
        var end = from;
        while (end < from + 5 && char.IsAsciiLetterUpper(text[end]))
            end++;
        if (end - from < 2 || char.IsLetter(text[end]) || !DateWords.IsZone(text.Rest(from)[..(end - from)], out var minutes))
            return (false, null, at);
        if (minutes == 0 && Numeric(text, end) is { } shifted)
            return (true, shifted.Offset, shifted.End);
        return (true, minutes is { } known ? Offset.FromSeconds(known * 60) : null, end);
    }

    private static (Offset Offset, int End)? Numeric(DateText text, int at)
    {
        if (text[at] is not ('+' or '-' or '−'))
            return null;
        var (value, end, length) = text.Number(at + 1);
        var minutes = length switch { 1 or 2 => value * 60, 4 => (value / 100 * 60) + (value % 100), _ => -1 };
        if (length == 2 && text[end] == ':' && text.Number(end + 1) is { Length: 2 } rest)
            (minutes, end) = (minutes + rest.Value, rest.End);
        if (minutes is < 0 or > 14 * 60 || (text[at] != '+' && minutes > 12 * 60))
            return null;
        return (Offset.FromSeconds(60 * (text[at] == '+' ? minutes : -minutes)), end);
    }
}
