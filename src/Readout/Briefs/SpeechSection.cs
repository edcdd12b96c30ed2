using Readout.Annotations;
using Readout.Claims;
using Readout.Stories;
using Readout.Text;

namespace Readout.Briefs;

/// <summary>Who said what: by speaker, in the order of speaking, words in marks before reported speech.</summary>
internal static class SpeechSection
{
    private const int MostSpeakers = 8;
    private const int MostPerSpeaker = 5;

    public static BriefSection Compose(Ledger ledger, SentencePrinter printer)
    {
        var index = new EntityIndex(ledger.Story);
        var wordings = ledger.Utterances
            .SelectMany(u => u.Wordings.Select(w => (Key: (w.Document, w.Quotation), Utterance: u, Wording: w)))
            .ToDictionary(x => x.Key, x => (x.Utterance, x.Wording));
        var bySpeaker = ledger.Story.Documents
            .SelectMany(d => d.Quotations.Select((q, i) => (Document: d, Quotation: q, Index: i, Speaker: q.Speaker is { } who ? index.Of(d, who) : null)))
            .Where(x => x.Speaker is not null)
            .GroupBy(x => x.Speaker!.Id, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => index.NameOf(g.Key), StringComparer.Ordinal)
            .Take(MostSpeakers);
        var sentences = new List<BriefSentence>();
        foreach (var speaker in bySpeaker)
        {
            var name = index.NameOf(speaker.Key);
            var printed = 0;
            foreach (var (document, quotation, place, _) in speaker
                .OrderBy(x => x.Quotation.Form == QuotationForm.Indirect)
                .ThenBy(x => Chronology.SortDay(x.Document.Anchor)).ThenBy(x => x.Document.Id, StringComparer.Ordinal).ThenBy(x => x.Quotation.Content[0].Start))
            {
                if (printed >= MostPerSpeaker)
                    break;
                var wording = wordings.GetValueOrDefault((document.Id, place));
                if (wording.Wording is { } other && other != wording.Utterance.Wordings[0])
                    continue;
                var when = quotation.SaidOn.IsUnknown ? document.Anchor : quotation.SaidOn;
                var label = $"{name} ({(quotation.Form == QuotationForm.Indirect ? "reported speech" : "in their words")}{(when.IsUnknown ? "" : $", {when}")}{Occasion(quotation)})";
                var variants = wording.Utterance?.Wordings.Where(w => w.Kind is WordingKind.Differs).ToList() ?? [];
                if (Sentence(document, quotation) is { } span && printer.Print(document.Id, span, label, null, repeat: variants.Count > 0) is { } sentence)
                {
                    sentences.Add(sentence);
                    printed++;
                    foreach (var variant in variants)
                        Add(sentences, printer, variant, name);
                }
            }
        }
        return new BriefSection("Who said what", sentences, sentences.Count == 0 ? ["No page gives words as anybody's."] : []);
    }

    private static string Occasion(Quotation quotation) =>
        (quotation.Setting.Occasion is { } occasion ? ", " + Labels.Of(occasion.Kind) : "") + (quotation.IsEndDoubtful ? ", closing mark missing" : "");

    // Words in marks that differ stand beside the fullest: readers see both.
    private static void Add(List<BriefSentence> sentences, SentencePrinter printer, Wording variant, string name)
    {
        var document = printer.Document(variant.Document);
        if (Sentence(document, document.Quotations[variant.Quotation]) is { } span
            && printer.Print(document.Id, span, $"{name} (the same words, worded otherwise)", null, repeat: true) is { } sentence)
            sentences.Add(sentence);
    }

    // The whole sentence around the first words: nobody is quoted out of their cue.
    private static Span? Sentence(Document document, Quotation quotation) =>
        document.Sentences.FirstOrDefault(s => s.Span.Overlaps(quotation.Content[0]) && !s.IsHeading)?.Span;
}
