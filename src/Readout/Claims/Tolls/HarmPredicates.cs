using Readout.Annotations;

namespace Readout.Claims;

/// <summary>Verbs of harm in place: which harm, whom it befalls, and what the words beside them add.</summary>
internal sealed class HarmPredicates(Document document, WordTree tree)
{
    private readonly IReadOnlyList<Word> _words = document.Words;

    public (Harm Harm, char Role)? Verb(int word)
    {
        var lemma = _words[word].Lemma;
        // "was shot": to the lemmatizer often the noun
        if (lemma is "shot" && (_words[word].Upos is Upos.Verb || _words[word].Xpos is "VBN" or "VBD" || tree.Child(word, "nsubj:pass") >= 0 || tree.Child(word, "aux:pass") >= 0 || IsFoundSo(word)))
            lemma = "shoot";
        // "Teen dies": to the lemmatizer, in headlines, a noun
        if (lemma is "dy" or "Dies" && document.Slice(_words[word].Span).Equals("dies", StringComparison.OrdinalIgnoreCase))
            return HarmWords.En.Verb("die");
        if (HarmWords.En.Verb(lemma) is not { } found)
            return null;
        if (lemma is not "shoot" && _words[word].Upos is Upos.Noun && _words[word].Xpos is not ("VBN" or "VBD" or "VBG"))
            return null;
        if (lemma is "gun" && !tree.Children(word).Any(c => _words[c].Lemma is "down"))
            return null;
        return found;
    }

    // "was found shot"
    private bool IsFoundSo(int word) => _words[word].Relation is "xcomp" && _words[word].Head is >= 0 and var head && _words[head].Lemma is "find" or "leave";

    /// <summary>"Shot dead", "shot to death", "fatally shot", "shot and killed": who was struck died of it.</summary>
    public bool IsFatal(int verb)
    {
        foreach (var child in tree.Children(verb))
        {
            if (_words[child].Lemma is "dead" && child > verb && child - verb <= 2)
                return true;
            if (IsDeadly(child) && Math.Abs(child - verb) <= 2)
                return true;
        }
        // Headlines have no tree to rely on; the words stand side by side.
        if (verb > 0 && IsDeadly(verb - 1) && tree.IsInSentence(verb - 1, verb))
            return true;
        var next = verb + 1;
        if (Is(next, verb, "to") && Is(next + 1, verb, "death"))
            return true;
        if (Is(next, verb, ","))
            next++;
        if (Is(next, verb, "and") || Is(next, verb, "&"))
            next++;
        return Is(next, verb, "dead") || IsDeadlyBehind(next, verb) || Is(next, verb, "kill") && _words[next].Xpos is "VBN" or "VBD" or "JJ" && tree.Child(next, "obj") < 0;
    }

    private bool IsDeadly(int word) => _words[word].Lemma is "fatally" or "mortally";

    private bool IsDeadlyBehind(int word, int verb) => Is(word, verb, "fatally") || Is(word, verb, "mortally");

    private bool Is(int word, int verb, string lemma) => word < _words.Count && _words[word].Lemma == lemma && tree.IsInSentence(word, verb);

    public bool IsHurt(int verb) => tree.Children(verb).Any(c => _words[c].Lemma is "leg" or "foot" or "ankle" or "arm" or "hand" or "buttock" or "thigh" or "knee" or "shoulder" or "calf" or "finger" or "toe");

    // "in critical condition", "listed in stable condition"
    public bool IsPatient(int word) => tree.Children(word).Any(c => _words[c].Lemma is "critical" or "stable" or "serious" or "good" or "fair" or "grave" or "satisfactory" or "guarded" or "unknown");
}
