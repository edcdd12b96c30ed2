using System.Globalization;
using System.Text;

namespace Readout.Store.Searching;

/// <summary>A word of a text, lower case.</summary>
/// <param name="Start">Its place in the text, UTF-16.</param>
internal readonly record struct SearchWord(int Start, int End, string Norm)
{
    /// <summary>
    /// The words of a text: runs of letters, digits and marks; an ideograph or kana is a word by itself, as those scripts part none.
    /// </summary>
    public static IEnumerable<SearchWord> Of(string text)
    {
        var start = -1;
        for (var i = 0; i < text.Length;)
        {
            var status = Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            var isWord = status == System.Buffers.OperationStatus.Done && IsWord(rune);
            if (isWord && StandsAlone(rune))
            {
                if (start >= 0)
                    yield return new SearchWord(start, i, Fold(text[start..i]));
                yield return new SearchWord(i, i + length, rune.ToString());
                start = -1;
            }
            else if (isWord && start < 0)
            {
                start = i;
            }
            else if (!isWord && start >= 0)
            {
                yield return new SearchWord(start, i, Fold(text[start..i]));
                start = -1;
            }
            i += length;
        }
        if (start >= 0)
            yield return new SearchWord(start, text.Length, Fold(text[start..]));
    }

    private static bool IsWord(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool StandsAlone(Rune rune) => rune.Value is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    private static string Fold(string word) => (Ascii.IsValid(word) ? word : word.Normalize(NormalizationForm.FormKC)).ToLowerInvariant();
}
