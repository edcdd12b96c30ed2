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
        if (lemma is "shot" && (_words[word].Upos is Upos.Verb || _words[word].Xpos is "VBN" or "VBD" || tree.Child(word, "nsubj:pass") >= 0 || tree.Child(word, "aux:pass") >= 0))
            lemma = "shoot";
        if (HarmWords.En.Verb(lemma) is not { } found)
            return null;
        if (lemma is not "shoot" && _words[word].Upos is Upos.Noun && _words[word].Xpos is not ("VBN" or "VBD" or "VBG"))
            return null;
        if (lemma is "gun" && !tree.Children(word).Any(c => _words[c].Lemma is "down"))
            return null;
        return found;
    }

    public bool IsFatal(int verb)
    {
        foreach (var child in tree.Children(verb))
        {
            if (_words[child].Lemma is "dead" && child > verb && child - verb <= 2)
                return true;
            if (_words[child].Lemma is "fatally" or "mortally" && Math.Abs(child - verb) <= 2)
                return true;
            if (_words[child].Lemma is "death" && child > verb && child - verb <= 3 && tree.Children(child).Any(c => _words[c].Lemma is "to"))
                return true;
        }
        return false;
    }

    public bool IsHurt(int verb) => tree.Children(verb).Any(c => _words[c].Lemma is "leg" or "foot" or "ankle" or "arm" or "hand" or "buttock" or "thigh" or "knee" or "shoulder" or "calf" or "finger" or "toe");

    // "in critical condition", "listed in stable condition"
    public bool IsPatient(int word) => tree.Children(word).Any(c => _words[c].Lemma is "critical" or "stable" or "serious" or "good" or "fair" or "grave" or "satisfactory" or "guarded" or "unknown");
}
