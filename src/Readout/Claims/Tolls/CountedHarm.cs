using Readout.Annotations;
using Readout.Text;

namespace Readout.Claims;

/// <summary>Which numbers of a page count people killed or injured: by whom the words say it of, not by the word that stands nearest.</summary>
internal sealed class CountedHarm
{
    private readonly Dictionary<string, IReadOnlyList<(Span Number, Harm Harm)>> _read = new(StringComparer.Ordinal);

    /// <summary>The class of predicates that a number's people came to: "kill" or "injure"; null where it counts neither.</summary>
    public string? Of(Document document, Quantity quantity)
    {
        if (document.Words.Count == 0)
            return null;
        if (!_read.TryGetValue(document.Id, out var counts))
            _read[document.Id] = counts = Read(document);
        for (var i = Ordered.FirstAt(counts, quantity.Span.Start, c => c.Number.Start); i < counts.Count && counts[i].Number.Start < quantity.Span.End; i++)
        {
            if (quantity.Span.Contains(counts[i].Number))
                return counts[i].Harm is Harm.Killed ? "kill" : "injure";
        }
        return null;
    }

    // The worst that is said of each counted phrase, by the place of its noun.
    private static List<(Span Number, Harm Harm)> Read(Document document) =>
    [
        .. CasualtyReader.Read(document)
            .Where(c => c.Harm is not Harm.Struck && c.Victim.IsCounted && c.Low > 1)
            .GroupBy(c => c.Victim.Head)
            .Select(g => (document.Words[g.Key].Span, g.Max(c => c.Harm)))
            .OrderBy(c => c.Span),
    ];
}
