using System.Buffers;

namespace Readout.Languages;

/// <summary>Russian: Snowball's "russian". Letters before RV are never looked at, so a vowel is always left.</summary>
internal static class RussianStemmer
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("аеиоуыэюя");

    // True for endings that must follow "а" or "я".
    private static readonly Endings<bool> Gerunds = new((true, "в вши вшись"), (false, "ив ивши ившись ыв ывши ывшись"));

    private static readonly Endings<bool> Adjectives = new((false,
        "ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею"));

    private static readonly Endings<bool> Participles = new((true, "ем нн вш ющ щ"), (false, "ивш ывш ующ"));

    private static readonly Endings<bool> Reflexives = new((false, "ся сь"));

    private static readonly Endings<bool> Verbs = new(
        (true, "ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно"),
        (false, "ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю"));

    private static readonly Endings<bool> Nouns = new((false,
        "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я"));

    private static readonly Endings<bool> Derivations = new((false, "ост ость"));

    private static readonly Endings<bool> Superlatives = new((false, "ейш ейше"));

    public static void Cut(ref WordStem word)
    {
        word.Letters.Replace('ё', 'е');
        word.RV = word.BehindNext(0, Vowels);
        word.MarkR1AndR2(Vowels);
        if (!CutAny(ref word, Gerunds))
        {
            CutAny(ref word, Reflexives);
            if (CutAny(ref word, Adjectives))
                CutAny(ref word, Participles);
            else
                _ = CutAny(ref word, Verbs) || CutAny(ref word, Nouns);
        }
        if (word.TextInRV.EndsWith("и"))
            word.Cut(1);
        if (Derivations.Find(word.TextInRV, out var length, out _) && word.InR2(length))
            word.Cut(length);
        Tidy(ref word);
    }

    private static bool CutAny(ref WordStem word, Endings<bool> endings)
    {
        if (!endings.Find(word.TextInRV, out var length, out var followsA)
            || followsA && !(word.InRV(length + 1) && word.Before(length) is 'а' or 'я'))
            return false;
        word.Cut(length);
        return true;
    }

    /// <summary>Step 4.</summary>
    private static void Tidy(ref WordStem word)
    {
        var wasSuperlative = CutAny(ref word, Superlatives);
        if (word.TextInRV.EndsWith("нн") || !wasSuperlative && word.TextInRV.EndsWith("ь"))
            word.Cut(1);
    }
}
