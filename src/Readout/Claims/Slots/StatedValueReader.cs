using System.Globalization;
using NodaTime;
using Readout.Annotations;
using Readout.Stories.Streams;
using Readout.Text;

namespace Readout.Claims;

/// <summary>Reads the numbers and days of a text, with their bounds and the words around.</summary>
internal sealed class StatedValueReader
{
    // Words over which nearness falls by half.
    private const float HalfWay = 4;

    private const double About = 0.02;

    private readonly Document _document;
    private readonly IReadOnlyList<Span> _places;
    private readonly StatementTerms _terms;

    /// <param name="document">The page.</param>
    /// <param name="terms">What the statement is compared by.</param>
    /// <param name="places">Where each of its terms stands.</param>
    public StatedValueReader(Document document, StatementTerms terms, IReadOnlyList<Span> places) => (_document, _terms, _places) = (document, terms, places);

    public IReadOnlyList<StatedValue> Read(Span within)
    {
        var values = new List<StatedValue>();
        foreach (var quantity in In(_document.Quantities, within, q => q.Span))
        {
            if (quantity.Unit is not ("fold" or "share") && !IsInName(quantity.Span))
                values.Add(Of(quantity));
        }
        var times = In(_document.Times, within, t => t.Span).ToList();
        values.AddRange(times.Select(Of).OfType<StatedValue>());
        for (var i = Ordered.FirstAt(_document.Words, within.Start, w => w.Span.Start); i < _document.Words.Count && _document.Words[i].Span.End <= within.End; i++)
        {
            var word = _document.Words[i];
            if (word.Upos is Upos.Num or Upos.X or Upos.Noun && Number(word) is var (number, unit) && !values.Exists(v => v.Span.Overlaps(word.Span))
                && !times.Exists(t => t.Span.Overlaps(word.Span)) && !IsInName(word.Span))
                values.Add(Bare(i, number, unit));
        }
        return values;
    }

    private static IEnumerable<T> In<T>(IReadOnlyList<T> items, Span within, Func<T, Span> span)
    {
        for (var i = Ordered.FirstAt(items, within.Start, x => span(x).Start); i < items.Count && span(items[i]).Start < within.End; i++)
        {
            if (within.Contains(span(items[i])))
                yield return items[i];
        }
    }

    // "COVID-19", "Scream 4", "under-21": part of a name or of a word
    private bool IsInName(Span number) =>
        (number.Start > 0 && _document.Text.Value[number.Start - 1] is '-' or '#' && number.Start > 1 && char.IsLetter(_document.Text.Value[number.Start - 2]))
        || (Ordered.FirstAt(_document.Mentions, number.End, m => m.Span.Start) is var next and > 0 && _document.Mentions[next - 1] is var mention
            && mention.Form is MentionForm.Name or MentionForm.ShortName && mention.Span.Contains(number) && mention.Span != number);

    private StatedValue Of(Quantity quantity)
    {
        var words = _document.Slice(quantity.Span).ToLowerInvariant();
        var before = _document.Text.Value[Math.Max(0, quantity.Span.Start - 12)..quantity.Span.Start].ToLowerInvariant();
        var (low, high) = (quantity.Low, quantity.High);
        // beside a bound, "about 99.4" leaves less room than a rounded figure may have
        if (quantity.Approximate && low is { } l && high is { } h)
            (low, high) = ((l + h) / 2 * (1 - About), (l + h) / 2 * (1 + About));
        return Around(new StatedValue(quantity.Span, low, high, quantity.Unit, Term(QuantitySlot.Kind(quantity.Of)))
        {
            IsAbove = high is null && IsStrict(words, before),
            IsBelow = low is null && IsStrict(words, before),
        });
    }

    // "more than", "over", "under"; not "at least", "up to", "no more than".
    private static bool IsStrict(string words, string before) =>
        !EndsWith(before.TrimEnd(), "no") && !EndsWith(before.TrimEnd(), "not") && Array.Exists(s_strict, w => words.StartsWith(w + " ", StringComparison.Ordinal));

    private static readonly string[] s_strict = ["more", "over", "above", "less", "fewer", "under", "below", "lower", "higher", "greater", "exceeding"];

