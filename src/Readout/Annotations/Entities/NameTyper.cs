using Readout.Languages;

namespace Readout.Annotations;

/// <summary>
/// Collects what speaks for a name being a person, a body or a place: the lists, the name's own words, and the words around it.
/// Weights are orders of trust, not probabilities: 12 and more decides, 6 is good evidence, 2 a hint.
/// </summary>
internal sealed class NameTyper(PageWords words)
{
    private readonly Lexicon _lexicon = Lexicon.En;
    private readonly Metonymy _metonymy = new(words);
    private readonly NameOwnWords _own = new(words);
    private readonly NameContext _context = new(words);
    private readonly NameAppositions _appositions = new(words);

    public void Weigh(Name name)
    {
        ByList(name);
        _own.Weigh(name);
        ByTitle(name);
        _context.Weigh(name);
        _appositions.Weigh(name);
        _metonymy.Read(name);
    }

    private void ByList(Name name)
    {
        var known = _lexicon.Known(name.Surface) ?? (words.Before(name) is "the" ? _lexicon.KnownWithArticle(name.Surface) : null);
        if (known is not null)
        {
            name.Known = known;
            name.IsWeak = false;
            name.Add(EntityType.Organisation, known.Kind is "seat" ? 25 : 18, known.Kind switch { "seat" => "seat-of-government", "media" => "known-outlet", _ => "known-body" });
            if (known.Kind is "seat")
                name.Country = known.Id.Split('-')[0];
            return;
        }
        if (name.Length > 1 && OfficeHolders.All.Called(name.Key) is not null)
        {
            name.Add(EntityType.Person, 14, "office-holder");
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
}
