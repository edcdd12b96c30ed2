using Readout.Annotations;

namespace Readout.Claims;

/// <summary>Is the harm told as done, or only meant, feared and denied?</summary>
internal static class HarmReality
{
    private const int Farthest = 4;

    public static bool IsReal(IReadOnlyList<Word> words, WordTree tree, int predicate)
    {
        var at = predicate;
        for (var step = 0; step < Farthest && at >= 0; step++)
        {
            foreach (var child in tree.Children(at))
            {
                if (words[child].Relation is "aux" && words[child].Lemma is "could" or "would" or "may" or "might" or "should" or "can" or "will" or "must" or "wo")
                    return false;
                // "before another is killed": it has not happened
                if (words[child].Relation is "mark" && words[child].Lemma is "before" && IsPresent(words, tree, at))
                    return false;
                if (words[child].Relation is "mark" && words[child].Lemma is "if" or "unless" or "whether")
                    return false;
            }
            var head = words[at].Head;
            if (head < 0)
                break;
            if (words[at].Relation is "xcomp" or "ccomp" or "advcl" or "acl" && words[head].Lemma is "try" or "attempt" or "plan" or "want" or "threaten" or "intend" or "vow" or "conspire" or "hope" or "refuse" or "fear" or "threat" or "plot" or "intent" or "conspiracy" or "decide" or "wish" or "ask" or "beg" or "avoid" or "prevent" or "effort" or "go")
                return false;
            if (words[at].Relation is not ("xcomp" or "conj" or "aux" or "cop"))
                break;
            at = head;
        }
        return true;
    }

    private static bool IsPresent(IReadOnlyList<Word> words, WordTree tree, int verb) =>
        words[verb].Xpos is "VBZ" or "VBP" || tree.Children(verb).Any(c => words[c].Relation is "aux" or "aux:pass" && words[c].Xpos is "VBZ" or "VBP");

    public static bool IsNegated(IReadOnlyList<Word> words, WordTree tree, int predicate)
    {
        foreach (var child in tree.Children(predicate))
        {
            if (words[child].Lemma is "not" or "n't" or "never" or "no" && words[child].Relation is "advmod" or "det")
                return true;
        }
        return false;
    }
}
