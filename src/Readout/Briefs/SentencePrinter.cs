using Readout.Annotations;
using Readout.Stories;
using Readout.Text;

namespace Readout.Briefs;

/// <summary>Prints sentences of pages: each checked, none twice unless asked for, up to a limit.</summary>
internal sealed class SentencePrinter
{
    private readonly Dictionary<string, Document> _documents;
    private readonly HashSet<string> _printed = new(StringComparer.Ordinal);
    private readonly List<DroppedSentence> _dropped = [];
    private readonly int _limit;
    private int _count;

    public SentencePrinter(Story story, int limit)
    {
        _documents = story.Documents.ToDictionary(d => d.Id, StringComparer.Ordinal);
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
        return new BriefSentence(text, [new Citation(document, span)], label, subject);
    }
}
