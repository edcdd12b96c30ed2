using NodaTime;
using Readout.Annotations;
using Readout.Articles;
using Readout.Claims;
using Readout.Origins;
using Readout.Stories;
using Readout.Text;

namespace Readout.Briefs;

/// <summary>What the pages do not tell: said, so that silence is not mistaken for agreement.</summary>
internal static class GapsSection
{
    // Of more events than an editor keeps an eye on, no gaps are listed.
    private const int MostProspects = 3;

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
        notes.AddRange(SilentParties(ledger));
        return new BriefSection("Gaps", [], notes);
    }

    // Of an event between several, one side's words alone are here. Said only where it is known for whom each of the speakers speaks.
    private static IEnumerable<string> SilentParties(Ledger ledger)
    {
        var index = new EntityIndex(ledger.Story);
        foreach (var prospect in ledger.Prospects.Take(MostProspects).Where(p => p.Parties.Count > 1))
        {
            var people = prospect.Parties.Where(p => index.ById(p)?.Type == EntityType.Person).ToList();
            var parties = people.Count > 1 ? people : prospect.Parties;
            var speakers = prospect.History.Select(s => s.Speaker).OfType<string>().Where(s => index.ById(s) is not null).Distinct(StringComparer.Ordinal).ToList();
            var silent = parties.Where(p => !speakers.Exists(s => SpeaksFor(s, p, index))).ToList();
            if (silent.Count > 0 && silent.Count < parties.Count && speakers.TrueForAll(s => parties.Any(p => SpeaksFor(s, p, index))))
                yield return $"{prospect.Definition}: nobody speaks for {string.Join(" or ", silent.Select(index.NameOf))}; what is said of it comes from {string.Join(", ", speakers.Select(index.NameOf))}.";
        }
    }

    private static bool SpeaksFor(string speaker, string party, EntityIndex index) =>
        speaker == party || index.IsVoiceOf(speaker, party)
        || index.Affiliations(speaker).Any(a => a == party || index.Affiliations(party).Contains(a)) || index.Affiliations(party).Contains(speaker);

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
