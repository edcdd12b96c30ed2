using System.Collections.Concurrent;
using Readout.Languages;

namespace Readout.Articles;

/// <summary>What a class name or id says about a part of a page.</summary>
/// <param name="Token">The name.</param>
/// <param name="Kind">What it says of the part's purpose.</param>
/// <param name="IsBody">True where the web's templates call the place of the text itself so.</param>
/// <param name="IsComment">True where readers' words stand in what is called so.</param>
internal sealed record ContextWord(string Token, ContextKind Kind, bool IsBody, bool IsComment);

/// <summary>Knows class names and ids.</summary>
internal static class ContextWords
{
    // Templates repeat a few thousand tokens; what one means is looked up once. Bounded, because pages choose the tokens.
    private const int MaxKnown = 20_000;

    private static readonly Lazy<Dictionary<string, ContextKind>> Words = new(Load);
    private static readonly IReadOnlyList<string> BodyWords = PageWords.Of("text-mark");
    private static readonly ConcurrentDictionary<string, ContextWord> Known = new(StringComparer.Ordinal);
    private static int _known;

    /// <summary>What one class name or id says.</summary>
    public static ContextWord Of(ReadOnlySpan<char> token)
    {
        var lookup = Known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(token, out var known))
            return known;
        var name = token.ToString();
        var word = new ContextWord(name, KindOf(name, Words.Value), IsBodyWord(name), IsCommentWord(name));
        if (_known < MaxKnown && Known.TryAdd(name, word))
            Interlocked.Increment(ref _known);
        return word;
    }

    private static ContextKind KindOf(string token, Dictionary<string, ContextKind> words)
    {
        if (words.TryGetValue(token, out var whole))
            return whole;
        // "has-sidebar", "no-comments" describe the layout, not the part.
        if (token.StartsWith("has-", StringComparison.Ordinal) || token.StartsWith("no-", StringComparison.Ordinal) || token.StartsWith("with", StringComparison.Ordinal))
            return ContextKind.Neutral;
        var best = ContextKind.Neutral;
        foreach (var (word, kind) in words)
        {
            if (kind <= best)
                continue;
            var at = token.IndexOf(word, StringComparison.Ordinal);
            if (at >= 0 && (word.Length >= 6 || IsPart(token, at, word.Length)))
                best = kind;
        }
        return best;
    }

    private static bool IsPart(string token, int at, int length) =>
        (at == 0 || !char.IsLetter(token[at - 1])) && (at + length == token.Length || !char.IsLetter(token[at + length]));

    private static bool IsBodyWord(string token)
    {
        foreach (var word in BodyWords)
        {
            if (token.Contains(word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    // A commentary is a report; "has-comments" speaks of the layout.
    private static bool IsCommentWord(string token)
    {
        var at = token.IndexOf("comment", StringComparison.Ordinal);
        return at >= 0 && KindOf(token, Words.Value) == ContextKind.Hard && !token.AsSpan(at).StartsWith("commenta", StringComparison.Ordinal);
    }

    private static Dictionary<string, ContextKind> Load()
    {
        var words = new Dictionary<string, ContextKind>(StringComparer.Ordinal);
        foreach (var line in Resource.Lines("context.txt"))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            words[line[(tab + 1)..]] = line.StartsWith("hard", StringComparison.Ordinal) ? ContextKind.Hard : ContextKind.Soft;
        }
        return words;
    }
}
