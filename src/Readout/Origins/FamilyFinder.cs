using System.Globalization;
using Readout.Annotations;
using Readout.Articles;
using Readout.Text;

namespace Readout.Origins;

/// <summary>Which pages copy which: families by the copy index, and in each every edge from the dependent text to the one it took from.</summary>
internal static class FamilyFinder
{
    public static Copies Find(IReadOnlyList<Document> documents)
    {
        var byId = documents.ToDictionary(d => d.Id, StringComparer.Ordinal);
        var index = new CopyIndex(new CopyOptions());
        var texts = InParallel.Map(documents, Text).OrderBy(t => t.Id, StringComparer.Ordinal).ToList();
        foreach (var text in texts)
            index.Add(text);
        var families = WithTranslations([.. index.Groups().Select(g => Describe(g, byId))], TranslatedCopies.Find(texts, byId), byId);
        families.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        return new Copies(families, ReusedSentences.Find(texts, byId, families));
    }

    // A translation joins its original's family; a family of copies in the other language stays one of its own.
    private static List<Family> WithTranslations(List<Family> families, IReadOnlyList<FamilyLink> translations, Dictionary<string, Document> documents)
    {
        foreach (var link in translations)
        {
            var home = families.FindIndex(f => f.Documents.Contains(link.To));
            if (families.Exists(f => f.Documents.Contains(link.From)))
                continue;
            if (home < 0)
                families.Add(new Family("f" + link.To[1..], [link.To, link.From], link.To, [link]) { Unseen = Direction.Unseen([link.To, link.From], documents) });
            else
                families[home] = families[home] with { Documents = [.. families[home].Documents, link.From], Links = [.. families[home].Links, link] };
        }
        return families;
    }

    private static CopyText Text(Document document) =>
        new(document.Id, document.Article.Outlet?.Value, document.Article.Published?.When.Earliest, Shingling.Of(document));

    private static Family Describe(CopyGroup group, Dictionary<string, Document> documents)
    {
        var order = Direction.Order(group, documents);
        var links = new List<FamilyLink>();
        for (var i = 1; i < order.Count; i++)
            links.AddRange(Links(order[i], Direction.Source(order, i, documents), documents));
        var ids = order.Select(m => m.Id).ToList();
        return new Family("f" + ids[0][1..], ids, ids[0], links) { Unseen = Direction.Unseen(ids, documents) };
    }

    private static IEnumerable<FamilyLink> Links(CopyText from, CopyText to, Dictionary<string, Document> documents)
    {
        var (page, source) = (documents[from.Id], documents[to.Id]);
        var reused = Reuse.Sentences(from.Shingles, to.Shingles);
        var reason = string.Create(CultureInfo.InvariantCulture, $"{reused.Count} of {from.Shingles.Spans.Count} sentences stand there; {Direction.Reason(from, to, documents)}");
        yield return new FamilyLink(from.Id, to.Id, AttributionLink.ReusedSentences, reused, reason)
        {
            Sources = Reuse.Sentences(to.Shingles, from.Shingles),
        };
        if (Direction.Credit(page, source) is { } credit)
            yield return new FamilyLink(from.Id, to.Id, credit.Link, [credit.Span], $"names {credit.Name} as its source");
    }
}
