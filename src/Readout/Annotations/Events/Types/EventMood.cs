namespace Readout.Annotations;

/// <summary>What auxiliaries and negations make of an event, by the rules of PLOVER: an intention to do good is AGREE, to do harm THREATEN.</summary>
internal static class EventMood
{
    /// <summary>Types that are good news for whom they concern.</summary>
    public static bool IsFriendly(string plover) => plover is "CONSULT" or "SUPPORT" or "COOPERATE" or "AID" or "CONCEDE" or "RETREAT" or "AGREE";

    private static bool IsHostile(string plover) => plover is "SANCTION" or "COERCE" or "ASSAULT" or "FIGHT" or "MOBILIZE" or "PROTEST";

    /// <summary>An event with the auxiliaries and negations beside its word.</summary>
    public static EventReading? Apply(IReadOnlyList<Word> words, WordTree tree, int word, EventReading? reading)
    {
        var modal = Modal(words, tree, word);
        if (words[word].Upos is not Upos.Verb && modal is null && tree.Child(word, "cop") < 0)
            return reading;
        var negated = IsNegated(words, tree, word);
        if (modal is "will" or "'ll" or "shall" or "would" or "wo" || (modal is "may" or "might" or "could" && reading is not null))
            return Intended(words, tree, word, reading, negated);
        return negated && reading is { Plover: { } plover } found && IsFriendly(plover) ? found with { Plover = "REJECT" } : reading;
    }

    /// <summary>An event that somebody means to bring about, or not to.</summary>
    public static EventReading Intended(IReadOnlyList<Word> words, WordTree tree, int word, EventReading? reading, bool negated)
    {
        if (reading is not { Plover: { } plover } found)
        {
            var type = reading?.Type ?? EventTypes.Open;
            return new EventReading(type, !negated ? "AGREE" : words[word].Lemma is "tolerate" ? "THREATEN" : "REJECT", word);
        }
        if (negated)
            return plover is "THREATEN" or "REJECT" ? found : found with { Plover = plover is "CONCEDE" ? "THREATEN" : "REJECT" };
        return IsHostile(plover) ? found with { Plover = "THREATEN" } : IsFriendly(plover) ? found with { Plover = "AGREE" } : found;
    }

    /// <summary>"must", "should".</summary>
    public static bool IsDuty(IReadOnlyList<Word> words, WordTree tree, int word) => Modal(words, tree, word) is "must" or "should";

    private static string? Modal(IReadOnlyList<Word> words, WordTree tree, int word)
    {
        var children = tree.Children(word);
        for (var i = 0; i < children.Count && children[i] < word; i++)
        {
            if (words[children[i]].Xpos is "MD")
                return words[children[i]].Lemma;
        }
        return null;
    }

    /// <summary>"did not sign", "signed no treaty", "will no longer sign".</summary>
    public static bool IsNegated(IReadOnlyList<Word> words, WordTree tree, int word)
    {
        var children = tree.Children(word);
        for (var i = 0; i < children.Count; i++)
        {
            var child = children[i];
            if (child < word && words[child].Relation is "advmod" or "det" or "cc:preconj" or "advcl"
                && (ImplicativeWords.Negations.Contains(words[child].Lemma) || HasNo(words, tree, child, "advmod")))
                return true;
            if (words[child].Relation is "obj" && HasNo(words, tree, child, "det"))
                return true;
        }
        return false;
    }

    private static bool HasNo(IReadOnlyList<Word> words, WordTree tree, int word, string relation) =>
        tree.Child(word, relation) is >= 0 and var child && words[child].Lemma is "no";
}
