using Readout.Languages;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>A quantity in tokens.</summary>
/// <param name="After">Token after all its words, the thing measured included ("of freight").</param>
internal sealed record ReadQuantity(
    int First, int End, int After, double? Low, double? High, bool Approximate, string? Unit, string? Of, string Rule);

/// <summary>Reads one quantity at a token: bound, sign of currency, number or range, magnitude, unit or noun.</summary>
internal sealed class QuantityReader(SourceText text, IReadOnlyList<Token> tokens, Language language)
{
    // "some 1,000" may be 950 to 1,050: rounded figures of news differ by about a twentieth.
    private const double Tolerance = 0.05;

    private const int LongestNounPhrase = 4;

    private readonly NumberWords _numbers = language.Numbers;
    private readonly CountWords _counts = language.Counts;
    private int _begin;
    private int _end;

    public void MoveTo(int begin, int end) => (_begin, _end) = (begin, end);

    private string Norm(int i) => i >= _begin && i < _end ? tokens[i].Norm : "";

    private bool IsCapital(int i) => i >= _begin && i < _end && char.IsUpper(text[tokens[i].Span.Start]);

    private bool Glued(int i) => i > _begin && i < _end && tokens[i].Span.Start == tokens[i - 1].Span.End;

    public ReadQuantity? Read(int first)
    {
        var (bound, at) = BoundBefore(first);
        var between = Norm(at) is "between";
        if (between)
            at++;
        var (currency, number) = CurrencyBefore(at);
        if (Vague(first, number) is { } vague)
            return Finish(first, vague.End, vague.Value, null, true, currency, "vague-plural", Bound.None, true);
        if (NumberAt(number) is not { } read)
            return null;
        if (Range(read, between) is { } range)
            return Finish(first, range.End, range.Low, range.High, false, currency ?? range.Currency, "range", Bound.None, true);
        if (between)
            return null;
        if (bound is Bound.None && currency is null && IsLabel(first, read))
            return null;
        return Finish(first, read.End, read.Value, read.Value, false, currency, bound is Bound.None ? "number" : "bounded-number", bound, read.InDigits);
    }

    private (Bound Bound, int End) BoundBefore(int i)
    {
        if (!_counts.BoundStarts.Contains(Norm(i)))
            return (Bound.None, i);
        var key = Norm(i);
        var found = _counts.Before.TryGetValue(key, out var bound) ? (bound, i + 1) : (Bound.None, i);
        for (var k = i + 1; k < i + 4; k++)
        {
            key += " " + Norm(k);
            if (_counts.Before.TryGetValue(key, out bound))
                found = (bound, k + 1);
        }
        return found;
    }

    /// <summary>"$", "US$", "€": the currency and the token of the number behind it.</summary>
    private (string? Currency, int Number) CurrencyBefore(int i)
    {
        if (_counts.Units.TryGetValue(Norm(i), out var unit) && unit.Kind is "currency" && tokens[i].Kind is TokenKind.Symbol)
            return (unit.Singular, i + 1);
        return Norm(i) is "us" or "a" or "c" or "nz" or "hk" or "s" && Norm(i + 1) is "$" && Glued(i + 1) ? ("dollar", i + 2) : (null, i);
    }

    /// <summary>"dozens of people", "tens of thousands of".</summary>
    private (double Value, int End)? Vague(int first, int i)
    {
        if (_numbers.Plurals.TryGetValue(Norm(i), out var value))
        {
            if (Norm(i + 1) is "of" && _numbers.Plurals.TryGetValue(Norm(i + 2), out var more))
                return (value / 2 * more, i + 3);
            return first == i && Norm(i + 1) is not "of" && !IsNoun(i + 1) ? null : (value, i + 1);
        }
        return Norm(i) is "tens" && Norm(i + 1) is "of" && _numbers.Plurals.TryGetValue(Norm(i + 2), out var tens) ? (tens * 10, i + 3) : null;
    }

    private ReadNumber? NumberAt(int i)
    {
        if (i >= _end)
            return null;
        if (NumberReader.Read(tokens, i, _end, _numbers) is { } read)
            return read;
        // 3.5bn, 2m, 5km
        var norm = tokens[i].Norm;
        var letters = 0;
        while (letters < norm.Length && norm[letters] is (>= '0' and <= '9') or '.' or ',')
            letters++;
        if (letters == 0 || letters == norm.Length || NumberReader.Digits(norm[..letters]) is not { } digits)
            return null;
        var tail = norm[letters..];
        if (_numbers.Suffixes.TryGetValue(tail, out var magnitude) && (tail.Length > 1 || MeansMillions(i)))
            return new(digits * magnitude, i + 1, true);
        return null;
    }

