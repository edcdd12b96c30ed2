using System.Globalization;
using NodaTime;
using Readout.Annotations;
using Readout.Articles;

namespace Readout.Origins;

/// <summary>
/// Sentences of one page inside another that is no copy of it: agency paragraphs in a longer report. Found by the hashes of whole
/// sentences, so that a pile of any size is gone over once.
/// </summary>
internal static class ReusedSentences
{
    /// <summary>Shorter sentences are formulas ("The talks will resume on Monday") that two writers may find by themselves.</summary>
    private const int FewestWords = 12;

    /// <summary>Words that one sentence alone must have to be a link.</summary>
    private const int Alone = 20;

    /// <summary>A sentence that more texts share is a stock phrase or everybody's background.</summary>
    private const int MostTexts = 8;

    /// <summary>A link from each page to the earliest one that holds its sentences, families apart.</summary>
    public static IReadOnlyList<FamilyLink> Find(IReadOnlyList<CopyText> texts, Dictionary<string, Document> documents, IReadOnlyList<Family> families)
    {
        var family = families.SelectMany(f => f.Documents.Select(d => (d, f.Id))).ToDictionary(x => x.d, x => x.Id, StringComparer.Ordinal);
        var origins = families.Select(f => f.Origin).ToHashSet(StringComparer.Ordinal);
        var ordered = texts.OrderBy(t => t.Day ?? LocalDate.MaxIsoValue).ThenBy(t => family.ContainsKey(t.Id) && !origins.Contains(t.Id)).ThenBy(t => t.Id, StringComparer.Ordinal).ToList();
        var holders = Holders(ordered, t => family.GetValueOrDefault(t.Id, t.Id));
        var links = new List<FamilyLink>();
        foreach (var text in ordered)
        {
            foreach (var (to, shared) in From(text, family.GetValueOrDefault(text.Id, text.Id), holders))
            {
                if (shared.Count > 1 || shared[0].Words >= Alone)
                    links.Add(Link(text, to, shared, documents));
            }
        }
        return links;
    }

    // What a text shares with the earliest holder of each of its sentences.
    private static IEnumerable<(CopyText To, List<Shared> Shared)> From(CopyText text, string family, Dictionary<uint, List<Held>> holders)
    {
        var found = new Dictionary<string, (CopyText To, List<Shared> Shared)>(StringComparer.Ordinal);
        for (var s = 0; s < text.Shingles.Sentences.Length; s++)
        {
            if (!holders.TryGetValue(text.Shingles.Sentences[s], out var held) || held.Count > MostTexts || held[0].Family == family)
                continue;
            var to = held[0].Text;
            if (!found.TryGetValue(to.Id, out var pair))
                found[to.Id] = pair = (to, []);
            pair.Shared.Add(new Shared(s, held[0].Sentence, text.Shingles.Starts[s + 1] - text.Shingles.Starts[s]));
        }
        return found.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Value);
    }

    // The holders of each sentence that says enough, one for each family, the earliest first.
    private static Dictionary<uint, List<Held>> Holders(List<CopyText> texts, Func<CopyText, string> family)
    {
        var holders = new Dictionary<uint, List<Held>>();
        foreach (var text in texts)
        {
            var shingles = text.Shingles;
            for (var s = 0; s < shingles.Sentences.Length; s++)
            {
                if (shingles.Starts[s + 1] - shingles.Starts[s] < FewestWords || IsQuoted(shingles, s))
                    continue;
                if (!holders.TryGetValue(shingles.Sentences[s], out var held))
                    holders[shingles.Sentences[s]] = held = [];
                if (held.Count <= MostTexts && !held.Exists(h => h.Family == family(text)))
                    held.Add(new Held(text, s, family(text)));
            }
        }
        return holders;
    }

    // Two reports of one speech share its words, and neither copied the other.
    private static bool IsQuoted(Shingling text, int sentence)
    {
        var (from, to) = (text.Starts[sentence], text.Starts[sentence + 1]);
        var quoted = text.Quoted.Where(q => q.From < to && q.To > from).Sum(q => Math.Min(q.To, to) - Math.Max(q.From, from));
        return quoted * 3 > to - from;
    }

    private static FamilyLink Link(CopyText from, CopyText to, List<Shared> shared, Dictionary<string, Document> documents)
    {
        var reason = string.Create(CultureInfo.InvariantCulture,
            $"{shared.Count} of {from.Shingles.Spans.Count} sentences stand there word for word; {Direction.Reason(from, to, documents)}");
        return new FamilyLink(from.Id, to.Id, AttributionLink.ReusedSentences, [.. shared.Select(s => from.Shingles.Spans[s.From])], reason)
        {
            Sources = [.. shared.Select(s => to.Shingles.Spans[s.To])],
        };
    }

    private sealed record Held(CopyText Text, int Sentence, string Family);

    private readonly record struct Shared(int From, int To, int Words);
}
