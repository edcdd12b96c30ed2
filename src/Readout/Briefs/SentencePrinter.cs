using Readout.Annotations;
using Readout.Stories;
using Readout.Text;

namespace Readout.Briefs;

/// <summary>Prints sentences of pages: each checked, none twice unless asked for, up to a limit.</summary>
internal sealed class SentencePrinter
{
    private readonly Dictionary<string, Document> _documents;
    // Who says "I" or "we" is told by the quotation.
    private static readonly HashSet<string> ThirdPerson = new(StringComparer.OrdinalIgnoreCase)
    {
        "he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself", "they", "them", "their", "theirs", "themselves",
    };

    private readonly EntityIndex _index;
    private readonly HashSet<string> _printed = new(StringComparer.Ordinal);
    private readonly List<DroppedSentence> _dropped = [];
    private readonly int _limit;
    private int _count;

    public SentencePrinter(Story story, int limit)
    {
        _documents = story.Documents.ToDictionary(d => d.Id, StringComparer.Ordinal);
        _index = new EntityIndex(story);
        _limit = limit;
    }

    public IReadOnlyList<DroppedSentence> Dropped => _dropped;

    public Document Document(string id) => _documents[id];

    /// <summary>The words at a place as a printed sentence; null where they were printed before, the limit is reached, or the check fails.</summary>
    /// <param name="repeat">True where a section shows its sentences whether or not another has them.</param>
    public BriefSentence? Print(string document, Span span, string? label, string? subject, bool repeat = false)
    {
        var source = _documents[document];
        var text = SentenceCheck.Fold(source.Slice(span));
        if (_limit > 0 && _count >= _limit)
            return null;
        if (SentenceCheck.Fault(text, [(source, span)]) is { } fault)
        {
            _dropped.Add(new DroppedSentence(text, fault));
            return null;
        }
        if (!_printed.Add(text) && !repeat)
            return null;
        _count++;
        return new BriefSentence(text, [new Citation(document, span)], label, subject) { Names = Names(source, span) };
    }

    // "He ruled it out": torn from its page, a sentence no longer tells who "he" is. Each is named once, where the sentence names
    // them nowhere itself.
    private List<NamedPronoun> Names(Document document, Span span)
    {
        var mentions = Participants.MentionsIn(document, span);
        var named = mentions.Where(m => m.Form is not MentionForm.Pronoun).Select(m => m.Entity).ToHashSet();
        var names = new List<NamedPronoun>();
        foreach (var mention in mentions)
        {
            if (mention.Form == MentionForm.Pronoun && ThirdPerson.Contains(document.Slice(mention.Span)) && named.Add(mention.Entity) && _index.Of(document, mention.Entity) is { } entity)
                names.Add(new NamedPronoun(new Citation(document.Id, mention.Span), entity.Id, entity.Name));
        }
        return names;
    }
}

internal static class PrintedSentences
{
    /// <summary>Adds what was printed; nothing where it was not.</summary>
    public static void AddIfPrinted(this List<BriefSentence> sentences, BriefSentence? sentence)
    {
        if (sentence is not null)
            sentences.Add(sentence);
    }
}