    // "$2m" and "2m people" are millions, "a 2m wall" is metres
    private bool MeansMillions(int i) =>
        (i > _begin && _counts.Units.TryGetValue(Norm(i - 1), out var unit) && unit.Kind is "currency") || IsNoun(i + 1) && _counts.Singular(Norm(i + 1)) is not null
        || (_counts.Units.TryGetValue(Norm(i + 1), out var after) && after.Kind is "currency" or "measure");

    private (double Low, double High, int End, string? Currency)? Range(ReadNumber low, bool between)
    {
        var joint = Norm(low.End);
        if (!(between ? joint is "and" : joint is "to" or "or" || (joint is "-" && low.InDigits)))
            return null;
        var (currency, at) = CurrencyBefore(low.End + 1);
        if (NumberAt(at) is not { } high || high.Value <= low.Value)
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
        _numbers.Magnitudes.TryGetValue(Norm(number.End - 1), out var magnitude) && magnitude >= 1000 ? magnitude : 1;

    private bool Moves(int to)
    {
        for (var i = to - 1; i > to - 7 && i >= _begin; i--)
        {
            if (Norm(i) is "from")
                return true;
        }
        return false;
    }

    /// <summary>A number that names or dates something and counts nothing.</summary>
    private bool IsLabel(int first, ReadNumber read)
    {
        var before = Norm(first - 1);
        var after = Norm(read.End);
        var small = !read.InDigits && read.Value <= 12;
        if (_counts.Numbered.Contains(before) && !IsUnit(read.End) && Plural(read.End) is null)
            return true;
        if (before is "#" or "/" or "@" or "+" || (before is "-" && Glued(first)) || (after is "/" or "-" && Glued(read.End)))
            return true;
        // an age: Kovar, 52, said
        if (before is "," && after is "," or "." or ")" && IsCapital(first - 2) && read.Value < 120)
            return true;
        if (before is "aged" or "age" || (after is "years" or "year" && Norm(read.End + 1) is "old"))
            return true;
        if (first == _begin && (after is "." or ")" or ":" or "") && read.InDigits)
            return true;
        if (small && before is "the" or "these" or "those" or "his" or "her" or "its" or "their" or "our" or "other" or "last" or "first" or "next" or "no" or "any" or "which" or "this" or "that" or "every" or "each" or "another")
            return true;
        // "one recalls", "one of them"
        if (read.Value == 1 && !read.InDigits && !IsUnit(read.End))
            return true;
        // Boeing 737, Covid 19, Area 51
        return read.InDigits && IsCapital(first - 1) && first - 1 > _begin && !IsUnit(read.End) && Plural(read.End) is null;
    }

    private bool IsUnit(int i) => UnitAt(i) is not null;

    private (Unit Unit, int End)? UnitAt(int i)
    {
        if (Norm(i) is "per" && Norm(i + 1) is "cent")
            return (_counts.Units["percent"], i + 2);
        if (Norm(i) is "percentage" && Norm(i + 1) is "points" or "point")
            return (new Unit("percent", "percentage point"), i + 2);
        if (Norm(i) is "basis" && Norm(i + 1) is "points" or "point")
            return (new Unit("percent", "basis point"), i + 2);
        if (Norm(i) is "square" or "cubic" or "nautical" or "metric" && _counts.Units.TryGetValue(Norm(i + 1), out var shaped) && shaped.Kind is "measure")
            return (Norm(i) is "metric" ? new Unit("measure", "tonne") : shaped with { Singular = Norm(i) + " " + shaped.Singular }, i + 2);
        if (Norm(i) is "u.s." or "us" or "american" or "canadian" or "australian" or "swiss" or "pakistani" or "russian" && _counts.Units.TryGetValue(Norm(i + 1), out var money) && money.Kind is "currency")
            return (money, i + 2);
        if (Norm(i) is "won" && i > _begin && _numbers.Magnitudes.ContainsKey(Norm(i - 1)))
            return (new Unit("currency", "won"), i + 1);
        return _counts.Units.TryGetValue(Norm(i), out var unit) && (tokens[i].Kind is TokenKind.Word || Norm(i) is "%" or "€" or "£" or "₽" or "₹" or "$") ? (unit, i + 1) : null;
    }

    private bool IsNoun(int i) => i < _end && i >= _begin && tokens[i].Kind is TokenKind.Word && !_counts.NotNouns.Contains(Norm(i));

    /// <summary>The noun counted: the first plural within a few words, none of which can end a noun phrase.</summary>
    private (string Singular, int End)? Plural(int i)
    {
        for (var k = i; k < i + LongestNounPhrase && IsNoun(k); k++)
        {
            if (k > i && Norm(k)[0] is '\'')
                break;
            if (_counts.Singular(Norm(k)) is not { } singular || Norm(k + 1) is "'s")
                continue;
            // "sales jobs": the last of two plurals is the thing
            return k + 1 < i + LongestNounPhrase && IsNoun(k + 1) && _counts.Singular(Norm(k + 1)) is { } head && Norm(k) is "sales" or "sports" or "arms" or "goods" or "savings"
                ? (head, k + 2)
                : (singular, k + 1);
        }
        return null;
    }

    private ReadQuantity? Finish(int first, int end, double low, double? high, bool approximate, string? currency, string rule, Bound bound, bool plain)
    {
        string? of = null;
        var unit = currency;
        var after = end;
        var counted = bound is not Bound.None || currency is not null;
        if (currency is null && UnitAt(end) is { } measured)
        {
            (unit, end) = (measured.Unit.Singular, measured.End);
            (of, after) = Measured(end, first, measured.Unit.Kind);
            counted = true;
        }
        else if (currency is not null)
        {
            if (UnitAt(end) is { Unit.Kind: "currency" } repeated)
                end = repeated.End;
            (of, after) = Measured(end, first, "currency");
        }
        else
        {
            var start = Norm(end) is "of" && rule is "vague-plural" ? end + 1 : end;
            if (Plural(start) is { } noun)
            {
                (of, end) = (noun.Singular, noun.End);
                counted = true;
            }
            after = end;
        }
        if (of is "time" && unit is null && Norm(end) is "as" or "more" or "the" or "higher" or "larger" or "bigger" or "greater" or "faster" or "that" or "their" or "its" or "over")
            return null;
        if (rule is "vague-plural")
            return counted ? new(first, end, after, low, null, true, unit, of, rule) : null;
        if (BoundAfter(end) is { } trailing && bound is Bound.None)
        {
            (bound, end) = trailing;
            (rule, counted, after) = ("bounded-number", true, Math.Max(after, end));
            if (of is null && unit is null && Plural(end) is { } behind)
                (of, end, after) = (behind.Singular, behind.End, behind.End);
        }
        if (!counted && !Stands(first, plain))
            return null;
        var (least, most, about) = Interval(low, high ?? low, bound);
        return new(first, end, after, least, most, approximate || about, unit, of, rule);
    }

    private (Bound, int)? BoundAfter(int i)
    {
        var key = Norm(i);
        for (var k = i; k < i + 2 && key.Length > 0; k++)
        {
            if (k > i)
                key += " " + Norm(k);
            if (_counts.After.TryGetValue(key, out var bound))
                return (bound, k + 1);
        }
        return null;
    }

    /// <summary>What is measured: "tonnes of freight", "percent of voters", "a 30% tariff".</summary>
    private (string? Of, int After) Measured(int end, int first, string kind)
    {
        if (Norm(end) is "of" || (Norm(end) is "in" && kind is "currency"))
        {
            var k = end + 1;
            if (Norm(k) is "the" or "its" or "their" or "all")
                k++;
            var head = -1;
            for (; k < end + 5 && IsNoun(k) && (!IsCapital(k) || head < 0); k++)
                head = k;
            if (head >= 0 && tokens[head].Kind is TokenKind.Word && !(Norm(end) is "in" && (IsCapital(head) || language.IsTimeName(Norm(head)))))
                return (_counts.Singular(Norm(head)) ?? Norm(head), head + 1);
            return (null, end);
        }
        return kind is "percent" && Norm(first - 1) is "a" or "an" or "the" && IsNoun(end) && !IsCapital(end) ? (_counts.Singular(Norm(end)) ?? Norm(end), end + 1) : (null, end);
    }

    /// <summary>A bare number counts where a verb or a preposition of counting stands before it: "rose to 15", "killing 12".</summary>
    private bool Stands(int first, bool inDigits) =>
        Norm(first - 1) switch
        {
            "killed" or "killing" or "kill" or "wounded" or "wounding" or "injured" or "injuring" or "reached" or "totalled" or "totaled" or "numbered" or "left" or "leaving" => true,
            "to" or "at" or "from" or "by" => inDigits && Norm(first - 2) is "rose" or "rises" or "risen" or "rising" or "climbed" or "climbs" or "fell" or "dropped" or "increased" or "grew" or "stands" or "stood" or "stands" or "up" or "toll" or "down" or "revised" or "raised",
            _ => false,
        };

    private static (double? Low, double? High, bool About) Interval(double low, double high, Bound bound) => bound switch
    {
        Bound.Low => (low, null, false),
        Bound.High => (null, high, false),
        Bound.About => (Round(low * (1 - Tolerance)), Round(high * (1 + Tolerance)), true),
        Bound.Nearly => (Round(low * (1 - Tolerance)), high, true),
        Bound.OverByLittle => (low, Round(high * (1 + Tolerance)), true),
        _ => (low, high, false),
    };

    // Binary fractions do not multiply cleanly; the bytes of an export must.
    private static double Round(double value) => Math.Round(value, 6, MidpointRounding.AwayFromZero);
}
