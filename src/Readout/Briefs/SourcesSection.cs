using Readout.Claims;
using Readout.Origins;

namespace Readout.Briefs;

/// <summary>Who depends on whom, in Readout's own words: copies, credits and citations.</summary>
internal static class SourcesSection
{
    public static BriefSection Compose(Ledger ledger)
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
                from.Add($"names {upstream.Name} ({Kebab(upstream.Link)})");
            notes.Add($"{document.Article.Page.FileName}: {outlet}, {day}{(from.Count == 0 ? "; names no source for its text" : "; " + string.Join("; ", from))}.");
        }
        return new BriefSection("Sources and their dependence", [], notes);
    }

    private static string Kebab(Articles.AttributionLink link) => link switch
    {
        Articles.AttributionLink.CreditLine => "credit-line",
        Articles.AttributionLink.ReusedSentences => "reused-sentences",
        Articles.AttributionLink.SameQuote => "same-quote",
        Articles.AttributionLink.CanonicalLink => "canonical-link",
        Articles.AttributionLink.FeedSource => "feed-source",
        _ => link.ToString().ToLowerInvariant(),
    };
}
