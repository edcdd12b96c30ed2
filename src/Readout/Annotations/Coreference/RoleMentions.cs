namespace Readout.Annotations;

/// <summary>Resolves "the minister", "the Orlenian president", "the patroness of Orlen", "the company", "the union".</summary>
internal sealed class RoleMentions(NameMap map, Discourse discourse)
{
    private const int LongestModifier = 4;

    private readonly RoleHolders _holders = new(map, discourse);
    private readonly BodyNouns _bodies = new(map, discourse);
    private readonly Ministries _ministries = new(map, discourse);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _bodyNouns = map.Lexicon.OrganisationNouns.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>End of the phrase that starts here; <paramref name="i"/> where none does or none is understood.</summary>
    public int Read(int i)
    {
        if (map.Norm(i) is not ("the" or "this"))
            return i;
        var modifiers = new RoleModifiers(null, null, "");
        for (var k = i + 1; k <= i + 1 + LongestModifier && map.SameSentence(k, i); k++)
        {
            if (map.At(k) is { } owner)
            {
                modifiers = modifiers with { Owner = owner.Entity };
                k = owner.End - 1;
                continue;
            }
            if (RoleHere(k, i) is var (role, length))
                return ReadPerson(i, k, k + length, role, modifiers);
            if (BodyNounHere(k) is var (noun, kind, words))
                return modifiers.Owner is null ? ReadBody(i, k + words, noun, kind, modifiers) : i;
            if (map.Words[k].Is(WordShape.Mark) || map.Lexicon.LeadWords.Contains(map.Norm(k)) && !map.Lexicon.RoleModifiers.Contains(map.Norm(k)))
                return i;
            if (map.Lexicon.Demonym(map.Words[k].Fold) is { } country)
                modifiers = modifiers with { Country = country.Length > 0 ? country : modifiers.Country };
            else if (map.Words[k].Is(WordShape.Capital))
                modifiers = modifiers with { Owner = ByAdjective(map.Words[k].Fold) ?? modifiers.Owner };
            else
                modifiers = modifiers with { Text = map.Norm(k) };
        }
        return i;
    }

    /// <summary>"Orlenian": an adjective made of a name that the page has.</summary>
    private int? ByAdjective(string word)
    {
        for (var e = 0; e < map.Foremost; e++)
        {
            if (map.Entities[e] is not { Type: EntityType.Place, Key: var name } || name.Length < 4 || word.Length <= name.Length - 2)
                continue;
            var shared = 0;
            while (shared < name.Length && shared < word.Length && name[shared] == word[shared])
                shared++;
            if (shared >= Math.Max(4, name.Length - 2) && word.AsSpan(shared) is "an" or "ian" or "n" or "ese" or "ish" or "er" or "i" or "ic" or "nian" or "ean")
                return e;
        }
        return null;
    }

    private (Role Role, int Length)? RoleHere(int k, int i)
    {
        if (map.Lexicon.RoleAt(map.Words, k, Math.Min(k + 4, map.Words.Count())) is not var (role, length) || !map.SameSentence(k + length - 1, i) || role.Class is "honorific")
            return null;
        // "the police chief", "the company spokesman": the last noun carries the role
        while (map.SameSentence(k + length, i) && map.RoleEndingAt(k + length) is var (longer, first) && first <= k + length && !map.Words[k + length].Is(WordShape.Capital | WordShape.Mark)
            && map.Words.Norms(first, k + length + 1).SequenceEqual(longer.Name))
        {
            length++;
            role = longer;
        }
        return map.Words.Norms(k, k + length).EndsWith(role.Name) ? (role, length) : null;
    }

    private (string Noun, string Kind, int Words)? BodyNounHere(int k)
    {
        if (map.SameSentence(k, k + 1) && _bodyNouns.TryGetValue(map.Words.Norms(k, k + 2), out var two))
            return (map.Norm(k + 1), two, 2);
        return map.Lexicon.OrganisationNouns.TryGetValue(map.Norm(k), out var one) ? (map.Norm(k), one, 1) : null;
    }

