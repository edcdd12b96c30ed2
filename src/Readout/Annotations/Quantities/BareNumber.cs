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

    // "12 injured in the blast": what befell people, with the number alone before it
    public bool IsCasualty(int state) => c.Norm(state) is "injured" or "killed" or "wounded" or "dead" or "hurt" or "missing";

    // "dozens were hurt", "hundreds more": people, though the word is missing
    public bool IsSaidOfPeople(int i) => c.Norm(i) is "were" or "are" or "have" or "had" or "more" or "others" || c.Counts.States.Contains(c.Norm(i));
}
