using System.Buffers;
using System.Globalization;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>Reads times of the clock and parts of the day, alone or with their day: "9 p.m. on Tuesday", "Tuesday night", "05 May 2031 09:15 GMT".</summary>
internal static class ClockReader
{
    private static readonly SearchValues<char> ClockMarks = SearchValues.Create("0123456789:.");

    /// <summary>A day with what follows it, a clock time with its day, or a part of the day.</summary>
    public static Reading? Read(TimeCursor c, TimeContext context, int i)
    {
        if (PartOfDay(c, context, i) is { } part)
            return part;
        if (Day(c, context, i) is { } day)
            return Extend(c, day);
        return Clock(c, i, false) is { } clock ? WithDay(c, context, i, clock) : null;
    }

    private static Reading? Day(TimeCursor c, TimeContext context, int i)
    {
        if (DayReader.Read(c, context, i) is { } day)
            return day;
        return PeriodReader.Shift(c.Norm(i)) is not null && DayReader.Weekday(c, i + 1) is not null ? PeriodReader.Read(c, context, i) : null;
    }

    private static bool IsDay(Reading reading) =>
        reading.Fixed.Grain is Grain.Day || (reading.From is not null && reading.Open is { } open && (open.Length == 10 || (open.Contains('W', StringComparison.Ordinal) && open.Length == 10)));

    private static Reading Extend(TimeCursor c, Reading day)
    {
        if (!IsDay(day))
            return day;
        var at = day.End;
        if (c.Words.DayParts.TryGetValue(c.Norm(at), out var code) && !c.Norm(at).EndsWith('s'))
        {
            day = With(day, code, at + 1);
            at++;
        }
        else if (c.Norm(at) is "early" or "late" && c.Words.DayParts.TryGetValue(c.Norm(at + 1), out code))
        {
            day = With(day, code, at + 2);
            at += 2;
        }
        var clockAt = c.Norm(at) is "," or "at" or "around" or "by" or "-" ? at + 1 : at;
        if (c.Norm(clockAt) is "at" or "around" or "about")
            clockAt++;
        return Clock(c, clockAt, true) is { } clock && c.Norm(clockAt) is not ("noon" or "midnight" or "midday") ? With(day, clock.Value, clock.End) : day;
    }

    private static Reading With(Reading day, string code, int end) =>
        day with { End = end, Type = TimexType.Time, Suffix = code[0] is 'T' ? code : "T" + code, Rule = day.Rule + (code[0] is 'T' ? "-clock" : "-part") };

    private static Reading WithDay(TimeCursor c, TimeContext context, int i, (string Value, int End) clock)
    {
        var at = c.Norm(clock.End) is "," or "on" ? clock.End + 1 : clock.End;
        if (c.Norm(at) is "on")
            at++;
        if (Day(c, context, at) is { } day && IsDay(day))
            return With(day, clock.Value, day.End) with { First = i };
        // "8 p.m. (2000 GMT) Friday": the day behind the brackets is that of both
        if (c.Norm(clock.End) is "(" && AfterBracket(c, clock.End) is { } behind && Day(c, context, c.Norm(behind) is "on" ? behind + 1 : behind) is { } shared && IsDay(shared))
            return With(shared, clock.Value, clock.End) with { First = i };
        if (c.Norm(clock.End) is ")" && Day(c, context, c.Norm(clock.End + 1) is "on" ? clock.End + 2 : clock.End + 1) is { } after && IsDay(after))
            return With(after, clock.Value, clock.End) with { First = i };
        // "from 10 a.m. to noon on Tuesday"
        if (c.Norm(clock.End) is "and" or "to" or "-" or "until" && Clock(c, clock.End + 1, true) is { } until
            && Day(c, context, c.Norm(until.End) is "on" ? until.End + 1 : until.End) is { } both && IsDay(both))
        {
            return With(both, clock.Value, clock.End) with { First = i };
        }
        // the day spoken of nearby, else the page's own
        if (context.Reference is { Time.Grain: Grain.Day } reference)
            return Reading.Of(i, clock.End, reference.Time, "clock") with { Type = TimexType.Time, Suffix = clock.Value, Anchored = reference.Anchored };
        return Reading.Relative(i, clock.End, "clock", "XXXX-XX-XX", Dated.Day) with { Type = TimexType.Time, Suffix = clock.Value, IsReference = false };
    }

    private static int? AfterBracket(TimeCursor c, int open)
    {
        for (var i = open + 1; i < open + 6; i++)
        {
            if (c.Norm(i) is ")")
                return i + 1;
        }
        return null;
    }

    /// <summary>"this morning", "last night", "overnight", "the evening of 3 March".</summary>
    private static Reading? PartOfDay(TimeCursor c, TimeContext context, int i)
    {
        if (c.Norm(i) is "overnight" && c.Norm(i + 1) is not ("stay" or "train" or "bus" or "flight" or "ferry"))
            return Reading.Relative(i, i + 1, "part-of-day", "XXXX-XX-XX", Dated.Day) with { Type = TimexType.Time, Suffix = "TNI" };
        var at = c.Norm(i + 1) is "early" or "late" or "very" ? i + 2 : i + 1;
        if (c.Norm(i) is "the" && c.Norm(at) is "next" or "following" or "previous" or "same")
            at++;
        if (!c.Words.DayParts.TryGetValue(c.Norm(at), out var code) || code.Length != 2 || c.Norm(at).EndsWith('s'))
            return null;
        if (c.Norm(i) is "the" or "that" && c.IsCapital(at) && !c.IsHeading)
            return null;
        if (c.Norm(i) is "the" or "that")
            return SpokenPart(c, context, i, at, code);
        var back = c.Norm(i) switch { "this" => 0, "last" => -1, "yesterday" => -1, "tomorrow" => 1, _ => int.MinValue };
        return back == int.MinValue
            ? null
            : Part(i, at + 1, back, code);
    }

