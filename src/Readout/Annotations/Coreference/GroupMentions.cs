namespace Readout.Annotations;

/// <summary>"Both leaders", "the two companies": one mention for each of the two, where the page leaves no doubt who they are.</summary>
internal sealed class GroupMentions(NameMap map, Discourse discourse)
{
    /// <summary>End of the phrase; <paramref name="i"/> where none starts here.</summary>
    public int Read(int i)
    {
        var norm = map.Norm(i);
        var noun = norm is "both" ? (map.Norm(i + 1) is "the" or "of" ? i + 2 : i + 1)
            : norm is "the" or "these" or "those" && map.Norm(i + 1) is "two" or "pair" ? i + 2
            : norm is "two" && map.Words[i].Is(WordShape.Starts) ? i + 1 : -1;
        if (noun < 0 || !map.SameSentence(noun, i))
            return i;
        for (var k = noun; k < noun + 3 && map.SameSentence(k, i); k++)
        {
            if (map.Lexicon.RoleAt(map.Words, k, Math.Min(k + 4, map.Words.Count())) is var (role, length) && map.SameSentence(k + length - 1, i)
                && !map.Words.Norms(k, k + length).SequenceEqual(role.Name))
            {
                return Members(i, k + length, e => e.IsPerson && Fits(e, role), e => e.IsPerson && (e.Roles.Length == 0 || role.Name is "leader" or "man" or "woman" || Fits(e, role)));
            }
            if (map.Norm(k) is "countries" or "nations" or "states" or "neighbours" or "neighbors" or "governments" && map.Norm(k + 1) is not "of")
                return Members(i, k + 1, e => e.IsCountry, e => e.IsCountry || e.IsGovernment);
            if (map.Norm(k) is "sides" or "parties")
                return Members(i, k + 1, _ => false, e => e.IsCountry || e.IsGovernment || e.Type is EntityType.Organisation);
            var singular = Singular(map.Norm(k));
            if (singular is not null and not ("side" or "body" or "site" or "channel" or "unit" or "government") && map.Lexicon.OrganisationNouns.TryGetValue(singular, out var kind))
                return Members(i, k + 1, e => e.Type is EntityType.Organisation && e.Kind == kind, e => e.Type is EntityType.Organisation && (e.Kind == kind || e.Kind.Length == 0));
            if (map.Words[k].Is(WordShape.Mark | WordShape.Capital))
                return i;
        }
        return i;
    }

    private int Members(int i, int end, Func<EntityDraft, bool> fits, Func<EntityDraft, bool> mayFit)
    {
        if ((TwoThatFit(fits) ?? LastPair(mayFit)) is not { } two)
            return i;
        foreach (var member in (ReadOnlySpan<int>)[two.First, two.Second])
            discourse.Add(i, end, member, MentionForm.Group, "both", remember: false);
        return end;
    }

    /// <summary>Exactly two entities of the page have the role.</summary>
    private (int First, int Second)? TwoThatFit(Func<EntityDraft, bool> fits)
    {
        int first = -1, second = -1;
        for (var e = 0; e < map.Foremost; e++)
        {
            if (!fits(map.Entities[e]))
                continue;
            if (second >= 0)
                return null;
            (first, second) = first < 0 ? (e, -1) : (first, e);
        }
        return second >= 0 ? (first, second) : null;
    }

    /// <summary>The two last spoken of together, where no other pair of the kind came up.</summary>
    private (int First, int Second)? LastPair(Func<EntityDraft, bool> mayFit)
    {
        for (var p = discourse.Pairs.Count - 1; p >= 0; p--)
        {
            var (first, second, _) = discourse.Pairs[p];
            if (mayFit(map.Entities[first]) && mayFit(map.Entities[second]))
                return (Math.Min(first, second), Math.Max(first, second));
        }
        return null;
    }

    private static bool Fits(EntityDraft person, Role role)
    {
        if (role.Name is "leader" or "chief" or "boss" or "head")
            return RoleFamily.HasTop(person);
        foreach (var own in person.Roles)
        {
            if (own.Name == role.Name || RoleFamily.Of(own.Head) == RoleFamily.Of(role.Name))
                return true;
        }
        return false;
    }

    private static string? Singular(string norm) =>
        norm.EndsWith("ies", StringComparison.Ordinal) ? norm[..^3] + "y" : norm.Length > 3 && norm[^1] is 's' ? norm[..^1] : null;
}
