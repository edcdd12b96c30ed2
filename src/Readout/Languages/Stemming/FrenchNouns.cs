namespace Readout.Languages;

/// <summary>Step 1 of the French stemmer: the endings that make nouns, adjectives and adverbs.</summary>
internal static class FrenchNouns
{
    private enum Rule { Ance, Ation, Logie, Usion, Ence, Ement, Ite, If, Eaux, Aux, Oux, Euse, Issement, Amment, Emment, Ment }

    private static readonly Endings<Rule> Standard = new(
        (Rule.Ance, "ance iqUe isme able iste eux ances iqUes ismes ables istes"),
        (Rule.Ation, "atrice ateur ation atrices ateurs ations"),
        (Rule.Logie, "logie logies"),
        (Rule.Usion, "usion ution usions utions"),
        (Rule.Ence, "ence ences"),
        (Rule.Ement, "ement ements"),
        (Rule.Ite, "ité ités"),
        (Rule.If, "if ive ifs ives"),
        (Rule.Eaux, "eaux"),
        (Rule.Aux, "aux"),
        (Rule.Oux, "oux"),
        (Rule.Euse, "euse euses"),
        (Rule.Issement, "issement issements"),
        (Rule.Amment, "amment"),
        (Rule.Emment, "emment"),
        (Rule.Ment, "ment ments"));

    /// <summary>Cuts one; false where the word has none that may go, or one that leaves a verb behind.</summary>
    public static bool Cut(ref WordStem word) =>
        Standard.Find(word.Text, out var length, out var rule) && rule switch
        {
            Rule.Eaux => Replace(ref word, length, "eau"),
            Rule.Aux => word.InR1(length) && Replace(ref word, length, "al"),
            Rule.Oux => word.Before(length) is 'b' or 'h' or 'j' or 'l' or 'n' or 'p' && Replace(ref word, length, "ou"),
            Rule.Euse => CutEuse(ref word, length),
            Rule.Issement => word.InR1(length) && !FrenchStemmer.IsVowel(word.Before(length)) && Replace(ref word, length, ""),
            Rule.Amment or Rule.Emment or Rule.Ment => CutAdverb(ref word, length, rule),
            Rule.Ement => CutEment(ref word, length),
            _ => word.InR2(length) && CutInR2(ref word, length, rule),
        };

    private static bool Replace(ref WordStem word, int length, string by)
    {
        word.Replace(length, by);
        return true;
    }

    private static bool CutInR2(ref WordStem word, int length, Rule rule)
    {
        word.Replace(length, rule switch { Rule.Logie => "log", Rule.Usion => "u", Rule.Ence => "ent", _ => "" });
        if (rule is Rule.Ation)
            CutIc(ref word);
        else if (rule is Rule.Ite)
            CutBeforeIte(ref word);
        else if (rule is Rule.If && word.CutInR2("at"))
            CutIc(ref word);
        return true;
    }

    private static void CutIc(ref WordStem word)
    {
        if (word.EndsIn("ic") && !word.CutInR2("ic"))
            word.Replace(2, "iqU");
    }

    private static void CutBeforeIte(ref WordStem word)
    {
        if (word.EndsIn("abil"))
            word.Replace(4, word.InR2(4) ? "" : "abl");
        else if (word.EndsIn("ic"))
            CutIc(ref word);
        else
            word.CutInR2("iv");
    }

    private static bool CutEuse(ref WordStem word, int length)
    {
        if (!word.InR1(length) && !word.InR2(length))
            return false;
        word.Replace(length, word.InR2(length) ? "" : "eux");
        return true;
    }

    private static bool CutEment(ref WordStem word, int length)
    {
        if (!word.InRV(length))
            return false;
        word.Cut(length);
        if (word.CutInR2("iv"))
            word.CutInR2("at");
        else if (word.EndsIn("eus"))
            CutEuse(ref word, 3);
        else if ((word.EndsIn("ièr") || word.EndsIn("Ièr")) && word.InRV(3))
            word.Replace(3, "i");
        else if (!word.CutInR2("abl"))
            word.CutInR2("iqU");
        return true;
    }

    /// <summary>"-ment" stands behind a participle ("confusément") or an adjective in "-ant": a verb's ending comes next, so none counts as cut.</summary>
    private static bool CutAdverb(ref WordStem word, int length, Rule rule)
    {
        if (rule is Rule.Ment)
        {
            if (word.InRV(length + 1) && FrenchStemmer.IsVowel(word.Before(length)))
                word.Cut(length);
        }
        else if (word.InRV(length))
        {
            word.Replace(length, rule is Rule.Amment ? "ant" : "ent");
        }
        return false;
    }
}
