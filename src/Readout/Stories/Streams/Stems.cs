using System.Buffers;

namespace Readout.Stories.Streams;

/// <summary>
/// Takes endings off words, cheaply: what counts is that the forms of one word come out alike, not that the stem is one.
/// English loses its plurals and the endings of its verbs (after Harman's S stemmer); other languages are cut to their first
/// letters, which works about as well as a stemmer of their own (McNamee and Mayfield 2004).
/// </summary>
internal static class Stems
{
    /// <summary>Letters kept of a word in a language without rules of its own.</summary>
    private const int Prefix = 6;

    private static readonly SearchValues<char> s_vowels = SearchValues.Create("aeiouy");

    /// <summary>The length that is left of a lower-case word; may write over its last letters.</summary>
    public static int Cut(Span<char> word, bool english)
    {
        if (!english)
            return Math.Min(word.Length, Prefix);
        var length = Plural(word, word.Length);
        length = Verb(word, length);
        // "arrive" and "arriv(ing)", "baby" and "babi(es)"
        if (length > 4 && word[length - 1] == 'e')
            length--;
        if (length > 3 && word[length - 1] == 'y')
            word[length - 1] = 'i';
        return length;
    }

    private static int Plural(Span<char> word, int length)
    {
        if (length < 4 || word[length - 1] != 's')
            return length;
        if (word[length - 2] is 's' or 'u' or 'i')
            return length;
        if (word[..length].EndsWith("ies") && length > 4)
            return length - 2;
        if (word[..length].EndsWith("sses") || word[..length].EndsWith("xes") || word[..length].EndsWith("ches") || word[..length].EndsWith("shes"))
            return length - 2;
        return length - 1;
    }

    private static int Verb(Span<char> word, int length)
    {
        var cut = word[..length].EndsWith("ing") ? 3 : word[..length].EndsWith("ed") ? 2 : 0;
        if (cut == 0 || length - cut < 3 || !HasVowel(word[..(length - cut)]))
            return length;
        length -= cut;
        // "stopped", "running"; "called" and "passed" keep theirs
        if (length > 3 && word[length - 1] == word[length - 2] && word[length - 1] is not ('l' or 's' or 'z' or 'e' or 'o'))
            length--;
        return length;
    }

    private static bool HasVowel(ReadOnlySpan<char> word) => word.ContainsAny(s_vowels);
}
