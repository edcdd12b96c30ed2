namespace Readout.Annotations;

/// <summary>Whether a clause or a noun is negated: "not", "never", "no", "nobody", "neither … nor", "without", "at no time".</summary>
internal sealed class EventNegation(IReadOnlyList<Word> words, WordTree tree)
{
    public bool Of(int word) => Of(word, 0);

    private bool Of(int word, int depth)
    {
        foreach (var child in tree.Children(word))
        {
            var sign = words[child];
            if (IsSign(child) && (child < word || sign.Relation is "advmod") && sign.Relation is "advmod" or "det" or "cc:preconj" or "cc")
                return true;
            // "without signing", "instead of meeting", "rather than meet"
            if (sign.Relation is "mark" or "case" && child < word && (sign.Lemma is "without" || IsInstead(child)))
                return true;
            if (sign.Relation is "nsubj" or "nsubj:pass" or "obj" && IsNobody(child))
                return true;
            // "at no time did they meet"
            if (sign.Relation is "obl" && child < word && tree.Child(child, "det") is >= 0 and var none && words[none].Lemma is "no")
                return true;
        }
        // "has not met or signed": what is shared with the first is negated with it
        return depth == 0 && words[word].Relation is "conj" && words[word].Head is >= 0 and var first && words[first].Upos == words[word].Upos && !HasOwnSubject(word)
            && !HasAuxiliary(word) && tree.Child(word, "cc") is >= 0 and var joint && words[joint].Lemma is "or" or "nor" && Of(first, 1);
    }

    private bool IsSign(int child) =>
        (ImplicativeWords.Negations.Contains(words[child].Lemma) || (words[child].Lemma is "long" && child > 0 && words[child - 1].Lemma is "no"))
        // "not only … but also"
        && !(child + 1 < words.Count && words[child + 1].Lemma is "only" or "just" or "merely");

    private bool IsInstead(int child) =>
        (words[child].Lemma is "from" or "of" && child > 0 && words[child - 1].Lemma is "far" or "instead" or "short")
        || words[child].Lemma is "instead" or "rather" or "far" && child + 1 < words.Count && words[child + 1].Lemma is "of" or "than" or "from";

    private bool IsNobody(int child) =>
        words[child].Lemma is "nobody" or "none" or "nothing" or "neither" or "no-one"
        || (words[child].Lemma is "one" && child > 0 && words[child - 1].Lemma is "no")
        || (tree.Child(child, "advmod") is >= 0 and var not && words[not].Lemma is "not" && not < child)
        || (tree.Child(child, "det") is >= 0 and var det && words[det].Lemma is "no" or "neither");

    private bool HasOwnSubject(int word) => tree.Child(word, "nsubj") >= 0;

    private bool HasAuxiliary(int word) => tree.Child(word, "aux") >= 0;
}
