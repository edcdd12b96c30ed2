using NodaTime;
using Readout.Languages;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>Reads days: weekdays, dates in words and in figures, today and yesterday, named days.</summary>
internal static class DayReader
{
    // A date without a year is the nearest one, unless the tense speaks against it by more than this.
    private const int TenseOutweighs = 45;

    public static Reading? Read(TimeCursor c, TimeContext context, int i)
    {
        if (SharedMonth(c, context, i) is { } shared)
            return shared;
        if (c.IsNumber(i) || (c.Norm(i) is { Length: > 0 } n && n[0] is >= '0' and <= '9'))
            return NumericDate.Read(c, i) ?? DayMonth(c, i, i);
        if (Weekday(c, i) is { } weekday)
            return WithDate(c, i, weekday);
        if (MonthGuard.MonthAt(c, i) is { } month)
            return MonthDay(c, i, i, month);
        if (c.Norm(i) is "the" && c.SmallAt(i + 1, 31) is not null && (c.Norm(i + 2) is "of" || MonthGuard.MonthAt(c, i + 2) is not null))
            return DayMonth(c, i, i + 1) ?? OrdinalDayReader.Read(c, i);
        if (c.Norm(i) is "last" or "this" or "next" && MonthGuard.MonthAt(c, i + 1) is { } named && c.SmallAt(i + 2, 31) is not null && !IsClock(c, i + 2))
            return MonthDay(c, i, i + 1, named);
        return Deictic(c, i) ?? Holiday(c, i) ?? OrdinalDayReader.Read(c, i) ?? (c.OrdinalAt(i) is not null ? DayMonth(c, i, i) : null);
    }

    /// <summary>Number of a weekday written here; newspapers and named days ("Black Friday") are none.</summary>
    public static int? Weekday(TimeCursor c, int i)
    {
        // "wed" and "sat" are verbs; "wednesday" is no other word, capital or not
        if (!c.Words.Weekdays.TryGetValue(c.Norm(i), out var day) || !(c.IsCapital(i) || c.Norm(i).Length >= 6))
            return null;
        if (c.IsCapital(i - 1) && c.Norm(i - 1) is "black" or "good" or "bloody" or "ash" or "super" or "cyber" or "easter" or "palm" or "fat" or "shrove")
            return null;
        return c.IsCapital(i + 1) && c.Norm(i + 1) is "times" or "mail" or "telegraph" or "post" or "express" or "mirror" or "herald" or "independent" or "tribune" or "star" or "people"
            ? null
            : day;
    }

    /// <summary>A weekday by itself, or the weekday of a date that follows.</summary>
    private static Reading WithDate(TimeCursor c, int i, int weekday)
    {
        var next = c.Norm(i + 1) is "," or "the" ? i + 2 : i + 1;
        if (c.Norm(next) is "the")
            next++;
        var date = MonthGuard.MonthAt(c, next) is { } month ? MonthDay(c, i, next, month) : DayMonth(c, i, next) ?? NumericDate.Read(c, next);
        if (date is { Fixed.Grain: Grain.Day } or { From: not null } && date.Rule is not "month")
            return date with { First = i };
        if (OfWeek(c, i + 1) is { } week)
            return InWeek(i, week.End, weekday, week.Shift);
        var forward = Forward(c, i, i + 1);
        // What was planned may lie on either side of the page's day: the nearer one is meant.
        if (!forward && Tense.IsOfPlan(c, i))
            return Reading.Relative(i, i + 1, "weekday-nearest", $"XXXX-WXX-{weekday}", day => Dated.Day(Nearest(day, weekday)));
        return Reading.Relative(i, i + 1, forward ? "weekday-ahead" : "weekday-back", $"XXXX-WXX-{weekday}", day => Dated.Day(forward ? Next(day, weekday, 0) : Previous(day, weekday, 0)));
    }

    // The day of the page itself, else whichever is fewer days away.
    private static LocalDate Nearest(LocalDate day, int weekday)
    {
        var (back, ahead) = (Previous(day, weekday, 0), Next(day, weekday, 0));
        return Period.DaysBetween(back, day) <= Period.DaysBetween(day, ahead) ? back : ahead;
    }

