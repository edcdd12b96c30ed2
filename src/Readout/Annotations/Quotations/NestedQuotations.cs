using Readout.Text;

namespace Readout.Annotations;

/// <summary>
/// Words in marks inside words in marks, with a verb of saying beside them: “Pell told me ‘the wall is safe’,” she said.
/// The outer words stay as they are; the inner ones are a quotation of their own, its speaker the subject inside.
/// </summary>
internal sealed class NestedQuotations(Document document, WordTree tree, ClauseSubjects subjects)
{
    // Words between the verb and its words in marks: "told me in March,".
    private const int MostBetween = 6;

    // Words behind the marks up to the verb: "the mayor of Vask said".
    private const int MostBehind = 5;

    private readonly IReadOnlyList<Word> _words = document.Words;

    public IEnumerable<Quotation> Find(IReadOnlyList<Quotation> found)
    {
        var taken = found.SelectMany(q => q.Content).ToHashSet();
        foreach (var outer in found.Where(q => q.Form is QuotationForm.Direct or QuotationForm.Mixed))
        {
            foreach (var words in outer.Content)
            {
                foreach (var inner in QuoteMarks.Inside(document.Text, words))
                {
                    // one word in marks is a word spoken of
                    if (tree.WordFrom(inner.End - 1) - tree.WordFrom(inner.Start) > 2 && (Before(words, inner) ?? Behind(words, inner)) is var (verb, subject)
                        && _words[subject].Lemma is not "you" && !taken.Contains(inner))
                        yield return Nested(outer, inner, verb, subject);
                }
            }
        }
    }

    private Quotation Nested(Quotation outer, Span inner, int verb, int subject)
    {
        var phrase = subjects.Words(subject);
        // "I said, ‘…’": who speaks tells what they said
        var speaker = _words[subject].Lemma is "I" ? outer.Speaker : subjects.Entity(subject, phrase);
        return new Quotation(QuotationForm.Direct, [inner], _words[verb].Span, speaker, phrase, DateRange.Unknown, SpeechAct.Stated, "nested-marks");
    }

    private (int Verb, int Subject)? Before(Span outer, Span inner)
    {
        for (var i = tree.WordFrom(inner.Start) - 1; i >= 0 && _words[i].Span.Start >= outer.Start && tree.WordFrom(inner.Start) - i <= MostBetween; i--)
        {
            if (_words[i].Upos is Upos.Verb)
                return Says(i) && subjects.Of(i) is >= 0 and var subject && _words[subject].Span.Start >= outer.Start ? (i, subject) : null;
            if (_words[i].Upos is Upos.Punct && document.Text[_words[i].Span.Start] is '.' or '?' or '!' or ';')
                return null;
        }
        return null;
    }

    private (int Verb, int Subject)? Behind(Span outer, Span inner)
    {
        var first = tree.WordFrom(inner.End);
        for (var i = first; i < _words.Count && i - first <= MostBehind && _words[i].Span.End <= outer.End; i++)
        {
            if (_words[i].Upos is Upos.Verb)
                return Says(i) && subjects.Own(i) is >= 0 and var subject && subject >= first ? (i, subject) : null;
        }
        return null;
    }

    private bool Says(int verb) =>
        ReportingVerbs.Of(_words[verb].Lemma).Any(e => e.Rest.Count == 0 && e.Verb.Takes(Frames.Quote) && e.Verb.Sense is not (VerbSense.Declines or VerbSense.Doubts))
        && !TreeQuotations.IsAttitude(_words[verb]) && !subjects.IsNegated(verb);
}
