using System.Buffers;

namespace Readout.Languages;

/// <summary>German: Snowball's "german", which takes "ae", "oe" and "ue" for the umlauts they stand for.</summary>
internal static class GermanStemmer
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyäöü");
    private static readonly SearchValues<char> LettersBeforeS = SearchValues.Create("bdfghklmnrt");
    private static readonly SearchValues<char> LettersBeforeSt = SearchValues.Create("bdfghklmnt");
    private static readonly SearchValues<char> LettersBeforeEt = SearchValues.Create("dfgklmnrstUzä");

    private enum Rule { Em, Er, E, S, Ln, En, St, Et, Ung, Ig, Lich, Keit }

    private static readonly Endings<Rule> First = new(
        (Rule.Em, "em"), (Rule.Er, "ern er erin erinnen"), (Rule.E, "e en es"), (Rule.S, "s"), (Rule.Ln, "ln lns"));

    private static readonly Endings<Rule> Second = new((Rule.En, "en er est"), (Rule.St, "st"), (Rule.Et, "et"));

    private static readonly Endings<Rule> Third = new(
        (Rule.Ung, "end ung"), (Rule.Ig, "ig ik isch"), (Rule.Lich, "lich heit"), (Rule.Keit, "keit"));

    // Here "et" belongs to the stem, or makes another word of it: Planet, Ticket, Internet.
    private static readonly Endings<bool> KeepingEt = new((true, "geordn intern plan tick tr"));

    public static void Cut(ref WordStem word)
    {
        MarkConsonants(ref word);
        WriteUmlauts(ref word);
        MarkRegions(ref word);
        CutFirst(ref word);
        CutSecond(ref word);
        CutThird(ref word);
        foreach (ref var letter in word.Letters)
            letter = letter switch { 'Y' => 'y', 'U' or 'ü' => 'u', 'ä' => 'a', 'ö' => 'o', _ => letter };
    }

    /// <summary>An u or y between vowels is a consonant, written in upper case from here on: "feuer" has no ü.</summary>
    private static void MarkConsonants(ref WordStem word)
    {
        for (var i = 1; i + 1 < word.Length; i++)
        {
            if (word[i] is 'u' or 'y' && Vowels.Contains(word[i - 1]) && Vowels.Contains(word[i + 1]))
                word[i] = char.ToUpperInvariant(word[i]);
        }
    }

    private static void WriteUmlauts(ref WordStem word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            var pair = word.Text[i..Math.Min(i + 2, word.Length)];
            if (pair[0] == 'ß')
                word.Replace(i++, 1, "ss");
            else if (pair is "qu")
                i++;
            else if (pair is ['a' or 'o' or 'u', 'e'])
                word.Replace(i, 2, pair[0] switch { 'a' => "ä", 'o' => "ö", _ => "ü" });
        }
    }

    private static void MarkRegions(ref WordStem word)
    {
        word.R1 = word.R2 = word.Length;
        if (word.Length < 3)
            return;
        word.MarkR1AndR2(Vowels);
        word.R1 = Math.Max(word.R1, 3);
    }

    private static void CutFirst(ref WordStem word)
    {
        if (!First.Find(word.Text, out var length, out var rule) || !word.InR1(length))
            return;
        switch (rule)
        {
            case Rule.Em when word.Without(length).EndsWith("syst"):
            case Rule.S when !LettersBeforeS.Contains(word.Before(length)):
                return;
            case Rule.Ln:
                word.Replace(length, "l");
                return;
            default:
                word.Cut(length);
                if (rule is Rule.E && word.EndsIn("niss"))
                    word.Cut(1);
                return;
        }
    }

    private static void CutSecond(ref WordStem word)
    {
        if (!Second.Find(word.Text, out var length, out var rule) || !word.InR1(length))
            return;
        var mayGo = rule switch
        {
            Rule.St => LettersBeforeSt.Contains(word.Before(length)) && word.Length >= length + 4,
            Rule.Et => LettersBeforeEt.Contains(word.Before(length)) && !KeepingEt.Find(word.Without(length), out _, out _),
            _ => true,
        };
        if (mayGo)
            word.Cut(length);
    }

    private static void CutThird(ref WordStem word)
    {
        if (!Third.Find(word.Text, out var length, out var rule) || !word.InR2(length) || rule is Rule.Ig && word.Before(length) == 'e')
            return;
        word.Cut(length);
        if (rule is Rule.Ung && word.EndsIn("ig") && word.Before(2) != 'e')
            word.CutInR2("ig");
        else if (rule is Rule.Lich && (word.EndsIn("er") || word.EndsIn("en")) && word.InR1(2))
            word.Cut(2);
        else if (rule is Rule.Keit && !word.CutInR2("lich"))
            word.CutInR2("ig");
    }
}
