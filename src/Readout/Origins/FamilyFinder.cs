using System.Globalization;
using NodaTime;
using Readout.Annotations;
using Readout.Articles;
using Readout.Text;

namespace Readout.Origins;

/// <summary>
/// Which pages copy which: texts join a family by containment of word shingles in its representative, never by chaining
/// (union-find chains lose ten points of F1 on simulated copies), and every edge runs from the later text to the earlier.
/// </summary>
internal static class FamilyFinder
{
    /// <summary>Share of the smaller text that must stand in the other.</summary>
    private const double Copy = 0.5;    // METHODS.md section 3: attach to the representative at ≥ .5

    /// <summary>Texts with fewer shingles say too little to be called copies.</summary>
    private const int FewestShingles = 20;

    /// <summary>Shingles that stand in more texts than this are furniture or stock phrases; they propose no pairs.</summary>
    private const int TooCommon = 60;

    public static IReadOnlyList<Family> Find(IReadOnlyList<Document> documents)
    {
        var texts = documents.Select(Shingling.Of).ToList();
        var neighbours = Neighbours(texts);
        var order = Enumerable.Range(0, documents.Count)
            .OrderByDescending(i => Authority(documents, neighbours, i))
            .ThenBy(i => documents[i].Article.Published?.When.Earliest ?? LocalDate.MaxIsoValue)
            .ThenByDescending(i => texts[i].Count)
            .ThenBy(i => documents[i].Id, StringComparer.Ordinal)
            .ToList();

        var home = new int[documents.Count];
        Array.Fill(home, -1);
        var families = new List<List<int>>();
        foreach (var i in order)
        {
            if (home[i] >= 0 || texts[i].Count < FewestShingles)
                continue;
            var members = neighbours[i].Where(n => home[n.Other] < 0 && n.Containment >= Copy).Select(n => n.Other).ToList();
            if (members.Count == 0)
                continue;
            members.Add(i);
            foreach (var m in members)
                home[m] = families.Count;
            members.Remove(i);
            families.Add([i, .. members.OrderBy(m => documents[m].Article.Published?.When.Earliest ?? LocalDate.MaxIsoValue).ThenBy(m => documents[m].Id, StringComparer.Ordinal)]);
        }
        return [.. families.Select(f => Describe(documents, texts, f)).OrderBy(f => f.Id, StringComparer.Ordinal)];
    }

    // How many of its near-copies name this page's outlet as their source, or are relayed from it.
    private static int Authority(IReadOnlyList<Document> documents, IReadOnlyList<IReadOnlyList<Neighbour>> neighbours, int i) =>
        neighbours[i].Count(n => n.Containment >= Copy && Credit(documents[n.Other], documents[i]) is not null);

    private static Family Describe(IReadOnlyList<Document> documents, List<Shingling> texts, List<int> members)
    {
        var origin = documents[members[0]];
        var links = new List<FamilyLink>();
        foreach (var m in members.Skip(1))
        {
            var document = documents[m];
            var reused = texts[m].ReusedFrom(texts[members[0]]);
            var credit = Credit(document, origin);
            var reason = string.Create(CultureInfo.InvariantCulture,
                $"{reused.Count} of {texts[m].Sentences.Count} sentences stand there") + (credit is null ? "" : $"; names {credit.Name}");
            links.Add(new FamilyLink(document.Id, origin.Id, AttributionLink.ReusedSentences, reused, reason));
            if (credit is not null)
                links.Add(new FamilyLink(document.Id, origin.Id, credit.Link, [credit.Span], $"names {credit.Name} as its source"));
        }
        return new Family("f" + origin.Id[1..], [.. members.Select(m => documents[m].Id)], origin.Id, links);
    }

    /// <summary>The words in which one page names the other's outlet as its source; null where it does not.</summary>
    public static Upstream? Credit(Document from, Document to) =>
        to.Article.Outlet is { } outlet ? from.Upstream.FirstOrDefault(u => OutletNames.Same(u.Name, outlet.Value)) : null;

    private readonly record struct Neighbour(int Other, double Containment);

    private static IReadOnlyList<IReadOnlyList<Neighbour>> Neighbours(List<Shingling> texts)
    {
        var postings = new Dictionary<ulong, List<int>>();
        for (var i = 0; i < texts.Count; i++)
        {
            foreach (var shingle in texts[i].All)
            {
                if (!postings.TryGetValue(shingle, out var list))
                    postings[shingle] = list = [];
                if (list.Count <= TooCommon)
                    list.Add(i);
            }
        }
        var shared = new Dictionary<(int, int), int>();
        foreach (var list in postings.Values.Where(l => l.Count is > 1 and <= TooCommon))
        {
            for (var a = 0; a < list.Count; a++)
            {
                for (var b = a + 1; b < list.Count; b++)
                    shared[(list[a], list[b])] = shared.GetValueOrDefault((list[a], list[b])) + 1;
            }
        }
        var found = texts.ConvertAll(_ => new List<Neighbour>());
        foreach (var ((a, b), count) in shared)
        {
            var smaller = Math.Min(texts[a].Count, texts[b].Count);
            if (smaller < FewestShingles || count < 0.3 * smaller)
                continue;
            var containment = (double)count / smaller;
            found[a].Add(new Neighbour(b, containment));
            found[b].Add(new Neighbour(a, containment));
        }
        foreach (var list in found)
            list.Sort((x, y) => x.Other.CompareTo(y.Other));
        return found;
    }
}
