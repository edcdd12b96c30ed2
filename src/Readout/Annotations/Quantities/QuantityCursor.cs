using System.Buffers;
using Readout.Languages;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>The tokens of a sentence as the rules for quantities look at them; reading outside it gives nothing.</summary>
internal sealed class QuantityCursor
{
    private const int LongestNounPhrase = 4;

    private static readonly SearchValues<char> Figures = SearchValues.Create("0123456789.,");

    private readonly SourceText _text;
    private readonly IReadOnlyList<Token> _tokens;
    private int _begin;
    private int _end;

    public QuantityCursor(SourceText text, IReadOnlyList<Token> tokens, Language language)
    {
        (_text, _tokens, Language) = (text, tokens, language);
        (Numbers, Counts) = (language.Numbers, language.Counts);
        Norms = Norm;
    }

    public Language Language { get; }

    public NumberWords Numbers { get; }

    public CountWords Counts { get; }

    /// <summary><see cref="Norm"/> as a function, made once.</summary>
    public Func<int, string> Norms { get; }

    public int Begin => _begin;

    public bool Has(int i) => i >= _begin && i < _end;

    public TokenKind Kind(int i) => _tokens[i].Kind;

    public ReadOnlySpan<char> Chars(int i) => _text.Chars(_tokens[i].Span);

    public void MoveTo(int begin, int end) => (_begin, _end) = (begin, end);

    public string Norm(int i) => i >= _begin && i < _end ? _tokens[i].Norm : "";

    public bool IsCapital(int i) => i >= _begin && i < _end && char.IsUpper(_text[_tokens[i].Span.Start]);

    public bool Glued(int i) => i > _begin && i < _end && _tokens[i].Span.Start == _tokens[i - 1].Span.End;

    public ReadNumber? NumberAt(int i)
    {
        if (i >= _end)
            return null;
        if (NumberReader.Read(_tokens, i, _end, Numbers) is { } read)
        {
            // "two and a half hours"
            var isAndHalf = read.Value < 100 && Norm(read.End) is "and" && Norm(read.End + 1) is "a" && Norm(read.End + 2) is "half" && IsUnit(read.End + 3);
            return isAndHalf ? read with { Value = read.Value + 0.5, End = read.End + 3 } : read;
        }
        // 3.5bn, 2m, 5km
        var norm = _tokens[i].Norm;
        var letters = 0;
        while (letters < norm.Length && norm[letters] is (>= '0' and <= '9') or '.' or ',')
            letters++;
        if (letters == 0 || letters == norm.Length || NumberReader.Digits(norm[..letters]) is not { } digits)
            return null;
        var tail = norm[letters..];
        if (Numbers.Suffixes.TryGetValue(tail, out var magnitude) && (tail.Length > 1 || MeansMillions(i)))
            return new(digits * magnitude, i + 1, true);
        return GluedUnit(tail) is not null ? new(digits, i + 1, true) : null;
    }

    // 5km, 30kg: the unit is part of the token
    public Unit? GluedUnit(string tail) => tail.Length > 1 && Counts.Units.TryGetValue(tail, out var unit) && unit.Kind is "measure" ? unit : null;

    // "$2m" and "2m people" are millions, "a 2m wall" is metres
    public bool MeansMillions(int i) =>
        (i > _begin && Counts.Units.TryGetValue(Norm(i - 1), out var unit) && unit.Kind is "currency") || IsNoun(i + 1) && Counts.Singular(Norm(i + 1)) is not null
        || (Counts.Units.TryGetValue(Norm(i + 1), out var after) && after.Kind is "currency" or "measure");

    public bool IsUnit(int i) => UnitAt(i) is not null;

    public (Unit Unit, int End)? UnitAt(int i)
    {
        if (Norm(i) is "per" && Norm(i + 1) is "cent")
            return (Counts.Units["percent"], i + 2);
        if (Norm(i) is "percentage" && Norm(i + 1) is "points" or "point")
            return (new Unit("percent", "percentage point"), i + 2);
        if (Norm(i) is "basis" && Norm(i + 1) is "points" or "point")
            return (new Unit("percent", "basis point"), i + 2);
        if (Norm(i) is "square" or "cubic" or "nautical" or "metric" && Counts.Units.TryGetValue(Norm(i + 1), out var shaped) && shaped.Kind is "measure")
            return (Norm(i) is "metric" ? new Unit("measure", "tonne") : shaped with { Singular = Norm(i) + " " + shaped.Singular }, i + 2);
        if (Norm(i) is "u.s." or "us" or "american" or "canadian" or "australian" or "swiss" or "pakistani" or "russian" && Counts.Units.TryGetValue(Norm(i + 1), out var money) && money.Kind is "currency")
            return (money.Singular is "dollar" && Dollar(Norm(i)) is { } dollar ? money with { Singular = dollar } : money, i + 2);
        if (Norm(i) is "won" && i > _begin && Numbers.Magnitudes.ContainsKey(Norm(i - 1)))
            return (new Unit("currency", "won"), i + 1);
        return Counts.Units.TryGetValue(Norm(i), out var unit) && (_tokens[i].Kind is TokenKind.Word || Norm(i) is "%" or "€" or "£" or "₽" or "₹" or "$") ? (unit, i + 1) : null;
    }

    public bool IsNoun(int i) => i < _end && i >= _begin && _tokens[i].Kind is TokenKind.Word && !Counts.NotNouns.Contains(Norm(i));

    /// <summary>The noun counted: the first plural within a few words, none of which can end a noun phrase.</summary>
    public (string Singular, int End)? Plural(int i)
    {
        for (var k = i; k < i + LongestNounPhrase && IsNoun(k); k++)
        {
            if (k > i && Norm(k)[0] is '\'')
                break;
            if (Counts.Singular(Norm(k)) is not { } singular || Norm(k + 1) is "'s")
                continue;
            // "sales jobs": the last of two plurals is the thing
            return k + 1 < i + LongestNounPhrase && IsNoun(k + 1) && Counts.Singular(Norm(k + 1)) is { } head && Norm(k) is "sales" or "sports" or "arms" or "goods" or "savings"
                ? (head, k + 2)
                : (singular, k + 1);
        }
        return null;
    }

    public static string? Dollar(string prefix) => prefix switch
    {
        "us" => "dollar",
        "a" or "au" or "australian" => "Australian dollar",
        "c" or "ca" or "canadian" => "Canadian dollar",
        "nz" => "New Zealand dollar",
        "hk" => "Hong Kong dollar",
        "s" or "singapore" => "Singapore dollar",
        "nt" or "taiwan" => "Taiwan dollar",
        _ => null,
    };

    public Unit? Tail(int token)
    {
        var norm = Norm(token);
        if (norm.Length < 3 || norm[0] is < '0' or > '9' || norm[^1] is >= '0' and <= '9')
            return null;
        var letters = norm.AsSpan().IndexOfAnyExcept(Figures);
        return letters > 0 ? GluedUnit(norm[letters..]) : null;
    }
}
