namespace Readout.Annotations;

/// <summary>Reads who is what, and where: titles, appositions, "who heads …", "of Orlen", "Orlen's …".</summary>
internal sealed class RoleReader(NameMap map)
{
    private static readonly Role Head = new("head", null, "body");

    public void Read(List<Name> names)
    {
        foreach (var name in names)
        {
            if (name.Entity < 0 || !map.Entity(name).IsPerson)
                continue;
            var person = map.Entity(name);
            GenderOfFirstName(person, name);
            FromTitle(person, name);
            FromOwner(person, name);
            FromPhraseBefore(person, name);
            FromPhraseAfter(person, name);
            FromCopula(person, name);
            foreach (var body in person.Affiliations)
                person.RegulatesHint |= map.Entities[body].Kind is "government" or "agency";
        }
    }

    private void GenderOfFirstName(EntityDraft person, Name name)
    {
        if (name.Length < 2 || name.FromMemory)
            return;
        var first = map.Words[name.First].Fold;
        var gender = map.Lexicon.FirstName(first);
        if (gender is 'm' or 'f')
            person.VoteGender(gender, 2);
        else if (gender is null && first.Length > 2)
            // An unknown first name: its ending is a hint and no more.
            person.VoteGender(first[^1] is 'a' ? 'f' : first[^1] is 'o' || first.EndsWith("us", StringComparison.Ordinal) ? 'm' : null, 1);
    }

    private void FromTitle(EntityDraft person, Name name)
    {
        if (name.Title is not { } title || name.TitleFirst < 0)
            return;
        person.AddRole(title);
        var i = name.TitleFirst - 1;
        // "president and chief executive Ada Kovar"
        if (map.Norm(i) is "and" && map.RoleEndingAt(i - 1) is var (second, first))
        {
            person.AddRole(second);
            i = first - 1;
        }
        ReadOwner(person, i, name.First);
    }

    /// <summary>The body, town or people's name that ends at a word, modifiers passed over.</summary>
    private void ReadOwner(EntityDraft person, int i, int sentenceOf)
    {
        for (var steps = 0; steps < 6 && map.SameSentence(i, sentenceOf); steps++, i--)
        {
            if (map.At(i) is { } owner)
            {
                if (map.IsBodyOrPlace(owner))
                    person.AddAffiliation(owner.Entity);
                return;
            }
            if (map.Norm(i) is "'s" or "'")
                continue;
            if (map.Lexicon.Demonym(map.Words[i].Fold) is { Length: > 0 } country)
            {
                AddCountry(person, country);
                return;
            }
            if (map.Norm(i) is "its" or "their")
            {
                if (LastBody(i) is { } body)
                    person.AddAffiliation(body.Entity);
                return;
            }
            if (!map.Lexicon.RoleModifiers.Contains(map.Norm(i)))
                return;
        }
    }

    private void AddCountry(EntityDraft person, string country)
    {
        person.AddCountry(country);
        if (map.Country(country) is { } entity)
            person.AddAffiliation(entity);
    }

    /// <summary>The body that "its" stands for: the nearest one before, in this sentence or the one before it.</summary>
    private Name? LastBody(int i)
    {
        for (var j = i - 1; j >= 0 && map.Words[i].Sentence - map.Words[j].Sentence <= 1; j--)
        {
            if (map.At(j) is { } name && map.Entity(name).Type is EntityType.Organisation)
                return name;
        }
        return null;
    }

    private void FromOwner(EntityDraft person, Name name)
    {
        if (map.Norm(name.First - 1) is "'s" or "'" && map.At(name.First - 2) is { } owner && map.SameSentence(name.First - 2, name.First) && map.IsBodyOrPlace(owner))
            person.AddAffiliation(owner.Entity);
    }

    /// <summary>"The head of Orlen Lines, Ada Kovar"; "Orlen's chief executive, Ada Kovar,"; "The mayor, Ada Kovar,".</summary>
    private void FromPhraseBefore(EntityDraft person, Name name)
    {
        var comma = name.First - 1;
        if (map.Norm(comma) is not "," || !map.SameSentence(comma - 1, name.First))
            return;
        var last = comma - 1;
        Name? complement = null;
        if (map.At(last) is { } other)
        {
            var before = other.First - 1;
            if (map.Norm(before) is "the")
                before--;
            if (map.Norm(before) is not ("of" or "for" or "at" or "in"))
                return;
            complement = other;
            last = before - 1;
        }
        if (map.RoleEndingAt(last) is not var (role, first) || !IsDetermined(first, out var owner))
            return;
        person.AddRole(role);
        if (complement is not null && map.IsBodyOrPlace(complement))
            person.AddAffiliation(complement.Entity);
        else
            ReadOwner(person, owner, name.First);
    }

