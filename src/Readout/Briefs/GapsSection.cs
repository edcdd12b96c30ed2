using NodaTime;
using Readout.Articles;
using Readout.Claims;
using Readout.Origins;
using Readout.Text;

namespace Readout.Briefs;

/// <summary>What the pages do not tell: said, so that silence is not mistaken for agreement.</summary>
internal static class GapsSection
{
    public static BriefSection Compose(Ledger ledger)
    {
        var notes = new List<string>();
        var documents = ledger.Story.Documents;
        var stated = documents.Where(d => d.Article.Published is { Basis: DateBasis.Stated }).Select(d => d.Article.Published!.When.Latest).OfType<LocalDate>().ToList();
        if (stated.Count > 0)
            notes.Add($"No page states a day after {new DateRange(stated.Max(), stated.Max())}.");
        foreach (var document in documents.Where(d => d.Article.Published is null or { Basis: DateBasis.Inferred }))
        {
            notes.Add(document.Article.Published is { } inferred
                ? $"{document.Article.Page.FileName} states no day; its words place it in {inferred.When}."
                : $"{document.Article.Page.FileName} states no day, and its words do not tell one.");
        }
        foreach (var document in documents.Where(d => d.Article.Outlet is null))
            notes.Add($"{document.Article.Page.FileName} does not say who published it.");
        notes.AddRange(UnseenOrigins(ledger));
        foreach (var claim in ledger.Claims.Where(c => c.Counts.Outlets.Count > 1 && c.Counts.Speakers.Count == 1).Take(1))
            notes.Add($"The most repeated statement rests on one voice: {claim.Counts.Speakers[0].Name}.");
        return new BriefSection("Gaps", [], notes);
    }

    /// <summary>Sources that pages name and that have no page here.</summary>
    public static IEnumerable<string> UnseenOrigins(Ledger ledger)
    {
        var documents = ledger.Story.Documents;
        var outlets = documents.Select(d => d.Article.Outlet?.Value).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        foreach (var name in documents.SelectMany(d => d.Upstream).Select(u => u.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (!outlets.Exists(o => OutletNames.Same(o, name)))
                yield return $"Origin not seen: {name} is named as a source, but no page of it is here.";
        }
    }
}
