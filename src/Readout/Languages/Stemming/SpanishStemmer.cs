using System.Buffers;

namespace Readout.Languages;

/// <summary>Spanish: Snowball's "spanish".</summary>
internal static class SpanishStemmer
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouáéíóúü");

    private static readonly Endings<bool> Pronouns = new((true, "me se sela selo selas selos la le lo las les los nos"));

    // Verb forms that pronouns are attached to, and how they are written without them.
    private static readonly Endings<string> BeforePronouns = new(
        ("iendo", "iéndo iendo"), ("ando", "ándo ando"), ("ar", "ár ar"), ("er", "ér er"), ("ir", "ír ir"), ("yendo", "yendo"));

    private enum Rule { Ico, Cion, Logia, Ucion, Encia, Amente, Mente, Idad, Ivo }

    // "-acion" and "-ucion" are misspelled, and common.
    private static readonly Endings<Rule> Standard = new(
        (Rule.Ico, "anza anzas ico ica icos icas ismo ismos able ables ible ibles ista istas oso osa osos osas amiento amientos imiento imientos"),
        (Rule.Cion, "adora ador ación adoras adores aciones ante antes ancia ancias acion"),
        (Rule.Logia, "logía logías"),
        (Rule.Ucion, "ución uciones ucion"),
        (Rule.Encia, "encia encias"),
        (Rule.Amente, "amente"),
        (Rule.Mente, "mente"),
        (Rule.Idad, "idad idades"),
        (Rule.Ivo, "iva ivo ivas ivos"));

    private static readonly Endings<bool> BeforeAmente = new((true, "iv os ic ad"));
    private static readonly Endings<bool> BeforeMente = new((true, "ante able ible"));
    private static readonly Endings<bool> BeforeIdad = new((true, "abil ic iv"));

    private static readonly Endings<bool> VerbsWithY = new((true, "ya ye yan yen yeron yendo yo yó yas yes yais yamos"));

    private enum Verb { En, Other }

    private static readonly Endings<Verb> Verbs = new(
        (Verb.En, "en es éis emos"),
        (Verb.Other,
            "arían arías arán arás aríais aría aréis aríamos aremos ará aré erían erías erán erás eríais ería eréis eríamos eremos erá eré "
            + "irían irías irán irás iríais iría iréis iríamos iremos irá iré aba ada ida ía ara iera ad ed id ase iese aste iste an aban ían "
            + "aran ieran asen iesen aron ieron ado ido ando iendo ió ar er ir as abas adas idas ías aras ieras ases ieses ís áis abais íais "
            + "arais ierais aseis ieseis asteis isteis ados idos amos ábamos íamos imos áramos iéramos iésemos ásemos"));

    // Whether an "u" before it goes, too, behind a "g".
    private static readonly Endings<bool> Residual = new((false, "os a o á í ó"), (true, "e é"));

    public static void Cut(ref WordStem word)
    {
        MarkRegions(ref word);
        CutPronoun(ref word);
        _ = CutStandard(ref word) || CutVerbWithY(ref word) || CutVerb(ref word);
        CutResidue(ref word);
        foreach (ref var letter in word.Letters)
            letter = letter switch { 'á' => 'a', 'é' => 'e', 'í' => 'i', 'ó' => 'o', 'ú' => 'u', _ => letter };
    }

    private static void MarkRegions(ref WordStem word)
    {
        word.MarkR1AndR2(Vowels);
        if (word.Length < 3)
            return;
        var startsWithVowel = Vowels.Contains(word[0]);
        if (!Vowels.Contains(word[1]))
            word.RV = word.BehindNext(2, Vowels);
        else if (startsWithVowel)
            word.RV = word.BehindNextExcept(2, Vowels);
        else
            word.RV = 3;
    }

    /// <summary>Step 0: "haciéndola" becomes "haciendo".</summary>
    private static void CutPronoun(ref WordStem word)
    {
        if (!Pronouns.Find(word.Text, out var pronoun, out _)
            || !BeforePronouns.Find(word.Without(pronoun), out var verb, out var plain)
            || !word.InRV(pronoun + verb)
            || plain == "yendo" && word.Before(pronoun + verb) != 'u')
            return;
        word.Replace(pronoun + verb, plain);
    }

    /// <summary>Step 1.</summary>
    private static bool CutStandard(ref WordStem word)
    {
        if (!Standard.Find(word.Text, out var length, out var rule) || !(rule is Rule.Amente ? word.InR1(length) : word.InR2(length)))
            return false;
        word.Replace(length, rule switch { Rule.Logia => "log", Rule.Ucion => "u", Rule.Encia => "ente", _ => "" });
        switch (rule)
        {
            case Rule.Cion:
                word.CutInR2("ic");
                break;
            case Rule.Amente:
                var isIv = word.EndsIn("iv");
                if (CutAnyInR2(ref word, BeforeAmente) && isIv)
                    word.CutInR2("at");
                break;
            case Rule.Mente:
                CutAnyInR2(ref word, BeforeMente);
                break;
            case Rule.Idad:
                CutAnyInR2(ref word, BeforeIdad);
                break;
            case Rule.Ivo:
                word.CutInR2("at");
                break;
        }
        return true;
    }

    private static bool CutAnyInR2(ref WordStem word, Endings<bool> endings)
    {
        if (!endings.Find(word.Text, out var length, out _) || !word.InR2(length))
            return false;
        word.Cut(length);
        return true;
    }

    /// <summary>Step 2a.</summary>
    private static bool CutVerbWithY(ref WordStem word)
    {
        if (!VerbsWithY.Find(word.TextInRV, out var length, out _) || word.Before(length) != 'u')
            return false;
        word.Cut(length);
        return true;
    }

    /// <summary>Step 2b.</summary>
    private static bool CutVerb(ref WordStem word)
    {
        if (!Verbs.Find(word.TextInRV, out var length, out var rule))
            return false;
        word.Cut(length);
        if (rule is Verb.En && word.EndsIn("gu"))
            word.Cut(1);
        return true;
    }

    /// <summary>Step 3.</summary>
    private static void CutResidue(ref WordStem word)
    {
        if (!Residual.Find(word.Text, out var length, out var isE) || !word.InRV(length))
            return;
        word.Cut(length);
        if (isE && word.EndsIn("gu") && word.InRV(1))
            word.Cut(1);
    }
}
