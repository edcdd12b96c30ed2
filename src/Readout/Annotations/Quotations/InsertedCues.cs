using Readout.Text;

namespace Readout.Annotations;

/// <summary>
/// Indirect speech whose cue stands inside it: between commas ("In the end, Moll said, the yard lost"), or behind a relative
/// pronoun ("the rules, which officials said will change"). What stands on both sides is the content.
/// </summary>
internal sealed class InsertedCues
{
    private const int MostAdverbials = 8;
    private const int FewestWords = 3;

    private readonly Document _document;
    private readonly IReadOnlyList<Word> _words;
    private readonly WordTree _tree;
    private readonly ClauseSubjects _subjects;

    public InsertedCues(Document document, WordTree tree, ClauseSubjects subjects)
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
            if (_words.Count == 0 || sentence.EndWord <= sentence.FirstWord || _words[sentence.EndWord - 1].Lemma is "?")
                continue;
            for (var i = sentence.FirstWord + 1; i < sentence.EndWord; i++)
            {
                if (_words[i].Upos is Upos.Verb && Read(i, sentence) is { } quotation && taken.IsFree(quotation.Cue!.Value) && quotation.Content.All(taken.IsFree))
                    yield return quotation;
            }
        }
    }

    private Quotation? Read(int verb, Sentence sentence)
    {
        if (_words[verb].Xpos is not ("VBD" or "VBZ" or "VBP") || TreeQuotations.Act(_words[verb]) is not SpeechAct.Stated || TreeQuotations.IsAttitude(_words[verb]) || _subjects.IsNegated(verb))
            return null;
        var subject = _subjects.Own(verb);
        // "who added to her lead", "she added trucks": no words, a thing
        if (subject < 0 || subject >= verb || _subjects.IsTalk(subject) || _subjects.Antecedent(subject) != subject || HasThing(verb))
            return null;
        var (low, high) = _tree.Extent(subject);
        if (low <= sentence.FirstWord || high >= verb || !OnlyAdverbs(high + 1, verb))
            return null;
        var pieces = Relative(verb, low, sentence) ?? Between(verb, low, sentence);
        if (pieces is null)
            return null;
        var speaker = _subjects.Words(subject);
        var form = pieces.Exists(p => _document.Text.Chars(p).IndexOfAny('"', '“', '«') >= 0) ? QuotationForm.Mixed : QuotationForm.Indirect;
        return new Quotation(form, pieces, _words[verb].Span, _subjects.Entity(subject, speaker), speaker, DateRange.Unknown, SpeechAct.Stated, "inserted-cue");
    }

    private bool HasThing(int verb)
    {
        foreach (var child in _tree.Children(verb))
        {
            if (child > verb && _words[child].Relation is "obj" or "xcomp" or "compound:prt" || child == verb + 1 && _words[child].Upos is not (Upos.Punct or Upos.Adv) && _words[child].Relation is "advmod" or "discourse")
                return true;
            if (child > verb && _words[child].Relation is "obl" && _tree.Child(child, "case") is >= 0 and var preposition && _words[preposition].Lemma is "to" && _words[verb].Lemma is "add")
                return true;
        }
        return false;
    }

    // ", she said on Monday,"
    private List<Span>? Between(int verb, int low, Sentence sentence)
    {
        if (!IsBreak(low - 1))
            return null;
        var right = verb + 1;
        while (right < sentence.EndWord && !IsBreak(right) && !IsEnd(right))
        {
            if (right - verb > MostAdverbials || _words[right].Upos is Upos.Verb or Upos.Aux or Upos.Sconj || _words[right].Lemma is ":" || IsMark(right))
                return null;
            right++;
        }
        var pieces = new List<Span>();
        var hasClause = false;
        var (first, last) = Trimmed(sentence.FirstWord, low - 2);
        if (last >= first && !LeadsUp(first, last))
        {
            // "Moll, the mayor of Vask, said": names alone are no words of anybody's
            pieces.Add(Span(first, last));
            hasClause = HasFinite(first, last);
        }
        if (right < sentence.EndWord && IsBreak(right))
        {
            var (from, to) = Trimmed(right + 1, sentence.EndWord - 1);
            var goesOn = to - from + 1 >= FewestWords && HasFinite(from, to);
            if (goesOn && !Narrates(from))
            {
                pieces.Add(Span(from, to));
                hasClause = true;
            }
            else if (!hasClause)
            {
                return null;
            }
        }
        return hasClause && pieces.Count > 0 && pieces.Sum(p => p.Length) > 12 ? pieces : null;
    }

    // "the rules, which officials said will change": what the pronoun stands for, and what is said of it
    private List<Span>? Relative(int verb, int low, Sentence sentence)
    {
        if (_words[low - 1].Xpos is not ("WDT" or "WP"))
            return null;
        var next = verb + 1;
        while (next < sentence.EndWord && _words[next].Upos is Upos.Adv)
            next++;
        if (next >= sentence.EndWord || _words[next].Xpos is not ("VBD" or "VBZ" or "VBP" or "MD"))
            return null;
        var end = next;
        var depth = 0;
        for (; end + 1 < sentence.EndWord; end++)
        {
            depth += _words[end + 1].Lemma is "(" ? 1 : _words[end + 1].Lemma is ")" ? -1 : 0;
            if (depth < 0 || IsBreak(end + 1) || IsEnd(end + 1))
                break;
        }
        if (end - next + 1 < FewestWords)
            return null;
        var content = Span(next, end);
        if (_words[low - 1].Lemma is "what")
            return [_words[low - 1].Span, content];
        for (var at = next; at >= 0; at = _words[at].Head)
        {
            if (_words[at].Relation is "acl:relcl" && _words[at].Head is >= 0 and var head && head < low)
                return [_tree.Phrase(head), content];
        }
        return null;
    }

    // "Asked about it, she said", "In a letter, she said": no part of what was said.
    private bool LeadsUp(int first, int last)
    {
        // "Asked whether it would sail, she shrugged"
        if (_words[first].Xpos is "VBN" or "VBD" or "VBG" && _subjects.Own(first) < 0 && ReportingVerbs.Of(_words[first].Lemma).Any(e => e.Rest.Count == 0 && e.Verb.Sense is VerbSense.Says or VerbSense.Asks))
            return true;
        // "When the bell rang, she said," tells when; "When the bell rings, all leave" has a clause of its own and is not meant here
        if (HasFinite(first, last))
            return _words[first].Lemma is "when" or "while" or "as" or "after" or "before" or "since" or "because" or "although" or "though" && !HasBreak(first, last);
        return Enumerable.Range(first, last - first + 1).Any(i => _words[i].Upos is Upos.Noun && QuotationWords.IsReportingNoun(_words[i].Lemma));
    }

    private bool HasBreak(int first, int last) => Enumerable.Range(first, last - first + 1).Any(IsBreak);

    // The reporter goes on: ", who has led the yard", ", adding that", ", while others".
    private bool Narrates(int from) =>
        _words[from].Xpos is "WDT" or "WP" or "WRB" or "VBG" || _words[from].Lemma is "while" or "when" or "as" or "after" or "before" or "although" or "though";

    private (int First, int Last) Trimmed(int first, int last)
    {
        while (first <= last && (_words[first].Upos is Upos.Punct && !IsMark(first) || _words[first].Upos is Upos.Cconj))
            first++;
        while (last >= first && _words[last].Upos is Upos.Punct && !IsMark(last))
            last--;
        return (first, last);
    }

    private bool HasFinite(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (_words[i].Xpos is "VBD" or "VBZ" or "VBP" or "MD")
                return true;
        }
        return false;
    }

    private bool OnlyAdverbs(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (_words[i].Upos is not (Upos.Adv or Upos.Aux))
                return false;
        }
        return true;
    }

    private Span Span(int first, int last) => new(_words[first].Span.Start, _words[last].Span.End);

    private bool IsBreak(int word) => _document.Text[_words[word].Span.Start] is ',' or '—' or '–' or '-' && _words[word].Upos is Upos.Punct;

    private bool IsEnd(int word) => _words[word].Upos is Upos.Punct && _document.Text[_words[word].Span.Start] is '.' or ';' or '!' or '?';

    private bool IsMark(int word) => _document.Text[_words[word].Span.Start] is '"' or '“' or '”' or '«' or '»';
}