    private static Reading InWeek(int first, int end, int weekday, int shift) =>
        Reading.Relative(first, end, "weekday-of-week", $"XXXX-WXX-{weekday}", day => Dated.Day(day.PlusWeeks(shift).PlusDays(weekday - (int)day.DayOfWeek)));

    /// <summary>"of next week", "last week" behind a weekday.</summary>
    private static (int Shift, int End)? OfWeek(TimeCursor c, int i)
    {
        var at = c.Norm(i) is "of" ? i + 1 : i;
        return c.Norm(at) is "last" or "this" or "next" && c.Norm(at + 1) is "week" && PeriodReader.Shift(c.Norm(at)) is { } shift ? (shift, at + 2) : null;
    }

    private static bool Forward(TimeCursor c, int first, int end)
    {
        var tense = Tense.Around(c, first, end);
        var before = first - 1;
        while (c.IsNumber(before) || c.Norm(before) is "a.m." or "p.m." or "est" or "edt" or "gmt" or "noon" or "midnight" or "on" or "late" or "early")
            before--;
        return c.Norm(before) switch
        {
            "since" => false,
            "until" or "till" or "through" or "thru" => tense is not Direction.Past || Delays(c, before),
            "by" => tense is not Direction.Past || Imposes(c, before),
            "as" when c.Norm(before - 1) is "early" or "soon" or "late" => tense is not Direction.Past,
            _ => tense is Direction.Future,
        };
    }

    /// <summary>"ordered them out by Friday": a term set for somebody lies ahead; "300 had left by Friday" does not.</summary>
    private static bool Imposes(TimeCursor c, int by)
    {
        for (var i = by - 1; i > by - 10 && c.Has(i); i--)
        {
            if (c.Norm(i) is "had" or "has" or "have" or "was" or "were")
                return false;
            if (c.Verbs.Is(c.Norm(i), VerbKind.Impose))
                return true;
        }
        return false;
    }

    /// <summary>A verb that moves something to a later day stands before "until".</summary>
    private static bool Delays(TimeCursor c, int until)
    {
        for (var i = until - 1; i > until - 8 && c.Has(i); i--)
        {
            if (c.Norm(i) is "postponed" or "delayed" or "extended" or "adjourned" or "rescheduled" or "put" or "pushed" or "given" or "gave" or "moved" or "suspended" or "deferred" or "has" or "have")
                return true;
        }
        return false;
    }

    /// <summary>The last such weekday at least so many days back.</summary>
    public static LocalDate Previous(LocalDate day, int weekday, int atLeast) =>
        day.PlusDays(-atLeast).PlusDays(-((((int)day.PlusDays(-atLeast).DayOfWeek) - weekday + 7) % 7));

    public static LocalDate Next(LocalDate day, int weekday, int atLeast) =>
        day.PlusDays(atLeast).PlusDays((weekday - (int)day.PlusDays(atLeast).DayOfWeek + 7) % 7);

    /// <summary>"May 23, 2025", "May 23", "May 2025", "May".</summary>
    private static Reading? MonthDay(TimeCursor c, int first, int i, int month)
    {
        var dayAt = c.Norm(i + 1) is "the" ? i + 2 : i + 1;
        if (c.SmallAt(dayAt, 31) is { } day && !IsClock(c, dayAt) && c.Norm(dayAt + 1) is not ("%" or "percent" or "million" or "billion"))
            return Year(c, first, dayAt + 1, month, day, c.Norm(dayAt + 1) is "," ? dayAt + 2 : dayAt + 1);
        if (DayRange(c.Norm(dayAt)) is { } range)
            return Range(c, first, dayAt + 1, month, range.From, range.To);
        var yearAt = c.Norm(i + 1) is "," or "of" || (c.Norm(i + 1) is "in" && c.YearAt(i + 2) is not null) ? i + 2 : i + 1;
        return c.YearAt(yearAt) is { } year && !IsCount(c, yearAt)
            ? Reading.Of(first, yearAt + 1, Dated.Month(year, month), "month-year")
            : PeriodReader.Month(c, first, i + 1, month);
    }

    // "March 9 p.m." is nonsense, but "March 3 10:30" and "May 9 a.m." come from damaged stamps
    private static bool IsClock(TimeCursor c, int i) => c.Norm(i + 1) is "a.m." or "p.m." or "am" or "pm";