    private StatedValue? Of(TimeExpression time)
    {
        if (time.Type is not (TimexType.Date or TimexType.Time) || time.Value is not { } value)
            return null;
        var inYear = value.Length >= 10 && char.IsAsciiDigit(value[6]) && char.IsAsciiDigit(value[9]) && value[7] == '-'
            ? (31 * int.Parse(value.AsSpan(5, 2), CultureInfo.InvariantCulture)) + int.Parse(value.AsSpan(8, 2), CultureInfo.InvariantCulture)
            : (double?)null;
        if (time.When.IsUnknown && inYear is null)
            return null;
        var unit = time.When.IsUnknown ? StatedValue.DayOfYear : StatedValue.Day;
        var (low, high) = time.When.IsUnknown ? (inYear, inYear) : (Days(time.When.Earliest), Days(time.When.Latest));
        var before = _document.Text.Value[Math.Max(0, time.Span.Start - 12)..time.Span.Start].TrimEnd().ToLowerInvariant();
        var stated = before switch
        {
            _ when EndsWith(before, "before") => new StatedValue(time.Span, null, low, unit, null) { IsBelow = true },
            _ when EndsWith(before, "until") || EndsWith(before, "by") => new StatedValue(time.Span, null, high, unit, null),
            _ when EndsWith(before, "after") => new StatedValue(time.Span, high, null, unit, null) { IsAbove = true },
            _ when EndsWith(before, "since") => new StatedValue(time.Span, low, null, unit, null),
            _ => new StatedValue(time.Span, low, high, unit, null),
        };
        return Around(stated with { InYear = inYear });
    }

    private static bool EndsWith(string text, string word) =>
        text.EndsWith(word, StringComparison.Ordinal) && (text.Length == word.Length || !char.IsLetter(text[^(word.Length + 1)]));

    private static double? Days(LocalDate? day) => day is { } d ? Period.DaysBetween(new LocalDate(1, 1, 1), d) : null;

    // "1,548", "3.5/10": a mark out of ten is of its own unit
    private (double Number, string? Unit)? Number(Annotations.Word word)
    {
        var digits = _document.Slice(word.Span).Replace(",", "", StringComparison.Ordinal);
        var slash = digits.IndexOf('/', StringComparison.Ordinal);
        return double.TryParse(slash < 0 ? digits : digits[..slash], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && (slash < 0 || digits.AsSpan(slash + 1).ContainsAnyInRange('0', '9'))
            ? (number, slash < 0 ? null : digits[slash..])
            : null;
    }

    // A number that counts nothing named: a mark, a sum without a currency; bounds and magnitudes beside it are read here.
    private StatedValue Bare(int index, double number, string? unit)
    {
        var word = _document.Words[index];
        if (index + 1 < _document.Words.Count && s_magnitudes.TryGetValue(_document.Words[index + 1].Lemma.ToLowerInvariant(), out var times))
            number *= times;
        var before = _document.Text.Value[Math.Max(0, word.Span.Start - 16)..word.Span.Start].TrimEnd(' ', '$', '£', '€').ToLowerInvariant();
        var above = Array.Exists(s_above, w => EndsWith(before, w));
        var below = Array.Exists(s_below, w => EndsWith(before, w));
        var value = new StatedValue(word.Span, below ? null : number, above ? null : number, unit, unit is null && word.Relation is "nummod" ? OfHead(word.Head) : null)
        {
            IsAbove = above,
            IsBelow = below,
        };
        return Around(value);
    }

    private static readonly Dictionary<string, double> s_magnitudes = new(StringComparer.Ordinal)
    {
        ["thousand"] = 1e3, ["lakh"] = 1e5, ["million"] = 1e6, ["crore"] = 1e7, ["crores"] = 1e7, ["billion"] = 1e9, ["trillion"] = 1e12,
    };

    private static readonly string[] s_above = ["more than", "over", "above", "higher than", "greater than", "exceeding"];
    private static readonly string[] s_below = ["less than", "under", "below", "lower than", "fewer than"];

    private StatementTerm? OfHead(int head) => head >= 0 && _document.Words[head].Upos is Upos.Noun ? Term(_document.Words[head].Lemma) : null;

    private StatedValue Around(StatedValue value)
    {
        var at = Ordered.FirstAt(_places, value.Span.Start + 1, p => p.End);
        var around = new List<(StatementTerm, float)>();
        for (var k = 0; k < _places.Count; k++)
        {
            if (_terms.Terms[k].Kind is not (TermKind.Number or TermKind.Time))
                around.Add((_terms.Terms[k], HalfWay / (HalfWay + Math.Abs(k - at))));
        }
        return value with { Around = around };
    }

    private static StatementTerm? Term(string? word) => word is null ? null : StatementTermReader.Open(word);
}
