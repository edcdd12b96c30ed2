namespace Readout.Annotations;

/// <summary>
/// Collects what speaks for a name being a person, a body or a place: the lists, the name's own words, and the words around it.
/// Weights are orders of trust, not probabilities: 12 and more decides, 6 is good evidence, 2 a hint.
/// </summary>
internal sealed class NameTyper(PageWords words)
{
    private readonly Lexicon _lexicon = Lexicon.En;
    private readonly Metonymy _metonymy = new(words);
    private readonly PersonShape _shape = new(words);
    private readonly NameAppositions _appositions = new(words);

    public void Weigh(Name name)
    {
        ByList(name);
        ByOwnWords(name);
        ByTitle(name);
        ByWordsBefore(name);
        ByWordsAfter(name);
        _appositions.Weigh(name);
        _metonymy.Read(name);
    }

    private string Norm(int i) => i >= 0 && i < words.Count() ? words[i].Norm : "";

    private bool SameSentence(int i, Name name) => i >= 0 && i < words.Count() && words[i].Sentence == words[name.First].Sentence;

    private string Before(Name name, int distance = 1) => SameSentence(name.First - distance, name) ? Norm(name.First - distance) : "";

    private string After(Name name, int distance = 0) => SameSentence(name.End + distance, name) ? Norm(name.End + distance) : "";

    private void ByList(Name name)
    {
        var known = _lexicon.Known(name.Surface) ?? (Before(name) is "the" ? _lexicon.KnownWithArticle(name.Surface) : null);
        if (known is not null)
        {
            name.Known = known;
            name.IsWeak = false;
            name.Add(EntityType.Organisation, known.Kind is "seat" ? 25 : 18, known.Kind switch { "seat" => "seat-of-government", "media" => "known-outlet", _ => "known-body" });
            if (known.Kind is "seat")
                name.Country = known.Id.Split('-')[0];
            return;
        }
        if (_lexicon.Country(name.Key) is { } country && (country != "US" || name.Surface is not "us"))
        {
            name.Country = country;
            name.IsWeak = false;
            name.Add(EntityType.Place, name.Title is { Class: "honorific" or "other" } ? 4 : 16, "country");
            return;
        }
        if (_lexicon.Capital(name.Key) is { } code)
        {
            name.Country = code;
            name.Add(EntityType.Place, 12, "capital");
        }
        else if (_lexicon.IsWorldRegion(name.Key))
        {
            name.Add(EntityType.Place, 14, "region");
            name.IsWeak = false;
        }
        else if (_lexicon.IsCity(name.Key))
        {
            name.Add(EntityType.Place, _lexicon.FirstName(name.Key) is null ? 7 : 3, "city");
        }
        else if (_lexicon.IsRegion(name.Key))
        {
            name.Add(EntityType.Place, _lexicon.FirstName(name.Key) is null ? 7 : 3, "region");
        }
    }

    private void ByOwnWords(Name name)
    {
        var first = words[name.First];
        var last = words[name.End - 1];
        if (name.Length > 1)
        {
            if (_lexicon.OrganisationHeads.TryGetValue(last.Norm, out var kind) && !(last.Norm is "sa" or "co" or "ab" or "se" or "spa" && !last.Is(WordShape.AllCaps | WordShape.Capital)))
                name.Add(EntityType.Organisation, kind is "legal" ? 18 : IsLooseHead(last.Norm) ? 6 : 12, kind is "legal" ? "legal-form" : "organisation-head");
            if (_lexicon.OtherHeads.TryGetValue(last.Norm, out var other))
                name.Add(TypeNamed(other), 11, other + "-head");
            if (_lexicon.PlaceHeads.Contains(last.Norm))
                name.Add(EntityType.Place, 10, "place-head");
            if (_lexicon.PlaceFirsts.Contains(first.Norm) && !(name.Title is not null))
                name.Add(EntityType.Place, Lexicon.En.IsCue("place-openings", first.Norm) ? 8 : 3, "place-opening");
            if (_lexicon.Known(words.Chars(name.First)) is { Kind: "firm" } && _lexicon.IsOrdinary(last.Norm))
                name.Add(EntityType.Organisation, 6, "known-body-opening");
            for (var i = name.First; i < name.End - 2; i++)
            {
                if (words[i + 1].Norm is "of" or "for" or "on" && _lexicon.OrganisationFirsts.Contains(words[i].Norm))
                    name.Add(EntityType.Organisation, 12, "organisation-opening");
                else if (words[i + 1].Norm is "of" && words[i].Norm is "republic" or "kingdom" or "sultanate" or "emirate" or "state" or "federation" && _lexicon.Country(words.Folds(i + 2 + (words[i + 2].Norm is "the" ? 1 : 0), name.End)) is { } code)
                {
                    name.Country = code;
                    name.Add(EntityType.Place, 16, "country");
                }
                else if (words[i + 1].Norm is "of" && _lexicon.PlaceHeads.Contains(words[i].Norm))
                    name.Add(EntityType.Place, 8, "place-opening");
            }
            ByComplement(name);
            if (first.Norm is "hurricane" or "typhoon" or "cyclone" or "storm" or "operation")
                name.Add(EntityType.Event, 10, "event-opening");
            for (var i = name.First + 1; i < name.End - 1; i++)
            {
                if (words[i].Norm is "&")
                    name.Add(EntityType.Organisation, 8, "ampersand");
            }
            _shape.Weigh(name, first, last);
        }
        else if (Designations.TypeOf(name.Surface) is { } designated)
        {
            name.Add(designated, 8, "designation");
        }
        else if (first.Is(WordShape.AllCaps) && first.Span.Length <= 6)
        {
            name.Add(EntityType.Organisation, 4, "acronym");
        }
        else if (first.Norm is var norm && _lexicon.OrganisationHeads.TryGetValue(norm, out var headKind) && Before(name) is "the")
        {
            name.Add(EntityType.Organisation, headKind is "media" or "party" ? 3 : 2, "organisation-head");
        }
        else if (_lexicon.FirstName(first.Fold) is not null && !name.IsWeak)
        {
            name.Add(EntityType.Person, 1.5, "first-name");
        }
    }

