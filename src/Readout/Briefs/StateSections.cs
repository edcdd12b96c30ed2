using Readout.Annotations;
using Readout.Claims;
using Readout.Stories;
using Readout.Text;

namespace Readout.Briefs;

/// <summary>Where things stand, and what the latest pages add.</summary>
internal static class StateSections
{
    private const int MostProspects = 3;
    private const int MostClaims = 5;
    private const int MostNew = 6;

    /// <summary>The last step of the most covered prospects, then the claims that most pages make.</summary>
    public static BriefSection StateOfPlay(Ledger ledger, SentencePrinter printer)
    {
        var sentences = new List<BriefSentence>();
        foreach (var prospect in ledger.Prospects.Take(MostProspects))
        {
            var last = prospect.History[^1];
            sentences.AddIfPrinted(printer.Print(last.Document, last.Span, $"{Labels.Of(last.Status)}, {Labels.Said(last.Date)}", prospect.Id));
        }
        foreach (var claim in ledger.Claims.Where(c => c.Counts.Outlets.Count > 1)
            .OrderByDescending(c => c.Counts.Speakers.Count).ThenByDescending(c => c.Counts.Texts.Count).ThenByDescending(c => c.Counts.Outlets.Count).ThenBy(c => c.Id, StringComparer.Ordinal)
            .Take(MostClaims))
            sentences.AddIfPrinted(printer.Print(claim.Statement.Document, claim.Statement.Span, Labels.Of(claim.Counts), claim.Id));
        if (sentences.Count == 0)
        {
            foreach (var document in ledger.Story.Documents)
            {
                if (document.Sentences.FirstOrDefault(s => !s.IsHeading) is { } lead)
                    sentences.AddIfPrinted(printer.Print(document.Id, lead.Span, null, null));
            }
        }
        return new BriefSection("State of play", sentences, sentences.Count == 0 ? ["No page holds a report."] : []);
    }

    /// <summary>What the latest page states that no earlier page does.</summary>
    public static BriefSection WhatIsNew(Ledger ledger, SentencePrinter printer)
    {
        var latest = ledger.Story.Documents.LastOrDefault(d => !d.Diagnostics.Any(x => x.Code == DiagnosticCode.StaleRepublication) && !d.Anchor.IsUnknown);
        if (latest is null || ledger.Story.Documents.Count < 2)
            return new BriefSection("What is new", [], ["One page alone tells no news from background."]);
        var earlier = ledger.Story.Documents.TakeWhile(d => d.Id != latest.Id).Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        var sentences = new List<BriefSentence>();
        foreach (var claim in ledger.Claims
            .Where(c => c.Attestations.Any(a => a.Document == latest.Id) && !c.Attestations.Any(a => earlier.Contains(a.Document)))
            .OrderBy(c => c.Attestations.First(a => a.Document == latest.Id).Span.Start)
            .Take(MostNew))
        {
            var span = claim.Attestations.First(a => a.Document == latest.Id).Span;
            sentences.AddIfPrinted(printer.Print(latest.Id, span, Labels.Of(claim.Counts), claim.Id));
        }
        var day = latest.Article.Published?.When is { } when ? when.ToString() : "an unknown day";
        var which = latest.Article.Published is { Basis: Articles.DateBasis.Stated } ? "the latest page" : "the page that seems the latest (it states no day)";
        return new BriefSection("What is new", sentences, [$"Stated first by {which}, {latest.Article.Page.FileName}, of {day}."]);
    }
}
