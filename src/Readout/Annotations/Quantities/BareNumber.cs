namespace Readout.Annotations;

/// <summary>A number with no noun: does it count, or only name and date?</summary>
internal sealed class BareNumber(QuantityCursor c)
{
    /// <summary>A number that names or dates something and counts nothing.</summary>
    public bool IsLabel(int first, ReadNumber read)
    {
        var before = c.Norm(first - 1);
        var after = c.Norm(read.End);
        var small = !read.InDigits && read.Value <= 12;
        if (c.Counts.Numbered.Contains(before) && !c.IsUnit(read.End) && c.Plural(read.End) is null)
            return true;
        if (before is "#" or "/" or "@" or "+" || (before is "-" && c.Glued(first)) || (after is "/" or "-" && c.Glued(read.End)))
            return true;
        // an age: Kovar, 52, said
        if (before is "," && after is "," or "." or ")" && c.IsCapital(first - 2) && read.Value < 120)
            return true;
        if (before is "aged" or "age" || (after is "years" or "year" && c.Norm(read.End + 1) is "old"))
            return true;
        if (first == c.Begin && (after is "." or ")" or ":" or "") && read.InDigits)
            return true;
        if (small && before is "the" or "these" or "those" or "his" or "her" or "its" or "their" or "our" or "other" or "last" or "first" or "next" or "no" or "any" or "which" or "this" or "that" or "every" or "each" or "another")
            return true;
        // "one recalls", "one of them"
        if (read.Value == 1 && !read.InDigits && !c.IsUnit(read.End))
            return true;
        // Boeing 737, Covid 19, Area 51
        return read.InDigits && c.IsCapital(first - 1) && first - 1 > c.Begin && !c.IsUnit(read.End) && c.Plural(read.End) is null;
    }

    /// <summary>A bare number counts where a verb or a preposition of counting stands before it: "rose to 15", "killing 12".</summary>
    public bool Stands(int first)
    {
        var before = c.Norm(first - 1);
        if (before is "killed" or "killing" or "kill" or "wounded" or "wounding" or "injured" or "injuring" or "reached" or "totalled" or "totaled" or "numbered" or "left" or "leaving")
            return true;
        if (before is not ("to" or "at" or "from" or "by"))
            return false;
        if (c.Counts.Changes.Contains(c.Norm(first - 2)))
            return true;
        // "fell from 48 to 45", "to five percent from six": the other end of the change
        if (before is not ("to" or "from"))
            return false;
        for (var i = first - 2; i > first - 8 && i >= c.Begin; i--)
        {
            if (c.Norm(i) is "," or ";" or "and" or "but")
                return false;
            if (c.Counts.Changes.Contains(c.Norm(i)))
                return c.Norm(first - 2) is var near && (NumberReader.Digits(near) is not null || c.Numbers.Cardinals.ContainsKey(near) || c.IsUnit(first - 2));
        }
        return false;
    }

    /// <summary>
    /// What a bare number counts that is named before it: "put the number of marchers at 5,500", "the number of cases was 70", "put the
    /// crowd at 900", "put the toll at 12". Null where nothing is; an empty word where the number counts but the noun is no kind of thing.
    /// </summary>
    public string? NamedBefore(int first)
    {
        if (c.Norm(first - 1) is not ("at" or "to" or "was" or "is" or "reached" or "exceeded" or "as"))
            return null;
        for (var i = first - 2; i >= Math.Max(c.Begin, first - FarthestName); i--)
        {
            if (c.Norm(i) is ";" or ":" or "." or "\"" or "“" or "”" or "but" || NumberReader.Digits(c.Norm(i)) is not null)
                return null;
            // "a number of" is some
            if (c.Norm(i) is "number" && c.Norm(i + 1) is "of" && c.Norm(i - 1) is not ("a" or "any"))
                return Counted(i + 2, first);
            if (c.Norm(i) is "crowd" or "turnout" or "attendance" or "toll" && c.Norm(first - 1) is "at" && IsEstimated(i))
                return c.Norm(i) is "toll" ? "" : "person";
        }
        return null;
    }

    // Tokens between a number and what names it.
    private const int FarthestName = 16;

    // "the number of infected people": the noun may have words before it
    private string? Counted(int from, int end)
    {
        for (var i = from; i < Math.Min(from + 3, end); i++)
        {
            if (c.Plural(i) is { } noun)
                return noun.Singular;
        }
        return null;
    }

    // "put the crowd at": somebody must have reckoned it
    private bool IsEstimated(int noun)
    {
        for (var i = noun - 1; i >= Math.Max(c.Begin, noun - 5); i--)
        {
            if (c.Norm(i) is "put" or "puts" or "putting" or "estimate" or "estimates" or "estimated" or "estimating" or "placed" or "places" or "set" or "sets" or "reckoned")
                return true;
        }
        return false;
    }

    // "12 injured in the blast": what befell people, with the number alone before it
    public bool IsCasualty(int state) => c.Norm(state) is "injured" or "killed" or "wounded" or "dead" or "hurt" or "missing";

    // "dozens were hurt", "hundreds more": people, though the word is missing
    public bool IsSaidOfPeople(int i) => c.Norm(i) is "were" or "are" or "have" or "had" or "more" or "others" || c.Counts.States.Contains(c.Norm(i));
}
