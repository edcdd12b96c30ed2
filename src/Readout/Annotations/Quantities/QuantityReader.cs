using Readout.Languages;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>A quantity in tokens.</summary>
/// <param name="After">Token after all its words, the thing measured included ("of freight").</param>
internal sealed record ReadQuantity(
    int First, int End, int After, double? Low, double? High, bool Approximate, string? Unit, string? Of, string Rule);

/// <summary>Reads one quantity at a token: bound, sign of currency, number or range, magnitude, unit or noun.</summary>
internal sealed class QuantityReader(QuantityCursor c)
{
    private const int LongestBound = 48;

    private readonly SpecialQuantities _special = new(c);
    private readonly BareNumber _bare = new(c);

    public ReadQuantity? Read(int first)
    {
        var (bound, at) = BoundBefore(first);
        var between = c.Norm(at) is "between";
        if (between)
            at++;
        if (_special.Read(first, at, bound) is { } special)
            return special;
        var (currency, number) = CurrencyBefore(at);
        if (Vague(first, number) is { } vague)
            return Finish(first, vague.End, vague.Value, null, true, currency, "vague-plural", Bound.None, true);
        if (GluedRange(number) is { } glued)
            return Finish(first, c.Numbers.Magnitudes.ContainsKey(c.Norm(number + 1)) ? number + 2 : number + 1, glued.Low, glued.High, bound is Bound.About, currency, "range", Bound.None, true);
        if (c.NumberAt(number) is not { } read)
            return null;
        if (Range(read, between) is { } range)
            return Finish(first, range.End, range.Low, range.High, false, currency ?? range.Currency, "range", Bound.None, true);
        if (between)
            return null;
        if (bound is Bound.None && currency is null && _bare.IsLabel(first, read))
            return null;
        return Finish(first, read.End, read.Value, read.Value, false, currency, bound is Bound.None ? "number" : "bounded-number", bound, read.InDigits);
    }

    private (Bound Bound, int End) BoundBefore(int i)
    {
        if (!c.Counts.BoundStarts.Contains(c.Norm(i)))
            return (Bound.None, i);
        // Words are joined in place: this is asked of every "more", "up" and "at".
        var lookup = c.Counts.Before.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> key = stackalloc char[LongestBound];
        var length = 0;
        var found = (Bound.None, i);
        for (var k = i; k < i + 4 && c.Has(k); k++)
        {
            var norm = c.Norm(k);
            if (length + norm.Length + 1 > LongestBound)
                break;
            if (k > i)
                key[length++] = ' ';
            norm.CopyTo(key[length..]);
            length += norm.Length;
            if (lookup.TryGetValue(key[..length], out var bound))
                found = (bound, k + 1);
        }
        return found;
    }

    /// <summary>"$", "US$", "€": the currency and the token of the number behind it.</summary>
    private (string? Currency, int Number) CurrencyBefore(int i)
    {
        var norm = c.Norm(i);
        if (c.Counts.Units.TryGetValue(norm, out var unit) && unit.Kind is "currency")
        {
            // EUR 10m, USD 5
            if (c.Kind(i) is TokenKind.Symbol || (norm.Length == 3 && c.IsCapital(i) && char.IsUpper(c.Chars(i)[^1]) && c.Has(i + 1) && c.Kind(i + 1) is not TokenKind.Punctuation))
                return (unit.Singular, i + 1);
        }
        return c.Norm(i + 1) is "$" && c.Glued(i + 1) && QuantityCursor.Dollar(norm) is { } dollar ? (dollar, i + 2) : (null, i);
    }

