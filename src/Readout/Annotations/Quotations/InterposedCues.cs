using Readout.Languages;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>Finds the rest of what was said behind a cue that stands in its midst.</summary>
internal sealed class InterposedCues(Document document, WordTree tree, TakenWords taken)
{
    // Fewer words behind the cue are an adverbial of the saying.
    private const int MinRest = 3;
    private const int MostBetween = 2;

    // Conjunctions that go on with what was said; "as", "when" and "while" tell how it was said.
    private static readonly HashSet<string> Continuing = Resource.Set("En/continuing-words.txt");

    private readonly IReadOnlyList<Word> _words = document.Words;

    /// <summary>
    /// "S, she said, and T": the cue stands inside what was said. The tree hangs it on the sentence's own verb, so what
    /// follows it and belongs to that verb was said as well.
    /// </summary>
    public Quotation Complete(Quotation quotation)
    {
        if (quotation.Cue is not { } cue || quotation.Content.Count != 1 || quotation.Content[0].End > cue.Start || quotation.Form == QuotationForm.Direct)
            return quotation;
        if (tree.VerbIn(cue) is not { } place)
            return quotation;
        var (verb, end) = place;
        var from = verb + 1;
        while (from < end && document.Text[_words[from].Span.Start] is not ',')
            from++;
        // "the mayor, a lawyer, said": only what stands behind cue and speaker is the rest
        var behind = Math.Max(cue.End, quotation.SpeakerSpan?.End ?? 0);
        if (from + MinRest >= end || _words[from].Span.Start < behind || _words[from].Span.Start > behind + MostBetween)
            return quotation;
        var last = RestOf(from + 1, verb);
        while (last > from && _words[last].Upos is Upos.Punct && !Closes(_words[last]))
            last--;
        if (last - from < MinRest)
            return quotation;
        var rest = new Span(_words[from + 1].Span.Start, _words[last].Span.End);
        if (!taken.IsFree(rest))
            return quotation;
        return quotation with
        {
            Content = [quotation.Content[0], rest],
            Form = document.Text.Chars(rest).IndexOfAny('"', '“', '«') >= 0 ? QuotationForm.Mixed : quotation.Form,
            Rule = quotation.Rule + "+rest-in-tree",
        };
    }

    /// <summary>The last word of what goes on behind the cue; −1 where it tells of the saying.</summary>
    private int RestOf(int from, int verb)
    {
        var at = from;
        var main = _words[verb].Relation == "parataxis" ? _words[verb].Head : -1;
        while (_words[at].Head is >= 0 and var head && head != verb && head != main)
            at = head;
        if (_words[at].Head < 0)
            return -1;
        if (_words[at].Head == main && main >= 0)
            return at > verb ? tree.Extent(main).Last : -1;
        var belongs = at > verb && (_words[at].Relation == "ccomp" || (_words[at].Relation == "advcl" && tree.Children(at).Any(c => _words[c].Relation == "mark" && Continuing.Contains(_words[c].Lemma))));
        return belongs ? tree.Extent(at).Last : -1;
    }

    private bool Closes(Word mark) => document.Text[mark.Span.Start] is '"' or '”' or '’' or '»' or ')';
}
