using NodaTime;
using Readout.Languages;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>Reads weeks, months, quarters, seasons, years, decades and centuries: by name, by number, and as last, this and next.</summary>
internal static class PeriodReader
{
    public static Reading? Read(TimeCursor c, TimeContext context, int i)
    {
        if (c.YearAt(i) is not null)
            return QuarterReader.Read(c, context, i) ?? YearMonth(c, i) ?? YearReader.Read(c, i);
        var the = c.Norm(i) is "the" ? 1 : 0;
        return WeekOf(c, i, i + the)
            ?? QuarterReader.Read(c, context, i)
            ?? Relative(c, context, i, i + the)
            ?? Season(c, i, i + the)
            ?? YearReader.Read(c, i);
    }

    /// <summary>"the first week of May", "the last week of 2019": counted in weeks from Monday.</summary>
    private static Reading? WeekOf(TimeCursor c, int first, int i)
    {
        return c.Norm(i + 1) is "week" && c.Norm(i + 2) is "of" or "in" ? NthWeek(c, first, i) : null;
    }

    private static Reading? NthWeek(TimeCursor c, int first, int i)
    {
        var last = c.Norm(i) is "last" or "final";
        if (!last && c.OrdinalAt(i) is not (>= 1 and <= 5))
            return null;
        var nth = last ? 0 : c.OrdinalAt(i)!.Value;
        var at = i + 3;
        if (c.YearAt(at) is { } whole)
            return Reading.Of(first, at + 1, last ? Dated.Week(new LocalDate(whole, 12, 28)) : Dated.Week(new LocalDate(whole, 1, 4).PlusWeeks(nth - 1)), "week-of");
        if (!c.IsCapital(at) || !c.Words.Months.TryGetValue(c.Norm(at), out var month))
            return null;
        var yearAt = c.Norm(at + 1) is "," or "of" ? at + 2 : at + 1;
        if (c.YearAt(yearAt) is { } year)
            return Reading.Of(first, yearAt + 1, Week(year), "week-of");
        var tense = Tense.Around(c, first, at + 1);
        return Reading.Relative(first, at + 1, "week-of", FormattableString.Invariant($"XXXX-{month:D2}"), d => Week(d.Year + YearOffset(d.Month, month, tense)));

        // Some count calendar weeks, some the days from the 1st on: both lie inside.
        Dated Week(int y)
        {
            var week = Dated.Week(In(y));
            var seventh = new LocalDate(y, month, last ? 1 : Math.Min(7 * nth, 28));
            return week with { When = new DateRange(week.When.Earliest, week.When.Latest > seventh ? week.When.Latest : seventh) };
        }

        LocalDate In(int y) => last ? new LocalDate(y, month, 1).PlusMonths(1).PlusDays(-1) : new LocalDate(y, month, 1).PlusWeeks(nth - 1);
    }

    /// <summary>"2019 April", the year first; but "in 2019 March Bell won" has a name.</summary>
    private static Reading? YearMonth(TimeCursor c, int i) =>
        c.YearAt(i) is { } year && c.Norm(i + 1).Length > 5 && c.IsCapital(i + 1) && c.Words.Months.TryGetValue(c.Norm(i + 1), out var month) && c.SmallAt(i + 2, 31) is null && c.YearAt(i + 2) is null
            && !c.IsCapital(i + 2)
            ? Reading.Of(i, i + 2, Dated.Month(year, month), "month-year")
            : null;

    /// <summary>A month without a year: back or ahead by the tense, else the nearest.</summary>
    public static Reading Month(TimeCursor c, int first, int end, int month)
    {
        var open = FormattableString.Invariant($"XXXX-{month:D2}");
        // "January this year", "June of last year"
        var at = c.Norm(end) is "of" ? end + 1 : end;
        if (RelativeYear(c, at) is { } year)
            return Reading.Relative(first, year.End, "month-relative-year", open, d => Dated.Month(d.Year + year.Offset, month));
        var before = c.Norm(first - 1);
        var tense = before switch
        {
            "since" => Direction.Past,
            "until" or "till" or "by" => Direction.Future,
            _ => Tense.Around(c, first, end),
        };
        return Reading.Relative(first, end, "month", open, d => Dated.Month(d.Year + YearOffset(d.Month, month, tense), month));
    }

    public static int YearOffset(int now, int month, Direction tense) => tense switch
    {
        Direction.Past => month > now ? -1 : 0,
        Direction.Future => month < now ? 1 : 0,
        // news looks back more often than ahead: only the next three months are near
        _ => month - now > 3 ? -1 : month - now < -8 ? 1 : 0,
    };

    /// <summary>"this year", "last year", "next year" after a date.</summary>
    public static (int Offset, int End)? RelativeYear(TimeCursor c, int i) =>
        c.Norm(i + 1) is "year" && c.Norm(i + 2) is not "'s"
            ? c.Norm(i) switch { "this" => (0, i + 2), "last" => (-1, i + 2), "next" => (1, i + 2), _ => null }
            : null;

