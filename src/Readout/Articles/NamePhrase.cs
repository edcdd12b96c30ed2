using Readout.Text;

namespace Readout.Articles;

/// <summary>Reads a name at a place in a text: capitalised words in a row, small joining words between them.</summary>
internal static class NamePhrase
{
    private const int MaxWords = 8;

    /// <summary>The name that starts at a place, a leading "the" left out; null where none does.</summary>
    public static Span? At(string text, int start, int limit)
    {
        var at = SkipBlank(text, start, limit);
        if (at + 4 < limit && text.AsSpan(at, 4).Equals("the ", StringComparison.OrdinalIgnoreCase))
            at = SkipBlank(text, at + 4, limit);
        var nameStart = at;
        var nameEnd = at;
        for (var words = 0; words < MaxWords && at < limit; words++)
        {
            var end = WordEnd(text, at, limit);
            if (end == at)
                break;
            if (char.IsUpper(text[at]) || char.IsDigit(text[at]) && words > 0 || IsCaseless(text[at]))
                nameEnd = end;
            else if (words == 0 || !IsJoint(text.AsSpan(at, end - at)))
                break;
            var next = SkipBlank(text, end, limit);
            if (next == end)
                break;
            at = next;
        }
        while (nameEnd > nameStart && text[nameEnd - 1] is '\'' or '’' or '-')
            nameEnd--;
        return nameEnd > nameStart ? new Span(nameStart, nameEnd) : null;
    }

    private static bool IsJoint(ReadOnlySpan<char> word) => word is "of" or "the" or "and" or "&" or "for" or "de" or "la" or "del" or "y";

    private static bool IsCaseless(char c) => char.IsLetter(c) && !char.IsUpper(c) && !char.IsLower(c);

    private static int WordEnd(string text, int at, int limit)
    {
        if (at < limit && text[at] == '&')
            return at + 1;
        var end = at;
        while (end < limit && (char.IsLetterOrDigit(text[end]) || text[end] is '\'' or '’' or '-' || (text[end] == '.' && end + 1 < limit && char.IsLetterOrDigit(text[end + 1]))))
            end++;
        return end;
    }

    private static int SkipBlank(string text, int at, int limit)
    {
        while (at < limit && text[at] is ' ' or '\u00a0' or '\n' or '\r')
            at++;
        return at;
    }
}
