using System.Text;

namespace Readout.Formats.Exports;

/// <summary>Characters that a format has no way to write.</summary>
internal static class Readable
{
    /// <summary>With U+FFFD for each character that XML 1.0 cannot hold, and for halves of characters.</summary>
    public static string Clean(string words)
    {
        var i = 0;
        while (i < words.Length && IsPlain(words[i]))
            i++;
        if (i == words.Length)
            return words;
        var clean = new StringBuilder(words, 0, i, words.Length);
        for (; i < words.Length; i++)
        {
            if (char.IsHighSurrogate(words[i]) && i + 1 < words.Length && char.IsLowSurrogate(words[i + 1]))
                clean.Append(words, i++, 2);
            else
                clean.Append(IsPlain(words[i]) ? words[i] : '\uFFFD');
        }
        return clean.ToString();
    }

    private static bool IsPlain(char c) => c is >= ' ' and < '\uD800' or '\t' or '\n' or '\r' or >= '\uE000' and < '\uFFFE';
}
