using Readout.Claims;
using Readout.Stories;

namespace Readout.Briefs;

/// <summary>Both sides of every dispute, each with its earliest origin; then changes, which are none.</summary>
internal static class DisputeSections
{
    /// <summary>For the brief: the earliest words of each side.</summary>
    public static BriefSection Compose(Ledger ledger, SentencePrinter printer)
    {
        var sentences = new List<BriefSentence>();
        var notes = new List<string>();
        var index = new EntityIndex(ledger.Story);
        foreach (var dispute in ledger.Disputes)
        {
            var scope = dispute.Scope == DisputeScope.BetweenSources ? "sources differ" : "page at odds with itself";
            foreach (var side in dispute.Sides)
            {
                var first = side.Attestations[0];
                sentences.AddIfPrinted(printer.Print(first.Document, first.Span, $"{scope} ({dispute.Type.ToString().ToLowerInvariant()}): {side.Value}{From(dispute, side, ledger, index)}", dispute.Id, repeat: true));
            }
            AddEvidence(sentences, dispute, printer);
            notes.Add($"{dispute.Id}: {dispute.Reason}.");
        }
        foreach (var change in ledger.Changes)
            notes.Add($"No dispute: {string.Join(" → ", change.Steps.Select(s => s.Value).Distinct(StringComparer.Ordinal))}: {change.Reason} ({change.Kind.ToString().ToLowerInvariant()}).");
        if (ledger.Disputes.Count == 0)
            notes.Insert(0, "No two sources contradict each other in what could be compared.");
        return new BriefSection("Disputed", sentences, notes);
    }

    // A page at odds with itself needs no second name.
    private static string From(Dispute dispute, DisputeSide side, Ledger ledger, EntityIndex index)
    {
        if (dispute.Scope == DisputeScope.WithinPage || side.Origin is not { } origin)
            return "";
        return ledger.Story.Documents.Any(d => d.Article.Outlet is null && d.Article.Page.FileName == origin) ? "; from a page of unknown outlet" : $"; from {index.NameOf(origin)}";
    }

    private static void AddEvidence(List<BriefSentence> sentences, Dispute dispute, SentencePrinter printer)
    {
        foreach (var evidence in dispute.Evidence)
            sentences.AddIfPrinted(printer.Print(evidence.Source.Document, evidence.Source.Span, $"speaks for {dispute.Sides[evidence.Side].Value}, which decides nothing", dispute.Id, repeat: true));
    }

    /// <summary>Every attestation of every side; then the changes, step by step.</summary>
    public static IReadOnlyList<BriefSection> ComposeAll(ReportMaterial material)
    {
        var (ledger, printer) = (material.Ledger, material.Printer);
        var fold = new CopyFold(ledger.Story);
        var disputed = new List<BriefSentence>();
        foreach (var dispute in ledger.Disputes)
        {
            foreach (var side in dispute.Sides)
            {
                foreach (var (place, copies) in fold.Fold(side.Attestations, a => a.Document, _ => ""))
                    disputed.AddIfPrinted(printer.Print(place.Document, place.Span, (place == side.Attestations[0] ? "" : "also ") + side.Value + CopyFold.Words(copies), dispute.Id, repeat: true));
            }
        }
        var changed = new List<BriefSentence>();
        foreach (var change in ledger.Changes)
        {
            foreach (var (step, copies) in fold.Fold(change.Steps, s => s.Document, s => s.Value))
                changed.AddIfPrinted(printer.Print(step.Document, step.Span, $"{step.Value}, {Labels.Said(step.Date)}{CopyFold.Words(copies)}", change.Id, repeat: true));
        }
        return
        [
            new BriefSection("Disputed", disputed, disputed.Count == 0 ? ["No two sources contradict each other in what could be compared."] : []),
            new BriefSection("Changed, not disputed", changed, changed.Count == 0 ? ["No value moved."] : []),
        ];
    }
}
