using Readout.Annotations;
using Readout.Claims;
using Readout.Stories;
using Readout.Text;

namespace Readout.Briefs;

/// <summary>What is still open: how the status of each prospect moved, and on what it waits.</summary>
internal static class ProspectSections
{
    /// <summary>A section for each prospect: what would count as it, where, when, and every step.</summary>
    public static IReadOnlyList<BriefSection> Compose(ReportMaterial material)
    {
        var (ledger, printer) = (material.Ledger, material.Printer);
        var index = new EntityIndex(ledger.Story);
        var fold = new CopyFold(ledger.Story);
        return
        [
            .. ledger.Prospects.Select(p => new BriefSection($"{p.Definition} ({p.Id})", Steps(p, fold, printer), [.. Facts(p, ledger, index)]) { Kind = SectionKind.Pending }),
            .. ledger.Prospects.Count == 0 ? (BriefSection[])[new BriefSection("Prospects", [], ["No page speaks of such an event to come."])] : [],
        ];
    }

    /// <summary>Every prospect: how its status moved, with the condition behind each step.</summary>
    public static BriefSection Pending(Ledger ledger, SentencePrinter printer)
    {
        var sentences = new List<BriefSentence>();
        foreach (var prospect in ledger.Prospects)
            sentences.AddRange(Moves(prospect, printer));
        return new BriefSection("Pending and its conditions", sentences, ledger.Prospects.Count == 0 ? ["No page speaks of an event to come."] : []) { Kind = SectionKind.Pending };
    }

    // A step that moves nothing and names no condition is left out.
    private static List<BriefSentence> Moves(Prospect prospect, SentencePrinter printer)
    {
        var sentences = new List<BriefSentence>();
        ProspectStatus? before = null;
        foreach (var step in prospect.History)
        {
            if (step.Status == before && step.Condition is null)
                continue;
            before = step.Status;
            Add(sentences, prospect, step, "", printer);
        }
        return sentences;
    }

    private static List<BriefSentence> Steps(Prospect prospect, CopyFold fold, SentencePrinter printer)
    {
        var sentences = new List<BriefSentence>();
        foreach (var (step, copies) in fold.Fold(prospect.History, s => s.Document, s => $"{s.Status} {s.Date}"))
            Add(sentences, prospect, step, CopyFold.Words(copies), printer);
        return sentences;
    }

    private static void Add(List<BriefSentence> sentences, Prospect prospect, ProspectStep step, string copies, SentencePrinter printer)
    {
        var label = step.Status == ProspectStatus.Lapsed ? $"lapsed: no page tells what came of it after {prospect.Window}"
            : step.Condition is { } words
            ? $"{Labels.Of(step.Status)}, {Labels.Said(step.Date)}; condition: {Words(step.Document, words, printer)}"
            : $"{Labels.Of(step.Status)}, {Labels.Said(step.Date)}";
        sentences.AddIfPrinted(printer.Print(step.Document, step.Span, label + copies, prospect.Id, repeat: true));
        // What came of a condition stands under the step that first names it.
        foreach (var condition in prospect.Conditions.Where(c => c.Document == step.Document && c.Words == step.Condition))
        {
            if (condition.Evidence is { } told)
                sentences.AddIfPrinted(printer.Print(told.Document, told.Span, $"{Labels.Of(condition.State)} ({Words(condition.Document, condition.Words, printer)}), {Labels.Said(condition.Told)}", prospect.Id, repeat: true));
        }
    }

    private static string Words(string document, Span span, SentencePrinter printer) => SentenceCheck.Fold(printer.Document(document).Slice(span));

    private static IEnumerable<string> Facts(Prospect prospect, Ledger ledger, EntityIndex index)
    {
        if (prospect.Parties.Count > 0)
            yield return "Parties: " + string.Join(", ", prospect.Parties.Select(index.NameOf)) + ".";
        yield return prospect.Place is { } place ? $"Place: {place.Name}." : "No place is named.";
        yield return prospect.Window.IsUnknown ? "No time is named." : $"Time: {prospect.Window}.";
        foreach (var condition in prospect.Conditions.Where(c => c.State == ConditionState.Unknown))
            yield return $"Open: {SentenceCheck.Fold(ledger.Story.Document(condition.Document).Slice(condition.Words))} (said {Labels.Said(condition.Said)}).";
        var last = prospect.History.Where(s => s.Status != ProspectStatus.Lapsed && s.Date.IsBounded).Select(s => s.Date).DefaultIfEmpty().Last();
        if (!last.IsUnknown)
            yield return $"Nothing was said of it after {last}.";
    }
}
