using Readout.Annotations;
using Readout.Text;

namespace Readout.Claims;

/// <summary>Which numbers of a page count people killed, injured or ill: by whom the words say it of, not by the word that stands nearest.</summary>
internal sealed class CountedHarm
{
    private readonly Document _document;
    private readonly IReadOnlyList<Count> _counts;
    private readonly Sickness _sickness;

    private readonly record struct Count(Span Number, Harm Harm, double Low, double? High)
    {
        public string Class => Harm is Harm.Killed ? "kill" : "injure";
    }

    public CountedHarm(Document document)
    {
        (_document, _sickness) = (document, new Sickness(document));
        _counts = document.Words.Count == 0 ? [] : Read(document);
    }

    /// <summary>The class of predicates that a number's people came to: "kill", "injure" or "ill"; null where it counts none of them.</summary>
    public string? Of(Quantity quantity)
    {
        for (var i = Ordered.FirstAt(_counts, quantity.Span.Start, c => c.Number.Start); i < _counts.Count && _counts[i].Number.Start < quantity.Span.End; i++)
        {
            if (quantity.Span.Contains(_counts[i].Number))
                return _counts[i].Class;
        }
        return _sickness.Counts(quantity) ? Sickness.Class : null;
    }

    /// <summary>Numbers that say by themselves whom they count, and are no quantity of the page ("Five have died", "six of them fatal").</summary>
    public IEnumerable<(Quantity Quantity, string Class)> Alone(Span sentence)
    {
        for (var i = Ordered.FirstAt(_counts, sentence.Start, c => c.Number.Start); i < _counts.Count && _counts[i].Number.Start < sentence.End; i++)
        {
            var count = _counts[i];
            if (sentence.Contains(count.Number) && !_document.Quantities.Any(q => q.Span.Overlaps(count.Number)))
                yield return (new Quantity(count.Number, count.Low, count.High, false, null, "person", null, "victims"), count.Class);
        }
    }

    // The worst that is said of each counted phrase, by the place of its noun.
    private static List<Count> Read(Document document) =>
    [
        .. CasualtyReader.Read(document)
            .Where(c => c.Harm is not Harm.Struck && c.Victim.IsCounted && c.Low > 1)
            .GroupBy(c => c.Victim.Head)
            .Select(g => (g.Key, Worst: g.MaxBy(c => c.Harm)!))
            .Select(g => new Count(document.Words[g.Key].Span, g.Worst.Harm, g.Worst.Low, g.Worst.High))
            .Concat(Fatal(document))
            .DistinctBy(c => c.Number)
            .OrderBy(c => c.Number),
    ];

    // "six of them fatal", "six of which were fatal"
    private static IEnumerable<Count> Fatal(Document document)
    {
        var tokens = document.Tokens;
        for (var i = 0; i + 3 < tokens.Count; i++)
        {
            if (tokens[i + 1].Norm is not "of" || tokens[i + 2].Norm is not ("them" or "which" or "these" or "those") || Number(tokens[i]) is not { } number)
                continue;
            var at = tokens[i + 3].Norm is "were" or "was" or "are" or "proved" && i + 4 < tokens.Count ? i + 4 : i + 3;
            if (tokens[at].Norm is "fatal" or "fatally" or "deadly")
                yield return new Count(tokens[i].Span, Harm.Killed, number, number);
        }
    }

    private static double? Number(Token token) =>
        Languages.Language.En.Numbers.Cardinals.TryGetValue(token.Norm, out var written) ? written
        : double.TryParse(token.Norm, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var digits) ? digits : null;
}
