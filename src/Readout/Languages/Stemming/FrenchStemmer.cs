using System.Buffers;

namespace Readout.Languages;

/// <summary>
/// French: Snowball's "french". Letters that look like vowels and are none stand in upper case while the endings are cut;
/// ë and ï are written He and Hi, so that endings that begin with e or i are found in them.
/// </summary>
internal static class FrenchStemmer
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyâàëéêèïîôûù");

    // "s" stays after these: no plural.
    private static readonly SearchValues<char> LettersThatKeepS = SearchValues.Create("aiouès");

    private static readonly Endings<bool> Doubled = new((true, "enn onn ett ell eill"));

    private enum Residue { Ion, Ier, E }

    private static readonly Endings<Residue> Residual = new((Residue.Ion, "ion"), (Residue.Ier, "ier ière Ier Ière"), (Residue.E, "e"));

    public static void Cut(ref WordStem word)
    {
        CutElision(ref word);
        MarkLetters(ref word);
        MarkRegions(ref word);
        if (FrenchNouns.Cut(ref word) || FrenchVerbs.Cut(ref word))
            WriteLastLetter(ref word);
        else
            CutResidue(ref word);
        if (Doubled.Find(word.Text, out _, out _))
            word.Cut(1);
        CutAccent(ref word);
        UnmarkLetters(ref word);
    }

    public static bool IsVowel(char letter) => Vowels.Contains(letter);

    /// <summary>The article or pronoun before an apostrophe: "l'eau", "qu'il".</summary>
    private static void CutElision(ref WordStem word)
    {
        if (word.Text is ['c' or 'd' or 'j' or 'l' or 'm' or 'n' or 's' or 't', '\'', _, ..])
            word.CutFront(2);
        else if (word.Text is ['q', 'u', '\'', _, ..])
            word.CutFront(3);
    }

    private static void MarkLetters(ref WordStem word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            // A letter may be what marks the next one, and then be marked itself.
            MarkNext(ref word, i);
            if (word[i] == 'y' && i + 1 < word.Length && Vowels.Contains(word[i + 1]))
                word[i] = 'Y';
            else if (word[i] is 'ë' or 'ï')
                word.Replace(i, 1, word[i] == 'ë' ? "He" : "Hi");
        }
    }

    /// <summary>Puts the letter after a place into upper case if it is u or i between vowels, y after a vowel, or u after q.</summary>
    private static void MarkNext(ref WordStem word, int i)
    {
        if (i + 1 >= word.Length)
            return;
        var next = word[i + 1];
        var isBetweenVowels = Vowels.Contains(word[i]) && i + 2 < word.Length && Vowels.Contains(word[i + 2]);
        if (next is 'u' or 'i' && isBetweenVowels || next == 'y' && Vowels.Contains(word[i]) || next == 'u' && word[i] == 'q')
            word[i + 1] = char.ToUpperInvariant(next);
    }

    private static void MarkRegions(ref WordStem word)
    {
        word.MarkR1AndR2(Vowels);
        word.RV = word.Text switch
        {
            [var first, var second, _, ..] when Vowels.Contains(first) && Vowels.Contains(second) => 3,
            ['p', 'a', 'r', ..] or ['c', 'o', 'l', ..] or ['t', 'a', 'p', ..] => 3,
            ['n', 'i', var third, ..] when Vowels.Contains(third) => 3,
            _ => word.BehindNext(1, Vowels),
        };
    }

    private static void WriteLastLetter(ref WordStem word)
    {
        if (word.EndsIn("Y"))
            word.Replace(1, "i");
        else if (word.EndsIn("ç"))
            word.Replace(1, "c");
    }

    /// <summary>Step 4.</summary>
    private static void CutResidue(ref WordStem word)
    {
        if (word.Text is [.., var before, 's'] && (!LettersThatKeepS.Contains(before) || word.EndsIn("His")))
            word.Cut(1);
        if (!Residual.Find(word.TextInRV, out var length, out var rule))
            return;
        if (rule is Residue.Ier)
            word.Replace(length, "i");
        else if (rule is Residue.E || word.InR2(length) && word.InRV(length + 1) && word.Before(length) is 's' or 't')
            word.Cut(length);
    }

    /// <summary>Step 6: an accent over the last e goes where consonants follow.</summary>
    private static void CutAccent(ref WordStem word)
    {
        var last = word.Text.LastIndexOfAny(Vowels);
        if (last >= 0 && last < word.Length - 1 && word[last] is 'é' or 'è')
            word[last] = 'e';
    }

    private static void UnmarkLetters(ref WordStem word)
    {
        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var isMark = word[i] == 'H';
            if (isMark && ++i == word.Length)
                break;
            word[length++] = (word[i], isMark) switch
            {
                ('e', true) => 'ë',
                ('i', true) => 'ï',
                ('I' or 'U' or 'Y', _) => char.ToLowerInvariant(word[i]),
                _ => word[i],
            };
        }
        word.Cut(word.Length - length);
    }
}
