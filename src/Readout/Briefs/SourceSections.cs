using Readout.Claims;
using Readout.Origins;
using Readout.Text;

namespace Readout.Briefs;

/// <summary>Who depends on whom, in Readout's own words: copies, credits and citations.</summary>
internal static class SourceSections
{
    /// <summary>Each page with what it takes from others.</summary>
    public static BriefSection Pages(Ledger ledger)
    {
        var notes = new List<string>();
        foreach (var document in ledger.Story.Documents)
        {
            var outlet = document.Article.Outlet?.Value ?? "unknown outlet";
            var day = document.Article.Published is { } published ? $"{published.When} ({published.Basis.ToString().ToLowerInvariant()})" : "no date";
            var from = new List<string>();
            foreach (var link in ledger.Story.Families.SelectMany(f => f.Links).Where(l => l.From == document.Id && l.Link == Articles.AttributionLink.ReusedSentences))
                from.Add($"copies {ledger.Story.Document(link.To).Article.Page.FileName} ({link.Reason})");
            foreach (var upstream in document.Upstream.DistinctBy(u => (OutletNames.Fold(u.Name), u.Link)))
                from.Add($"names {upstream.Name} ({EnumNames.Of(upstream.Link)})");
            notes.Add($"{document.Article.Page.FileName}: {outlet}, {day}{(from.Count == 0 ? "; names no source for its text" : "; " + string.Join("; ", from))}.");
        }
        return new BriefSection("Sources and their dependence", [], notes) { Kind = SectionKind.Sources };
    }

    /// <summary>The pages, the voices behind their claims, and the sources that are named but not here.</summary>
    public static IReadOnlyList<BriefSection> Compose(ReportMaterial material)
    {
        var ledger = material.Ledger;
        var unseen = GapsSection.UnseenOrigins(ledger).ToList();
        return
        [
            Pages(ledger),
            new BriefSection("Speakers", [], [.. Speakers(ledger)]),
            new BriefSection("Texts", [], [.. Families(ledger)]),
            new BriefSection("Origins not seen", [], unseen.Count == 0 ? ["Every source that a page names has a page here."] : unseen),
        ];
    }

    // Whom the claims come from, by how many of them; the page's own voice is one, too.
    private static IEnumerable<string> Speakers(Ledger ledger) =>
        ledger.Claims
            .SelectMany(c => c.Counts.Speakers.Select(s => (s.Name, Claim: c.Id, s.Documents)))
            .GroupBy(x => x.Name, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => $"{g.Key}: {Labels.Count(g.Count(), "claim")}, on {Labels.Count(g.SelectMany(x => x.Documents).Distinct(StringComparer.Ordinal).Count(), "page")}.");

    private static IEnumerable<string> Families(Ledger ledger)
    {
        foreach (var family in ledger.Story.Families)
        {
            var origin = ledger.Story.Document(family.Origin).Article;
            var others = family.Documents.Where(d => d != family.Origin).Select(d => ledger.Story.Document(d).Article.Page.FileName).Order(StringComparer.Ordinal);
            var unseen = family.Unseen is { } source ? $"; {source.Name} is credited for it, and its own page is not here" : "";
            yield return $"{family.Id}: one text on {Labels.Count(family.Documents.Count, "page")}, earliest on {origin.Page.FileName} ({origin.Outlet?.Value ?? "outlet unknown"}), then {string.Join(", ", others)}{unseen}.";
        }
        var copied = ledger.Story.Families.SelectMany(f => f.Documents).ToHashSet(StringComparer.Ordinal);
        yield return $"{Labels.Count(ledger.Story.Documents.Count(d => !copied.Contains(d.Id)), "page")} with a text of its own.";
    }
}
