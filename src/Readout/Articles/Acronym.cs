using Readout.Text;

namespace Readout.Articles;

/// <summary>Short forms of names and the names they stand for.</summary>
internal static class Acronym
{
    private const int MaxWords = 9;

    /// <summary>True for "OPA" and "Orlen Press Agency": the initials of the name's words, small ones left out or not.</summary>
    public static bool IsOf(string acronym, string name)
    {
        var letters = acronym.Replace(".", "", StringComparison.Ordinal);
        if (letters.Length < 2 || letters.Length > MaxWords || letters.Contains(' ', StringComparison.Ordinal))
            return false;
        var words = name.Split([' ', '-', '\n', '\u00a0'], StringSplitOptions.RemoveEmptyEntries);
        return Matches(letters, words.Where(w => char.IsUpper(w[0]) || char.IsDigit(w[0])))
            || Matches(letters, words.Where(w => !w.Equals("the", StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>The full name that a text gives for an acronym; null where it gives none.</summary>
    public static Span? Expand(string text, string acronym)
    {
        var letters = acronym.Replace(".", "", StringComparison.Ordinal);
        if (letters.Length is < 2 or > MaxWords || !letters.All(char.IsUpper))
            return null;
        for (var at = text.IndexOf(letters[0], StringComparison.Ordinal); at >= 0; at = text.IndexOf(letters[0], at + 1))
        {
            if (at > 0 && char.IsLetterOrDigit(text[at - 1]))
                continue;
            if (NameAt(text, at, letters) is { } end)
                return new Span(at, end);
        }
        return null;
    }

    // Capitalised words in a row, one to a letter; "of", "the", "and" between them do not count.
    private static int? NameAt(string text, int start, string letters)
    {
        var at = start;
        for (var i = 0; i < letters.Length; i++)
        {
            if (at >= text.Length || text[at] != letters[i])
                return null;
            var end = at + 1;
            while (end < text.Length && (char.IsLetter(text[end]) || text[end] is '\'' or '’'))
                end++;
            // The acronym itself, or a word in capitals, explains nothing.
            if (end - at < 2 || !char.IsLower(text[at + 1]))
                return null;
            if (i == letters.Length - 1)
                return end;
            at = NextWord(text, end);
        }
        return null;
    }

    private static int NextWord(string text, int at)
    {
        for (var small = 0; small < 3; small++)
        {
            if (at >= text.Length || !(text[at] is ' ' or '\n' or '-' or '\u00a0'))
                return text.Length;
            at++;
            var end = at;
            while (end < text.Length && char.IsLetter(text[end]))
                end++;
            if (end == at || char.IsUpper(text[at]) || text.AsSpan(at, end - at) is not ("of" or "the" or "and" or "for" or "de" or "y"))
                return at;
            at = end;
        }
        return text.Length;
    }

    private static bool Matches(string letters, IEnumerable<string> words)
    {
        var at = 0;
        foreach (var word in words)
        {
            if (at >= letters.Length || char.ToUpperInvariant(word[0]) != char.ToUpperInvariant(letters[at]))
                return false;
            at++;
        }
        return at == letters.Length;
    }
}
