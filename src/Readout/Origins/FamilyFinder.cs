using System.Globalization;
using NodaTime;
using Readout.Annotations;
using Readout.Articles;
using Readout.Text;

namespace Readout.Origins;

/// <summary>Which pages copy which: families by the copy index, and in each every edge from the later text to the earlier.</summary>
internal static class FamilyFinder
{
    public static IReadOnlyList<Family> Find(IReadOnlyList<Document> documents)
    {
        var byId = documents.ToDictionary(d => d.Id, StringComparer.Ordinal);
        var index = new CopyIndex(new CopyOptions());
        foreach (var document in documents)
            index.Add(new CopyText(document.Id, document.Article.Outlet?.Value, document.Article.Published?.When.Earliest, Shingling.Of(document)));
        return [.. index.Groups().Select(g => Describe(g, byId)).OrderBy(f => f.Id, StringComparer.Ordinal)];
    }

    private static Family Describe(CopyGroup group, Dictionary<string, Document> documents)
    {
        var members = group.Members
            .OrderByDescending(m => Authority(documents, group, m.Text.Id))
            .ThenBy(m => m.Text, Comparer<CopyText>.Create(CopyNode.Earlier))
            .ToList();
        var origin = documents[members[0].Text.Id];
        var links = new List<FamilyLink>();
        foreach (var m in members.Skip(1))
        {
            var document = documents[m.Text.Id];
            var reused = Reuse.Sentences(m.Text.Shingles, members[0].Text.Shingles);
            var credit = Credit(document, origin);
            var reason = string.Create(CultureInfo.InvariantCulture,
                $"{reused.Count} of {m.Text.Shingles.Spans.Count} sentences stand there") + (credit is null ? "" : $"; names {credit.Name}");
            links.Add(new FamilyLink(document.Id, origin.Id, AttributionLink.ReusedSentences, reused, reason));
            if (credit is not null)
                links.Add(new FamilyLink(document.Id, origin.Id, credit.Link, [credit.Span], $"names {credit.Name} as its source"));
        }
        return new Family("f" + origin.Id[1..], [.. members.Select(m => m.Text.Id)], origin.Id, links);
    }

    // How many of its near-copies name this page's outlet as their source, or are relayed from it.
    private static int Authority(Dictionary<string, Document> documents, CopyGroup group, string id) =>
        group.Members.Count(m => m.Text.Id != id && Credit(documents[m.Text.Id], documents[id]) is not null);

    /// <summary>The words in which one page names the other's outlet as its source; null where it does not.</summary>
    public static Upstream? Credit(Document from, Document to) =>
        to.Article.Outlet is { } outlet ? from.Upstream.FirstOrDefault(u => OutletNames.Same(u.Name, outlet.Value)) : null;
}
