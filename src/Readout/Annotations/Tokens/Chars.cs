using System.Globalization;

namespace Readout.Annotations;

/// <summary>Classes of characters as the tokenizer sees them.</summary>
internal static class Chars
{
    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    public static bool IsLetter(char c) => c < 128 ? (uint)((c | 0x20) - 'a') < 26 : char.IsLetter(c);

    /// <summary>Letters, digits and combining marks.</summary>
    public static bool IsWord(char c) => c < 128
        ? IsLetter(c) || IsDigit(c)
        : char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    public static bool PairIsLetter(string text, int i, int end) =>
        i + 1 < end && char.IsSurrogatePair(text[i], text[i + 1]) && char.IsLetterOrDigit(text, i);

    /// <summary>White space, controls and characters without a shape.</summary>
    public static bool IsBlank(char c) => c <= ' ' || (c >= '\u007F' && (char.IsWhiteSpace(c) || char.IsControl(c) || IsInvisible(c)));

    /// <summary>Soft hyphen, zero-width space and joiners, direction marks, byte order mark.</summary>
    public static bool IsInvisible(char c) =>
        c is '\u00AD' or '\uFEFF' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064')
            or (>= '\u2066' and <= '\u2069');

    public static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or 'ʼ' or '´' or '`' or '‛' or '＇' or '‚' or '‹' or '›';

    public static bool IsDoubleQuote(char c) => c is '"' or '“' or '”' or '„' or '‟' or '«' or '»' or '〝' or '〞' or '＂';

    /// <summary>Hyphens that join; dashes stand between words.</summary>
    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    public static bool IsDash(char c) => c is '–' or '—' or '―' or '‒' or '−';

    /// <summary>Spaces that group digits: no-break, narrow no-break, thin.</summary>
    public static bool IsGroupSpace(char c) => c is '\u00A0' or '\u202F' or '\u2009';

    public static bool IsThousands(string text, int i, int end) =>
        i + 2 < end && IsDigit(text[i]) && IsDigit(text[i + 1]) && IsDigit(text[i + 2]) && (i + 3 >= end || !IsWord(text[i + 3]));
}
