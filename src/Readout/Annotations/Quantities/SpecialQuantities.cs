using Readout.Languages;

namespace Readout.Annotations;

/// <summary>Reads what is no plain number: shares, multiples, counts inside an adjective, "twice", "one man".</summary>
internal sealed class SpecialQuantities(QuantityCursor c)
{
    public ReadQuantity? Read(int first, int at, Bound bound)
    {
        if (FractionReader.Read(c.Norms, at, c.Numbers) is { } part && c.Norm(part.End) is not ("century" or "time"))
        {
            var (of, after) = Whole(part.End);
            var (low, high, about) = Bounds.Interval(part.Share, part.Share, bound);
            return new(first, part.End, after, low, high, about, "share", of, "fraction");
        }
        if (Compound(first, at, bound) is { } compound)
            return compound;
        if (bound is not Bound.None)
            return null;
        if (c.Counts.Factors.TryGetValue(c.Norm(at), out var factor))
            return c.Norm(at - 1) is "be" or "the" or "a" ? null : new(at, at + 1, at + 1, factor, factor, false, "fold", null, "multiple");
        if (Times(at) is { } times)
            return times;
        return c.Norm(at) is "one" && c.Counts.Humans.Contains(c.Norm(at + 1)) && c.Norm(at - 1) is not ("the" or "no" or "any" or "this" or "that" or "every" or "each" or "another" or "which")
            ? new(at, at + 2, at + 2, 1, 1, false, null, c.Norm(at + 1), "one")
            : null;
    }

    /// <summary>"twice this year" is a count; "twice as many ships", "three times as much" a factor.</summary>
    private ReadQuantity? Times(int i)
    {
        var number = c.Norm(i) is "twice" ? new ReadNumber(2, i + 1, false) : c.Norm(i) is "thrice" ? new ReadNumber(3, i + 1, false) : (ReadNumber?)null;
        if (number is null && c.NumberAt(i) is { } read && c.Norm(read.End) is "times")
            number = read with { End = read.End + 1 };
        if (number is not { } n)
            return null;
        if (c.Norm(n.End) is "as" && c.Norm(n.End + 1) is "many" or "much")
        {
            var noun = c.Norm(n.End + 1) is "many" ? c.Plural(n.End + 2) : null;
            var end = noun?.End ?? n.End + 2;
            return new(i, end, end, n.Value, n.Value, false, "fold", noun?.Singular, "multiple");
        }
        return c.Norm(i) is "twice" or "thrice" && c.Norm(n.End) is not ("as" or "the" or "its" or "their" or "his" or "her" or "that" or "what" or "over") && c.Norm(i - 1) is not "more than"
            ? new(i, n.End, n.End, n.Value, n.Value, false, null, "time", "times")
            : null;
    }

    /// <summary>"a 12-member panel", "a 20-mile walk", "the 40,000-strong army".</summary>
    private ReadQuantity? Compound(int first, int i, Bound bound)
    {
        var norm = c.Norm(i);
        var cut = norm.LastIndexOf('-');
        if (cut <= 0 || cut > 12)
            return null;
        var (head, tail) = (norm[..cut], norm[(cut + 1)..]);
        var value = NumberReader.Digits(head) ?? (c.Numbers.Cardinals.TryGetValue(head, out var word) ? word : null);
        if (value is not { } number)
            return null;
        var unit = c.Counts.Units.TryGetValue(tail, out var known) && known.Kind is "measure" ? known.Singular : null;
        if (unit is null && !c.Counts.Compounds.Contains(tail))
            return null;
        var (low, high, about) = Bounds.Interval(number, number, bound);
        return new(first, i + 1, i + 1, low, high, about, unit, unit is null && tail is not "strong" ? tail : null, "compound");
    }

    /// <summary>The whole that a share is of: "of the voters", "the fleet".</summary>
    private (string? Of, int After) Whole(int i)
    {
        var k = c.Norm(i) is "of" ? i + 1 : i;
        while (c.Norm(k) is "the" or "its" or "their" or "his" or "her" or "our" or "all")
            k++;
        if (c.Plural(k) is { } plural)
            return (plural.Singular, plural.End);
        return c.IsNoun(k) && !c.IsCapital(k) ? (c.Norm(k), k + 1) : (null, i);
    }
}
