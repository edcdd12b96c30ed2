using System.Buffers;
using System.Globalization;

namespace Readout.Articles;

/// <summary>Finds phrases in normalised text; phrases are found by their first word.</summary>
internal sealed class PhraseIndex
{
    private readonly Dictionary<string, List<string>> _byFirstWord = new(StringComparer.Ordinal);
    private readonly ulong[] _lengths = new ulong[1024];

    public PhraseIndex(IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            var first = phrase[..WordEnd(phrase, 0)];
            if (!_byFirstWord.TryGetValue(first, out var list))
                _byFirstWord[first] = list = [];
            list.Add(phrase);
            Lengths(first) |= Bit(first.Length);
        }
    }

    /// <summary>Lower case, straight apostrophes, marks other than apostrophes, colons and @ turned to single blanks.</summary>
    public static string Normalize(ReadOnlySpan<char> text)
    {
        char[]? rented = null;
        // Every character gives at most one, and a blank stands before it only where one was left out.
        Span<char> norm = text.Length <= 512 ? stackalloc char[512] : (rented = ArrayPool<char>.Shared.Rent(text.Length));
        var length = 0;
        var pending = false;
        foreach (var c in text)
        {
            var kept = c < Plain.Length ? Plain[c] : Kept(c);
            if (kept == ' ')
            {
                pending = length > 0;
                continue;
            }
            if (pending && kept != ':')
                norm[length++] = ' ';
            pending = false;
            norm[length++] = kept;
        }
        var normal = new string(norm[..length]);
        if (rented is not null)
            ArrayPool<char>.Shared.Return(rented);
        return normal;
    }

    private static readonly char[] Plain = [.. Enumerable.Range(0, 128).Select(c => Kept((char)c))];

    private static char Kept(char c) =>
        c is '’' or '‘' or '\'' ? '\''
        : c is ':' or '@' ? c
        : char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark ? char.ToLowerInvariant(c)
        : ' ';

    public bool StartsWith(string norm) => norm.Length > 0 && MatchAt(norm, 0);

    public bool Occurs(string norm)
    {
        for (var at = 0; at < norm.Length;)
        {
            if (MatchAt(norm, at))
                return true;
            at = WordEnd(norm, at);
            while (at < norm.Length && norm[at] == ' ')
                at++;
        }
        return false;
    }

    // The lengths of the words that phrases with the same beginning begin with; a colon may stand behind a word.
    private ref ulong Lengths(ReadOnlySpan<char> word) => ref _lengths[(word[0] * 31 + (word.Length > 1 && word[1] != ':' ? word[1] : 0)) & (_lengths.Length - 1)];

    private static ulong Bit(int length) => 1UL << (length & 63);

    private bool MatchAt(string norm, int at)
    {
        var lookup = _byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
        var end = WordEnd(norm, at);
        // Few words begin a phrase, and most show it by their first two letters and their length.
        if ((Lengths(norm.AsSpan(at, end - at)) & (Bit(end - at) | (norm[end - 1] == ':' ? Bit(end - at - 1) : 0))) == 0)
            return false;
        if (!lookup.TryGetValue(norm.AsSpan(at, end - at), out var phrases)
            && !(end > at && norm[end - 1] == ':' && lookup.TryGetValue(norm.AsSpan(at, end - 1 - at), out phrases)))
            return false;
        foreach (var phrase in phrases)
        {
            if (string.CompareOrdinal(norm, at, phrase, 0, phrase.Length) == 0
                && (at + phrase.Length == norm.Length || !char.IsLetterOrDigit(norm[at + phrase.Length]) || !char.IsLetterOrDigit(phrase[^1])))
                return true;
        }
        return false;
    }

    private static int WordEnd(string text, int at)
    {
        var end = text.IndexOf(' ', at);
        return end < 0 ? text.Length : end;
    }
}
