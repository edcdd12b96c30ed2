using Readout.Annotations;
using Readout.Articles;
using Readout.Origins;
using Readout.Stories;

namespace Readout.Claims;

/// <summary>The one function behind the three counts. Every merge says why; an unknown origin never adds independence.</summary>
internal sealed class Counting(Story story, EntityIndex index)
{
    private readonly Dictionary<string, Family> _families = story.Families
        .SelectMany(f => f.Documents.Select(d => (Document: d, Family: f)))
        .ToDictionary(x => x.Document, x => x.Family, StringComparer.Ordinal);

    private readonly Dictionary<string, Document> _documents = story.Documents.ToDictionary(d => d.Id, StringComparer.Ordinal);

    private readonly Voices _voices = new(story, index);

    public Counts Count(IReadOnlyList<Attestation> attestations)
    {
        var documents = attestations.Select(a => a.Document).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return new Counts(Outlets(documents), Texts(documents), _voices.Count(attestations));
    }

    // Pages whose outlet is unknown may all be one outlet: together they add at most one.
    private List<Counted> Outlets(List<string> documents)
    {
        var outlets = new List<(string? Name, HashSet<string> Names, List<string> Documents)>();
        foreach (var id in documents)
        {
            var name = _documents[id].Article.Outlet?.Value;
            var known = outlets.Find(o => name is null ? o.Name is null : o.Name is not null && OutletNames.Same(o.Name, name));
            if (known.Documents is null)
                outlets.Add(known = (name, new HashSet<string>(StringComparer.Ordinal), []));
            known.Documents.Add(id);
            known.Names.Add(name is null ? "" : OutletNames.Fold(name));
        }
        return
        [
            .. outlets
                .OrderBy(o => o.Name is null).ThenBy(o => OutletNames.Fold(o.Name ?? ""), StringComparer.Ordinal)
                .Select(o => new Counted(o.Name ?? "unknown outlet", o.Documents, OutletReason(o.Name, o.Names.Count, o.Documents.Count))),
        ];
    }

    private static string OutletReason(string? outlet, int names, int pages)
    {
        if (outlet is null)
            return "no outlet is known: counted once, however many pages";
        if (names > 1)
            return "the same outlet under a short and a long name";
        return pages > 1 ? "the same outlet" : "named on the page";
    }

    private List<Counted> Texts(List<string> documents) =>
    [
        .. documents
            .GroupBy(d => _families.TryGetValue(d, out var family) ? family.Id : d, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Counted(g.Key, [.. g], TextReason(g.Key, [.. g]))),
    ];

    private string TextReason(string id, List<string> documents)
    {
        if (!_families.TryGetValue(documents[0], out var family) || family.Id != id)
            return "a text of its own";
        var unseen = family.Unseen is { } origin ? $"; {origin.Name} is credited for it, and its own page is not here" : "";
        return documents.Count == 1 ? "a text of its own; its near-copies do not say this" + unseen
            : string.Join("; ", family.Links
                .Where(l => documents.Contains(l.From) && l.Link == AttributionLink.ReusedSentences)
                .Select(l => $"{Page(l.From)} copies {Page(l.To)} ({l.Reason})")
                .Prepend("near-copies of one text")) + unseen;
    }

    private string Page(string document) => _documents[document].Article.Page.FileName;
}