    /// <summary>"dozens of people", "tens of thousands of".</summary>
    private (double Value, int End)? Vague(int first, int i)
    {
        // several hundred people, a few dozen ships
        var few = c.Norm(i) is "several" ? i + 1 : c.Norm(i) is "a" && c.Norm(i + 1) is "few" ? i + 2 : i;
        if (few > i && (c.Numbers.Magnitudes.TryGetValue(c.Norm(few), out var some) || c.Numbers.Groups.TryGetValue(c.Norm(few), out some)))
            return (2 * some, few + 1);
        if (c.Numbers.Plurals.TryGetValue(c.Norm(i), out var value))
        {
            if (c.Norm(i + 1) is "of" && c.Numbers.Plurals.TryGetValue(c.Norm(i + 2), out var more))
                return (value / 2 * more, i + 3);
            return first == i && c.Norm(i + 1) is not "of" && !c.IsNoun(i + 1) && !_bare.IsSaidOfPeople(i + 1) ? null : (value, i + 1);
        }
        return c.Norm(i) is "tens" && c.Norm(i + 1) is "of" && c.Numbers.Plurals.TryGetValue(c.Norm(i + 2), out var tens) ? (tens * 10, i + 3) : null;
    }

    /// <summary>"20-30 ships", "5-7%": figures with a hyphen where something is counted; else a score, a date or a number of the house.</summary>
    private (double Low, double High)? GluedRange(int i)
    {
        if (!c.Has(i) || c.Kind(i) is not TokenKind.Number)
            return null;
        var norm = c.Norm(i);
        var cut = norm.IndexOf('-', StringComparison.Ordinal);
        if (cut <= 0 || NumberReader.Digits(norm[..cut]) is not { } low || NumberReader.Digits(norm[(cut + 1)..]) is not { } high || high <= low)
            return null;
        var end = i + 1;
        if (c.Numbers.Magnitudes.TryGetValue(c.Norm(end), out var magnitude))
            return (low * magnitude, high * magnitude);
        return c.IsUnit(end) || c.Plural(end) is not null ? (low, high) : null;
    }

    private (double Low, double High, int End, string? Currency)? Range(ReadNumber low, bool between)
    {
        var joint = c.Norm(low.End);
        if (!(between ? joint is "and" : joint is "to" or "or" || (joint is "-" && low.InDigits)))
            return null;
        var (currency, at) = CurrencyBefore(low.End + 1);
        if (c.NumberAt(at) is not { } high || high.Value <= low.Value)
        {
            // 3 to 5 million: the magnitude belongs to both
            return null;
        }
        var from = low.Value;
        if (high.Value >= 1000 && from < 1000 && from * Magnitude(high) is var scaled && scaled < high.Value)
            from = scaled;
        // "rose from 5 to 7" is a change, no range
        if (!between && joint is "to" && Moves(low.End))
            return null;
        return (from, high.Value, high.End, currency);
    }

    private double Magnitude(ReadNumber number) =>
        c.Numbers.Magnitudes.TryGetValue(c.Norm(number.End - 1), out var magnitude) && magnitude >= 1000 ? magnitude : 1;

    private bool Moves(int to)
    {
        for (var i = to - 1; i > to - 7 && i >= c.Begin; i--)
        {
            if (c.Norm(i) is "from" || (c.Norm(i) is "by" && i < to - 1))
                return true;
        }
        return false;
    }