    /// <summary>Which way a determiner points: last, this, next; null for other words.</summary>
    public static int? Shift(string norm) => norm switch
    {
        "last" or "past" or "previous" or "preceding" => -1,
        "this" or "current" => 0,
        "next" or "coming" or "following" or "upcoming" => 1,
        _ => null,
    };

    private static Reading? Relative(TimeCursor c, TimeContext context, int first, int i)
    {
        var word = c.Norm(i);
        // "this coming Sunday", "this past spring"
        if (word is "this" && c.Norm(i + 1) is "coming" or "past" or "current" or "very")
            (i, word) = (i + 1, c.Norm(i + 1) is "very" or "current" ? "this" : c.Norm(i + 1));
        if (word is "that" or "same" or "following" or "previous" or "preceding" or "next" && Back(c, context, first, i, word) is { } back)
            return back;
        if (Shift(word) is not { } shift)
            return null;
        var at = i + 1;
        if (DayReader.Weekday(c, at) is { } weekday)
            return Weekday(c, first, at, weekday, word, shift);
        if (c.IsCapital(at) && c.Words.Months.TryGetValue(c.Norm(at), out var month) && (c.Norm(at).Length > 3 || c.Norm(at) is "may"))
            return Month(c, first, at, month, word, shift);
        if (c.Words.Seasons.TryGetValue(c.Norm(at), out var season) && !(first < i && c.Norm(at + 1) is "of"))
            return Season(c, first, at, season, shift);
        if (c.Norm(at) is "fiscal" or "calendar" or "full")
            at++;
        if (c.Norm(at) is "weekend")
            return Weekend(first, at + 1, shift);
        if (!c.Words.Units.TryGetValue(c.Norm(at), out var unit) || unit.IsClock || c.Norm(at).EndsWith('s') || unit.Letter is 'D' || unit.Count is not (1 or 10 or 100))
            return null;
        // "the past year" is a length, "the last week" of something too
        if (word is "past" || (first < i && word is "last" && c.Norm(at + 1) is "of") || (word is "coming" or "upcoming" && unit.Letter is not 'Y' and not 'W' and not 'M'))
            return null;
        if (c.Norm(at + 1) is "'s" && c.Norm(at + 2) is "end")
            return Of(c, first, at + 3, unit, shift, word);
        return Of(c, first, at + 1, unit, shift, word);
    }

    // Readings with functions of the day are made in methods of their own: a closure is paid for where its method begins.
    private static Reading Weekend(int first, int end, int shift) =>
        Reading.Relative(first, end, "relative-weekend", "XXXX-WXX-WE", d => Dated.Weekend(d.PlusWeeks(shift)));

    private static Reading Of(TimeCursor c, int first, int end, TimeUnit unit, int shift, string word)
    {
        _ = c;
        var rule = shift < 0 ? "last-period" : shift > 0 ? "next-period" : "this-period";
        return (unit.Letter, unit.Count) switch
        {
            ('W', _) => Reading.Relative(first, end, rule, "XXXX-WXX", d => Dated.Week(d.PlusWeeks(shift))),
            ('M', _) => Reading.Relative(first, end, rule, "XXXX-XX", d => Dated.Month(d.PlusMonths(shift))),
            ('Q', _) => Reading.Relative(first, end, rule, "XXXX-QX", d => Dated.Quarter(d.PlusMonths(3 * shift).Year, Dated.QuarterOf(d.PlusMonths(3 * shift)))),
            ('Y', 1) => Reading.Relative(first, end, rule, "XXXX", d => Dated.Year(d.Year + shift)),
            ('Y', 10) => Reading.Relative(first, end, rule, "XXX", d => Dated.Decade(d.Year + (10 * shift))),
            _ => Reading.Relative(first, end, rule, "XX", d => Dated.Century(((d.Year - 1) / 100) + 1 + shift)),
        };
    }

    /// <summary>"that day", "the same year", "the following week": from the time last spoken of.</summary>
    private static Reading? Back(TimeCursor c, TimeContext context, int first, int i, string word)
    {
        if (word is not "that" && first == i)
            return null;
        var at = word is "that" && c.Norm(i + 1) is "same" ? i + 2 : i + 1;
        if (!c.Words.Units.TryGetValue(c.Norm(at), out var unit) || unit.IsClock || unit.Count != 1 || c.Norm(at).EndsWith('s') || c.Norm(at) is "night")
            return DayReader.Weekday(c, at) is { } weekday && word is "previous" or "following" && context.Reference is { Time.Grain: Grain.Day } day
                ? Reading.Of(first, at + 1, Dated.Day(word is "previous" ? DayReader.Previous(day.Time.When.Earliest!.Value, DayReader.Weekday(c, at)!.Value, 1) : DayReader.Next(day.Time.When.Earliest!.Value, DayReader.Weekday(c, at)!.Value, 1)), "back-reference") with { Anchored = day.Anchored }
                : null;
        var step = word is "that" or "same" ? 0 : word is "following" or "next" ? 1 : -1;
        if (context.Reference is { } reference && (unit.Letter is 'Y' || reference.Time.Grain is not (Grain.Year or Grain.Season)) && (unit.Letter is not 'D' || reference.Time.Grain is Grain.Day))
            return Reading.Of(first, at + 1, reference.Time.Step(step, unit.Letter), "back-reference") with { Anchored = reference.Anchored };
        if (word is "next" && unit.Letter is not 'D')
            return null;
        return Reading.Plain(first, at + 1, TimexType.Date, unit.Letter switch { 'D' => "XXXX-XX-XX", 'W' => "XXXX-WXX", 'M' => "XXXX-XX", 'Q' => "XXXX-QX", _ => "XXXX" }, "back-reference");
    }

