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
        for (var e = 0; e < map.Foremost; e++)
        {
            if (map.Entities[e] is { IsPerson: true, Roles.Length: > 0 } person)
                person.KnownId = Holder(map, person);
        }
    }

    /// <summary>The town of that name where the list has one only.</summary>
    public static string? OnlyTown(string key) => Town(null, key);

    /// <summary>The one town of that name, or the one in a country that the page names.</summary>
    private static string? Town(NameMap? map, string key)
    {
        string? only = null, found = null;
        int towns = 0, near = 0;
        var rows = Lexicon.En.Towns(key);
        foreach (var range in rows.AsSpan().Split('|'))
        {
            var town = rows.AsSpan(range);
            if (!town.Contains(':'))
                continue;
            towns++;
            only = towns == 1 ? Id(town) : null;
            if (map?.Country(town[..2]) is null)
                continue;
            near++;
            found = near == 1 ? Id(town) : null;
        }
        return towns == 1 ? only : found;

        static string Id(ReadOnlySpan<char> town) => string.Concat("geonames:", town[3..]);
    }

    private static string? Holder(NameMap map, EntityDraft person)
    {
        List<string>? countries = null;
        foreach (var role in person.Roles)
        {
            if (OfficeHolders.Slots(role.Name) is not null && OfficeHolders.All.Named(person.Key, role.Name, countries ??= Countries(map, person), map.When) is { } holder)
                return holder.Id;
        }
        return null;
    }

    private static List<string> Countries(NameMap map, EntityDraft person)
    {
        var all = new List<string>();
        all.AddRange(person.Countries);
        foreach (var body in person.Affiliations)
        {
            if (map.Entities[body].Country is { } country)
                all.Add(country);
        }
        return all;
    }
}
