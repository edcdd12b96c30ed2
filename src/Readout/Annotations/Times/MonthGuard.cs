namespace Readout.Annotations;

/// <summary>Tells a month from a verb ("may", "march") and from a person ("April Moss", "Mr. May").</summary>
internal static class MonthGuard
{
    public static int? MonthAt(TimeCursor c, int i)
    {
        var norm = c.Norm(i);
        if (!c.Words.Months.TryGetValue(norm, out var month))
            return null;
        var beforeDate = c.SmallAt(i + 1, 31) is not null || DayReader.DayRange(c.Norm(i + 1)) is not null || c.YearAt(i + 1) is not null || c.YearAt(i + 2) is not null && c.Norm(i + 1) is ",";
        if (norm.Length == 3 && norm is not "may" && !beforeDate)
            return null;
        // "sold in 12 october 2019": a date keeps its month without a capital, but "12 may march"
        if (!c.IsCapital(i) && (norm is "may" or "march" || !beforeDate || norm.Length < 4))
            return null;
        if (beforeDate && !(norm is "may" or "march" && c.IsHeading && c.YearAt(i + 1) is null && c.SmallAt(i + 1, 31) is null))
            return month;
        if (norm is not ("may" or "march" or "april" or "june" or "august" or "january"))
            return month;
        return IsCalendar(c, i) ? month : null;
    }

    /// <summary>A month after a day's number needs no more proof than a capital.</summary>
    public static int? MonthAfterDay(TimeCursor c, int i) =>
        (c.IsCapital(i) || (c.Norm(i).Length > 3 && c.Norm(i) is not "march")) && c.Words.Months.TryGetValue(c.Norm(i), out var month)
        && !(c.Norm(i) is "may" or "march" && (c.Norm(i - 1) is "of") && c.SmallAt(i - 2, 31) is null)
            ? month
            : null;

    private static bool IsCalendar(TimeCursor c, int i)
    {
        var norm = c.Norm(i);
        var before = c.Norm(i - 1);
        var inside = before is "in" or "since" or "until" or "till" or "last" or "next" or "this" or "early" or "late" or "mid" or "during" or "every" or "each" or "previous" or "past" or "coming";
        var name = c.IsCapital(i + 1) && !c.Words.IsCalendarName(c.Norm(i + 1)) && c.Norm(i + 1) is not "i";
        var possessive = c.Norm(i + 1) is "'s";
        if (inside)
            return !(name && norm is not "march" && before is not ("last" or "this" or "next" or "in" or "since"));
        if (before is "by" or "of" or "from" or "before" or "after" or "between" or "to" or "through" or "for" or "and" or "or" or "end" or "throughout" or "around" or "about")
            return !name && !possessive && !Speaks(c, i + 1) && (norm is not ("may" or "march") || before is not ("for" or "to" or "about" or "and" or "or" or "after" or "by") || c.Words.Months.ContainsKey(c.Norm(i - 2)) || c.Words.Months.ContainsKey(c.Norm(i + 2)) || Ends(c, i + 1));
        if (norm is "may" or "march")
            return false;
        // "April Moss", "Elena June": a capital on either side
        return !name && !Speaks(c, i + 1) && !(c.IsCapital(i - 1) && i - 1 > c.Begin && !c.IsHeading);
    }

    private static bool Ends(TimeCursor c, int i) => c.Norm(i) is "." or "," or "" or ";" or "and" or "to" or "or";

    private static bool Speaks(TimeCursor c, int i) => c.Norm(i) is "said" or "says" or "told" or "added" or "asked" or "had" or "has" or "was" or "is" or "will" or "would";
}
