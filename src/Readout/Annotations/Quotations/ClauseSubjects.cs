using Readout.Text;

namespace Readout.Annotations;

/// <summary>Who does what a verb names, by the trees: whose words or thoughts a clause or a quotation may be.</summary>
internal sealed class ClauseSubjects
{
    private const int LongestMention = 200;

    private readonly Document _document;
    private readonly IReadOnlyList<Word> _words;
    private readonly WordTree _tree;
    private readonly EventNegation _negation;
    private readonly Mention[] _mentions;

    /// <param name="mentions">By start.</param>
    public ClauseSubjects(Document document, WordTree tree, Mention[] mentions)
    {
        _document = document;
        _words = document.Words;
        _tree = tree;
        _negation = new EventNegation(_words, tree);
        // an adjective names no speaker
        _mentions = [.. mentions.Where(m => m.Rule is not Peoples.Adjective)];
    }

    /// <summary>The verb's own subject, a "who" as it stands; −1 where it has none. Torn in two by the parser ("an angry | Moll"), the nearer one names who it is.</summary>
    public int Own(int verb)
    {
        var found = -1;
        foreach (var child in _tree.Children(verb))
        {
            if (_words[child].Relation == "nsubj" && (found < 0 || child < verb))
                found = child;
        }
        return found;
    }

    /// <summary>Its own subject, or the one it shares with the verb it is joined to or hangs on, or the noun it hangs on; −1 where none is told.</summary>
    public int Of(int verb)
    {
        for (var step = 0; step < 3; step++)
        {
            if (Own(verb) is var own and >= 0)
                return own;
            var head = _words[verb].Head;
            // "When told the bridge had gone, Moll sat down": Moll heard it
            if (head < 0 || (step == 0 && _words[verb].Xpos is "VBN" or "VBD" && _words[verb].Relation is "advcl" or "acl"))
                return -1;
            if (_words[verb].Relation is not ("conj" or "xcomp" or "advcl"))
                return _words[verb].Relation == "acl" && _words[verb].Xpos == "VBG" ? Holder(head) : -1;
            verb = head;
        }
        return -1;
    }

    /// <summary>"quoted Moll as saying", "Moll was quoted as saying": Moll. −1 where the verb stands in no such phrase.</summary>
    public int OfQuoted(int verb)
    {
        var head = _words[verb].Head;
        if (head < 0 || _words[verb].Xpos is not "VBG" || _words[head].Lemma is not ("quote" or "cite") || _tree.Child(verb, "mark") is not (>= 0 and var mark) || _words[mark].Lemma is not "as")
            return -1;
        return _tree.Child(head, "nsubj:pass") is >= 0 and var passive ? passive : _tree.Child(head, "obj");
    }

    /// <summary>The subject of "was quoted as saying"; −1 for another verb.</summary>
    public int PassiveOfQuoted(int verb)
    {
        foreach (var child in _tree.Children(verb))
        {
            if (_words[child].Relation is "advcl" or "xcomp" && OfQuoted(child) is >= 0 and var subject && _words[subject].Relation is "nsubj:pass")
                return subject;
        }
        return -1;
    }

    // "a mayor saying that": the mayor. "She sent a message saying that": the words are hers.
    private int Holder(int noun)
    {
        if (Speaks(Entity(noun, _tree.Phrase(noun))) || QuotationWords.IsAnonymousSource(_words[noun].Lemma) || QuotationWords.Of(_words[noun].Lemma).HasFlag(WordClass.PersonNoun))
            return noun;
        for (var above = _words[noun].Head; above >= 0; above = _words[above].Head)
        {
            if (_words[above].Upos is Upos.Verb)
                return Own(above) is >= 0 and var own ? own : noun;
        }
        return noun;
    }

    /// <summary>An entity that can say something.</summary>
    public bool Speaks(int? entity) =>
        entity is { } known && _document.Entities[known].Type is EntityType.Person or EntityType.Organisation or EntityType.Group;

