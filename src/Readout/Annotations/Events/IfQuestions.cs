using Readout.Languages;

namespace Readout.Annotations;

/// <summary>Words behind which "if" opens a question ("asked if", "unclear if"), not a condition.</summary>
internal static class IfQuestions
{
    private static readonly HashSet<string> s_words = Resource.Set("En/if-questions.txt");

    /// <param name="word">The word that the clause hangs on or follows.</param>
    /// <param name="negated">The word is negated: "did not say if".</param>
    public static bool IsAsked(IReadOnlyList<Word> words, int word, bool negated) =>
        s_words.Contains(words[word].Lemma) || (negated && words[word].Lemma is "say" or "tell" or "confirm" or "specify" or "indicate" or "clear" or "certain" or "sure");
}
