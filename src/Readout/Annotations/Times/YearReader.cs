namespace Readout.Annotations;

/// <summary>Reads years, spans of years, decades and centuries.</summary>
internal static class YearReader
{
    public static Reading? Read(TimeCursor c, int i)
    {
        var the = c.Norm(i) is "the" ? 1 : 0;
        return (c.YearAt(i) is { } year ? Digits(c, i, year) : null)
            ?? Fiscal(c, i, i + the)
            ?? Span(c, i)
            ?? Decade(c, i, i + the)
            ?? Century(c, i, i + the)
            ?? Spelled(c, i, i);
    }

    /// <summary>A four-digit number that is a year: of recent times unless something is counted, of older ones only after a preposition.</summary>
    private static Reading? Digits(TimeCursor c, int i, int year)
    {
        var before = c.Norm(i - 1);
        var after = c.Norm(i + 1);
        // "a fire in 2008 injured three": behind "in" a participle is the verb, not what is counted
        var dated = before is "in" or "since" && after is "injured" or "wounded" or "dead" or "killed";
        if ((c.Words.CountedNouns.Contains(after) && !dated) || after is "%" or "million" or "billion" or "hundred" or "$" or "degrees"
            || before is "$" or "€" or "£" or "#" or "no." or "than" or "least" or "most" or "nearly" or "almost" or "some" or "roughly" or "approximately" or "over" or "exceeding"
            || (c.IsGlued(i) && before is not ("(" or "'" or "\"" or "/" or "-" or "," or "[" or "~"))
            || (c.IsGlued(i + 1) && after is "/" or "%"))
        {
            return null;
        }
        if (year is >= 1900 and <= 2099)
            return Reading.Of(i, i + 1, Dated.Year(year), "year");
        return year is >= 1000 and < 1900 && before is "in" or "since" or "of" or "by" or "until" or "circa" or "from" or "to" or "("
            ? Reading.Of(i, i + 1, Dated.Year(year), "year")
            : null;
    }

    /// <summary>"fiscal 2019", "the fiscal year 2019", "financial year 2021-22", "FY2022", "FY23".</summary>
    private static Reading? Fiscal(TimeCursor c, int first, int i)
    {
        var norm = c.Norm(i);
        if (norm.Length is 4 or 6 && norm.StartsWith("fy", StringComparison.Ordinal) && Four(norm[2..], out var glued))
            return Reading.Of(first, i + 1, Dated.Year(glued < 100 ? 2000 + glued : glued), "fiscal-year");
        if (norm is not ("fiscal" or "financial" or "fy" or "tax" or "calendar"))
            return null;
        var at = c.Norm(i + 1) is "year" ? i + 2 : i + 1;
        if (at == i + 1 && norm is not ("fiscal" or "fy"))
            return null;
        if (c.YearAt(at) is { } year)
            return Reading.Of(first, at + 1, Dated.Year(year), "fiscal-year");
        return Span(c, at) is { } span ? span with { First = first, Rule = "fiscal-year" } : null;
    }

    /// <summary>"2018-2022", "2014-15".</summary>
    private static Reading? Span(TimeCursor c, int i)
    {
        var norm = c.Norm(i);
        if (norm.Length is not (7 or 9) || norm[4] is not ('-' or '/') || !Four(norm[..4], out var from) || from is < 1900 or > 2099)
            return null;
        var tail = norm[5..];
        if (tail.Length == 2 && Two(tail, out var two) && two == (from + 1) % 100)
            return Between(from + 1);
        return tail.Length == 4 && Four(tail, out var to) && to > from && to - from < 100 ? Between(to) : null;

        Reading Between(int last) => Reading.Of(i, i + 1,
            new Dated(FormattableString.Invariant($"{from:D4}/{last:D4}"), new(Dated.Year(from).When.Earliest, Dated.Year(last).When.Latest), Grain.None), "year-span");
    }

    private static bool Four(string text, out int value) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out value);

    private static bool Two(string text, out int value) => Four(text, out value);

    /// <summary>"the 1990s", "the '80s", "the nineties".</summary>
    private static Reading? Decade(TimeCursor c, int first, int i)
    {
        var norm = c.Norm(i);
        if (norm.Length is < 3 or > 8)
            return null;
        norm = norm.Replace("'", "", StringComparison.Ordinal);
        if (norm.Length == 5 && norm[^1] == 's' && norm[3] == '0' && Four(norm[..4], out var year) && year is >= 1000 and < 2100)
            return Reading.Of(first, i + 1, Dated.Decade(year), "decade");
        if (norm.Length == 3 && norm[1] == '0' && norm[2] == 's' && Two(norm[..2], out var two) && (first < i || c.Norm(i)[0] == '\''))
            return Reading.Of(first, i + 1, Dated.Decade((two <= 20 ? 2000 : 1900) + two), "decade");
        if (first < i && norm.EndsWith("ties", StringComparison.Ordinal) && c.Numbers.Cardinals.TryGetValue(norm[..^3] + "y", out var tens) && tens >= 20)
            return Reading.Of(first, i + 1, Dated.Decade(1900 + (int)tens), "decade");
        return null;
    }

    /// <summary>"the 20th century".</summary>
    private static Reading? Century(TimeCursor c, int first, int i)
    {
        if (c.OrdinalAt(i) is not { } ordinal || ordinal is < 1 or > 30)
            return null;
        if (c.Norm(i + 1) is "century")
            return Reading.Of(first, i + 2, Dated.Century(ordinal), "century");
        // the 18th and 19th centuries
        if (c.Norm(i + 1) is "and" or "or" or "to" && c.OrdinalAt(i + 2) is not null && c.Norm(i + 3) is "centuries" or "century")
            return Reading.Of(first, i + 1, Dated.Century(ordinal), "century");
        return c.Norm(i + 1) is "centuries" && c.Norm(i - 1) is "and" or "or" or "to" ? Reading.Of(first, i + 2, Dated.Century(ordinal), "century") : null;
    }

    /// <summary>"nineteen ninety-six", as broadcasters write it.</summary>
    public static Reading? Spelled(TimeCursor c, int first, int i)
    {
        if (c.Norm(i) is "two" && c.Norm(i + 1) is "thousand" && c.NumberAt(i) is { InDigits: false, Value: > 2000 and < 2100 } spelled
            && c.Norm(i - 1) is "year" or "in" or "of" or "since" or "by" && !c.Words.CountedNouns.Contains(c.Norm(spelled.End)))
        {
            return Reading.Of(first, spelled.End, Dated.Year((int)spelled.Value), "year-in-words");
        }
        if (c.Norm(i) is "two" && c.Norm(i + 1) is "thousand" && c.Norm(i - 1) is "year" or "in" or "of")
            return c.Words.CountedNouns.Contains(c.Norm(i + 2)) ? null : Reading.Of(first, i + 2, Dated.Year(2000), "year-in-words");
        if (c.Norm(i) is not ("nineteen" or "twenty" or "eighteen"))
            return null;
        var century = (int)c.Numbers.Cardinals[c.Norm(i)] * 100;
        if (c.NumberAt(i + 1) is not { InDigits: false, Value: >= 10 and < 100 } rest || c.Words.CountedNouns.Contains(c.Norm(rest.End)))
            return null;
        return c.Norm(i) is "twenty" && rest.Value > 40 ? null : Reading.Of(first, rest.End, Dated.Year(century + (int)rest.Value), "year-in-words");
    }
}
