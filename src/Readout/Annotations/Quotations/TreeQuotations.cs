using Readout.Languages;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>
/// Indirect speech and thought that the readers of lines missed: a verb of saying or thinking whose tree holds a clause
/// and a subject. The clause's words are the content, the subject's the speaker.
/// </summary>
internal sealed class TreeQuotations
{
    private static readonly HashSet<string> Attitudes = Resource.Set("En/attitude-verbs.txt");

    private readonly Document _document;
    private readonly IReadOnlyList<Word> _words;
    private readonly WordTree _tree;
    private readonly ClauseSubjects _subjects;

    public TreeQuotations(Document document, WordTree tree, ClauseSubjects subjects)
    {
        _document = document;
        _words = document.Words;
        _tree = tree;
        _subjects = subjects;
    }

    public IEnumerable<Quotation> Find(IReadOnlyList<Quotation> found)
    {
        var taken = new TakenWords(_tree, _words.Count, found);
        foreach (var sentence in _document.Sentences)
        {
            for (var i = sentence.FirstWord; i < sentence.EndWord; i++)
            {
                if (_words[i].Upos is Upos.Verb && Read(i, sentence) is { } quotation && taken.IsFree(quotation.Cue!.Value) && taken.IsFree(quotation.Content[0]))
                    yield return quotation;
            }
        }
    }

    private Quotation? Read(int verb, Sentence sentence)
    {
        var form = _words[verb];
        // "do they believe?": nobody said or thought it
        if (Act(form) is not { } act || _subjects.IsNegated(verb) || _words[sentence.EndWord - 1].Lemma is "?")
            return null;
        var clause = _tree.Child(verb, "ccomp");
        if (clause < 0 || clause < verb)
            return null;
        var subject = _subjects.Of(verb);
        if (subject < 0 || _subjects.Antecedent(subject) is not (>= 0 and var meant) || _subjects.IsTalk(meant))
            return null;
        var (first, last) = _tree.Extent(clause);
        // a clause that begins behind a comma belongs to what stands before it: "the hall, it said, is closed"
        if (_words[first].Upos is Upos.Punct && !Opens(_words[first]))
            return null;
        while (first < last && _words[first].Relation == "mark" && _words[first].Lemma == "that")
            first++;
        while (last > first && _words[last].Upos is Upos.Punct && !ClosesMarks(first, last))
            last--;
        if (last + 1 < sentence.EndWord && _words[last + 1].Upos is Upos.Punct && ClosesMarks(first, last + 1) && CountMarks(first, last) % 2 == 1)
            last++;
        if (last <= first || first <= verb)
            return null;
        if (act is SpeechAct.Denied && Enumerable.Range(verb + 1, first - verb - 1).Any(i => ComplementFinder.RefusedThings.Contains(_words[i].Lemma)))
            return null;
        // "disputed the findings, saying they were clear": what is said is not what is disputed
        if (act is SpeechAct.Denied && Enumerable.Range(verb + 1, first - verb - 1).Any(i => _words[i].Upos is Upos.Verb && Act(_words[i]) is SpeechAct.Stated))
            act = SpeechAct.Stated;
        var cueFirst = verb;
        while (cueFirst > sentence.FirstWord && (_words[cueFirst - 1].Head == verb && _words[cueFirst - 1].Relation is "aux" or "advmod" or "aux:pass"))
            cueFirst--;
        var speaker = _subjects.Words(subject);
        return new Quotation(
            HasMarks(first, last) ? QuotationForm.Mixed : QuotationForm.Indirect, [new Span(_words[first].Span.Start, _words[last].Span.End)],
            new Span(_words[cueFirst].Span.Start, form.Span.End), _subjects.Entity(subject, speaker), speaker, DateRange.Unknown, act, "clause-in-tree");
    }

    /// <summary>What the verb does with its clause; null where it reports none, or tells that nothing was said or believed.</summary>
    public static SpeechAct? Act(Word verb)
    {
        foreach (var entry in ReportingVerbs.Of(verb.Lemma))
        {
            if (entry.Rest.Count == 0 && entry.Verb.Takes(Frames.That | Frames.Bare | Frames.Finite | Frames.Wh))
            {
                return entry.Verb.Sense switch
                {
                    VerbSense.Denies => SpeechAct.Denied,
                    VerbSense.Asks => SpeechAct.Asked,
                    VerbSense.Declines or VerbSense.Doubts => null,
                    _ => SpeechAct.Stated,
                };
            }
        }
        return Attitudes.Contains(verb.Lemma) ? SpeechAct.Stated : null;
    }

    /// <summary>A verb of thinking and wanting, of which none says anything.</summary>
    public static bool IsAttitude(Word verb) => Attitudes.Contains(verb.Lemma);

    // "says the bridge “stays shut”": the closing mark belongs to what it closes.
    private bool ClosesMarks(int first, int last) =>
        _document.Text[_words[last].Span.Start] is '"' or '”' or '»' && HasMarks(first, last - 1);

    private bool HasMarks(int first, int last) => CountMarks(first, last) > 0;

    private int CountMarks(int first, int last)
    {
        var count = 0;
        for (var i = first; i <= last; i++)
            count += _document.Text[_words[i].Span.Start] is '"' or '“' or '”' or '«' or '»' ? 1 : 0;
        return count;
    }

    private bool Opens(Word mark) => _document.Text[mark.Span.Start] is '"' or '“' or '‘' or '\'' or '«' or '(';
}
