using System.Collections.Frozen;

namespace Readout.Annotations;

/// <summary>Folds word forms together for comparing sentences, and knows the words that say nothing.</summary>
internal static class Stems
{
    private static readonly FrozenSet<string> Stop = new[]
    {
        "a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been", "being", "but", "by", "can", "could",
        "did", "do", "does", "for", "from", "had", "has", "have", "he", "her", "hers", "him", "his", "i", "if", "in", "into", "is", "it", "its",
        "may", "me", "might", "more", "most", "my", "of", "on", "or", "our", "out", "over", "said", "say", "saying", "says", "she", "should", "so",
        "some", "such", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "to", "told", "tell", "up", "us",
        "was", "we", "were", "what", "when", "where", "which", "while", "who", "will", "with", "would", "you", "your", "'s", "n't", "added",
        "according", "mr", "mrs", "ms", "stated", "reported", "reportedly", "however", "just", "now", "still", "very", "per",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool IsStop(string norm) => Stop.Contains(norm);

    /// <summary>
    /// A crude stem: endings of number, tense and derivation off (after Lovins' idea of longest match first, short list).
    /// Good enough to see that two sentences use the same word; never shown.
    /// </summary>
    public static string Of(string norm)
    {
        if (norm.Length <= 4)
            return norm.Length == 4 && norm[^1] == 's' && norm[^2] != 's' ? norm[..^1] : norm;
        foreach (var ending in Endings)
        {
            if (norm.Length - ending.Length >= 3 && norm.EndsWith(ending, StringComparison.Ordinal))
            {
                var stem = norm[..^ending.Length];
                return stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('s' or 'l') ? stem[..^1] : stem;
            }
        }
        return norm[^1] is 'e' or 'y' ? norm[..^1] : norm;
    }

    private static readonly string[] Endings =
        ["isations", "izations", "isation", "ization", "ations", "ments", "ation", "ities", "ness", "ment", "ings", "ions", "ing", "ion", "ies", "ied", "ity", "ers", "ed", "es", "er", "ly", "s"];
}
