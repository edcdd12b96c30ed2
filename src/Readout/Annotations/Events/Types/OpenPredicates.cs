using Readout.Languages;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>
/// Verbs that name an event which the predicate classes do not have. They stand in the record by a type of the ontology
/// or by their lemma; the ledger leaves them alone, since it could not tell which of them are one event.
/// </summary>
internal sealed class OpenPredicates(Document document, EventTyper typer)
{
    private static readonly HashSet<string> s_without = Resource.Set("En/no-event-verbs.txt");

    private readonly IReadOnlyList<Word> _words = document.Words;
    private readonly bool[] _saying = Saying(document);
    private int _next;

    /// <summary>Type and lemma of the event that a token's verb names; null for none. Tokens are asked for in their order.</summary>
    public (string Type, string Lemma)? At(int token)
    {
        while (_next < _words.Count && _words[_next].Token < token)
            _next++;
        if (_next == _words.Count || _words[_next].Token != token)
            return null;
        var word = _words[_next];
        if (word.Upos is not Upos.Verb || word.Relation is "amod" or "compound" or "fixed" or "case" or "mark")
            return null;
        var (isOwn, type) = typer.OwnType(_next);
        if (!isOwn || (type is null or EventTypes.Open && (_saying[_next] || s_without.Contains(word.Lemma))))
            return null;
        return (type ?? EventTypes.Open, word.Lemma.ToLowerInvariant());
    }

    // The words that give something said to somebody: where they are of no type, a quotation or a stance tells all of it.
    private static bool[] Saying(Document document)
    {
        var taken = new bool[document.Words.Count];
        var cues = document.Quotations.Select(q => q.Cue).OfType<Span>().Concat(document.Stances.Select(s => s.Cue));
        foreach (var cue in cues)
        {
            for (var i = Ordered.FirstAt(document.Words, cue.Start, w => w.Span.Start); i < taken.Length && document.Words[i].Span.Start < cue.End; i++)
                taken[i] = true;
        }
        return taken;
    }
}
