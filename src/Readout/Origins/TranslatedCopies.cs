using System.Globalization;
using NodaTime;
using Readout.Annotations;
using Readout.Articles;

namespace Readout.Origins;

/// <summary>
/// Copies across languages: texts that give the same numbers, days and names first in the same order, and as many quotations. It accuses,
/// so it asks for much: two reports of one event share names, but not most of their figures in one order.
/// </summary>
internal static class TranslatedCopies
{
    /// <summary>Figures (numbers and days) and names that must be common.</summary>
    private const int FewestFigures = 4, FewestNames = 3;

    /// <summary>Share of the figures of the text with fewer that must be common, of its names, and share of what is common that must stand in one order.</summary>
    private const double Figures = 0.6, Names = 0.4, InOrder = 0.75;

    /// <summary>Figures that more texts share propose no pairs.</summary>
    private const int MostTexts = 24;

    /// <summary>Days between an original and its translation.</summary>
    private const int MostDays = 31;

    /// <summary>A link from each translated text to the text it follows most closely, from the later page to the earlier.</summary>
    public static IReadOnlyList<FamilyLink> Find(IReadOnlyList<CopyText> texts, Dictionary<string, Document> documents)
    {
        if (texts.Select(t => documents[t.Id].Article.Language).Distinct(StringComparer.Ordinal).Count() < 2)
            return [];
        var ordered = texts.OrderBy(t => t, Comparer<CopyText>.Create(CopyNode.Earlier)).ToList();
        var anchors = ordered.ConvertAll(t => Anchor.Of(documents[t.Id]));
        var links = new List<FamilyLink>();
        foreach (var (a, b) in Candidates(anchors).Where(p => AreApart(documents[ordered[p.A].Id], documents[ordered[p.B].Id])))
        {
            // One original for each translation: the earliest.
            if (links.Exists(l => l.From == ordered[b].Id) || Common(anchors[a], anchors[b]) is not { } common)
                continue;
            var reason = string.Create(CultureInfo.InvariantCulture,
                $"reads as a translation: {common.Count(c => !c.Later.IsName)} numbers and days and {common.Count(c => c.Later.IsName)} names stand there in the same order; {Direction.Reason(ordered[b], ordered[a], documents)}");
            links.Add(new FamilyLink(ordered[b].Id, ordered[a].Id, AttributionLink.ReusedSentences, [.. common.Select(c => c.Later.Span)], reason) { Sources = [.. common.Select(c => c.Earlier.Span)] });
        }
        return links;
    }

    private static bool AreApart(Document a, Document b) =>
        a.Article.Language is { } one && b.Article.Language is { } other && one != other
        && (a.Article.Published?.Day is not { } day || b.Article.Published?.Day is not { } second || Math.Abs(Period.DaysBetween(day, second)) <= MostDays)
        && Math.Abs(Quotes(a) - Quotes(b)) <= Math.Max(1, Math.Min(Quotes(a), Quotes(b)) / 3);

    // Pairs of marks in the report: every language has some, and a foreign page has no quotations read.
    private static int Quotes(Document document) =>
        document.Tokens.Count(t => t.Norm is "\"" or "“" or "”" or "«" or "»" or "„") / 2;

    private static IEnumerable<(int A, int B)> Candidates(List<IReadOnlyList<Anchor>> anchors)
    {
        var holders = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < anchors.Count; i++)
        {
            foreach (var anchor in anchors[i].Where(a => !a.IsName))
            {
                if (!holders.TryGetValue(anchor.Key, out var list))
                    holders[anchor.Key] = list = [];
                if (list.Count <= MostTexts)
                    list.Add(i);
            }
        }
        var votes = new Dictionary<(int, int), int>();
        foreach (var list in holders.Values.Where(l => l.Count is > 1 and <= MostTexts))
        {
            for (var a = 0; a < list.Count; a++)
            {
                for (var b = a + 1; b < list.Count; b++)
                    votes[(list[a], list[b])] = votes.GetValueOrDefault((list[a], list[b])) + 1;
            }
        }
        return votes.Where(v => v.Value >= 2).Select(v => v.Key).Order();
    }

    // The anchors of both that stand in one order, where they are enough to accuse.
    private static List<(Anchor Earlier, Anchor Later)>? Common(IReadOnlyList<Anchor> earlier, IReadOnlyList<Anchor> later)
    {
        var places = earlier.Select((a, i) => (a.Key, i)).ToDictionary(x => x.Key, x => x.i, StringComparer.Ordinal);
        var shared = later.Where(a => places.ContainsKey(a.Key)).Select(a => (Earlier: places[a.Key], Later: a)).ToList();
        var figures = Math.Min(earlier.Count(a => !a.IsName), later.Count(a => !a.IsName));
        var names = Math.Min(earlier.Count(a => a.IsName), later.Count(a => a.IsName));
        var kept = Rising(shared.ConvertAll(s => s.Earlier)).ConvertAll(i => (earlier[shared[i].Earlier], shared[i].Later));
        var (keptFigures, keptNames) = (kept.Count(k => !k.Later.IsName), kept.Count(k => k.Later.IsName));
        return kept.Count >= InOrder * shared.Count
            && keptFigures >= Math.Max(FewestFigures, Figures * figures) && keptNames >= Math.Max(FewestNames, Names * names) ? kept : null;
    }

    /// <summary>Indexes of the longest rising subsequence (patience sorting).</summary>
    private static List<int> Rising(List<int> values)
    {
        var (tails, before) = (new List<int>(), new int[values.Count]);
        for (var i = 0; i < values.Count; i++)
        {
            int low = 0, high = tails.Count;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (values[tails[middle]] < values[i])
                    low = middle + 1;
                else
                    high = middle;
            }
            before[i] = low > 0 ? tails[low - 1] : -1;
            if (low == tails.Count)
                tails.Add(i);
            else
                tails[low] = i;
        }
        var rising = new List<int>();
        for (var i = tails.Count > 0 ? tails[^1] : -1; i >= 0; i = before[i])
            rising.Add(i);
        rising.Reverse();
        return rising;
    }
}
