namespace Readout.Languages;

/// <summary>Step 2 of the French stemmer: the endings of verbs.</summary>
internal static class FrenchVerbs
{
    private static readonly Endings<bool> WithI = new((true,
        "îmes ît îtes i ie ies ir ira irai iraIent irais irait iras irent irez iriez irions irons iront is issaIent issais "
        + "issait issant issante issantes issants isse issent isses issez issiez issions issons it"));

    private enum Rule { Ions, Any, A, Ais }

    private static readonly Endings<Rule> Others = new(
        (Rule.Ions, "ions"),
        (Rule.Any, "é ée ées és èrent er era erai eraIent erais erait eras erez eriez erions erons eront ez iez eais"),
        (Rule.A, "âmes ât âtes a ai aIent ait ant ante antes ants as asse assent asses assiez assions"),
        (Rule.Ais, "ais aise aises"));

    /// <summary>Cuts one in RV; false where the word has none that may go.</summary>
    public static bool Cut(ref WordStem word) => CutWithI(ref word) || CutOther(ref word);

    private static bool CutWithI(ref WordStem word)
    {
        if (!WithI.Find(word.TextInRV, out var length, out _) || !word.InRV(length + 1))
            return false;
        var before = word.Before(length);
        if (before == 'H' || FrenchStemmer.IsVowel(before))
            return false;
        word.Cut(length);
        return true;
    }

    private static bool CutOther(ref WordStem word)
    {
        if (!Others.Find(word.TextInRV, out var length, out var rule))
            return false;
        if (rule is Rule.Ions && !word.InR2(length) || rule is Rule.Ais && IsNoVerb(word.Without(length)))
            return false;
        word.Cut(length);
        if (rule is Rule.A && word.InRV(1))
            word.CutEnding("e");
        return true;
    }

    /// <summary>Nouns and adjectives that only look like verbs: palais, mauvais; and "déplais".</summary>
    private static bool IsNoVerb(ReadOnlySpan<char> stem) =>
        stem is [_, 'a', 'l'] || stem.EndsWith("auv") || stem.EndsWith("épl");
}
