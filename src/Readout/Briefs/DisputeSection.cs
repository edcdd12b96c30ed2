using Readout.Claims;

namespace Readout.Briefs;

/// <summary>Both sides of every dispute, each with its earliest origin; then changes, which are none.</summary>
internal static class DisputeSection
{
    public static BriefSection Compose(Ledger ledger, SentencePrinter printer)
    {
        var sentences = new List<BriefSentence>();
        var notes = new List<string>();
        foreach (var dispute in ledger.Disputes)
        {
            var scope = dispute.Scope == DisputeScope.BetweenSources ? "sources differ" : "page at odds with itself";
            foreach (var side in dispute.Sides)
            {
                var first = side.Attestations[0];
                if (printer.Print(first.Document, first.Span, $"{scope} ({dispute.Type.ToString().ToLowerInvariant()}): {side.Value}", dispute.Id, repeat: true) is { } sentence)
                    sentences.Add(sentence);
            }
            notes.Add($"{dispute.Id}: {dispute.Reason}.");
        }
        foreach (var change in ledger.Changes)
            notes.Add($"No dispute: {string.Join(" → ", change.Steps.Select(s => s.Value).Distinct(StringComparer.Ordinal))}: {change.Reason} ({change.Kind.ToString().ToLowerInvariant()}).");
        if (ledger.Disputes.Count == 0)
            notes.Insert(0, "No two sources contradict each other in what could be compared.");
        return new BriefSection("Disputed", sentences, notes);
    }
}
