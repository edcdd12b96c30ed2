using Readout.Annotations;
using Readout.Languages;
using Readout.Text;

namespace Readout.Claims;

/// <summary>Which numbers of a page count people who fell ill: "31 people are confirmed to have cholera", "57 cases".</summary>
internal sealed class Sickness
{
    /// <summary>The class of such numbers, beside the classes of predicates.</summary>
    public const string Class = "ill";

    // Words between those who are counted and the words that say they are ill.
    private const int Farthest = 8;

    private static readonly Lazy<PhrasePatterns> Patterns = new(() => new PhrasePatterns(Resource.Rows("En/sickness-words.tsv").Select(row => (row[0], row[1]))));

    private readonly Document _document;
    private readonly IReadOnlyList<PhrasePatterns.Match> _found;
    private readonly bool _isOfIllness;

    public Sickness(Document document)
    {
        _document = document;
        _found = [.. Patterns.Value.Find(document.Tokens, 0, document.Tokens.Count)];
        _isOfIllness = _found.Any(m => m.Label is "talk");
    }

    /// <summary>True where a number counts the ill. Those who are in hospital or recover are some of them, and no count of all.</summary>
    public bool Counts(Quantity quantity)
    {
        if (quantity.Unit is not null)
            return false;
        var tokens = _document.Tokens;
        var first = Ordered.FirstAt(tokens, quantity.Span.Start, t => t.Span.Start);
        var behind = Ordered.FirstAt(tokens, quantity.Span.End, t => t.Span.Start);
        // "cases" are many things on a page that speaks of no illness
        if (_isOfIllness && _found.Any(m => m.Label is "noun" && m.First >= first && m.End == behind))
            return !Excludes(first, behind);
        if (quantity.Of is null || (QuantitySlot.Kind(quantity.Of) is not "person" && HarmWords.En.Person(quantity.Of) is null))
            return false;
        if (_found.Any(m => m.Label is "kind" && m.First >= first && m.End <= behind))
            return true;
        var end = End(quantity, behind);
        return _found.Any(m => m.Label is "state" or "have" && m.First >= behind && m.First <= behind + Farthest && m.First < end && !Excludes(behind, m.First));
    }

    // Up to the next number, or where the sentence takes up something else.
    private int End(Quantity quantity, int from)
    {
        var tokens = _document.Tokens;
        var next = Ordered.FirstAt(_document.Quantities, quantity.Span.End, q => q.Span.Start);
        var place = next < _document.Quantities.Count ? _document.Quantities[next].Span.Start : int.MaxValue;
        var i = from;
        while (i < tokens.Count && tokens[i].Span.Start < place && tokens[i].Norm is not ("." or ";" or ":" or "!" or "?"))
            i++;
        return i;
    }

    // "not", "no longer", "suspected cases", "new cases": none, or not all.
    private bool Excludes(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (_document.Tokens[i].Norm is "not" or "no" or "never" or "without" or "suspected" or "possible" or "probable" or "new" or "more" or "other" or "another" or "further" or "may" or "might" or "could")
                return true;
        }
        return false;
    }
}