    private ReadQuantity? Finish(int first, int end, double low, double? high, bool approximate, string? currency, string rule, Bound bound, bool plain)
    {
        string? of = null;
        var unit = currency;
        var after = end;
        var counted = bound is not Bound.None || currency is not null;
        if (currency is null && rule is "number" or "bounded-number" && c.Tail(end - 1) is { } glued)
        {
            (unit, counted) = (glued.Singular, true);
            (of, after) = Measured(end, first, glued.Kind);
        }
        else if (currency is null && c.UnitAt(end) is { } measured)
        {
            (unit, end) = (measured.Unit.Singular, measured.End);
            (of, after) = Measured(end, first, measured.Unit.Kind);
            counted = true;
        }
        else if (currency is not null)
        {
            if (c.UnitAt(end) is { Unit.Kind: "currency" } repeated)
                end = repeated.End;
            (of, after) = Measured(end, first, "currency");
        }
        else
        {
            var start = c.Norm(end) is "of" && (rule is "vague-plural" || c.Norm(end - 1) is "couple") ? end + 1 : c.Norm(end) is "more" or "other" or "additional" or "further" ? end + 1 : end;
            // three of the five ships
            if (c.Norm(end) is "of" && c.Norm(end + 1) is "the" or "its" or "their" or "his" or "her" or "those" or "these" && low > 1)
                start = c.NumberAt(end + 2)?.End ?? end + 2;
            if (c.Plural(start) is { } noun)
            {
                (of, end) = (noun.Singular, noun.End);
                counted = true;
            }
            // "12 injured in the blast"; but "arrested on Monday" may belong to a list of charges
            else if (rule is "number" or "bounded-number" && c.Norm(first - 1) is not ("in" or "since") && c.Counts.States.Contains(c.Norm(end)) && (_bare.IsCasualty(end) || c.Norm(end + 1) is not ("by" or "in" or "on" or "at")))
            {
                // whom it befell is what is counted; the dead of "12 killed" are told by the verb
                (counted, of) = (true, c.Norm(end) is "killed" ? null : c.Norm(end));
            }
            after = end;
        }
        if (of is "time" && unit is null && c.Norm(end) is "as" or "more" or "the" or "higher" or "larger" or "bigger" or "greater" or "faster" or "that" or "their" or "its" or "over")
            return null;
        if (rule is "vague-plural")
            return counted || _bare.IsSaidOfPeople(end) ? new(first, end, after, low, null, true, unit, of, rule) : null;
        if (BoundAfter(end) is { } trailing && bound is Bound.None)
        {
            (bound, end) = trailing;
            (rule, counted, after) = ("bounded-number", true, Math.Max(after, end));
            if (of is null && unit is null && c.Plural(end) is { } behind)
                (of, end, after) = (behind.Singular, behind.End, behind.End);
        }
        if (!counted && unit is null && of is null && _bare.NamedBefore(first) is { } named)
            (counted, of) = (true, named.Length == 0 ? null : named);
        // "four more ships" come on top of others
        if (rule is "number" && c.Norm(first + 1) is "more" or "additional" or "further")
            rule = "increment";
        if (!counted && !_bare.Stands(first))
            return null;
        var (least, most, about) = Bounds.Interval(low, high ?? low, bound);
        return new(first, end, after, least, most, approximate || about, unit, of, rule);
    }

    private (Bound, int)? BoundAfter(int i)
    {
        var key = c.Norm(i);
        for (var k = i; k < i + 2 && key.Length > 0; k++)
        {
            if (k > i)
                key += " " + c.Norm(k);
            if (c.Counts.After.TryGetValue(key, out var bound))
                return (bound, k + 1);
        }
        return null;
    }

    /// <summary>What is measured: "tonnes of freight", "percent of voters", "a 30% tariff".</summary>
    private (string? Of, int After) Measured(int end, int first, string kind)
    {
        if (c.Norm(end) is "of" || (c.Norm(end) is "in" && kind is "currency"))
        {
            var k = end + 1;
            if (c.Norm(k) is "the" or "its" or "their" or "all")
                k++;
            var head = -1;
            for (; k < end + 5 && c.IsNoun(k) && (!c.IsCapital(k) || head < 0); k++)
                head = k;
            if (head >= 0 && c.Kind(head) is TokenKind.Word && !(c.Norm(end) is "in" && (c.IsCapital(head) || c.Language.IsTimeName(c.Norm(head)))))
                return (c.Counts.Singular(c.Norm(head)) ?? c.Norm(head), head + 1);
            return (null, end);
        }
        return kind is "percent" && c.Norm(first - 1) is "a" or "an" or "the" && c.IsNoun(end) && !c.IsCapital(end) ? (c.Counts.Singular(c.Norm(end)) ?? c.Norm(end), end + 1) : (null, end);
    }
}
