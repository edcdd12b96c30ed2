using NodaTime;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>Reads lengths of time ("two days", "the past three years") and sets ("every week", "Mondays", "once a month").</summary>
internal static class DurationReader
{
    public static Reading? Read(TimeCursor c, int first) =>
        Every(c, first) ?? Plural(c, first) ?? Framed(c, first) ?? Plain(c, first) ?? Bare(c, first);

    /// <summary>"the past two years", "the first nine months", "last three weeks", "the past year".</summary>
    private static Reading? Framed(TimeCursor c, int first)
    {
        var i = c.Norm(first) is "the" or "these" or "those" or "his" or "her" or "its" or "their" ? first + 1 : first;
        var frame = c.Norm(i) is "past" or "last" or "next" or "coming" or "first" or "final" or "previous" or "following" or "preceding" or "latest" or "opening" or "initial" or "recent" or "subsequent" or "upcoming";
        // "the talks would last two days"
        if (frame && i == first && c.Norm(i) is "last" && c.Norm(i - 1) is "will" or "would" or "to" or "could" or "may" or "can" or "should" or "might" or "must" or "'ll")
            return null;
        if (frame)
            i++;
        // "the two-week strike": the article belongs to the strike
        if (!frame && (i == first || c.Norm(i).Contains('-', StringComparison.Ordinal)))
            return null;
        if (Amount.Read(c, i) is { IsIndefinite: false } amount)
        {
            // "the past three weeks" end today; "the last two days of the trial" do not
            var side = !frame || amount.Number is null || c.Norm(amount.End) is "of" ? 0 : c.Norm(i - 1) switch { "past" or "last" => -1, "next" or "coming" or "upcoming" => 1, _ => 0 };
            return side == 0 ? Reading.Plain(first, amount.End, TimexType.Duration, amount.Value, "framed-duration") : Beside(first, amount, side);
        }
        // "the past year", "the past decade": a length; "the last year" is a date
        return frame && c.Norm(i - 1) is "past" && c.Words.Units.TryGetValue(c.Norm(i), out var unit) && c.Norm(i) is not ("night" or "weekend")
            ? Reading.Plain(first, i + 1, TimexType.Duration, (unit.IsClock ? "PT" : "P") + (c.Norm(i).EndsWith('s') ? "X" : unit.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)) + unit.Letter, "framed-duration")
            : null;
    }

    /// <summary>A length that ends with the page's day, or begins behind it.</summary>
    private static Reading Beside(int first, Amount amount, int side)
    {
        var count = Math.Min(6000, (int)Math.Ceiling(amount.Number!.Value * amount.Unit.Count));
        return Reading.Relative(first, amount.End, "framed-duration", amount.Value, d => new Dated(amount.Value, Days(d), Grain.None)) with { Type = TimexType.Duration, IsReference = false };

        DateRange Days(LocalDate d) => side < 0 ? new(Step(d, -count), d) : new(d.PlusDays(1), Step(d, count));

        LocalDate Step(LocalDate d, int n) => amount.Unit switch
        {
            { IsClock: true, Letter: 'H' } => d.PlusDays((int)Math.Ceiling(Math.Abs(n) / 24.0) * Math.Sign(n)),
            { IsClock: true } => d.PlusDays(Math.Sign(n)),
            { Letter: 'W' } => d.PlusWeeks(n),
            { Letter: 'M' } => d.PlusMonths(n),
            { Letter: 'Q' } => d.PlusMonths(3 * n),
            { Letter: 'Y' } => d.Year + n is >= 1 and <= 9000 ? d.PlusYears(n) : d,
            _ => d.PlusDays(n),
        };
    }

    private static Reading? Plain(TimeCursor c, int first)
    {
        if (Amount.Read(c, first) is not { } amount)
            return null;
        var end = amount.End;
        if (c.Norm(end) is "or" && c.Norm(end + 1) is "so" or "more")
            end += 2;
        if (amount.IsIndefinite && IsRate(c, first))
            return Reading.Plain(first, end, TimexType.Set, amount.Value, "rate");
        return Reading.Plain(first, end, TimexType.Duration, amount.Value, "duration");
    }

    /// <summary>"three times a week", "$5 a barrel a day": an article after a number or a sum.</summary>
    private static bool IsRate(TimeCursor c, int first) =>
        c.Norm(first - 1) is "times" or "once" or "twice" or "%" or "percent" or "million" or "billion" or "dollars" or "euros" or "pounds" or "barrels" or "people"
        || c.IsNumber(first - 1);

    /// <summary>Plurals without a number: "for weeks", "in years".</summary>
    private static Reading? Bare(TimeCursor c, int first)
    {
        var norm = c.Norm(first);
        if (norm.Length < 4 || norm[^1] != 's' || !c.Words.Units.TryGetValue(norm, out var unit) || norm is "nights" or "weekends" or "seconds" or "quarters")
            return null;
        var before = c.Norm(first - 1);
        if (before is not ("for" or "in" or "within" or "over" or "after" or "of" or "take" or "takes" or "took" or "taken" or "last" or "lasted" or "spent" or "through"
            or "with" or "despite" or "following" or "during" or "than" or "the" or "and" or "or" or "across" or "just" or "only" or "are" or "about" or "be" or "for"))
        {
            return null;
        }
        var end = first + 1;
        if (c.Norm(end) is "or" && c.Words.Units.ContainsKey(c.Norm(end + 1)))
            end += 2;
        return c.Norm(end) is "old" or "ago" or "before" ? null : Reading.Plain(first, end, TimexType.Duration, (unit.IsClock ? "PTX" : "PX") + unit.Letter, "vague-duration");
    }

    /// <summary>"every day", "each year", "every two weeks", "every other month", "every Monday".</summary>
    private static Reading? Every(TimeCursor c, int first)
    {
        if (c.Norm(first) is not ("every" or "each" or "per") || (c.Norm(first) is "per" && !c.Words.Units.ContainsKey(c.Norm(first + 1))))
            return null;
        var i = first + 1;
        var many = 1;
        if (c.Norm(i) is "other" or "second")
            (many, i) = (2, i + 1);
        else if (c.NumberAt(i) is { Value: >= 1 and < 1000 } number && c.Words.Units.ContainsKey(c.Norm(number.End)))
            (many, i) = ((int)number.Value, number.End);
        if (DayReader.Weekday(c, i) is { } weekday)
            return Reading.Plain(first, i + 1, TimexType.Set, FormattableString.Invariant($"XXXX-WXX-{weekday}"), "every");
        if (c.IsCapital(i) && c.Words.Months.TryGetValue(c.Norm(i), out var month))
            return Reading.Plain(first, i + 1, TimexType.Set, FormattableString.Invariant($"XXXX-{month:D2}"), "every");
        if (c.Words.Seasons.TryGetValue(c.Norm(i), out var season))
            return Reading.Plain(first, i + 1, TimexType.Set, "XXXX-" + season, "every");
        if (c.Words.DayParts.TryGetValue(c.Norm(i), out var part) && part.Length == 2)
            return Reading.Plain(first, i + 1, TimexType.Set, "XXXX-XX-XXT" + part, "every");
        return c.Words.Units.TryGetValue(c.Norm(i), out var unit)
            ? Reading.Plain(first, i + 1, TimexType.Set, FormattableString.Invariant($"P{(unit.IsClock ? "T" : "")}{many * unit.Count}{unit.Letter}"), "every")
            : null;
    }

    /// <summary>"on Mondays", "Tuesday nights".</summary>
    private static Reading? Plural(TimeCursor c, int first)
    {
        var norm = c.Norm(first);
        if (!c.IsCapital(first))
            return null;
        if (norm.Length > 6 && norm[^1] == 's' && c.Words.Weekdays.TryGetValue(norm[..^1], out var day))
            return Reading.Plain(first, first + 1, TimexType.Set, FormattableString.Invariant($"XXXX-WXX-{day}"), "weekdays");
        return c.Words.Weekdays.TryGetValue(norm, out day) && c.Norm(first + 1) is "mornings" or "afternoons" or "evenings" or "nights"
            ? Reading.Plain(first, first + 2, TimexType.Set, FormattableString.Invariant($"XXXX-WXX-{day}T{c.Words.DayParts[c.Norm(first + 1)]}"), "weekdays")
            : null;
    }
}