    private static bool IsCount(TimeCursor c, int i) => c.Words.CountedNouns.Contains(c.Norm(i + 1));

    /// <summary>"23 May 2025", "23rd of May".</summary>
    private static Reading? DayMonth(TimeCursor c, int first, int i)
    {
        if (DayRange(c.Norm(i)) is { } range && MonthGuard.MonthAfterDay(c, i + 1) is { } of)
            return Range(c, first, i + 2, of, range.From, range.To);
        if (c.SmallAt(i, 31) is not { } day)
            return null;
        var at = c.Norm(i + 1) is "of" ? i + 2 : i + 1;
        return MonthGuard.MonthAfterDay(c, at) is { } month
            ? Year(c, first, at + 1, month, day, c.Norm(at + 1) is "," or "of" ? at + 2 : at + 1)
            : null;
    }

    /// <summary>The second day of "24 and 25 April" stands with its month; the first one, and the second of "April 24 and 25", borrow it.</summary>
    private static Reading? SharedMonth(TimeCursor c, TimeContext context, int i)
    {
        if (c.Norm(i) is not { Length: > 0 and <= 4 } norm || norm[0] is < '1' or > '9' || c.SmallAt(i, 31) is not { } day)
            return null;
        // 24 and 25 April 2019
        if (c.Norm(i + 1) is "and" or "to" or "or" or "-" or "through" && c.SmallAt(i + 2, 31) is { } second && second > day)
        {
            var at = c.Norm(i + 3) is "of" ? i + 4 : i + 3;
            if (MonthGuard.MonthAfterDay(c, at) is { } month && c.SmallAt(at + 1, 31) is null && Year(c, i, at + 1, month, day, c.Norm(at + 1) is "," ? at + 2 : at + 1) is { } own)
                return own with { End = i + 1, Rule = "date-shared" };
            return null;
        }
        // April 24 and 25, 2019
        if (c.Norm(i - 1) is not ("and" or "to" or "or" or "-" or "through") || c.SmallAt(i - 2, 31) is not { } first || first >= day || MonthGuard.MonthAt(c, i - 3) is not { } before)
            return null;
        var next = c.Norm(i + 1);
        if (next is not ("." or "," or "" or ";" or ")" or "in" or "at" or "and" or "for" or "to" or "with" or "by" or "of") && c.YearAt(i + 1) is null)
            return null;
        return Year(c, i, i + 1, before, day, next is "," ? i + 2 : i + 1) is { } reading ? reading with { Rule = "date-shared" } : null;
    }

    private static Reading? Year(TimeCursor c, int first, int end, int month, int day, int yearAt)
    {
        if (c.YearAt(yearAt) is { } year && !IsCount(c, yearAt))
            return Dated.Date(year, month, day) is { } date ? Reading.Of(first, yearAt + 1, Dated.Day(date), "date") : null;
        if (Dated.Date(2000, month, day) is null)
            return null;
        if (PeriodReader.RelativeYear(c, yearAt) is { } relative)
        {
            return Reading.Relative(first, relative.End, "date-relative-year", Open(month, day),
                d => Dated.Date(d.Year + relative.Offset, month, day) is { } x ? Dated.Day(x) : Dated.Nothing);
        }
        var tense = c.Norm(first) switch { "last" => Direction.Past, "next" => Direction.Future, _ => Tense.Around(c, first, end) };
        return Reading.Relative(first, end, "date-nearest", Open(month, day), d => Dated.Day(Nearest(d, month, day, tense)));
    }

    private static string Open(int month, int day) => FormattableString.Invariant($"XXXX-{month:D2}-{day:D2}");

