using Readout.Text;

namespace Readout.Annotations;

/// <summary>Ends reported words where the tree ends the clause of their cue: "who revealed that S | was arrested", "some said S, | others said T".</summary>
internal sealed class ClauseEnds(Document document, WordTree tree)
{
    // Fewer words than this are no clause: the parser has taken the cue for something else.
    private const int FewestWords = 3;

    private readonly IReadOnlyList<Word> _words = document.Words;

    /// <summary>The quotation without what does not hang on its cue; null where a noun's clause can't be told from the sentence's own verb. Words in marks stay as they are.</summary>
    public Quotation? Trim(Quotation quotation)
    {
        if (quotation is { Rule: "noun-cue", Form: QuotationForm.Indirect, Cue: { } noun, Content: [var words] })
            return TrimNoun(quotation, tree.WordFrom(noun.Start), words);
        if (quotation is not { Cue: { } cue, Form: QuotationForm.Indirect, Content: [var content] } || content.Start < cue.End || tree.VerbIn(cue) is not var (verb, end)
            || _words[verb].Lemma is "accord" || quotation.Rule is "as-said")
            return quotation;
        var first = tree.WordFrom(content.Start);
        var above = new HashSet<int>();
        for (var at = verb; at >= 0; at = _words[at].Head)
            above.Add(at);
        for (var i = first + FewestWords; i < end && _words[i].Span.Start < content.End; i++)
        {
            if (!Leaves(i, verb, above, first))
                continue;
            var last = i - 1;
            while (last > first && (_words[last].Upos is Upos.Punct || (_words[last].Relation is "cc" && _words[last].Head >= i)))
                last--;
            return last - first + 1 >= FewestWords && HasVerb(first, last)
                ? quotation with { Content = [new Span(content.Start, _words[last].Span.End)], Rule = quotation.Rule + "+tree-end" }
                : quotation;
        }
        return quotation;
    }

    // "her warning that S | was read out": the noun's clause ends where the tree ends it, or at a finite verb that hangs on it without a subject.
    private Quotation? TrimNoun(Quotation quotation, int noun, Span content)
    {
        var first = tree.WordFrom(content.Start);
        var clause = -1;
        foreach (var child in tree.Children(noun))
        {
            if (child >= first && _words[child].Relation is "acl" or "ccomp" or "acl:relcl" && tree.Extent(child).First <= first)
                clause = child;
        }
        // The noun is the subject or part of it: without its clause, where the sentence's verb stands is not known.
        var isObject = _words[noun].Head is >= 0 and var head && head < noun && _words[noun].Relation is "obj" or "obl" or "nsubj";
        if (clause < 0)
            return isObject ? quotation : null;
        var last = Math.Min(tree.Extent(clause).Last, tree.WordFrom(content.End - 1));
        for (var i = clause + 1; i <= last; i++)
        {
            if (_words[i].Xpos is "VBD" or "VBZ" or "VBP" && _words[i].Relation is "acl" or "acl:relcl" && tree.Extent(i).First == i)
                last = i - 1;
        }
        while (last > first && _words[last].Upos is Upos.Punct)
            last--;
        return last - first + 1 >= FewestWords && HasVerb(first, last) ? quotation with { Content = [new Span(content.Start, _words[last].Span.End)] } : isObject ? quotation : null;
    }

    // A clause begins here that stands beside the cue's or above it.
    private bool Leaves(int word, int verb, HashSet<int> above, int first)
    {
        if (_words[word].Upos is Upos.Punct || _words[word].Relation is "cc")
            return false;
        // "what she said would happen | ended": the clause above goes on
        if (above.Contains(word))
            return word != verb && IsWhole(word - 1, first);
        var branch = word;
        while (_words[branch].Head is >= 0 and var head && !above.Contains(head))
            branch = head;
        var joint = _words[branch].Head;
        if (joint < 0 || !Begins(word, branch))
            return false;
        return _words[branch].Relation switch
        {
            // "said S and that T": the second "that" says whose words go on
            "conj" or "parataxis" => OwnClause(branch) && _words[word].Lemma is not "that",
            // "S, contradicting what he had said": a comment on the saying
            "advcl" => joint == verb && word == branch && _words[branch].Xpos is "VBG" && _words[word - 1].Lemma is ",",
            "aux" or "aux:pass" or "cop" or "advmod" => joint != verb && IsWhole(word - 1, first),
            _ => false,
        };
    }

    // Only marks and conjunctions of the branch stand before the word.
    private bool Begins(int word, int branch)
    {
        for (var start = tree.Extent(branch).First; start < word; start++)
        {
            if (_words[start].Upos is not Upos.Punct && _words[start].Relation is not "cc")
                return false;
        }
        return true;
    }

    private bool OwnClause(int verb) => _words[verb].Upos is Upos.Verb && tree.Child(verb, "nsubj") is >= 0 and var subject && subject < verb;

    // The clause before is whole: it does not stop at a word that needs another.
    private bool IsWhole(int word, int first) =>
        word > first && _words[word].Upos is not (Upos.Det or Upos.Adp or Upos.Aux or Upos.Cconj or Upos.Sconj or Upos.Part);

    private bool HasVerb(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (_words[i].Upos is Upos.Verb or Upos.Aux)
                return true;
        }
        return false;
    }
}