    /// <summary>The phrase ends with its noun: no further noun follows that would make it something else ("the minister's", "the company website").</summary>
    private bool EndsAt(int end, int i)
    {
        if (!map.SameSentence(end, i) || map.Words[end].Is(WordShape.Mark) || map.Norm(end) is "'s")
            return true;
        var norm = map.Norm(end);
        return map.Lexicon.LeadWords.Contains(norm) || map.Lexicon.SpeechVerbs.Contains(norm) || map.Lexicon.PersonVerbs.Contains(norm)
            || norm is "had" or "will" or "would" or "could" or "must" or "did" or "does" or "never" or "then" or "later"
            || norm.EndsWith("ed", StringComparison.Ordinal)
            || (norm.EndsWith('s') && map.Lexicon.FindRole(norm) is null && norm is not ("shares" or "workers" or "jobs" or "offices" or "sources" or "ships" or "results" or "sales" or "profits" or "news"));
    }

    private int ReadPerson(int i, int noun, int end, Role role, RoleModifiers modifiers)
    {
        // "the minister Ada Kovar" is a title
        if (map.At(end) is { } titled && map.SameSentence(end, i) && titled.Title is not null)
            return i;
        if (map.Norm(end) is "of" or "for" && ReadComplement(end, i, role) is var (complement, after))
            return complement is null ? i : Resolve(i, after, role, modifiers with { Owner = complement }, mayFollow: true);
        return EndsAt(end, i) || map.At(end) is not null ? Resolve(i, end, role, modifiers, mayFollow: true) : i;
    }

    private (int? Entity, int After)? ReadComplement(int of, int i, Role role)
    {
        var k = map.Norm(of + 1) is "the" or "its" ? of + 2 : of + 1;
        if (!map.SameSentence(k, i))
            return null;
        if (map.At(k) is { } name && name.First == k)
            return (name.Entity, name.End);
        // "the head of the union": a body noun is not followed further; "the minister of finance" was read as one role
        return role.Name.Contains(" of ", StringComparison.Ordinal) ? null : (null, k);
    }

    private int Resolve(int i, int end, Role role, RoleModifiers modifiers, bool mayFollow)
    {
        // "The mayor, Ada Kovar, said": the name stands beside it
        if (mayFollow && map.Norm(end) is "," && map.At(end + 1) is { } beside && beside.First == end + 1 && map.SameSentence(end + 1, i)
            && map.Entity(beside).IsPerson && map.Entity(beside).HasRole(role.Head))
        {
            discourse.Add(i, end, beside.Entity, MentionForm.Role, "role-apposition", remember: false);
            return end;
        }
        if (_holders.Find(i, role, modifiers) is not { } person)
        {
            if (_holders.ByOffice(role, modifiers) is { } holder)
            {
                discourse.Add(i, end, holder, MentionForm.Role, "office-on-date", remember: true);
                return end;
            }
            return role.Name is "regulator" ? ReadBody(i, end, "regulator", "government", modifiers) : i;
        }
        discourse.Add(i, end, person, MentionForm.Role, modifiers.Owner is not null || modifiers.Country is not null ? "role-of-body" : "role", remember: true);
        return end;
    }

    private int ReadBody(int i, int end, string noun, string kind, RoleModifiers modifiers)
    {
        if (!EndsAt(end, i) || map.Norm(end) is "of")
            return i;
        // "the newspaper Orlen Post", "the union, Harbour Crew,"
        if (map.Norm(end) is "," && map.At(end + 1) is { } beside && map.SameSentence(end + 1, i) && map.Entity(beside).Type is EntityType.Organisation
            && map.Norm(beside.End) is ",")
        {
            discourse.Add(i, end, beside.Entity, MentionForm.Role, "body-apposition", remember: false);
            return end;
        }
        if ((noun is Ministries.Noun ? _ministries.Find(i, modifiers.Text, modifiers.Country) : _bodies.Find(i, noun, kind)) is not { } body)
            return i;
        discourse.Add(i, end, body, MentionForm.Role, "body-noun", remember: true);
        return end;
    }
}
