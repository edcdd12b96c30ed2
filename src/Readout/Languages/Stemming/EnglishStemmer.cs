using System.Buffers;

namespace Readout.Languages;

/// <summary>
/// English: Snowball's "english", also called Porter2. M. F. Porter, 1980, "An algorithm for suffix stripping", with his
/// and others' changes since.
/// </summary>
internal static class EnglishStemmer
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    // After one of these a syllable is long: "box", "know", "play".
    private static readonly SearchValues<char> Lengthening = SearchValues.Create("aeiouywxY");

    private static readonly SearchValues<char> LettersBeforeLi = SearchValues.Create("cdeghkmnrt");

    // Words that the rules would confuse with others.
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["skis"] = "ski", ["skies"] = "sky", ["sky"] = "sky",
        ["idly"] = "idl", ["gently"] = "gentl", ["ugly"] = "ugli", ["early"] = "earli", ["only"] = "onli", ["singly"] = "singl",
        ["news"] = "news", ["howe"] = "howe",
        ["atlas"] = "atlas", ["cosmos"] = "cosmos", ["bias"] = "bias", ["andes"] = "andes",
    };

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ExceptionOf =
        Exceptions.GetAlternateLookup<ReadOnlySpan<char>>();

    // Beginnings behind which R1 starts at once, to keep "universe" and "university", "organ" and "organise" apart.
    private static readonly string[] WholeBeginnings =
        ["gener", "commun", "arsen", "past", "univers", "later", "emerg", "organ", "inter"];

    private enum PastRule { Eed, Ed, Ing }

    private static readonly Endings<PastRule> Past = new(
        (PastRule.Eed, "eed eedly"), (PastRule.Ed, "ed edly ingly"), (PastRule.Ing, "ing"));

    private static readonly Endings<string> Possessive = new(("", "' 's 's'"));

    private static readonly Endings<string> Plural = new(("ss", "sses"), ("i", "ied ies"), ("", "s"), ("s", "us ss"));

    private static readonly Endings<string> Double = new(("", "bb dd ff gg mm nn pp rr tt"));

    private static readonly Endings<string> Second = new(
        ("tion", "tional"), ("ence", "enci"), ("ance", "anci"), ("able", "abli"), ("ent", "entli"),
        ("ize", "izer ization"), ("ate", "ational ation ator"), ("al", "alism aliti alli"), ("ful", "fulness fulli"),
        ("ous", "ousli ousness"), ("ive", "iveness iviti"), ("ble", "biliti bli"), ("og", "ogist ogi"),
        ("less", "lessli"), ("", "li"));

    private static readonly Endings<string> Third = new(
        ("tion", "tional"), ("ate", "ational"), ("al", "alize"), ("ic", "icate iciti ical"), ("", "ful ness ative"));

    private static readonly Endings<string> Fourth = new(
        ("", "al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion"));

    public static void Cut(ref WordStem word)
    {
        if (ExceptionOf.TryGetValue(word.Text, out var stem))
        {
            word.Replace(word.Length, stem);
            return;
        }
        if (word.Length < 3)
            return;
        if (word[0] == '\'')
            word.CutFront(1);
        MarkConsonantY(ref word);
        MarkRegions(ref word);
        CutPlural(ref word);
        CutPast(ref word);
        TurnYToI(ref word);
        CutSecond(ref word);
        CutThird(ref word);
        CutFourth(ref word);
        CutLastLetter(ref word);
        foreach (ref var letter in word.Letters)
            letter = letter == 'Y' ? 'y' : letter;
    }

    /// <summary>An y at the beginning or after a vowel is a consonant, written Y from here on.</summary>
    private static void MarkConsonantY(ref WordStem word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] == 'y' && (i == 0 || Vowels.Contains(word[i - 1])))
                word[i] = 'Y';
        }
    }

    private static void MarkRegions(ref WordStem word)
    {
        word.MarkR1AndR2(Vowels);
        foreach (var beginning in WholeBeginnings)
        {
            if (word.Text.StartsWith(beginning))
            {
                word.R1 = beginning.Length;
                word.R2 = word.BehindVowelAndConsonant(word.R1, Vowels);
            }
        }
    }

    /// <summary>A vowel between two consonants at the end, the last one not lengthening; or a vowel and a consonant that are the whole word.</summary>
    private static bool EndsInShortSyllable(ReadOnlySpan<char> text) =>
        text is [.., var before, var vowel, var last] && !Vowels.Contains(before) && Vowels.Contains(vowel) && !Lengthening.Contains(last)
        || text is [var first, var second] && Vowels.Contains(first) && !Vowels.Contains(second)
        || text.EndsWith("past");

    /// <summary>Steps 0 and 1a.</summary>
    private static void CutPlural(ref WordStem word)
    {
        if (Possessive.Find(word.Text, out var possessive, out _))
            word.Cut(possessive);
        if (!Plural.Find(word.Text, out var length, out var singular))
            return;
        if (singular == "i")
            word.Replace(length, word.Length - length > 1 ? "i" : "ie");
        else if (singular == "ss")
            word.Cut(2);
        // "gas" and "this" keep the s, "gaps" and "kiwis" lose it.
        else if (singular.Length == 0 && word.Length > 2 && word.Without(2).ContainsAny(Vowels))
            word.Cut(1);
    }

    /// <summary>Step 1b.</summary>
    private static void CutPast(ref WordStem word)
    {
        if (!Past.Find(word.Text, out var length, out var rule))
            return;
        var rest = word.Without(length);
        if (rule is PastRule.Eed)
        {
            if (rest is not ("proc" or "exc" or "succ") && word.InR1(length))
                word.Replace(length, "ee");
            return;
        }
        if (rule is PastRule.Ing && rest is [var first, 'y'] && !Vowels.Contains(first))
        {
            word.Replace(length + 1, "ie");
            return;
        }
        if (rule is PastRule.Ing && rest is "inn" or "out" or "cann" or "herr" or "earr" or "even" || !rest.ContainsAny(Vowels))
            return;
        word.Cut(length);
        Mend(ref word);
    }

    /// <summary>Gives back what a verb lost, or takes what it got, before its ending: "hoping" and "hopping".</summary>
    private static void Mend(ref WordStem word)
    {
        if (word.EndsIn("at") || word.EndsIn("bl") || word.EndsIn("iz"))
            word.Replace(0, "e");
        else if (Double.Find(word.Text, out _, out _))
            word.Cut(word.Text is ['a' or 'e' or 'o', _, _] ? 0 : 1);
        else if (word.Length == word.R1 && EndsInShortSyllable(word.Text))
            word.Replace(0, "e");
    }

    /// <summary>Step 1c.</summary>
    private static void TurnYToI(ref WordStem word)
    {
        if (word.Text is [_, .., var before, 'y' or 'Y'] && !Vowels.Contains(before))
            word.Replace(1, "i");
    }

    private static void CutSecond(ref WordStem word)
    {
        if (!Second.Find(word.Text, out var length, out var by) || !word.InR1(length))
            return;
        var isLi = by.Length == 0;
        var isOgi = by == "og" && length == 3;
        if ((!isLi || LettersBeforeLi.Contains(word.Before(length))) && (!isOgi || word.Before(length) == 'l'))
            word.Replace(length, by);
    }

    private static void CutThird(ref WordStem word)
    {
        if (Third.Find(word.Text, out var length, out var by) && word.InR1(length) && (!word.EndsIn("ative") || word.InR2(length)))
            word.Replace(length, by);
    }

    private static void CutFourth(ref WordStem word)
    {
        if (Fourth.Find(word.Text, out var length, out _) && word.InR2(length) && (!word.EndsIn("ion") || word.Before(length) is 's' or 't'))
            word.Cut(length);
    }

    /// <summary>Step 5.</summary>
    private static void CutLastLetter(ref WordStem word)
    {
        if (word.EndsIn("e") && (word.InR2(1) || word.InR1(1) && !EndsInShortSyllable(word.Without(1)))
            || word.EndsIn("ll") && word.InR2(1))
            word.Cut(1);
    }
}
