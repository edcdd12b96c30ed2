namespace Readout.Annotations;

/// <summary>What the words around a name say of its type: "in …", "the mayor of …", "… said", "…'s shares".</summary>
internal sealed class NameContext(PageWords words)
{
    private readonly Lexicon _lexicon = Lexicon.En;

    public void Weigh(Name name)
    {
        ByWordsBefore(name);
        ByWordsAfter(name);
    }

    private void ByWordsBefore(Name name)
    {
        var before = words.Before(name);
        if (before.Length == 0)
            return;
        var two = words.Before(name, 2);
        switch (before)
        {
            case "in":
                name.Add(EntityType.Place, name.Length <= 3 ? 5 : 2, "after-in");
                break;
            case "near" or "outside" or "around" or "across" or "throughout" or "inside":
                name.Add(EntityType.Place, 4, "after-near");
                break;
            case "at":
                name.Add(EntityType.Place, 1.5, "after-at");
                break;
            case "from" or "into" or "towards" or "toward" or "via" or "through":
                name.Add(EntityType.Place, 2, "after-from");
                break;
            case "to":
                name.Add(EntityType.Place, Lexicon.En.IsCue("travel-to", two) ? 4 : 0.5, "after-to");
                break;
            case "the":
                name.Add(EntityType.Person, -7, "after-the");
                // "the Orlen fair" speaks of a fair
                name.Add(EntityType.Organisation, IsBeforeNoun(name) ? 0.5 : 2.5, "after-the");
                break;
            case "mr" or "mr." or "mrs" or "mrs." or "ms" or "ms." or "sir" or "dame":
                name.Add(EntityType.Person, 20, "honorific");
                break;
            case "of":
                ByWordsBeforeOf(name, two);
                break;
            case "for" when Lexicon.En.IsCue("spokesman-for", two):
                name.Add(EntityType.Organisation, 5, "spokesman-for");
                break;
            case "said" or "says" or "added" when two is "," or "\"":
                name.Add(EntityType.Person, 3, "speaks");
                name.Add(EntityType.Organisation, 1, "speaks");
                break;
            case "told" or "tells" when name.Length > 1 && _lexicon.IsOrdinary(words[name.End - 1].Norm):
                name.Add(EntityType.Organisation, 3, "told-outlet");
                break;
            case "by" when two is "operated" or "owned" or "run" or "built" or "acquired" or "manufactured" or "made" or "published":
                name.Add(EntityType.Organisation, 3, "run-by");
                break;
        }
        if (_lexicon.OrganisationNouns.ContainsKey(before) && name.Title is null)
            name.Add(EntityType.Organisation, before is "group" or "unit" or "site" or "station" or "side" or "network" or "chain" ? 4 : 8, "organisation-noun");
        else if (_lexicon.PlaceNouns.Contains(before) && name.Title is null)
            name.Add(EntityType.Place, 7, "place-noun");
    }

    private bool IsBeforeNoun(Name name)
    {
        var after = words.After(name);
        return after.Length > 2 && !words[name.End].Is(WordShape.Mark | WordShape.Capital) && _lexicon.IsOrdinary(after) && !_lexicon.LeadWords.Contains(after)
            && !_lexicon.SpeechVerbs.Contains(after) && !after.EndsWith("ed", StringComparison.Ordinal) && !after.EndsWith('s') && after is not ("had" or "will" or "would" or "could" or "who" or "which");
    }

    private void ByWordsBeforeOf(Name name, string noun)
    {
        if (_lexicon.PlaceNouns.Contains(noun) || Lexicon.En.IsCue("place-of", noun))
            name.Add(EntityType.Place, 6, "place-of");
        else if (_lexicon.OrganisationNouns.ContainsKey(noun) && noun is not ("unit" or "side" or "government" or "parliament" or "army" or "bank"))
            name.Add(EntityType.Organisation, 2, "organisation-of");
        else if (Lexicon.En.IsCue("board-of", noun))
            name.Add(EntityType.Organisation, 5, "board-of");
        else if (_lexicon.FindRole(noun) is { Class: "state" or "local" })
            name.Add(EntityType.Place, 4, "minister-of");
        else if (_lexicon.FindRole(noun) is { Class: "body" or "firm" })
            name.Add(EntityType.Organisation, 1.5, "head-of");
        else if (Lexicon.En.IsCue("death-of", noun))
            name.Add(EntityType.Person, 4, "death-of");
    }

    private void ByWordsAfter(Name name)
    {
        var after = words.After(name);
        if (after.Length == 0)
            return;
        if (after is "'s" || after is "'" && name.Key.EndsWith('s'))
        {
            ByPossession(name, words.After(name, 1), words.After(name, 2));
            // "Orlen's Ada Kovar": people belong to bodies and towns
            if (name.Length <= 3 && words.SameSentence(name.End + 2, name) && words[name.End + 1].Is(WordShape.Capital) && words[name.End + 2].Is(WordShape.Capital))
                name.Add(EntityType.Organisation, 2, "owner-of-name");
        }
        else if (after is "who" || (after is "," && words.After(name, 1) is "who"))
            name.Add(EntityType.Person, 6, "who");
        else if (after is "," && IsAge(name.End + 1, name))
            name.Add(EntityType.Person, 9, "age");
        else if (_lexicon.PersonVerbs.Contains(after))
            name.Add(EntityType.Person, 3, "human-verb");
        else if (_lexicon.SpeechVerbs.Contains(after))
        {
            name.Add(EntityType.Person, 3, "speaks");
            name.Add(EntityType.Organisation, 2, "speaks");
        }
        else if (after is "," && name.End + 1 < words.Count() && words[name.End + 1].Is(WordShape.Capital) && words.Before(name) is "in" or "near" or "at" or "from")
            name.Add(EntityType.Place, 3, "place-comma-place");
        else if (after is "based" && words[name.End].Is(WordShape.Glued) || after is "-based")
            name.Add(EntityType.Place, 6, "based");
        ByNounBehind(name, after);
    }

    private bool IsAge(int i, Name name) =>
        words.SameSentence(i + 1, name) && words[i].Is(WordShape.Number) && words[i].Span.Length is 1 or 2 && words[i + 1].Norm is "," or "." or ")";

    private static void ByPossession(Name name, string noun, string second)
    {
        if (Lexicon.En.IsCue("person-has", noun))
            name.Add(EntityType.Person, 5, "kin-of");
        else if (Lexicon.En.IsCue("firm-has", noun))
            name.Add(EntityType.Organisation, 6, "board-of");
        else if (noun is "chief" && second is "executive" or "financial" or "operating" || Lexicon.En.IsCue("body-has", noun))
            name.Add(EntityType.Organisation, 5, "head-of");
        else if (Lexicon.En.IsCue("place-has", noun))
            name.Add(EntityType.Place, noun is "main" or "largest" or "biggest" or "central" or "president" or "second" or "old" ? 1.5 : 5, "town-of");
    }

    private void ByNounBehind(Name name, string after)
    {
        if (words[name.End].Is(WordShape.Mark))
            return;
        if (Lexicon.En.IsCue("behind-body", after))
            name.Add(EntityType.Organisation, 4, "before-spokesman");
        else if (Lexicon.En.IsCue("behind-place", after))
            name.Add(EntityType.Place, after is "police" or "court" or "transport" or "government" or "parliament" or "governor" ? 3 : 4.5, "before-mayor");
    }
}