    private bool IsDetermined(int roleFirst, out int owner)
    {
        owner = roleFirst - 1;
        for (var i = roleFirst - 1; i > roleFirst - 6 && map.SameSentence(i, roleFirst); i--)
        {
            if (map.Norm(i) is "the" or "its" or "their" or "his" or "her" or "our" or "a" or "an" or "'s" or "'")
                return true;
            if (map.At(i) is not null)
                continue;
            if (map.Words[i].Is(WordShape.Mark) || !(map.Lexicon.RoleModifiers.Contains(map.Norm(i)) || map.Lexicon.Demonym(map.Words[i].Fold) is not null))
                return false;
        }
        return false;
    }

    /// <summary>"Ada Kovar, the chief executive of Orlen Lines"; "Ada Kovar, who heads the …"; "Ada Kovar of Orlen".</summary>
    private void FromPhraseAfter(EntityDraft person, Name name)
    {
        var next = map.Norm(name.End);
        if (next is "of" or "from" or "at" && map.SameSentence(name.End, name.First))
        {
            var i = map.Norm(name.End + 1) is "the" ? name.End + 2 : name.End + 1;
            if (map.At(i) is { } body && map.SameSentence(i, name.First) && (next is "of" ? map.IsBodyOrPlace(body) : map.Entity(body).Type is EntityType.Organisation))
                person.AddAffiliation(body.Entity);
            return;
        }
        if (next is not ("," or "(" or "-"))
            return;
        var start = name.End + 1;
        if (map.Norm(start) is "who" or "which")
            ReadRelative(person, start + 1, name.First);
        else
            ReadPhrase(person, start, name.First);
    }

    private void ReadRelative(EntityDraft person, int verb, int sentenceOf)
    {
        if (map.Norm(verb) is "also" or "currently" or "now")
            verb++;
        if (map.Norm(verb) is "is" or "was" or "became")
        {
            ReadPhrase(person, verb + 1, sentenceOf);
            return;
        }
        if (!map.Lexicon.IsCue("head-verbs", map.Norm(verb)))
            return;
        for (var i = verb + 1; i < verb + 4 && map.SameSentence(i, sentenceOf); i++)
        {
            if (map.At(i) is not { } body)
                continue;
            if (map.IsBodyOrPlace(body))
            {
                person.AddRole(Head);
                person.AddAffiliation(body.Entity);
            }
            return;
        }
    }

    /// <summary>A noun phrase with a role: "(the) (Orlen) chief executive (of Orlen Lines)".</summary>
    private void ReadPhrase(EntityDraft person, int start, int sentenceOf)
    {
        for (var i = start; i < start + 7 && map.SameSentence(i, sentenceOf); i++)
        {
            if (map.Lexicon.RoleAt(map.Words, i, Math.Min(i + 5, map.Words.Count())) is var (role, length) && role.Class is not "honorific"
                && map.At(i) is null && map.SameSentence(i + length - 1, sentenceOf))
            {
                // "a Vask shipping company executive": the last noun decides
                if (map.SameSentence(i + length, sentenceOf) && map.RoleEndingAt(i + length) is var (_, first) && first > i && !map.Words[i + length].Is(WordShape.Mark))
                    continue;
                person.AddRole(role);
                ReadOwner(person, i - 1, sentenceOf);
                ReadComplement(person, i + length, sentenceOf);
                return;
            }
            var norm = map.Norm(i);
            if (map.Words[i].Is(WordShape.Mark) && norm is not "'" || norm is "who" or "and" or "of" or "in" or "to" or "with" or "for" || map.Lexicon.SpeechVerbs.Contains(norm))
                return;
        }
    }

    private void ReadComplement(EntityDraft person, int i, int sentenceOf)
    {
        if (map.Norm(i) is not ("of" or "for" or "at" or "in" or "with"))
            return;
        i++;
        while (map.Norm(i) is "the" or "its" or "a" || map.Lexicon.PlaceNouns.Contains(map.Norm(i)) || map.Lexicon.OrganisationNouns.ContainsKey(map.Norm(i)))
            i++;
        if (map.SameSentence(i, sentenceOf) && map.At(i) is { } body && map.IsBodyOrPlace(body))
            person.AddAffiliation(body.Entity);
    }

    /// <summary>"Ada Kovar was appointed mayor of Orlen."</summary>
    private void FromCopula(EntityDraft person, Name name)
    {
        var i = name.End;
        if (map.Norm(i) is not ("is" or "was" or "became" or "remains") || !map.SameSentence(i, name.First))
            return;
        i++;
        if (map.Norm(i) is "appointed" or "named" or "elected" or "re-elected" or "made" or "sworn" or "chosen")
        {
            i++;
            if (map.Norm(i) is "as" or "in")
                i++;
            if (map.Norm(i) is "as")
                i++;
        }
        if (map.Norm(i) is "the" or "a" or "an" || map.At(i) is not null || map.Lexicon.RoleAt(map.Words, i, Math.Min(i + 5, map.Words.Count())) is not null)
            ReadPhrase(person, i, name.First);
    }
}
