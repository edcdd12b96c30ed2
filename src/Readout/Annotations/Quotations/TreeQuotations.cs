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

    private static readonly HashSet<string> Negations = Resource.Set("En/negations.txt");

    private const int LongestMention = 200;

    private readonly Document _document;
    private readonly IReadOnlyList<Word> _words;
    private readonly WordTree _tree;
    private readonly Mention[] _mentions;

    /// <param name="mentions">By place.</param>
    public TreeQuotations(Document document, WordTree tree, Mention[] mentions)
    {
        _document = document;
        _words = document.Words;
        _tree = tree;
        _mentions = mentions;
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
        if (Act(form) is not { } act || !IsReal(verb, sentence))
            return null;
        var clause = _tree.Child(verb, "ccomp");
        if (clause < 0 || clause < verb)
            return null;
        var subject = Antecedent(Subject(verb));
        if (subject < 0 || IsTalk(_words[subject]))
            return null;
        var (first, last) = _tree.Extent(clause);
        // a clause that begins behind a comma belongs to what stands before it: "the hall, it said, is closed"
        if (_words[first].Upos is Upos.Punct && !Opens(_words[first]))
            return null;
        while (first < last && _words[first].Relation == "mark" && _words[first].Lemma == "that")
            first++;
        while (last > first && _words[last].Upos is Upos.Punct)
            last--;
        if (last <= first || first <= verb)
            return null;
        var cueFirst = verb;
        while (cueFirst > sentence.FirstWord && (_words[cueFirst - 1].Head == verb && _words[cueFirst - 1].Relation is "aux" or "advmod" or "aux:pass"))
            cueFirst--;
        var speaker = _tree.Phrase(subject);
        return new Quotation(
            QuotationForm.Indirect, [new Span(_words[first].Span.Start, _words[last].Span.End)],
            new Span(_words[cueFirst].Span.Start, form.Span.End), Entity(subject, speaker), speaker, DateRange.Unknown, act, "clause-in-tree");
    }

    /// <summary>What the verb does with its clause; null where it reports none, or tells that nothing was said or believed.</summary>
    private static SpeechAct? Act(Word verb)
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

    // "do not believe", "may decide", "if the council finds", "to show", "do they believe?": nobody said or thought it.
    private bool IsReal(int verb, Sentence sentence)
    {
        foreach (var child in _tree.Children(verb))
        {
            var sign = _words[child];
            if (child < verb && (Negations.Contains(sign.Lemma) || sign.Xpos is "MD" || (sign.Relation == "mark" && sign.Lemma is "if" or "whether" or "unless" or "to")))
                return false;
        }
        return _words[verb].Xpos is not "VB" && _words[sentence.EndWord - 1].Lemma is not "?";
    }

    // Its own subject, or the one it shares with the verb it is joined to or hangs on.
    private int Subject(int verb)
    {
        for (var step = 0; step < 3; step++)
        {
            if (_tree.Child(verb, "nsubj") is var own and >= 0)
                return own;
            var head = _words[verb].Head;
            if (head < 0 || _words[verb].Relation is not ("conj" or "xcomp" or "advcl"))
                return _words[verb].Relation == "acl" && _words[verb].Xpos == "VBG" ? head : -1;
            verb = head;
        }
        return -1;
    }

    // "the mayor, who says": the mayor
    private int Antecedent(int subject)
    {
        if (subject < 0 || _words[subject].Upos is not (Upos.Pron or Upos.Det) || _words[subject].Lemma is not ("who" or "that" or "which"))
            return subject;
        var clause = _words[subject].Head;
        return clause >= 0 && _words[clause].Relation == "acl:relcl" ? _words[clause].Head : -1;
    }

    // Outside quotation marks "I think" and "you know" are the page's own voice.
    private static bool IsTalk(Word subject) => subject.Lemma is "I" or "we" or "you" or "it" or "there" or "this" or "that" or "what" or "everything" or "nothing";

    private bool Opens(Word mark) => _document.Text[mark.Span.Start] is '"' or '“' or '‘' or '\'' or '«' or '(';

    private int? Entity(int head, Span phrase)
    {
        var word = _words[head].Span;
        for (var i = _mentions.Length - 1 - MentionsFrom(word.End); i >= 0 && word.Start - _mentions[i].Span.Start < LongestMention; i--)
        {
            if (_mentions[i].Span.Overlaps(word) && _mentions[i].Span.Start >= phrase.Start && _mentions[i].Span.End <= phrase.End)
                return _mentions[i].Entity;
        }
        return null;
    }

    // Mentions that begin at or behind a place.
    private int MentionsFrom(int place)
    {
        int low = 0, high = _mentions.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_mentions[middle].Span.Start >= place)
                high = middle;
            else
                low = middle + 1;
        }
        return _mentions.Length - low;
    }
}
