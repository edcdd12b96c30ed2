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

    public Counts Count(IReadOnlyList<Attestation> attestations)
    {
        var documents = attestations.Select(a => a.Document).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return new Counts(Outlets(documents), Texts(documents), Speakers(attestations));
    }

    // Pages whose outlet is unknown may all be one outlet: together they add at most one.
    private List<Counted> Outlets(List<string> documents) =>
    [
        .. documents
            .GroupBy(d => _documents[d].Article.Outlet is { } outlet ? OutletNames.Fold(outlet.Value) : "", StringComparer.Ordinal)
            .OrderBy(g => g.Key.Length == 0).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Counted(
                g.Key.Length == 0 ? "unknown outlet" : _documents[g.First()].Article.Outlet!.Value,
                [.. g],
                g.Key.Length == 0 ? "no outlet is known: counted once, however many pages" : g.Count() > 1 ? "the same outlet" : "named on the page")),
    ];

    private List<Counted> Texts(List<string> documents) =>
    [
        .. documents
            .GroupBy(d => _families.TryGetValue(d, out var family) ? family.Id : d, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Counted(g.Key, [.. g], g.Count() > 1 ? "near-copies of one text" : "a text of its own")),
    ];

    private List<Counted> Speakers(IReadOnlyList<Attestation> attestations)
    {
        var voices = attestations
            .Select(a => (Who: a.Chain[^1].Who, a.Chain[^1].Link, a.Document))
            .GroupBy(x => Key(x.Who), StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (g.First().Who, g.First().Link, Documents: g.Select(x => x.Document).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList()))
            .ToList();
        var counted = new List<Counted>();
        var merged = new HashSet<string>(StringComparer.Ordinal);
        // People first, so that a body folds into the person who speaks for it.
        foreach (var (who, link, documents) in voices.OrderBy(v => index.ById(v.Who)?.Type != EntityType.Person))
        {
            if (merged.Contains(who))
                continue;
            var name = index.NameOf(who);
            var reason = link switch
            {
                AttributionLink.Byline => "the page says so itself and names nobody",
                AttributionLink.CreditLine or AttributionLink.Dateline => "credited as the source of the text; no speaker is named",
                AttributionLink.ReusedSentences => "the text that the page repeats says so itself and names nobody",
                _ => documents.Count > 1 ? "one speaker on all these pages" : "named as the speaker",
            };
            var all = documents.ToList();
            foreach (var body in voices.Where(v => v.Who != who && index.IsVoiceOf(who, v.Who)))
            {
                merged.Add(body.Who);
                all = [.. all.Union(body.Documents, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
                reason = $"{name} speaks for {index.NameOf(body.Who)}: one voice";
            }
            counted.Add(new Counted(name, all, reason));
        }
        return [.. counted.OrderBy(c => c.Name, StringComparer.Ordinal)];
    }

    private string Key(string who) => index.ById(who) is null ? OutletNames.Fold(who) : who;
}
