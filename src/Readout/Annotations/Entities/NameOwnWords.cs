namespace Readout.Annotations;

/// <summary>What a name's own words say of its type: "… Bank", "Lake …", "Treaty of …", "F-16", first names.</summary>
internal sealed class NameOwnWords(PageWords words)
{
    private readonly Lexicon _lexicon = Lexicon.En;
    private readonly PersonShape _shape = new(words);

    /// <summary>Heads, openings, complements, shapes: what the name itself is made of.</summary>
    public void Weigh(Name name)
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
        else if (first.Norm is var norm && _lexicon.OrganisationHeads.TryGetValue(norm, out var headKind) && words.Before(name) is "the")
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
}
