using Readout.Text;

namespace Readout.Annotations;

/// <summary>Reads times with a word that says which part of them: "late May", "earlier this week", "the end of April", "mid-2019".</summary>
internal static class ModifiedReader
{
    public static Reading? Read(TimeCursor c, TimeContext context, int i)
    {
        switch (c.Norm(i))
        {
            case "early" or "late" or "mid":
                return Base(c, context, i, i + 1);
            case "earlier" or "later" or "sometime":
                var at = c.Norm(i + 1) is "in" or "on" or "during" ? i + 2 : i + 1;
                return Base(c, context, i, at) is { } part ? Narrow(part, c.Norm(i)) : null;
            case "the" or "end" or "beginning" or "start" or "middle" or "mid-" or "end-":
                return EndOf(c, context, i);
            case "year-end":
                return YearEnd(i, i + 1);
            case "year" when c.Norm(i + 1) is "end":
                return YearEnd(i, i + 2);
            case "year" when c.Norm(i + 1) is "'s" && c.Norm(i + 2) is "end" or "close":
                return YearEnd(i, i + 3);
            default:
                return Joined(c, i);
        }
    }

    private static Reading YearEnd(int first, int end) => Reading.Relative(first, end, "year-end", "XXXX", d => Dated.Year(d.Year));

    private static Reading? Base(TimeCursor c, TimeContext context, int first, int i)
    {
        var reading = ClockReader.Read(c, context, i) ?? PeriodReader.Read(c, context, i) ?? Current(c, i);
        // "late" alone before a season, a month, a day; but "late 20 people" is no time
        return reading is { Type: TimexType.Date or TimexType.Time, IsReference: true } ? reading with { First = first } : null;
    }

    /// <summary>"the year", "the month", "the week" as the current ones, after "the end of" and the like.</summary>
    private static Reading? Current(TimeCursor c, int i)
    {
        var at = c.Norm(i) is "the" ? i + 1 : i;
        return c.Norm(at) switch
        {
            "year" => Reading.Relative(i, at + 1, "this-period", "XXXX", d => Dated.Year(d.Year)),
            "month" => Reading.Relative(i, at + 1, "this-period", "XXXX-XX", Dated.Month),
            "week" => Reading.Relative(i, at + 1, "this-period", "XXXX-WXX", Dated.Week),
            "day" => Reading.Relative(i, at + 1, "this-period", "XXXX-XX-XX", Dated.Day),
            "decade" => Reading.Relative(i, at + 1, "this-period", "XXX", d => Dated.Decade(d.Year)),
            _ => null,
        };
    }

    /// <summary>Earlier this month ends with the page's day; later this month begins with it.</summary>
    private static Reading Narrow(Reading part, string word)
    {
        if (part.From is not { } from || part.Rule is not ("this-period" or "this-season" or "this-month-name"))
            return part;
        return word switch
        {
            "earlier" => part with { Rule = "earlier-" + part.Rule, From = d => from(d) is { Value: not null } x ? x with { When = x.When.Intersect(new DateRange(null, d)) ?? x.When } : Dated.Nothing },
            "later" => part with { Rule = "later-" + part.Rule, From = d => from(d) is { Value: not null } x ? x with { When = x.When.Intersect(new DateRange(d, null)) ?? x.When } : Dated.Nothing },
            _ => part,
        };
    }

    private static Reading? EndOf(TimeCursor c, TimeContext context, int i)
    {
        var at = c.Norm(i) is "the" ? i + 1 : i;
        if (c.Norm(at) is "year" && c.Norm(at + 1) is "'s" && c.Norm(at + 2) is "end")
            return Reading.Relative(i, at + 3, "year-end", "XXXX", d => Dated.Year(d.Year));
        if (c.Norm(at) is "early" or "late" or "mid")
            return Base(c, context, i, at + 1);
        if (c.Norm(at) is "week" && c.Norm(at + 1) is "of" && DayReader.Read(c, context, at + 2) is { } day)
            return WeekOf(i, day);
        if (YearEnding(c, i, at) is { } fiscal)
            return fiscal;
        if (c.Norm(at) is not ("end" or "beginning" or "start" or "middle" or "close" or "turn" or "rest" or "remainder" or "eve") || c.Norm(at + 1) is not "of")
            return Joined(c, at) is { } joined && at > i ? joined with { First = i } : null;
        var reading = PeriodReader.Read(c, context, at + 2) ?? DayReader.Read(c, context, at + 2) ?? Current(c, at + 2);
        return reading is { Type: TimexType.Date, IsReference: true } ? reading with { First = i } : null;
    }

    private static Reading WeekOf(int first, Reading day) => day with
    {
        First = first,
        Rule = "week-of",
        Open = "XXXX-WXX",
        Fixed = day.Fixed.When.Earliest is { } d ? Dated.Week(d) : Dated.Nothing,
        From = day.From is { } from ? x => from(x).When.Earliest is { } e ? Dated.Week(e) : Dated.Nothing : null,
    };

    /// <summary>"the year ended March 31" is a length; "for the year", "the full year" is this one.</summary>
    private static Reading? YearEnding(TimeCursor c, int first, int at)
    {
        if (first == at)
            return null;
        var unit = c.Norm(at) is "fiscal" or "full" or "calendar" ? at + 1 : at;
        if (c.Norm(unit) is not "year")
            return null;
        if (c.Norm(unit + 1) is "ended" or "ending" or "to")
            return Reading.Plain(first, unit + 1, TimexType.Duration, "P1Y", "year-ending");
        return c.Norm(first - 1) is "for" && c.Norm(unit + 1) is "," or "." or "" or "to" or "at" or "and" or ";" or "was" or "were" or "is" or "will" || unit > at
            ? Reading.Relative(first, unit + 1, "this-period", "XXXX", d => Dated.Year(d.Year))
            : null;
    }

    /// <summary>"mid-November", "late-2019", "mid-1990s", "post-war" is none.</summary>
    private static Reading? Joined(TimeCursor c, int i)
    {
        var norm = c.Norm(i);
        var cut = norm.IndexOf('-', StringComparison.Ordinal);
        if (cut is not (3 or 4 or 5) || norm[..cut] is not ("mid" or "late" or "early" or "end" or "pre" or "post"))
            return null;
        var tail = norm[(cut + 1)..];
        if (c.Words.Months.TryGetValue(tail, out var month) && tail.Length > 2)
            return c.YearAt(i + 1) is { } own ? Reading.Of(i, i + 2, Dated.Month(own, month), "month-year") : PeriodReader.Month(c, i, i + 1, month);
        if (tail.Length == 4 && int.TryParse(tail, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) && year is >= 1800 and < 2100)
            return Reading.Of(i, i + 1, Dated.Year(year), "year");
        // mid-80s, mid-'80s
        var short2 = tail.TrimStart('\'');
        if (short2.Length == 3 && short2[1] is '0' && short2[2] is 's' && short2[0] is >= '2' and <= '9')
            return Reading.Of(i, i + 1, Dated.Decade(1900 + (10 * (short2[0] - '0'))), "decade");
        if (tail.Length == 5 && tail[^1] is 's' && int.TryParse(tail[..4], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var decade) && decade % 10 == 0 && decade is >= 1000 and < 2100)
            return Reading.Of(i, i + 1, Dated.Decade(decade), "decade");
        return null;
    }
}
