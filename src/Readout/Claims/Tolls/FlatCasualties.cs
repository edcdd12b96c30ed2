using Readout.Annotations;

namespace Readout.Claims;

/// <summary>
/// Numbers that stand right before the word for what happened: "2 dead, 3 others injured", "four people were shot". Headlines
/// leave out what a tree hangs on, and long insertions tear sentences apart; these words stay together.
/// </summary>
internal static class FlatCasualties
{
    /// <summary>Rule: "six shot, two fatally". The dead are among those struck.</summary>
    public const string Fatally = "number-fatally";

    private const int Farthest = 9;

    /// <summary>The word behind a number that says what happened to so many; −1 where there is none.</summary>
    public static int StateOf(Document document, int number, int end)
    {
        var words = document.Words;
        var nouns = 0;
        for (var i = number + 1; i < Math.Min(end, number + Farthest); i++)
        {
            var lemma = words[i].Lemma;
            if (IsState(words, i))
                return i;
            if (lemma is "be" or "have" or "leave" or "list" or "confirm" or "report" or "pronounce" or "declare" or "find" || words[i].Upos is Upos.Adv)
                continue;
            if (words[i].Upos is Upos.Adj or Upos.Noun or Upos.Propn && nouns < 3)
            {
                nouns++;
                continue;
            }
            return -1;
        }
        return -1;
    }

    /// <summary>"Six shot, two fatally", "two of them fatally": the place of the adverb; −1 where none stands there.</summary>
    public static int FatallyBehind(Document document, int number, int end)
    {
        var words = document.Words;
        var at = number + 1;
        if (at + 1 < end && words[at].Lemma is "of" && words[at + 1].Upos is Upos.Pron)
            at += 2;
        if (at >= end || words[at].Lemma is not ("fatally" or "mortally"))
            return -1;
        return at + 1 < end && Harm(words, at + 1) is not null ? -1 : at;
    }

    private static bool IsState(IReadOnlyList<Word> words, int i) => Harm(words, i) is not null && words[i].Xpos is not "VBG";

    /// <summary>What a word says of those before it.</summary>
    public static Harm? Harm(IReadOnlyList<Word> words, int i) => words[i].Lemma switch
    {
        "dead" or "deceased" or "decease" or "slain" => Claims.Harm.Killed,
        "shot" when words[i].Xpos is "VBN" or "VBD" or "JJ" or "NN" or "VB" => Claims.Harm.Struck,
        "wounded" or "injured" => Claims.Harm.Injured,
        var lemma when HarmWords.En.Verb(lemma) is { } verb && lemma is not ("gun" or "survive" or "recover") && (verb.Role is 's' ? words[i].Upos is Upos.Verb : words[i].Xpos is "VBN" or "VBD" or "JJ" or "NN") => verb.Harm,
        _ => null,
    };
}