    private static EntityType TypeNamed(string kind) => kind switch
    {
        "event" => EntityType.Event,
        "law" => EntityType.Law,
        "product" => EntityType.Product,
        _ => EntityType.Other,
    };

    /// <summary>"Treaty of …", "Convention on …", "Battle of …"; "Orlen Motors 500", "Vask 737".</summary>
    private void ByComplement(Name name)
    {
        for (var i = name.First; i < name.End - 1; i++)
        {
            if (words[i + 1].Norm is not ("of" or "on" or "for" or "to"))
                continue;
            if (_lexicon.IsCue("law-firsts", words[i].Norm))
                name.Add(EntityType.Law, 18, "law-opening");
            else if (words[i + 1].Norm is "of" && _lexicon.IsCue("event-firsts", words[i].Norm))
                name.Add(EntityType.Event, 18, "event-opening");
        }
        if (_lexicon.Known(words.Chars(name.First)) is { Kind: "firm" } && words[name.End - 1].Is(WordShape.Number))
            name.Add(EntityType.Product, 20, "maker-and-model");
        else if (Designations.TypeOf(words.Chars(name.End - 1)) is EntityType.Product)
            name.Add(EntityType.Product, 9, "designation");
    }

    // Heads that are surnames or common in other names: weaker than "Ministry" or "Bank".
    private static bool IsLooseHead(string norm) =>
        Lexicon.En.IsCue("loose-heads", norm);

    private void ByTitle(Name name)
    {
        if (name.Title is not { } title)
            return;
        var plural = name.TitleFirst >= 0 && words[name.First - 1].Norm.EndsWith('s') && words[name.First - 1].Norm != title.Head;
        // "deputies Ada Kovar and …" is as good; "officials Orlen sent" is not
        name.Add(EntityType.Person, title.Class is "honorific" ? 25 : plural ? 6 : IsLooseTitle(title.Name) && !words[name.First - 1].Is(WordShape.Capital) ? 5 : 14, "title");
    }

    // Nouns that stand before names of bodies as well ("rival Orlen", "member Vask", "regulator Orlen").
    private static bool IsLooseTitle(string role) =>
        Lexicon.En.IsCue("loose-titles", role);

    private void ByWordsBefore(Name name)
    {
        var before = Before(name);
        if (before.Length == 0)
            return;
        var two = Before(name, 2);
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
        var after = After(name);
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
        var after = After(name);
        if (after.Length == 0)
            return;
        if (after is "'s" || after is "'" && name.Key.EndsWith('s'))
        {
            ByPossession(name, After(name, 1), After(name, 2));
            // "Orlen's Ada Kovar": people belong to bodies and towns
            if (name.Length <= 3 && SameSentence(name.End + 2, name) && words[name.End + 1].Is(WordShape.Capital) && words[name.End + 2].Is(WordShape.Capital))
                name.Add(EntityType.Organisation, 2, "owner-of-name");
        }
        else if (after is "who" || (after is "," && After(name, 1) is "who"))
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
        else if (after is "," && name.End + 1 < words.Count() && words[name.End + 1].Is(WordShape.Capital) && Before(name) is "in" or "near" or "at" or "from")
            name.Add(EntityType.Place, 3, "place-comma-place");
        else if (after is "based" && words[name.End].Is(WordShape.Glued) || after is "-based")
            name.Add(EntityType.Place, 6, "based");
        ByNounBehind(name, after);
    }

    private bool IsAge(int i, Name name) =>
        SameSentence(i + 1, name) && words[i].Is(WordShape.Number) && words[i].Span.Length is 1 or 2 && Norm(i + 1) is "," or "." or ")";

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
