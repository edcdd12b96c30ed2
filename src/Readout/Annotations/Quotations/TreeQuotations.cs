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

    // Words of a clause inside a quotation, less one; in fewer the parser has lost the clause.
    private const int FewestInside = 2;

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

    /// <summary>Speech inside the words of a quotation in marks: “The mayor wrote that S,” she said. The words stay hers; S is the mayor's.</summary>
    public IEnumerable<Quotation> FindInside(IReadOnlyList<Quotation> found)
    {
        var cues = found.Select(q => q.Cue).OfType<Span>().SelectMany(WordsOf).ToHashSet();
        foreach (var outer in found.Where(q => q.Form is not QuotationForm.Indirect))
        {
            foreach (var words in outer.Content)
            {
                for (var i = _tree.WordFrom(words.Start); i < _words.Count && _words[i].Span.End <= words.End; i++)
                {
                    if (cues.Contains(i) || _words[i].Upos is not Upos.Verb || IsAttitude(_words[i]) || !_subjects.IsSpeaker(_subjects.Own(i)) || Read(i, SentenceOf(i)) is not { Act: SpeechAct.Stated or SpeechAct.Denied } inner)
                        continue;
                    if (_tree.WordFrom(inner.Content[0].End - 1) - _tree.WordFrom(inner.Content[0].Start) >= FewestInside && words.Contains(inner.Content[0]) && inner.SpeakerSpan is { } speaker && words.Contains(speaker))
                        yield return inner with { Rule = "clause-in-quotation" };
                }
            }
        }
    }

    private IEnumerable<int> WordsOf(Span place)
    {
        for (var i = _tree.WordFrom(place.Start); i < _words.Count && _words[i].Span.Start < place.End; i++)
            yield return i;
    }

    private Sentence SentenceOf(int word) => _document.Sentences[Ordered.FirstAt(_document.Sentences, word + 1, s => s.FirstWord) - 1];

    private Quotation? Read(int verb, Sentence sentence)
    {
        var form = _words[verb];
        // "do they believe?": nobody said or thought it
        if (Act(form) is not { } act || _subjects.IsNegated(verb) || _words[sentence.EndWord - 1].Lemma is "?")
            return null;
        var clause = _tree.Child(verb, "ccomp") is >= 0 and var finite ? finite : Gerund(verb);
        if (clause < 0 || clause < verb)
            return null;
        var subject = _subjects.OfQuoted(verb) is >= 0 and var quoted ? quoted : _subjects.Of(verb);
        if (subject < 0 || _subjects.Antecedent(subject) is not (>= 0 and var meant) || _subjects.IsTalk(meant))
            return null;
        var (first, last) = _tree.Extent(clause);
        // a clause that begins behind a comma belongs to what stands before it: "the hall, it said, is closed"
        if (_words[first].Upos is Upos.Punct && !Opens(_words[first]))
            return null;
        // "admitted having seen it | and promised": the second verb is the first one's fellow, not the gerund's
        foreach (var child in _words[clause].Xpos is "VBN" or "VBG" ? _tree.Children(clause) : [])
        {
            if (child > clause && _words[child].Relation is "conj" && _words[child].Xpos is "VBD" or "VBZ" or "VBP")
                last = Math.Min(last, _tree.Extent(child).First - 1);
        }
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

    // "denied having met the owner", "admitted being there"; −1 where none stands right behind the verb.
    private int Gerund(int verb)
    {
        if (!ReportingVerbs.Of(_words[verb].Lemma).Any(e => e.Rest.Count == 0 && e.Verb.Takes(Frames.Gerund)))
            return -1;
        foreach (var child in _tree.Children(verb))
        {
            if (child > verb && _words[child].Relation is "xcomp" or "ccomp" && _tree.Extent(child).First is var first && first - verb <= 2 && _words[first].Xpos is "VBG")
                return child;
        }
        return -1;
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
