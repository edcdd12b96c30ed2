using NodaTime;
using Readout.Claims;

namespace Readout.Briefs;

/// <summary>What the pages say now that those of an earlier day did not, counted in claims: what contradicts comes first, copies are no news.</summary>
internal static class NewsSection
{
    private const int MostNew = 12;

    public static BriefSection Compose(Ledger ledger, Ledger before, LocalDate since, SentencePrinter printer)
    {
        var difference = LedgerDifference.Between(LedgerState.Of(before), LedgerState.Of(ledger));
        var sentences = new List<BriefSentence>();
        var claims = ledger.Claims.ToDictionary(c => c.Id, StringComparer.Ordinal);
        AddMoves(sentences, difference, ledger, printer);
        var news = difference.Added.Where(i => i.Kind == StateKind.Claim)
            .Select(i => (Claim: claims[i.Id], News: difference.NewsOf(i)))
            .OrderByDescending(n => n.News).ThenByDescending(n => n.Claim.Counts.Speakers.Count).ThenByDescending(n => n.Claim.Counts.Outlets.Count)
            .ThenBy(n => n.Claim.Id, StringComparer.Ordinal).ToList();
        foreach (var (claim, kind) in news.Take(MostNew))
            sentences.AddIfPrinted(printer.Print(claim.Statement.Document, claim.Statement.Span, Labels.Of(kind) + (claim.Counts.Speakers.Count == 1 ? " · single origin" : ""), claim.Id));
        var grown = difference.Changed.Where(c => c.Before.Kind == StateKind.Claim).ToList();
        foreach (var change in grown.Where(c => claims[c.After.Id].Counts.Speakers.Count > 1).Take(MostNew))
        {
            var claim = claims[change.After.Id];
            sentences.AddIfPrinted(printer.Print(claim.Statement.Document, claim.Statement.Span, $"now {change.After.State}, before {change.Before.State}", claim.Id));
        }
        return new BriefSection("What is new", sentences, [Summary(difference, since), .. news.Count > MostNew ? (string[])[$"{news.Count - MostNew} more new claims are not shown; readout diff --since {new Text.DateRange(since, since)} lists them."] : []]);
    }

    private static void AddMoves(List<BriefSentence> sentences, LedgerDifference difference, Ledger ledger, SentencePrinter printer)
    {
        var before = difference.Changed.Where(c => c.After.Kind == StateKind.Prospect).ToDictionary(c => c.After.Id, c => c.Before.State, StringComparer.Ordinal);
        var isNew = difference.Added.Where(i => i.Kind == StateKind.Prospect).Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var prospect in ledger.Prospects)
        {
            var last = prospect.History[^1];
            var now = Labels.Of(prospect.Status);
            var label = isNew.Contains(prospect.Id) ? $"new prospect: {now}" : before.TryGetValue(prospect.Id, out var was) && was != now ? $"moved from {was} to {now}" : null;
            if (label is not null)
                sentences.AddIfPrinted(printer.Print(last.Document, last.Span, $"{label}, {Labels.Said(last.Date)}", prospect.Id, repeat: true));
        }
    }

    private static string Summary(LedgerDifference difference, LocalDate since)
    {
        var day = new Text.DateRange(since, since);
        if (difference.IsNothing)
            return $"Nothing changed since {day}.";
        int Added(StateKind kind) => difference.Added.Count(i => i.Kind == kind);
        var contradicting = difference.Added.Count(i => i.Kind == StateKind.Claim && difference.NewsOf(i) == News.Contradicts);
        return $"Since {day}: {Labels.Count(Added(StateKind.Page), "page")} more, {Labels.Count(Added(StateKind.Claim), "new claim")} ({contradicting} contradicting others), "
            + $"{Labels.Count(Added(StateKind.Dispute), "new dispute")}, {Labels.Count(difference.Changed.Count(c => c.After.Kind == StateKind.Prospect && c.Before.State != c.After.State), "prospect")} moved, "
            + $"{Labels.Count(difference.Changed.Count(c => c.After.Kind == StateKind.Claim), "claim")} with other counts.";
    }
}
