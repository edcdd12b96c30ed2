using Readout.Annotations;
using Readout.Claims;
using Readout.Stories;
using Readout.Text;

namespace Readout.Briefs;

/// <summary>Who said what: by speaker, words in marks before reported speech, each in the order of speaking.</summary>
internal sealed class QuoteSections
{
    private const int MostSpeakers = 8;
    private const int MostPerSpeaker = 5;

    private readonly ReportMaterial _material;
    private readonly EntityIndex _index;
    private readonly Dictionary<(string, int), (Utterance Utterance, Wording Wording)> _wordings;

    private QuoteSections(ReportMaterial material)
    {
        _material = material;
        _index = new EntityIndex(material.Ledger.Story);
        _wordings = material.Ledger.Utterances
            .SelectMany(u => u.Wordings.Select(w => (Key: (w.Document, w.Quotation), Utterance: u, Wording: w)))
            .ToDictionary(x => x.Key, x => (x.Utterance, x.Wording));
    }

    /// <summary>For the brief: those who are quoted most, a few sentences each.</summary>
    public static BriefSection ForBrief(ReportMaterial material)
    {
        var quotes = new QuoteSections(material);
        var sentences = quotes.Speakers().Where(s => s.Voice.IsEntity).Take(MostSpeakers).SelectMany(s => quotes.Sentences(s, MostPerSpeaker)).ToList();
        return new BriefSection("Who said what", sentences, sentences.Count == 0 ? ["No page gives words as anybody's."] : []);
    }

    /// <summary>A section for each speaker asked for, named or not.</summary>
    public static IReadOnlyList<BriefSection> Compose(ReportMaterial material)
    {
        var quotes = new QuoteSections(material);
        var sections = new List<BriefSection>();
        foreach (var speaker in quotes.Speakers())
        {
            if (quotes.Sentences(speaker, int.MaxValue) is { Count: > 0 } sentences)
                sections.Add(new BriefSection(speaker.Voice.Name, sentences, []));
        }
        return sections.Count == 0 ? [new BriefSection("Who said what", [], ["No page gives such words as anybody's."])] : sections;
    }

    /// <summary>What is said by one entity.</summary>
    public static List<BriefSentence> By(string entity, ReportMaterial material)
    {
        var quotes = new QuoteSections(material);
        return [.. quotes.Speakers().Where(s => s.Voice.Id == entity).SelectMany(s => quotes.Sentences(s, int.MaxValue))];
    }

    // Entities by how often they are quoted; then speakers whom only words name, then those whom nothing names.
    private IEnumerable<Speaker> Speakers() =>
        _material.Ledger.Story.Documents
            .SelectMany(d => d.Quotations.Select((q, i) => new Spoken(d, q, i)))
            .Where(s => _material.Selection.Keeps(s.Document, s.Quotation))
            .GroupBy(Voiced)
            .OrderBy(g => g.Key.IsEntity ? 0 : g.Key.Id.Length > 0 ? 1 : 2)
            .ThenByDescending(g => g.Count()).ThenBy(g => g.Key.Name, StringComparer.Ordinal).ThenBy(g => g.Key.Id, StringComparer.Ordinal)
            .Select(g => new Speaker(g.Key, [.. g]));

    private Voice Voiced(Spoken spoken)
    {
        if (spoken.Quotation.Speaker is { } who && _index.Of(spoken.Document, who) is { } entity)
            return new Voice(entity.Id, entity.Name, true);
        if (spoken.Quotation.SpeakerSpan is not { } span)
            return new Voice("", "Nobody is named", false);
        // "A diplomat" of one page need not be that of another.
        var words = SentenceCheck.Fold(spoken.Document.Slice(span));
        return new Voice($"{spoken.Document.Id} {words}", $"“{words}”", false);
    }

    private List<BriefSentence> Sentences(Speaker speaker, int most)
    {
        var printer = _material.Printer;
        var name = speaker.Voice.Name;
        var sentences = new List<BriefSentence>();
        var printed = 0;
        foreach (var (document, quotation, place) in speaker.Words
            .OrderBy(x => x.Quotation.Form == QuotationForm.Indirect)
            .ThenBy(x => Chronology.SortDay(x.Document.Anchor)).ThenBy(x => x.Document.Id, StringComparer.Ordinal).ThenBy(x => x.Quotation.Content[0].Start))
        {
            if (printed >= most)
                break;
            var wording = _wordings.GetValueOrDefault((document.Id, place));
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
                    AddVariant(sentences, printer, variant, name);
            }
        }
        return sentences;
    }

    private static string Occasion(Quotation quotation) =>
        (quotation.Setting.Occasion is { } occasion ? ", " + Labels.Of(occasion.Kind) : "") + (quotation.IsEndDoubtful ? ", closing mark missing" : "");

    // Words in marks that differ stand beside the fullest: readers see both.
    private static void AddVariant(List<BriefSentence> sentences, SentencePrinter printer, Wording variant, string name)
    {
        var document = printer.Document(variant.Document);
        if (Sentence(document, document.Quotations[variant.Quotation]) is { } span
            && printer.Print(document.Id, span, $"{name} (the same words, worded otherwise)", null, repeat: true) is { } sentence)
            sentences.Add(sentence);
    }

    // The whole sentence around the first words: nobody is quoted out of their cue.
    private static Span? Sentence(Document document, Quotation quotation) =>
        document.Sentences.FirstOrDefault(s => s.Span.Overlaps(quotation.Content[0]) && !s.IsHeading)?.Span;

    private readonly record struct Spoken(Document Document, Quotation Quotation, int Index);

    private readonly record struct Voice(string Id, string Name, bool IsEntity);

    private sealed record Speaker(Voice Voice, IReadOnlyList<Spoken> Words);
}
