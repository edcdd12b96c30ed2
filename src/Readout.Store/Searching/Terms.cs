using System.Globalization;
using System.Text;
using Readout.Languages;

namespace Readout.Store.Searching;

/// <summary>What the index holds for a word: its stem, without accents, so that "Präsidenten" is found by "prasident".</summary>
internal static class Terms
{
    /// <summary>The term of a lower-case word in a language.</summary>
    public static string Of(string word, string? language) => WithoutAccents(Stemmer.Stem(word, language));

    /// <summary>A text's terms in their order.</summary>
    public static string Join(string text, string? language) => string.Join(' ', SearchWord.Of(text).Select(w => Of(w.Norm, language)));

    /// <summary>Terms of several names; a mark between them keeps a phrase from running from one into the next.</summary>
    public static string JoinNames(IEnumerable<string> names, string? language) => string.Join(" zzz0zzz ", names.Select(n => Join(n, language)));

    private static string WithoutAccents(string word)
    {
        if (Ascii.IsValid(word))
            return word;
        var folded = new StringBuilder(word.Length);
        foreach (var c in word.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(c);
        }
        return folded.Length == 0 ? word : folded.ToString().Normalize(NormalizationForm.FormC);
    }
}
