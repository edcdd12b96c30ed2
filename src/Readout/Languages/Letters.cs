using System.Globalization;

namespace Readout.Languages;

/// <summary>Letters as the frequency tables write them.</summary>
internal static class Letters
{
    private static readonly char[] Folded = Fold();

    /// <summary>The lower-case letter; a blank for what is no letter. Letters that have two codes get one.</summary>
    public static char Fold(char c) => Folded[c];

    /// <summary>The lower-case letter; a blank for what is no letter. Letters that have two codes stay apart.</summary>
    public static char Plain(char c) => Folded[c] == ' ' ? ' ' : char.ToLowerInvariant(c);

    private static char[] Fold()
    {
        var folded = new char[char.MaxValue + 1];
        for (var i = 0; i < folded.Length; i++)
        {
            var c = (char)i;
            // Vowel signs of Indic scripts are marks; they belong to the word.
            var letter = char.IsLetter(c) || (c >= '\u0900' && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
            folded[i] = letter ? char.ToLowerInvariant(c) : ' ';
        }
        folded['ș'] = folded['Ș'] = 'ş';
        folded['ț'] = folded['Ț'] = 'ţ';
        folded['ی'] = folded['ى'] = 'ي';
        folded['ک'] = 'ك';
        return folded;
    }
}