    private static Reading Part(int first, int end, int days, string code) =>
        Reading.Relative(first, end, "part-of-day", "XXXX-XX-XX", d => Dated.Day(d.PlusDays(days))) with { Type = TimexType.Time, Suffix = "T" + code };

    /// <summary>"the next morning", "that night", "in the evening": of the day last spoken of; "in the morning" alone says no day.</summary>
    private static Reading? SpokenPart(TimeCursor c, TimeContext context, int i, int at, string code)
    {
        var word = c.Norm(i) is "that" ? "that" : c.Norm(at - 1);
        var step = word is "next" or "following" ? 1 : word is "previous" ? -1 : 0;
        if (word is "the" or "early" or "late" or "very" && (c.Norm(i - 1) is not ("in" or "during" or "by") || c.Norm(at + 1) is "of" or "hours" or "light" or "sky"))
            return null;
        if (context.Reference is not { Time: { Grain: Grain.Day, When.Earliest: { } day }, Anchored: var anchored })
            return Reading.Plain(i, at + 1, TimexType.Time, "XXXX-XX-XXT" + code, "spoken-part");
        return Reading.Of(i, at + 1, Dated.Day(day.PlusDays(step)), "spoken-part") with { Type = TimexType.Time, Suffix = "T" + code, Anchored = anchored };
    }

    /// <summary>A time of the clock with its zone.</summary>
    /// <param name="afterDay">True behind a date, where bare "08:41" can be nothing else.</param>
    private static (string Value, int End)? Clock(TimeCursor c, int i, bool afterDay)
    {
        var norm = c.Norm(i);
        if (norm is "noon" or "midday" or "midnight")
            return (norm is "midnight" ? "T24:00" : "T12:00", Zone(c, i + 1));
        if (norm.Length is 0 or > 12 || norm[0] is < '0' or > '9')
            return null;
        var letters = norm.AsSpan().IndexOfAnyExcept(ClockMarks);
        var figures = letters < 0 ? norm : norm[..letters];
        if (Figures(figures.TrimEnd('.')) is not { } time)
            return null;
        var tail = letters < 0 ? "" : norm[letters..].Replace(".", "", StringComparison.Ordinal);
        var end = i + 1;
        if (tail.Length == 0 && c.Norm(end) is "a.m." or "p.m." or "am" or "pm" or "a.m" or "p.m")
            tail = c.Norm(end++).Replace(".", "", StringComparison.Ordinal);
        var pointed = figures.Contains(':', StringComparison.Ordinal);
        switch (tail)
        {
            case "am" or "pm" when time.Hour is >= 1 and <= 12:
                time.Hour = (time.Hour % 12) + (tail is "pm" ? 12 : 0);
                break;
            case "z" or "h" when pointed:
                break;
            case "" when c.Norm(end) is "o'clock":
                end++;
                break;
            case "" when c.Norm(end) is "in" && c.Norm(end + 1) is "the" && c.Norm(end + 2) is "morning" or "afternoon" or "evening" && !pointed && time.Hour <= 12:
                time.Hour = (time.Hour % 12) + (c.Norm(end + 2) is "morning" ? 0 : 12);
                end += 3;
                break;
            case "" when pointed && figures.Length is 4 or 5 or 7 or 8 && (afterDay || IsZone(c, end) || c.Norm(i - 1) is "at" or "by" or "around" or "from" or "until" or "since"):
                break;
            case "" when figures.Length == 4 && !pointed && IsZone(c, end) && c.Norm(end) is not "local":
                break;
            default:
                return null;
        }
        if (time.Hour > 24 || time.Minute > 59)
            return null;
        return (FormattableString.Invariant($"T{time.Hour:D2}:{time.Minute:D2}"), Zone(c, end));
    }

    private static (int Hour, int Minute)? Figures(string text)
    {
        var parts = text.Split(':', '.');
        if (parts.Length == 1 && text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var military))
            return (military / 100, military % 100);
        if (parts[0].Length is 0 or > 2 || parts.Length > 3 || (parts.Length > 1 && parts[1].Length != 2))
            return null;
        var minute = 0;
        return int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            && (parts.Length == 1 || int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out minute))
            ? (hour, minute)
            : null;
    }

    private static int Zone(TimeCursor c, int end)
    {
        while (IsZone(c, end))
            end++;
        return end;
    }

    private static bool IsZone(TimeCursor c, int i) => c.Norm(i) switch
    {
        "gmt" or "utc" or "est" or "edt" or "pst" or "pdt" or "cst" or "cdt" or "cet" or "cest" or "bst" or "ist" or "msk" or "et" or "pt" or "eet" or "eest" or "jst" => c.IsCapital(i),
        "hours" => c.Norm(i - 1).Length == 4,
        "local" => c.Norm(i + 1) is "time",
        "time" => c.Norm(i - 1) is "local" || c.IsCapital(i - 1) || (c.Norm(i - 1) is "standard" or "daylight" or "summer"),
        "standard" or "daylight" or "summer" => c.Norm(i + 1) is "time",
        // "Moscow time", "Eastern time", "Orlen summer time"
        _ => c.IsCapital(i) && c.IsWord(i) && (c.Norm(i + 1) is "time" || c.Norm(i + 1) is "standard" or "daylight" or "summer" && c.Norm(i + 2) is "time"),
    };
}
