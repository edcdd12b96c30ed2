namespace Readout.Claims;

/// <summary>What one sentence adds up to.</summary>
internal sealed record SentenceToll(int Killed, int Injured, int Struck, bool HasGroup)
{
    /// <summary>A sentence that tells of more is a list, and no toll.</summary>
    public const int MostPhrases = 60;

    public int Total => Killed + Injured + Struck;

    public static SentenceToll Of(IReadOnlyList<Casualty> casualties)
    {
        // the worst that is said of each phrase
        var phrases = casualties.Where(c => c.Low < 2000).GroupBy(c => c.Victim.Head).Select(g => g.MaxBy(c => c.Harm)!).ToList();
        // by phrase, what is said of it
        var said = casualties.Where(c => c.Group >= 0).ToLookup(c => c.Victim.Head, c => c.Group);
        var killed = Sum(phrases, said, Harm.Killed);
        // "six shot, two of them fatally"
        var part = phrases.Where(c => c.Rule is FlatCasualties.Fatally).Sum(c => (int)c.Low);
        var injured = Sum(phrases, said, Harm.Injured);
        var struck = Sum(phrases, said, Harm.Struck);
        // "three were shot, two of them badly hurt" are three, "one was shot and two others hurt" too
        if (injured > 0 && struck > 0)
        {
            var more = phrases.Exists(c => c.Harm is not Harm.Killed && c.Victim.IsMore);
            injured = more ? injured + struck : Math.Max(injured, struck);
            struck = 0;
        }
        if (part > 0 && killed == 0)
            (killed, struck) = (part, Math.Max(0, struck - part));
        return new SentenceToll(killed, injured, struck, phrases.Exists(c => c.Victim.IsCounted && c.Low > 1));
    }

    private static int Sum(List<Casualty> phrases, ILookup<int, int> said, Harm harm)
    {
        var roll = new VictimRoll();
        foreach (var one in phrases.Where(c => c.Victim.IsOne && !c.IsNobody && c.Rule is not FlatCasualties.Fatally))
            roll.Add(one);
        roll.Settle();
        var singles = roll.People.Where(p => p.Harm == harm).ToList();
        var groups = phrases.Where(c => c.Harm == harm && c.Victim is { IsCounted: true, IsPart: false, IsKnown: false } && c.Low > 1).ToList();
        // "Two of the victims were killed", and of the others nothing is said
        if (groups.Count == 0 && singles.Count == 0 && phrases.TrueForAll(c => c.Victim.IsPart || c.Victim.IsMore))
            groups = [.. phrases.Where(c => c.Harm == harm && c.Victim is { IsCounted: true, IsPart: true } && c.Low > 1)];
        if (groups.Count == 0)
            return singles.Count;
        var total = 0;
        for (var i = 0; i < groups.Count; i++)
        {
            // a count said again is the same people
            if (groups.Take(i).Any(g => g.Low.Equals(groups[i].Low) && !groups[i].Victim.IsMore))
                continue;
            total += (int)groups[i].Low;
        }
        var beside = singles.Count(p => p.Evidence.Exists(e => e.Victim.IsMore || e.Victim.IsSelf || groups.Exists(g => g.Victim.IsMore && g.Harm == harm)
            || groups.Exists(g => said[g.Victim.Head].Contains(e.Group) && !e.Victim.IsPart)) && !p.Evidence.Exists(e => e.Victim.IsPart));
        return total + beside;
    }
}
