using Readout.Text;

namespace Readout.Annotations;

/// <summary>What stands with a word of stance in its tree: object, phrase, infinitive or clause.</summary>
internal sealed class StanceComplements(Document document, WordTree tree, ClauseSubjects subjects)
{
    private readonly IReadOnlyList<Word> _words = document.Words;

    /// <summary>The content in a frame and where the cue's preposition ends (0 without one); null where the frame is not filled.</summary>
    /// <param name="passive">The subject of a passive; −1 otherwise.</param>
    public (Span Content, int CueEnd)? Content(int verb, StanceFrame frame, int passive)
    {
        if (!frame.HasObject)
            return passive >= 0 ? null : frame.Words[0] == StanceFrame.Infinitive ? InfinitiveOf(verb) : Phrase(verb, frame.Words);
        if (frame.Particle is { } particle && !HasParticle(verb, particle))
            return null;
        var (about, isAbove) = Meant(verb, passive >= 0 ? passive : Object(verb));
        if (about < 0)
            return frame.IsBare && passive < 0 ? Gerund(verb) : null;
        var (first, last) = Noun(about, isAbove ? verb : -1);
        if (isAbove)
            return frame.Needed || Trim(first, last) is not { } antecedent ? null : (antecedent, 0);
        if (passive < 0)
            last = Further(verb, about, last);
        if (!frame.IsBare)
        {
            var beside = Beside(verb, Math.Max(verb, about), frame.Words[0]);
            // "accused the port of hiding it": the parser may hang the phrase on the port
            if (beside < 0 && frame.Needed && Beside(about, about, frame.Words[0]) < 0)
                return null;
            if (beside >= 0)
                last = passive >= 0 ? last : Math.Max(last, tree.Extent(beside).Last);
        }
        return Trim(first, last) is { } span ? (span, 0) : null;
    }

    private bool HasParticle(int verb, string particle)
    {
        foreach (var child in tree.Children(verb))
        {
            if (child > verb && _words[child].Lemma == particle && _words[child].Relation is "compound:prt" or "advmod")
                return true;
        }
        return false;
    }

    // "proposed closing the port"
    private (Span, int)? Gerund(int verb)
    {
        var child = tree.Child(verb, "xcomp");
        if (child < verb || _words[child].Xpos is not "VBG" || Mark(child) is not null)
            return null;
        var (first, last) = tree.Extent(child);
        return Trim(first, last) is { } span ? (span, 0) : null;
    }

    // "a toll that was backed by many", "a toll (that) Moll backed": the toll above the clause; −1 where a pronoun stands for nothing told.
    private (int Noun, bool IsAbove) Meant(int verb, int noun)
    {
        if (noun >= 0 && _words[noun].Lemma is not ("that" or "which" or "who"))
            return (noun, false);
        if (noun < 0 && tree.Child(verb, "obj") is >= 0 and var before && before < verb)
            noun = before;
        if (noun >= 0)
            return subjects.Antecedent(noun) is var meant && meant != noun ? (meant, true) : (-1, false);
        // without a pronoun its subject must be another than the noun it tells of
        return _words[verb].Relation is "acl:relcl" && tree.Child(verb, "nsubj") is >= 0 and var subject && subjects.Antecedent(subject) == subject
            && !tree.Children(verb).Any(c => _words[c].Xpos is "WRB" || (_words[c].Lemma is "that" or "which" or "who" && _words[c].Relation is not "mark"))
            ? (_words[verb].Head, true)
            : (-1, false);
    }

    /// <summary>A noun with all that tells which one is meant; what only adds to it behind a comma or dash is left out.</summary>
    /// <param name="without">A clause beside the noun that is left out; −1 for none.</param>
    public (int First, int Last) Noun(int noun, int without = -1)
    {
        var (first, last) = (noun, noun);
        foreach (var child in tree.Children(noun))
        {
            if (child == without)
                break;
            // "it was a toll that …": the sentence around the noun is none of its own
            if (_words[child].Relation is "nsubj" or "cop" or "expl")
            {
                first = noun;
                continue;
            }
            var (low, high) = tree.Extent(child);
            if (child > noun && _words[child].Relation is "appos" or "acl:relcl" or "parataxis" or "acl" && _words[low].Upos is Upos.Punct)
                break;
            if (_words[child].Relation is "punct" && child > noun && !IsMark(child))
                continue;
            (first, last) = (Math.Min(first, low), Math.Max(last, high));
        }
        return (first, last);
    }

    // "asked for the port to open", "proposed a toll on ferries": what follows at once and tells no time or occasion goes with it.
    private int Further(int verb, int about, int last)
    {
        foreach (var child in tree.Children(verb))
        {
            if (child <= about)
                continue;
            var (low, high) = tree.Extent(child);
            var goesOn = _words[child].Relation switch
            {
                "xcomp" => Mark(child) is "to" or null,
                "advcl" => Mark(child) is "to" || (Mark(child) is null && _words[low].Xpos is "VBG"),
                "obl" => Preposition(child) is "of" or "for" or "to" or "between" or "against" or "toward" or "towards" or "about" or "over"
                    || (Preposition(child) is "in" or "with" or "from" or "than" or "among" or "as" && !IsSetting(child)),
                _ => false,
            };
            if (low == last + 1 && goesOn)
                last = high;
        }
        return last;
    }

