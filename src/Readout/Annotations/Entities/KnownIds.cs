using Readout.Languages;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>Gives people in office and towns their ids in the shipped lists, where the page leaves no doubt which is meant.</summary>
internal static class KnownIds
{
    public static void Assign(NameMap map, IReadOnlyList<Name> names)
    {
        foreach (var name in names)
        {
            if (name.RuleFor(EntityType.Place) is "city" or "capital" && map.Entity(name) is { Type: EntityType.Place, KnownId: null } town)
                town.KnownId = Town(map, name.Key);
        }
        foreach (var e in map.Foremost)
        {
            if (map.Entities[e] is { IsPerson: true, Roles.Count: > 0 } person)
                person.KnownId = Holder(map, person);
        }
    }

    /// <summary>The one town of that name, or the one in a country that the page names.</summary>
    private static string? Town(NameMap map, string key)
    {
        var towns = map.Lexicon.Towns(key);
        if (towns.Count == 1)
            return "geonames:" + towns[0].Id;
        string? found = null;
        foreach (var (country, id) in towns)
        {
            if (map.Country(country) is null)
                continue;
            if (found is not null)
                return null;
            found = "geonames:" + id;
        }
        return found;
    }

    private static string? Holder(NameMap map, EntityDraft person)
    {
        var name = Lexicon.Fold(person.Name.ToLowerInvariant());
        var countries = person.Countries.Concat(person.Affiliations.Select(a => map.Entities[a].Country).OfType<string>()).Distinct(StringComparer.Ordinal).ToList();
        foreach (var role in person.Roles)
        {
            if (OfficeHolders.Slots(role.Name) is not null && OfficeHolders.All.Named(name, role.Name, countries, map.When) is { } holder)
                return holder.Id;
        }
        return null;
    }
}