    public static (int From, int To)? DayRange(string norm)
    {
        var hyphen = norm.IndexOf('-', StringComparison.Ordinal);
        return hyphen is 1 or 2 && norm.Length <= 5
            && int.TryParse(norm.AsSpan(0, hyphen), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var from)
            && int.TryParse(norm.AsSpan(hyphen + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var to)
            && from >= 1 && to > from && to <= 31
            ? (from, to)
            : null;
    }

    /// <summary>"3-5 March 2025": the days between, under the month's value.</summary>
    private static Reading Range(TimeCursor c, int first, int end, int month, int from, int to)
    {
        var yearAt = c.Norm(end) is "," ? end + 1 : end;
        if (c.YearAt(yearAt) is { } year)
            return Reading.Of(first, yearAt + 1, Days(year), "date-range");
        var tense = Tense.Around(c, first, end);
        return Reading.Relative(first, end, "date-range", FormattableString.Invariant($"XXXX-{month:D2}"), d => Days(Nearest(d, month, from, tense).Year));

        Dated Days(int y) =>
            Dated.Date(y, month, from) is { } a && Dated.Date(y, month, to) is { } b ? Dated.Month(y, month) with { When = new DateRange(a, b) } : Dated.Month(y, month);
    }

    private static LocalDate Nearest(LocalDate anchor, int month, int day, Direction tense)
    {
        LocalDate? best = null;
        for (var year = anchor.Year - 1; year <= anchor.Year + 1; year++)
        {
            if (Dated.Date(year, month, day) is not { } date)
                continue;
            var ahead = Period.DaysBetween(anchor, date);
            if ((tense is Direction.Past && ahead > TenseOutweighs) || (tense is Direction.Future && ahead < -TenseOutweighs))
                continue;
            if (best is null || Far(ahead) < Far(Period.DaysBetween(anchor, best.Value)))
                best = date;
        }
        // 29 February of a year that has none
        return best ?? Dated.Date(anchor.Year, month, Math.Min(day, 28)) ?? anchor;
    }

    // News looks back more often than ahead.
    private static int Far(int days) => days > 0 ? days * 3 : -days * 2;

    private static Reading? Deictic(TimeCursor c, int i)
    {
        switch (c.Norm(i))
        {
            case "today" or "tonight":
                var tonight = c.Norm(i) is "tonight";
                return Reading.Relative(i, i + 1, "today", "XXXX-XX-XX", Dated.Day) with { Suffix = tonight ? "TNI" : "", Type = tonight ? TimexType.Time : TimexType.Date };
            case "yesterday":
                return Reading.Relative(i, i + 1, "yesterday", "XXXX-XX-XX", d => Dated.Day(d.PlusDays(-1)));
            case "tomorrow":
                return Reading.Relative(i, i + 1, "tomorrow", "XXXX-XX-XX", d => Dated.Day(d.PlusDays(1)));
            case "the" when c.Norm(i + 1) is "day" && c.Norm(i + 2) is "before" && c.Norm(i + 3) is "yesterday":
                return Reading.Relative(i, i + 4, "yesterday", "XXXX-XX-XX", d => Dated.Day(d.PlusDays(-2)));
            case "the" when c.Norm(i + 1) is "day" && c.Norm(i + 2) is "after" && c.Norm(i + 3) is "tomorrow":
                return Reading.Relative(i, i + 4, "tomorrow", "XXXX-XX-XX", d => Dated.Day(d.PlusDays(2)));
            default:
                return null;
        }
    }

    private static Reading? Holiday(TimeCursor c, int i)
    {
        if (!c.IsCapital(i) || !c.Words.PhraseStarts.Contains(c.Norm(i)) || c.Phrase(i, c.Words.Holidays) is not { } phrase)
            return null;
        var holiday = c.Words.Holidays[phrase.Key];
        var yearAt = c.Norm(phrase.End) is "," or "of" ? phrase.End + 1 : phrase.End;
        if (c.YearAt(yearAt) is { } year)
            return Reading.Of(i, yearAt + 1, Dated.Day(Holidays.InYear(holiday, year)), "named-day");
        var tense = c.Norm(i - 1) is "last" ? Direction.Past : c.Norm(i - 1) is "next" ? Direction.Future : Tense.Around(c, i, phrase.End);
        var first = c.Norm(i - 1) is "last" or "next" or "this" ? i - 1 : i;
        return Near(holiday, first, phrase.End, tense);
    }

    private static Reading Near(Holiday holiday, int first, int end, Direction tense) =>
        Reading.Relative(first, end, "named-day", "XXXX-XX-XX", d => Dated.Day(Holidays.Nearest(holiday, d, tense)));
}
