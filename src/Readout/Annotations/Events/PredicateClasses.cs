using System.Collections.Frozen;
using Readout.Languages;

namespace Readout.Annotations;

/// <summary>Groups verbs and nouns that name the same kind of happening: "met", "talks" and "summit" are one class.</summary>
internal static class PredicateClasses
{
    /// <summary>Class of phrases that hold an event's word and name none ("open to", "call for").</summary>
    public const string NoEvent = "-";

    private static readonly Lazy<FrozenDictionary<string, string>> Verbs = new(() => Words("v"));
    private static readonly Lazy<FrozenDictionary<string, string>> Nouns = new(() => Words("n"));
    private static readonly Lazy<FrozenDictionary<string, (string Class, string[] Tail)[]>> Phrases = new(LoadPhrases);

    /// <summary>The predicate that starts at a token.</summary>
    /// <param name="Class">Its class.</param>
    /// <param name="IsVerb">Verb or noun.</param>
    /// <param name="End">Index after its last token.</param>
    internal readonly record struct Hit(string Class, bool IsVerb, int End);

    public static Hit? At(IReadOnlyList<Token> tokens, int index, int end)
    {
        if (tokens[index].Kind != TokenKind.Word)
            return null;
        var form = tokens[index].Norm;
        foreach (var lemma in Inflection.Lemmas(form))
        {
            if (!Phrases.Value.TryGetValue(lemma, out var phrases))
                continue;
            foreach (var (name, rest) in phrases)
            {
                if (Follows(tokens, index + 1, end, rest))
                    return new Hit(name, true, index + 1 + rest.Length);
            }
        }
        if (Nouns.Value.TryGetValue(form, out var noun) && !LooksVerbal(tokens, index))
            return new Hit(noun, false, index + 1);
        if (IsMetWith(tokens, index, end))
            return null;
        foreach (var lemma in Inflection.Lemmas(form))
        {
            if (Verbs.Value.TryGetValue(lemma, out var verb))
                return LooksNominal(tokens, index, form, lemma) ? null : new Hit(verb, true, index + 1);
        }
        return null;
    }

    /// <summary>The class of a single word, verb or noun; null where it has none.</summary>
    public static string? Of(string norm)
    {
        if (Nouns.Value.TryGetValue(norm, out var noun))
            return noun;
        foreach (var lemma in Inflection.Lemmas(norm))
        {
            if (Verbs.Value.TryGetValue(lemma, out var verb) || Nouns.Value.TryGetValue(lemma, out verb))
                return verb;
        }
        return null;
    }

    // "The plan was met with laughter": nobody met.
    private static bool IsMetWith(IReadOnlyList<Token> tokens, int index, int end) =>
        tokens[index].Norm == "met" && index > 0 && index + 1 < end && tokens[index + 1].Norm is "with" or "by"
        && tokens[index - 1].Norm is "was" or "were" or "been" or "is" or "are" or "be";

    // "will move", "to strike": a word that is also a noun is a verb after "to" or an auxiliary.
    private static bool LooksVerbal(IReadOnlyList<Token> tokens, int index) =>
        index > 0 && tokens[index - 1].Norm is "to" or "will" or "would" or "could" or "may" or "might" or "can" or "cannot"
            or "should" or "must" or "n't" or "they" or "we" or "you" or "i";

    // "a move", "the release": a bare verb form after an article is a noun of another sense.
    private static bool LooksNominal(IReadOnlyList<Token> tokens, int index, string form, string lemma) =>
        form == lemma && index > 0 && tokens[index - 1].Norm is "a" or "an" or "the" or "no" or "of" or "'s";

    private static bool Follows(IReadOnlyList<Token> tokens, int from, int end, string[] words)
    {
        if (from + words.Length > end)
            return false;
        for (var i = 0; i < words.Length; i++)
        {
            if (tokens[from + i].Norm != words[i])
                return false;
        }
        return true;
    }

    private static IEnumerable<(string Class, string Kind, string Words)> Rows() =>
        Resource.Rows("En/predicate-classes.tsv").Select(row => (row[0], row[1], row[2]));

    private static FrozenDictionary<string, string> Words(string kind)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in Rows())
        {
            if (row.Kind == kind && !row.Words.Contains(' ', StringComparison.Ordinal))
                words.TryAdd(row.Words, row.Class);
        }
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, (string Class, string[] Tail)[]> LoadPhrases() =>
        Rows()
            .Where(row => row.Words.Contains(' ', StringComparison.Ordinal))
            .Select(row => (row.Class, Words: row.Words.Split(' ')))
            .GroupBy(row => row.Words[0], StringComparer.Ordinal)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.Select(row => (row.Class, row.Words[1..])).OrderByDescending(row => row.Item2.Length).ToArray(),
                StringComparer.Ordinal);
}
