namespace Readout.Annotations;

/// <summary>What an apposition says of a name's type: "Orlen Lines, a shipping company", "the mayor, Ada Kovar,".</summary>
internal sealed class NameAppositions(PageWords words)
{
    private readonly Lexicon _lexicon = Lexicon.En;

    private string Norm(int i) => i >= 0 && i < words.Count() ? words[i].Norm : "";

    private bool SameSentence(int i, Name name) => i >= 0 && i < words.Count() && words[i].Sentence == words[name.First].Sentence;

    private string Before(Name name) => SameSentence(name.First - 1, name) ? Norm(name.First - 1) : "";

    private string After(Name name) => SameSentence(name.End, name) ? Norm(name.End) : "";

    /// <summary>", a shipping company," or ", the dockers' union," behind the name; "the union, Harbour …" before it.</summary>
    public void Weigh(Name name)
    {
        if (After(name) is "," or "-" or "(")
            ByNounPhrase(name, name.End + 1);
        if (Before(name) is ",")
            ByNounBeforeComma(name);
    }

    private void ByNounPhrase(Name name, int from)
    {
        var determined = Norm(from) is "a" or "an" or "the" or "its" or "their" or "his" or "her" or "one";
        var i = determined ? from + 1 : from;
        for (var step = 0; step < 9 && SameSentence(i, name); step++, i++)
        {
            if (words[i].Is(WordShape.Mark) && words[i].Norm is not ("'" or "&" or "-") || words[i].Norm is "of" or "in" or "for" or "that" or "which" or "who" or "at" or "with" or "on" or "and" or "from" or "is" or "was" or "said")
                break;
            if (_lexicon.SpeechVerbs.Contains(words[i].Norm) && words[i].Norm.EndsWith("ed", StringComparison.Ordinal))
                return;
        }
        var last = i - 1;
        if (last < from || words[last].Is(WordShape.Capital) && !determined)
            return;
        var noun = Norm(last);
        var role = _lexicon.FindRole(noun);
        if (role is { Class: not "honorific" } && (determined || Norm(i) is "of" or "for" or "at" or "in" || Norm(from + 1) is "'s"))
            name.Add(EntityType.Person, 10, "apposition-role");
        else if (determined && _lexicon.OrganisationNouns.ContainsKey(noun))
            name.Add(EntityType.Organisation, 9, "apposition-organisation");
        else if (determined && _lexicon.PlaceNouns.Contains(noun))
            name.Add(EntityType.Place, 9, "apposition-place");
    }

    private void ByNounBeforeComma(Name name)
    {
        var i = name.First - 2;
        // the comma must close again: "the mayor, Ada Kovar, said", or the sentence end
        if (!SameSentence(i, name) || words[i].Is(WordShape.Mark) || After(name) is not ("," or "." or ";" or "and" or "-" or ")" or ""))
            return;
        i = BeforeComplement(i, name);
        var noun = Norm(i);
        if (i < 0 || words[i].Is(WordShape.Capital) && !words[i].Is(WordShape.Starts) || !IsDetermined(i, name))
            return;
        if (_lexicon.FindRole(noun) is { Class: not "honorific" })
            name.Add(EntityType.Person, 9, "apposition-role");
        else if (_lexicon.OrganisationNouns.ContainsKey(noun))
            name.Add(EntityType.Organisation, 8, "apposition-organisation");
        else if (_lexicon.PlaceNouns.Contains(noun))
            name.Add(EntityType.Place, 8, "apposition-place");
    }

    /// <summary>"The head of Orlen Lines, Ada Kovar": from the complement back to its noun.</summary>
    private int BeforeComplement(int i, Name name)
    {
        var j = i;
        while (SameSentence(j, name) && i - j < 6 && (words[j].Is(WordShape.Capital) || words[j].Norm is "the" or "&" or "and" or "'s"))
            j--;
        return j < i && SameSentence(j, name) && words[j].Norm is "of" or "for" or "at" && SameSentence(j - 1, name) ? j - 1 : i;
    }

    private bool IsDetermined(int noun, Name name)
    {
        for (var j = noun - 1; j >= noun - 6 && SameSentence(j, name); j--)
        {
            var norm = Norm(j);
            if (norm is "the" or "its" or "their" or "his" or "her" or "a" or "an" or "'s" or "'" or "our" or "my")
                return true;
            if (words[j].Is(WordShape.Mark))
                return false;
        }
        return false;
    }
}
