using Readout.Languages;

namespace Readout.Annotations;

/// <summary>What stands between the article and the noun of a role: "the Orlenian", "the Vask Ferries", "the former".</summary>
internal readonly record struct RoleModifiers(string? Country, int? Owner, string Text);

/// <summary>Finds the person a role phrase means among those met, by role, body and country, or by who held the office on the day.</summary>
internal sealed class RoleHolders(NameMap map, Discourse discourse)
{
    /// <summary>Who held the office on the page's day, where the page names that person, whatever it calls them.</summary>
    public int? ByOffice(Role role, RoleModifiers modifiers)
    {
        if ((modifiers.Country ?? (modifiers.Owner is { } owner ? map.Entities[owner].Country : null)) is not { } country || modifiers.Text is "former" or "late" or "then" or "next"
            || OfficeHolders.Slots(role.Name) is null || OfficeHolders.All.Bearer(country, role.Name, map.When) is not { } holder)
        {
            return null;
        }
        int? found = null;
        for (var e = 0; e < map.Foremost; e++)
        {
            if (!map.Entities[e].IsPerson || !holder.IsNamed(map.Entities[e].Key))
                continue;
            if (found is not null)
                return null;
            found = e;
        }
        return found;
    }

    /// <summary>The person that fits a role best; null where none does or two do.</summary>
    public int? Find(int i, Role role, RoleModifiers modifiers)
    {
        // Not before it was introduced: "the mayor" of an earlier sentence may be another one. An exact role goes before a related one.
        var known = discourse.Memory.Fitting;
        known.Clear();
        foreach (var e in discourse.Met)
        {
            if (Fits(map.Entities[e], role, modifiers))
                known.Add(e);
        }
        if (known.Count == 0)
            return modifiers.Owner is null ? null : OnlyUnmet(role, modifiers);
        if (known.Count == 1)
            return known[0];
        var exact = discourse.Memory.Others;
        exact.Clear();
        foreach (var e in known)
        {
            if (map.Entities[e].HasRole(role.Name))
                exact.Add(e);
        }
        return exact.Count == 1 ? exact[0] : MostRecent(exact.Count > 1 ? exact : known, i);
    }

    private int? OnlyUnmet(Role role, RoleModifiers modifiers)
    {
        int? only = null;
        for (var e = 0; e < map.Foremost; e++)
        {
            if (!Fits(map.Entities[e], role, modifiers))
                continue;
            if (only is not null)
                return null;
            only = e;
        }
        return only;
    }

    private bool Fits(EntityDraft person, Role role, RoleModifiers modifiers) =>
        person.IsPerson && (role.Gender is null || person.Gender is null || person.Gender == role.Gender || person.GenderStrength < 2)
        && Has(person, role, modifiers) && Belongs(person, modifiers);

    private static bool Has(EntityDraft person, Role role, RoleModifiers modifiers)
    {
        if (RoleFamily.IsGenericTop(role.Name))
            return RoleFamily.HasTop(person) && (modifiers.Owner is not null || role.Name is not "head");
        if (role.Name is "regulator")
            return RoleFamily.HasTop(person) && person.Affiliations.Length > 0 && person.RegulatesHint;
        var family = RoleFamily.Of(role.Head);
        foreach (var own in person.Roles)
        {
            // "the minister" is any minister; "the transport minister" only that one
            if (role.Name is "official" ? IsOfficial(own)
                : own.Name == role.Name || (role.Name == role.Head ? RoleFamily.Of(own.Head) == family || RoleFamily.Of(own.Name) == family : RoleFamily.Of(own.Name) == RoleFamily.Of(role.Name)))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsOfficial(Role role) =>
        role.Class is "state" or "body" or "local" or "parliament" or "force" && role.Head is not "minister" and not "president" and not "spokesman" and not "spokeswoman";

    private bool Belongs(EntityDraft person, RoleModifiers modifiers)
    {
        if (modifiers.Country is { } country && !person.Countries.Contains(country) && !BelongsTo(person, country))
            return false;
        if (modifiers.Owner is not { } owner || person.Affiliations.Contains(owner))
            return true;
        foreach (var a in person.Affiliations)
        {
            if (map.Entities[a].Affiliations.Contains(owner))
                return true;
        }
        return map.Entities[owner].Country is { } code && person.Countries.Contains(code);
    }

    private bool BelongsTo(EntityDraft person, string country)
    {
        foreach (var a in person.Affiliations)
        {
            if (map.Entities[a].Country == country)
                return true;
        }
        return false;
    }

    /// <summary>The one mentioned last, where it was mentioned at most two sentences ago and alone.</summary>
    private int? MostRecent(List<int> candidates, int i)
    {
        for (var r = discourse.People.Count - 1; r >= 0; r--)
        {
            var recent = discourse.People[r];
            if (!candidates.Contains(recent.Entity))
                continue;
            if (map.Words[i].Sentence - recent.Sentence > 2)
                return null;
            foreach (var other in discourse.People)
            {
                if (other.Entity != recent.Entity && other.Sentence == recent.Sentence && candidates.Contains(other.Entity) && !recent.IsSubject)
                    return null;
            }
            return recent.Entity;
        }
        return null;
    }
}