    // "on Monday", "in an interview": when or where it was said
    private bool IsSetting(int noun) =>
        SpeechSettings.IsOccasion(_words[noun].Lemma) || document.Times.ElementAtOrDefault(Ordered.FirstAt(document.Times, _words[tree.Extent(noun).First].Span.Start, t => t.Span.Start)) is { } time && time.Span.Start < _words[noun].Span.End;

    public int Object(int verb)
    {
        foreach (var relation in (ReadOnlySpan<string>)["obj", "iobj"])
        {
            if (tree.Child(verb, relation) is var found && found > verb && !_words[found].Lemma.EndsWith("self", StringComparison.Ordinal))
                return found;
        }
        return -1;
    }

    // What stands behind the object: "for closing the port", "as a friend", "to stay", "a shame".
    public int Beside(int verb, int from, string word)
    {
        foreach (var child in tree.Children(verb))
        {
            var relation = _words[child].Relation;
            if (child <= from)
                continue;
            var fits = word switch
            {
                StanceFrame.Infinitive => relation is "xcomp" or "advcl" && Mark(child) is "to",
                StanceFrame.Complement => relation is "xcomp" && Mark(child) is null,
                _ => (relation is "nmod" || relation.StartsWith("obl", StringComparison.Ordinal)) && Preposition(child) == word || relation is "advcl" or "acl" && Mark(child) == word,
            };
            if (fits)
                return child;
        }
        return -1;
    }

    /// <summary>"to close the port" behind a verb, a noun or an adjective.</summary>
    public (Span, int)? InfinitiveOf(int word)
    {
        foreach (var child in tree.Children(word))
        {
            if (child < word || _words[child].Relation is not ("xcomp" or "acl" or "advcl") || Mark(child) is not "to")
                continue;
            // "to work hard in order to": an aim behind a verb is its own
            if (_words[child].Relation is "advcl" && _words[word].Upos is Upos.Verb)
                continue;
            var (first, last) = WithoutTail(child);
            return Trim(first, last) is { } span ? (span, 0) : null;
        }
        return null;
    }

    // "to close the port, saying that …": what goes on behind a comma without a subject is told of the holder, not by it
    private (int First, int Last) WithoutTail(int clause)
    {
        var (first, last) = tree.Extent(clause);
        for (var at = clause; at >= 0;)
        {
            var next = -1;
            foreach (var child in tree.Children(at))
            {
                var (low, high) = tree.Extent(child);
                if (high != last)
                    continue;
                next = child;
                if (low > first && _words[low - 1].Upos is Upos.Punct && _words[child].Relation is "advcl" or "acl" or "conj" && _words[low].Xpos is "VBG")
                    return (first, low - 1);
            }
            at = next;
        }
        return (first, last);
    }

    // "called for a vote", "spoke out against the toll"
    /// <param name="from">The phrase stands behind this word; −1 for the verb itself.</param>
    public (Span, int)? Phrase(int verb, string[] words, int from = -1)
    {
        for (var k = 0; k < words.Length - 1; k++)
        {
            if (verb + 1 + k >= _words.Count || _words[verb + 1 + k].Lemma != words[k])
                return null;
        }
        var child = Beside(verb, Math.Max(verb, from), words[^1]);
        if (child < 0)
            return null;
        var (first, last) = _words[child].Upos is Upos.Verb ? WithoutTail(child) : Noun(child);
        last = Further(verb, child, last);
        var cueEnd = 0;
        if (_words[first].Lemma == words[^1])
            cueEnd = _words[first++].Span.End;
        // "a remark she responded to with a smile": the preposition has lost its noun
        if (first > last || _words[first].Relation is "case")
            return null;
        return Trim(first, last) is { } span ? (span, cueEnd) : null;
    }

    /// <summary>A clause with "that", or one without a mark behind an adjective.</summary>
    public (Span Content, int CueEnd)? ClauseOf(int word)
    {
        var child = tree.Child(word, "ccomp");
        if (child < word)
            return null;
        var (first, last) = tree.Extent(child);
        if (_words[first].Lemma is "that")
            first++;
        return first <= last && Trim(first, last) is { } span ? (span, 0) : null;
    }

    public string? Preposition(int noun) => FirstChild(noun, "case");

    public string? Mark(int clause) => FirstChild(clause, "mark");

    private string? FirstChild(int word, string relation) =>
        tree.Child(word, relation) is var child && child >= 0 && child < word ? _words[child].Lemma : null;

    /// <summary>The place of words without the marks of punctuation around them.</summary>
    public Span? Trim(int first, int last)
    {
        while (first < last && _words[first].Upos is Upos.Punct && !IsMark(first))
            first++;
        while (last > first && _words[last].Upos is Upos.Punct && !IsMark(last))
            last--;
        return _words[first].Upos is Upos.Punct && first == last ? null : new Span(_words[first].Span.Start, _words[last].Span.End);
    }

    private bool IsMark(int word) => document.Text[_words[word].Span.Start] is '"' or '“' or '”' or '«' or '»' or '(' or ')';
}
