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
        var bySpeaker = ledger.Story.Documents
            .SelectMany(d => d.Quotations.Where(q => q.Speaker is not null).Select(q => (Document: d, Quotation: q, Speaker: index.Of(d, q.Speaker!.Value))))
            .Where(x => x.Speaker is not null)
            .GroupBy(x => x.Speaker!.Id, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => index.NameOf(g.Key), StringComparer.Ordinal)
            .Take(MostSpeakers);
        var sentences = new List<BriefSentence>();
        foreach (var speaker in bySpeaker)
        {
            var name = index.NameOf(speaker.Key);
            var printed = 0;
            foreach (var (document, quotation, _) in speaker
                .OrderBy(x => x.Quotation.Form == QuotationForm.Indirect)
                .ThenBy(x => Chronology.SortDay(x.Document.Anchor)).ThenBy(x => x.Document.Id, StringComparer.Ordinal).ThenBy(x => x.Quotation.Content[0].Start))
            {
                if (printed >= MostPerSpeaker)
                    break;
                var when = quotation.SaidOn.IsUnknown ? document.Anchor : quotation.SaidOn;
                var label = $"{name} ({(quotation.Form == QuotationForm.Indirect ? "reported speech" : "in their words")}{(when.IsUnknown ? "" : $", {when}")})";
                if (Sentence(document, quotation) is { } span && printer.Print(document.Id, span, label, null) is { } sentence)
                {
                    sentences.Add(sentence);
                    printed++;
                }
            }
        }
        return new BriefSection("Who said what", sentences, sentences.Count == 0 ? ["No page gives words as anybody's."] : []);
    }

    // The whole sentence around the first words: nobody is quoted out of their cue.
    private static Span? Sentence(Document document, Quotation quotation) =>
        document.Sentences.FirstOrDefault(s => s.Span.Overlaps(quotation.Content[0]) && !s.IsHeading)?.Span;
}
