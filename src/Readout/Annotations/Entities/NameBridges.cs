namespace Readout.Annotations;

/// <summary>The small words and marks that a name runs across: "Ministry of …", "Food and Drug …", "Carriers' Council".</summary>
internal sealed class NameBridges(PageWords words)
{
    private readonly Lexicon _lexicon = Lexicon.En;

    private bool IsCapital(int i, int end) => i < end && words[i].Is(WordShape.Capital) && !words[i].Is(WordShape.Mark | WordShape.Glued);

    /// <summary>How many words to go on with where the name continues behind a small word or mark; 0 where it ends.</summary>
    public int Length(int start, int e, int end)
    {
        var norm = words[e].Norm;
        var last = words[e - 1];
        switch (norm)
        {
            case "&":
                return IsCapital(e + 1, end) ? 2 : 0;
            case "," when e + 1 < end && words[e + 1].Norm is "inc" or "inc." or "ltd" or "ltd." or "llc" or "jr" or "jr." or "sr." or "plc":
                return 2;
            case "of" or "for" or "on":
                if (RoleAcross(start, e, end) is var role and > 0)
                    return role;
                var the = words.IsNorm(e + 1, "the") ? 1 : 0;
                return IsCapital(e + 1 + the, end) && TakesComplement(start, e, norm) ? 2 + the : 0;
            case "and":
                return IsCapital(e + 1, end) && JoinsAnd(start, e, end) ? 2 : 0;
            case "'s" or "'":
                return IsCapital(e + 1, end) && JoinsGenitive(start, e, end) ? 2 : 0;
        }
        if (words[e].Is(WordShape.Number))
            return last.Norm is "channel" or "radio" or "formula" or "terminal" or "highway" or "route" or "studio" or "apollo" or "flight" or "cop" or "resolution" || IsModel(e) ? 1 : 0;
        if (_lexicon.Connectors.Contains(norm) && !words[e].Is(WordShape.Mark) && !(last.Is(WordShape.Starts) && _lexicon.LeadWords.Contains(last.Norm)))
        {
            if (IsCapital(e + 1, end))
                return 2;
            if (e + 2 < end && _lexicon.Connectors.Contains(words[e + 1].Norm) && IsCapital(e + 2, end))
                return 3;
        }
        return 0;
    }

    /// <summary>"Boeing 737": a number behind its maker that is no year.</summary>
    private bool IsModel(int number) =>
        _lexicon.Known(words.Chars(number - 1)) is { Kind: "firm" } && words.Chars(number) is { Length: 2 or 3 } digits && !digits.ContainsAnyExceptInRange('0', '9')
        && !(words.IsNorm(number + 1, "million") || words.IsNorm(number + 1, "billion") || words.IsNorm(number + 1, "percent") || words.IsNorm(number + 1, "%"));

    /// <summary>"Secretary of State": how far a title reaches beyond its small word.</summary>
    private int RoleAcross(int start, int e, int end)
    {
        for (var i = Math.Max(start, e - 4); i < e; i++)
        {
            if (_lexicon.RoleAt(words, i, end) is var (_, length) && i + length > e)
                return i + length - e;
        }
        return 0;
    }

    /// <summary>"Ministry of …", "Bank of the …", "Gulf of …", "Centre for …": the words before ask for a complement.</summary>
    private bool TakesComplement(int start, int e, string preposition)
    {
        var last = words[e - 1].Norm;
        if (_lexicon.LeadWords.Contains(last) || _lexicon.FindRole(last) is not null || Calendar.IsName(last))
            return false;
        if (preposition is "on")
            return last is "committee" or "commission" or "council" or "conference" or "convention" or "treaty" or "forum" or "institute";
        if (_lexicon.OrganisationFirsts.Contains(last) || _lexicon.OrganisationFirsts.Contains(words[start].Norm) && e - start <= 4 && preposition is "for")
            return true;
        if (preposition is "for")
            return false;
        if (_lexicon.PlaceHeads.Contains(last) || last is "gulf" or "isle" or "states" or "republic" or "cape" or "horn" or "statue" or "church")
            return true;
        // "Declaration of …", "Hall of …": ordinary words with capitals in the middle of a sentence; an unknown name ends here
        return _lexicon.IsOrdinary(last) && !words[e - 1].Is(WordShape.Starts) && _lexicon.Demonym(last) is null && !_lexicon.OrganisationHeads.ContainsKey(last);
    }

    /// <summary>"Ministry of Trade and Industry", "Food and Drug Administration"; never two names side by side.</summary>
    private bool JoinsAnd(int start, int e, int end)
    {
        var next = words[e + 1].Norm;
        var last = words[e - 1].Norm;
        if (!_lexicon.IsOrdinary(next) || !_lexicon.IsOrdinary(last) || _lexicon.FindRole(next) is not null || _lexicon.LeadWords.Contains(last))
            return false;
        for (var i = start; i < e; i++)
        {
            if (words[i].Norm is "of" or "for" or "on" && i > start && _lexicon.OrganisationFirsts.Contains(words[i - 1].Norm))
                return true;
        }
        if (_lexicon.OrganisationHeads.ContainsKey(last))
            return false;
        // the head comes after: "Press and Information Office"
        var tail = e + 2;
        while (IsCapital(tail, end) && tail < e + 5)
            tail++;
        return tail > e + 2 && _lexicon.OrganisationHeads.ContainsKey(words[tail - 1].Norm);
    }

    /// <summary>"Carriers' Council", "People's Party": an ordinary word in the genitive and the head of a body behind it.</summary>
    private bool JoinsGenitive(int start, int e, int end)
    {
        var owner = words[e - 1].Norm;
        if (!_lexicon.IsOrdinary(owner) || words[e - 1].Is(WordShape.Starts) && e - start == 1 && words[e].Norm is "'s" && !owner.EndsWith("men", StringComparison.Ordinal) && owner is not ("people" or "children"))
            return false;
        if (_lexicon.FindRole(owner) is { } role && words[e].Norm is "'s" && role.Class is not "other")
            return false;
        var tail = e + 1;
        while (IsCapital(tail, end) && tail < e + 5)
            tail++;
        for (var i = e + 1; i < tail; i++)
        {
            if (_lexicon.OrganisationHeads.ContainsKey(words[i].Norm) || _lexicon.OtherHeads.ContainsKey(words[i].Norm))
                return true;
        }
        return false;
    }
}
