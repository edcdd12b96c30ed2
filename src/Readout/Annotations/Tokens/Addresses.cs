using System.Buffers;
using Readout.Languages;

namespace Readout.Annotations;

/// <summary>Web and mail addresses, domains, names of files and of news groups: one token, their marks included.</summary>
internal static class Addresses
{
    private const int LongestPart = 64;

    private static readonly SearchValues<char> AddressEnd = SearchValues.Create(" \t\r\n\u00A0<>\"“”«»|\0");
    private static readonly HashSet<string> Endings = new(Resource.Lines("dotted-endings.txt").SelectMany(line => line.Split(' ')), StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Ending = Endings.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Starts(string text, int i, int end)
    {
        var rest = text.AsSpan(i, Math.Min(8, end - i));
        return rest.Length > 4 && (rest[0] | 0x20) is 'h' or 'w' or 'm' && (rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>End of the address that begins at <paramref name="i"/>; what closes the sentence around it stays out.</summary>
    public static int End(string text, int i, int end, int longest)
    {
        var rest = text.AsSpan(i, Math.Min(longest, end - i));
        var stop = rest.IndexOfAny(AddressEnd);
        var e = stop < 0 ? i + rest.Length : i + stop;
        while (e > i + 1 && text[e - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '\'' or '’')
            e--;
        return e;
    }

    /// <summary>The word that ended before <paramref name="e"/> goes on to an @ and a host ("first.last@host", "fir...@host").</summary>
    public static bool IsMail(string text, int e, int end)
    {
        var k = e;
        while (k < end && k - e < LongestPart && (Chars.IsWord(text[k]) || text[k] is '.' or '-' or '_'))
            k++;
        return At(text, k, end) is '@' && k > 0 && (Chars.IsWord(text[k - 1]) || text[k - 1] is '.') && Chars.IsWord(At(text, k + 1, end));
    }

    /// <summary>End of a domain or file name whose first dot is at <paramref name="dot"/>; 0 where it is none.</summary>
    public static int DomainEnd(string text, int start, int dot, int end)
    {
        var d = dot + 1;
        var lower = IsLower(text, start, dot);
        var parts = 1;
        var from = d;
        while (d < end && d - dot < LongestPart && (Chars.IsWord(text[d]) || text[d] is '-' || (text[d] is '.' && Chars.IsLetter(At(text, d + 1, end)))))
        {
            if (text[d] is '.')
            {
                lower &= d - from > 2 && IsLower(text, from, d);
                parts++;
                from = d + 1;
            }
            d++;
        }
        if (d - from is < 2 or > 6)
            return lower && parts > 1 && d - from > 2 && IsLower(text, from, d) ? d : 0;
        // "in 2018.The": a capital begins a sentence, unless all are capitals or a name of the web says so
        var last = text.AsSpan(from, d - from);
        var known = Ending.Contains(last) && (IsLower(text, from, d) || (last.Length > 2 && !last.ContainsAnyInRange('a', 'z')) || last is "Com" or "Net" or "Org");
        return known || (lower && parts > 1 && last.Length > 2 && IsLower(text, from, d)) ? d : 0;
    }

    private static bool IsLower(string text, int from, int to) => to - from > 2 && !text.AsSpan(from, to - from).ContainsAnyExceptInRange('a', 'z')
        || (to - from == 2 && char.IsAsciiLetterLower(text[from]) && char.IsAsciiLetterLower(text[from + 1]));

    private static char At(string text, int index, int end) => index < end ? text[index] : '\0';
}