    private static Reading Weekday(TimeCursor c, int first, int at, int weekday, string word, int shift)
    {
        var open = FormattableString.Invariant($"XXXX-WXX-{weekday}");
        if (shift == 0 && word is "this")
        {
            var back = Tense.Around(c, first, at + 1) is Direction.Past;
            return Reading.Relative(first, at + 1, "this-weekday", open, d => Dated.Day(back ? DayReader.Previous(d, weekday, 0) : DayReader.Next(d, weekday, 0)));
        }
        return shift < 0
            ? Reading.Relative(first, at + 1, "last-weekday", open, d => Dated.Day(DayReader.Previous(d, weekday, 1)))
            : Reading.Relative(first, at + 1, "next-weekday", open, d => Dated.Day(DayReader.Next(d, weekday, 1)));
    }

    private static Reading Month(TimeCursor c, int first, int at, int month, string word, int shift)
    {
        _ = c;
        var open = FormattableString.Invariant($"XXXX-{month:D2}");
        return shift switch
        {
            0 => Reading.Relative(first, at + 1, "this-month-name", open, d => Dated.Month(d.Year, month)),
            < 0 => Reading.Relative(first, at + 1, "last-month-name", open, d => Dated.Month(month < d.Month ? d.Year : d.Year - 1, month)),
            _ => Reading.Relative(first, at + 1, "next-month-name", open, d => Dated.Month(month > d.Month || (word is "coming" && month == d.Month) ? d.Year : d.Year + 1, month)),
        };
    }

    private static Reading Season(TimeCursor c, int first, int at, string season, int shift)
    {
        _ = c;
        return shift switch
        {
            0 => Reading.Relative(first, at + 1, "this-season", "XXXX-" + season, d => Dated.Season(d.Year, season)),
            // the last one that is over, the first one still to begin
            < 0 => Reading.Relative(first, at + 1, "last-season", "XXXX-" + season, d =>
                Dated.Season(Dated.SeasonStart(d.Year, season).PlusMonths(3) <= d ? d.Year : d.Year - 1, season)),
            _ => Reading.Relative(first, at + 1, "next-season", "XXXX-" + season, d =>
                Dated.Season(Dated.SeasonStart(d.Year, season) > d ? d.Year : d.Year + 1, season)),
        };
    }

    /// <summary>"the summer of 2019", "winter 2019", "in the spring".</summary>
    private static Reading? Season(TimeCursor c, int first, int i)
    {
        if (!c.Words.Seasons.TryGetValue(c.Norm(i), out var season))
            return null;
        var at = c.Norm(i + 1) is "of" or "," ? i + 2 : i + 1;
        if (c.YearAt(at) is { } year)
            return Reading.Of(first, at + 1, Dated.Season(year, season), "season-year");
        if (RelativeYear(c, at) is { } relative)
            return SeasonIn(first, relative.End, season, relative.Offset);
        // "spring" and "fall" are verbs and nouns too: a time only after "in the", "this", "by the" and the like
        var preposition = c.Norm(first - 1) is "in" or "by" or "until" or "since" or "during" or "before" or "early" or "late" or "of" or "over";
        if (!preposition || c.Norm(i + 1) is "of" or "semester" || (first == i && c.Norm(i) is "fall" or "spring" && c.Norm(i - 1) is not ("early" or "late" or "in")))
            return null;
        var tense = c.Norm(first - 1) is "since" ? Direction.Past : c.Norm(first - 1) is "by" or "until" ? Direction.Future : Tense.Around(c, first, i + 1);
        return SeasonNear(first, i + 1, season, tense);
    }

    private static Reading SeasonIn(int first, int end, string season, int offset) =>
        Reading.Relative(first, end, "season-relative-year", "XXXX-" + season, d => Dated.Season(d.Year + offset, season));

    private static Reading SeasonNear(int first, int end, string season, Direction tense)
    {
        return Reading.Relative(first, end, "season", "XXXX-" + season, d =>
        {
            var start = Dated.SeasonStart(d.Year, season);
            var offset = tense switch
            {
                Direction.Past => start > d ? -1 : 0,
                Direction.Future => start.PlusMonths(3) <= d ? 1 : 0,
                _ => Period.DaysBetween(d, start) > 200 ? -1 : 0,
            };
            return Dated.Season(d.Year + offset, season);
        });
    }
}