    /// <summary>A subject that can say something: a name, a pronoun for somebody, a noun for people or sources.</summary>
    public bool IsSpeaker(int subject) =>
        subject >= 0 && (_words[subject].Lemma is "he" or "she" or "they" || Speaks(Entity(subject, _tree.Phrase(subject)))
            || (_words[subject].Upos is Upos.Noun && IsPeople(_words[subject].Lemma.ToLowerInvariant())));

    private static bool IsPeople(string lemma) => QuotationWords.IsAnonymousSource(lemma) || QuotationWords.Of(lemma).HasFlag(WordClass.PersonNoun) || lemma is "people";

    /// <summary>A verb that can stand with words in marks or with a clause that somebody said.</summary>
    public bool Reports(int verb)
    {
        foreach (var entry in ReportingVerbs.Of(_words[verb].Lemma))
        {
            if (entry.Rest.Count == 0 && entry.Verb.Sense is not (VerbSense.Declines or VerbSense.Doubts))
                return true;
        }
        return false;
    }

    /// <summary>"did not say", "may say", "if he says", "to say": what the verb names did not take place, or is not said to.</summary>
    public bool IsNegated(int verb)
    {
        foreach (var child in _tree.Children(verb))
        {
            var sign = _words[child];
            if (child < verb && (ImplicativeWords.Negations.Contains(sign.Lemma) || sign.Xpos is "MD" || (sign.Relation == "mark" && sign.Lemma is "if" or "whether" or "unless" or "to")))
                return true;
        }
        // "without saying", "stopped short of saying"
        return _words[verb].Xpos is "VB" || _negation.Of(verb);
    }

    /// <summary>"not", "never", "no".</summary>
    public bool IsNegation(int word) => ImplicativeWords.Negations.Contains(_words[word].Lemma);

    /// <summary>Outside quotation marks "I think" and "you know" are the page's own voice.</summary>
    public bool IsTalk(int subject) =>
        _words[subject].Lemma is "I" or "we" or "you" or "it" or "there" or "this" or "that" or "what" or "everything" or "nothing";

    /// <summary>Whom the subject names, "who" and "which" being what they stand for; null where no mention covers its head.</summary>
    public int? Entity(int subject, Span phrase)
    {
        if (Antecedent(subject) is var meant && meant != subject)
            (subject, phrase) = (meant, meant >= 0 ? _tree.Phrase(meant) : phrase);
        if (subject < 0)
            return null;
        var word = _words[subject].Span;
        for (var i = FirstAt(word.End) - 1; i >= 0 && word.Start - _mentions[i].Span.Start < LongestMention; i--)
        {
            if (_mentions[i].Span.Overlaps(word) && _mentions[i].Span.Start >= phrase.Start && _mentions[i].Span.End <= phrase.End)
                return _mentions[i].Entity;
        }
        return null;
    }

    /// <summary>The words that name the subject: its own, or for a "who" that stands for nobody known what it stands for.</summary>
    public Span Words(int subject) =>
        Antecedent(subject) is >= 0 and var meant && meant != subject && Entity(meant, _tree.Phrase(meant)) is null ? _tree.Phrase(meant) : _tree.Phrase(subject);

    /// <summary>As <see cref="Words"/>, on to the "who" that takes the words up: "a mayor who".</summary>
    public Span WordsWithPronoun(int subject)
    {
        var words = Words(subject);
        var own = _words[subject].Span;
        return words.End <= own.Start && own.End - words.Start < LongestMention ? new Span(words.Start, own.End) : words;
    }

    private int FirstAt(int place) => Ordered.FirstAt(_mentions, place, m => m.Span.Start);

    /// <summary>"the mayor, who says": the mayor; any other subject itself; −1 where "what" or "that" stands for nothing told.</summary>
    public int Antecedent(int subject)
    {
        if (subject < 0 || _words[subject].Upos is not (Upos.Pron or Upos.Det) || _words[subject].Lemma is not ("who" or "that" or "which"))
            return subject;
        var clause = _words[subject].Head;
        return clause >= 0 && _words[clause].Relation == "acl:relcl" ? _words[clause].Head : -1;
    }
}
