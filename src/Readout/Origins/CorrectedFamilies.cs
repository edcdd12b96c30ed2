using Readout.Annotations;
using Readout.Articles;

namespace Readout.Origins;

/// <summary>Families as somebody corrected them: first taken apart, then put together.</summary>
internal static class CorrectedFamilies
{
    /// <summary>The families without those that only look like copies.</summary>
    public static IReadOnlyList<Family> Part(IReadOnlyList<Family> families, IReadOnlyList<Document> documents, OriginCorrections corrections)
    {
        var result = families.ToList();
        foreach (var (a, b, _) in Pairs(documents, corrections.Different))
            Part(result, a, b);
        return Sorted(result);
    }

    /// <summary>The families together with those that somebody knows to have one source.</summary>
    public static IReadOnlyList<Family> Join(IReadOnlyList<Family> families, IReadOnlyList<Document> documents, OriginCorrections corrections)
    {
        var result = families.ToList();
        var order = documents.ToDictionary(d => d.Id, d => (d.Article.Published?.When.Earliest ?? NodaTime.LocalDate.MaxIsoValue, d.Id), StringComparer.Ordinal);
        foreach (var (a, b, reason) in Pairs(documents, corrections.Same))
            Join(result, order[a].CompareTo(order[b]) <= 0 ? (a, b) : (b, a), reason);
        return Sorted(result);
    }

    private static List<Family> Sorted(List<Family> families)
    {
        families.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        return families;
    }

    private static IEnumerable<(string A, string B, string Reason)> Pairs(IReadOnlyList<Document> documents, IReadOnlyList<PagePair> pairs)
    {
        var ids = documents.ToLookup(d => d.Article.Page.Sha256, d => d.Id, StringComparer.Ordinal);
        return from pair in pairs from a in ids[pair.A] from b in ids[pair.B] where a != b select (a, b, pair.Reason);
    }

    // The one that depends on others leaves, with all that took from it.
    private static void Part(List<Family> families, string a, string b)
    {
        var at = families.FindIndex(f => f.Documents.Contains(a) && f.Documents.Contains(b));
        if (at < 0)
            return;
        var family = families[at];
        var leaving = Dependents(family, family.Origin == b || Dependents(family, b).Contains(a) ? a : b);
        families.RemoveAt(at);
        families.AddRange(Of(family, [.. family.Documents.Where(d => !leaving.Contains(d))]));
        families.AddRange(Of(family, [.. family.Documents.Where(leaving.Contains)]));
    }

    private static HashSet<string> Dependents(Family family, string document)
    {
        var found = new HashSet<string>(StringComparer.Ordinal) { document };
        bool grown;
        do
        {
            grown = false;
            foreach (var link in family.Links.Where(l => found.Contains(l.To) && l.From != family.Origin))
                grown |= found.Add(link.From);
        }
        while (grown);
        return found;
    }

    private static IEnumerable<Family> Of(Family family, IReadOnlyList<string> documents)
    {
        if (documents.Count < 2)
            return [];
        var origin = documents.Contains(family.Origin) ? family.Origin : documents[0];
        IReadOnlyList<FamilyLink> links = [.. family.Links.Where(l => documents.Contains(l.From) && documents.Contains(l.To))];
        return [family with { Id = "f" + origin[1..], Documents = documents, Origin = origin, Links = links, Unseen = origin == family.Origin ? family.Unseen : null }];
    }

    private static void Join(List<Family> families, (string Earlier, string Later) pair, string reason)
    {
        var first = families.Find(f => f.Documents.Contains(pair.Earlier)) ?? new Family("f" + pair.Earlier[1..], [pair.Earlier], pair.Earlier, []);
        var second = families.Find(f => f.Documents.Contains(pair.Later)) ?? new Family("f" + pair.Later[1..], [pair.Later], pair.Later, []);
        if (ReferenceEquals(first, second))
            return;
        families.RemoveAll(f => ReferenceEquals(f, first) || ReferenceEquals(f, second));
        var link = new FamilyLink(second.Origin, first.Origin, AttributionLink.Manual, [], reason);
        families.Add(first with { Documents = [.. first.Documents, .. second.Documents], Links = [.. first.Links, .. second.Links, link] });
    }
}
