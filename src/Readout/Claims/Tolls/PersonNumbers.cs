using System.Globalization;
using Readout.Annotations;
using Readout.Languages;
using Readout.Text;

namespace Readout.Claims;

/// <summary>Numbers beside people: how many they are, how old, the how many-th.</summary>
internal sealed class PersonNumbers(Document document, WordTree tree)
{
    private readonly IReadOnlyList<Word> _words = document.Words;

    /// <summary>A number that may count people: no age, no part of a name or date.</summary>
    public bool IsCount(int word)
    {
        if (_words[word].Upos is not Upos.Num || Number(word) is not { Low: < 5000 } || IsAge(word) || After(word - 2, word - 2) is not null || IsOfParent(word) || IsOfModel(word))
            return false;
        var place = _words[word].Span;
        var at = Math.Max(0, Ordered.FirstAt(document.Times, place.Start, t => t.Span.Start) - 1);
        return !(at < document.Times.Count && document.Times[at].Span.Overlaps(place)) && !(at + 1 < document.Times.Count && document.Times[at + 1].Span.Overlaps(place));
    }

    // "an AK-47"
    private bool IsOfModel(int word) =>
        word > 1 && _words[word - 1].Lemma is "-" && _words[word - 1].Span.End == _words[word].Span.Start && _words[word - 2].Span.End == _words[word - 1].Span.Start && _words[word - 2].Upos is not Upos.Num;

    // "a mother of three": how many she has
    private bool IsOfParent(int word) =>
        word > 1 && _words[word - 1].Lemma is "of" && _words[word - 2].Lemma.ToLowerInvariant() is "mother" or "father" or "parent" or "mom" or "mum" or "dad" or "grandmother" or "grandfather";

    public static int Ordinal(string norm) => Language.En.Numbers.Ordinals.TryGetValue(norm, out var value) && value < 100 ? (int)value
        : norm.Length is 3 or 4 && norm[^2..] is "st" or "nd" or "rd" or "th" && int.TryParse(norm[..^2], NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits : 0;

    // "a 4-year-old"
    public int? YearOld(int head)
    {
        if (Norm(head) is not ("old" or "olds") || _words[head].Upos is Upos.Adj && _words[head].Relation is "amod")
            return Norm(head) is var whole && whole.EndsWith("-year-old", StringComparison.Ordinal) && _words[head].Relation is not "amod" && int.TryParse(whole[..^9], NumberStyles.None, CultureInfo.InvariantCulture, out var written) ? written : null;
        for (var i = head - 1; i >= Math.Max(0, head - 5); i--)
        {
            if (Norm(i) is "-")
                continue;
            if (Norm(i) is "year" or "years" or "month" or "months" or "week" or "weeks" or "day" or "days")
            {
                var number = Norm(i - 1) is "-" ? i - 2 : i - 1;
                return number >= 0 && Digits(number) is { } value ? Norm(i).StartsWith("year", StringComparison.Ordinal) ? value : 0 : null;
            }
            return null;
        }
        return null;
    }

    public (double Low, double? High)? Number(int word)
    {
        if (_words[word].Upos is not (Upos.Num or Upos.Noun or Upos.Adj or Upos.Propn))
            return null;
        var norm = Norm(word);
        double? value = Language.En.Numbers.Cardinals.TryGetValue(norm, out var cardinal) ? cardinal
            : norm.Length <= 5 && double.TryParse(norm, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var digits) ? digits : null;
        if (value is not { } number)
            return Language.En.Numbers.Plurals.TryGetValue(norm, out var plural) ? (plural, null) : null;
        var place = _words[word].Span;
        var at = Ordered.FirstAt(document.Quantities, place.End, q => q.Span.Start) - 1;
        if (at >= 0 && document.Quantities[at] is var quantity && quantity.Span.Contains(place) && (quantity.Low == value || quantity.High == value))
            return (quantity.Low ?? 0, quantity.High);
        return (number, number);
    }

    // "5-year-old", ", 27,"
    public bool IsAge(int word)
    {
        for (var i = word + 1; i < Math.Min(word + 4, _words.Count); i++)
        {
            if (Norm(i) is "year" or "years" or "month" or "months" or "yr" or "week" or "weeks" or "day" or "days")
                return true;
            // "19- and 20-year-old brothers"
            if (Norm(i) is "and" or "or" && Norm(i - 1) is "-" && _words[i - 1].Span.Start == _words[word].Span.End && i + 1 < _words.Count && Digits(i + 1) is not null)
                return IsAge(i + 1);
            if (Norm(i) is not "-")
                return false;
        }
        return false;
    }

    public int? Age(int first, int head, int last)
    {
        for (var i = first; i <= Math.Min(last, head + 12); i++)
        {
            if (Digits(i) is { } age && IsAge(i))
            {
                for (var k = i + 1; k < Math.Min(i + 4, _words.Count); k++)
                {
                    if (Norm(k) is "month" or "months" or "week" or "weeks" or "day" or "days")
                        return Norm(k).StartsWith("month", StringComparison.Ordinal) ? (int)(age / 12) : 0;
                }
                return age;
            }
        }
        // "Jory Pell, 27,"
        return After(head, last);
    }

    public int? After(int head, int last)
    {
        if (head < 0)
            return null;
        for (var i = head + 1; i + 1 < Math.Min(Math.Max(last, head) + 3, _words.Count) && i < head + 4; i++)
        {
            if (Norm(i) is "," or "(" && Digits(i + 1) is { } age && (i + 2 >= _words.Count || Norm(i + 2) is "," or ")" or "." or ";" or "and" or "of" || !tree.IsInSentence(i + 1, i + 2)))
                return age;
        }
        return null;
    }

    private int? Digits(int word)
    {
        var norm = Norm(word);
        return norm.Length is 1 or 2 or 3 && int.TryParse(norm, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value < 111 ? value
            : Language.En.Numbers.Cardinals.TryGetValue(norm, out var cardinal) ? (int)cardinal : null;
    }

    public string Norm(int word) => word >= 0 && word < _words.Count ? document.Tokens[_words[word].Token].Norm is var norm && norm.Length == _words[word].Span.Length ? norm : document.Slice(_words[word].Span).ToLowerInvariant() : "";
}
