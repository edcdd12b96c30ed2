using Readout.Claims;

namespace Readout.Briefs;

/// <summary>Every statement with the other wordings that pages give it.</summary>
internal static class ClaimSections
{
    public static IReadOnlyList<BriefSection> Compose(ReportMaterial material)
    {
        var sentences = new List<BriefSentence>();
        foreach (var claim in material.Ledger.Claims)
            Add(sentences, claim, material.Printer);
        return [new BriefSection("Claims", sentences, sentences.Count == 0 ? ["No page states such a thing."] : []) { Kind = SectionKind.Claims }];
    }

    /// <summary>A claim's fullest wording, then those that differ from it.</summary>
    public static void Add(List<BriefSentence> sentences, Claim claim, SentencePrinter printer)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (document, span) in claim.Attestations.Select(a => (a.Document, a.Span)).Prepend((claim.Statement.Document, claim.Statement.Span)))
        {
            var isFirst = seen.Count == 0;
            if (!seen.Add(SentenceCheck.Fold(printer.Document(document).Slice(span))))
                continue;
            if (printer.Print(document, span, isFirst ? Labels.Of(claim.Counts) : "worded otherwise", claim.Id, repeat: true) is { } sentence)
                sentences.Add(sentence);
        }
    }
}
