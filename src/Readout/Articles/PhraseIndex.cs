using System.Text;

namespace Readout.Articles;

/// <summary>Finds phrases in normalised text; phrases are found by their first word.</summary>
internal sealed class PhraseIndex
{
    private readonly Dictionary<string, List<string>> _byFirstWord = new(StringComparer.Ordinal);

    public PhraseIndex(IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            var first = phrase[..WordEnd(phrase, 0)];
            if (!_byFirstWord.TryGetValue(first, out var list))
                _byFirstWord[first] = list = [];
            list.Add(phrase);
        }
    }

    /// <summary>Lower case, straight apostrophes, marks other than apostrophes, colons and @ turned to single blanks.</summary>
    public static string Normalize(ReadOnlySpan<char> text)
    {
        var norm = new StringBuilder(text.Length);
        var pending = false;
        foreach (var c in text)
        {
            var kept = c is '’' or '‘' or '\'' ? '\'' : c is ':' or '@' ? c : char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark ? char.ToLowerInvariant(c) : ' ';
            if (kept == ' ')
            {
                pending = norm.Length > 0;
                continue;
            }
            if (pending && kept != ':')
                norm.Append(' ');
            pending = false;
            norm.Append(kept);
        }
        return norm.ToString();
    }

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

    private bool MatchAt(string norm, int at)
    {
        var lookup = _byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
        var end = WordEnd(norm, at);
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
