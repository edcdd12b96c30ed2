namespace Readout.Annotations;

/// <summary>Makes the entities out of linked names: which are kept, what each is called, what kind of body it is.</summary>
internal sealed class EntityMaker(PageWords words, List<Name> names, LinkMemory memory)
{
    private static readonly string[] AdjectiveEndings = ["nian", "ian", "an", "n", "ese", "ish", "er"];

    private readonly Lexicon _lexicon = Lexicon.En;

    /// <summary>An entity for every cluster that stands by itself and is kept; its names get its index.</summary>
    public List<EntityDraft> Make()
    {
        foreach (var cluster in memory.Clusters)
            cluster.IsKept = cluster.Target is not null || IsKept(cluster);
        var entities = new List<EntityDraft>(memory.Clusters.Count);
        foreach (var name in names)
        {
            if (name.Cluster is not { IsKept: true } cluster)
                continue;
            var root = cluster.Root;
            if (root.Entity < 0)
            {
                root.Entity = entities.Count;
                entities.Add(new EntityDraft(DisplayName(root), root.Type) { IsGovernment = root.Names[0].IsGovernment });
            }
            Describe(entities[root.Entity], name, root);
            name.Entity = root.Entity;
            name.Form = cluster.Target is null ? words[name.First].Is(WordShape.AllCaps) && name.Length == 1 && name.RuleFor(root.Type) is not "dateline" ? MentionForm.Acronym : MentionForm.Name : cluster.Form;
            name.Rule = name.IsGovernment ? "capital-as-government" : cluster.Target is null ? name.RuleFor(root.Type) ?? "same-name" : cluster.Rule;
        }
        foreach (var draft in entities)
        {
            if (draft.Type is EntityType.Organisation)
                draft.Kind = KindOf(draft);
        }
        return entities;
    }

    private void Describe(EntityDraft draft, Name name, NameCluster root)
    {
        draft.Known ??= name.IsSeatAsPlace ? null : name.Known;
        draft.Country ??= name.Country;
        draft.IsCountry |= name.RuleFor(EntityType.Place) is "country";
        if (draft.Type is EntityType.Organisation && _lexicon.OrganisationNouns.ContainsKey(Before(name)))
            draft.AddNoun(Before(name));
        draft.MayBePerson |= root.Type is EntityType.Other ? root.Weight(EntityType.Other) == 0 : MayBePerson(root, name);
    }

    /// <summary>"Victoria", "Mary", a town on the list and a first name; a word whose type rests on weak grounds.</summary>
    private bool MayBePerson(NameCluster root, Name name) =>
        root.Type is EntityType.Place or EntityType.Organisation && !name.IsGovernment && name.Known is null && name.RuleFor(EntityType.Place) is not "country"
        && name.Length <= 3 && !words[name.First].Is(WordShape.AllCaps)
        && (_lexicon.FirstName(words[name.First].Fold) is not null || root.Weight(root.Type) < 6 * root.Names.Count);

    private string Before(Name name) => name.First > 0 && words[name.First - 1].Sentence == words[name.First].Sentence ? words[name.First - 1].Norm : "";

    /// <summary>A single ordinary word needs good evidence, and must not be used in lower case on the page.</summary>
    private bool IsKept(NameCluster cluster)
    {
        if (IsAdjectiveOfName(cluster))
            return false;
        bool isStrong = false, isShown = false, isInside = false;
        foreach (var name in cluster.Names)
        {
            var inside = !words[name.First].Is(WordShape.Starts);
            isStrong |= !name.IsWeak;
            isInside |= inside;
            isShown |= inside || name.Length > 1 || name.Known is not null || name.Country is not null;
        }
        if (isStrong)
            return isShown || IsUnknownWord(cluster);
        // "Mark", "Grace": a first name that never stands in lower case here needs no more than a capital inside a sentence
        return isInside && words.Seen(words[cluster.Names[0].First].Norm).Lower == 0
            && (cluster.Weight(cluster.Type) >= 6 || _lexicon.FirstName(words[cluster.Names[0].First].Fold) is not null);
    }

    /// <summary>"Orlenian" beside "Orlen": an adjective, no name of its own.</summary>
    private bool IsAdjectiveOfName(NameCluster cluster)
    {
        if (cluster.Parts.Length > 1 || cluster.Type is EntityType.Person)
            return false;
        foreach (var name in cluster.Names)
        {
            if (name.Known is not null || name.Country is not null)
                return false;
        }
        var groups = memory.Groups.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var suffix in AdjectiveEndings)
        {
            if (cluster.Key.Length - suffix.Length >= 4 && cluster.Key.EndsWith(suffix, StringComparison.Ordinal) && groups.ContainsKey(cluster.Key.AsSpan(0, cluster.Key.Length - suffix.Length)))
                return true;
        }
        return false;
    }

    // Seen only at the start of sentences: a word that English does not know is still a name.
    private bool IsUnknownWord(NameCluster cluster) =>
        !_lexicon.IsOrdinary(words[cluster.Names[0].First].Norm) && words.Seen(words[cluster.Names[0].First].Norm).Lower == 0 && cluster.Weight(cluster.Type) >= 1.5;

    private string KindOf(EntityDraft draft)
    {
        if (draft.Known is { } known)
            return known.Kind;
        var heads = _lexicon.OrganisationHeads.GetAlternateLookup<ReadOnlySpan<char>>();
        var lower = draft.Name.ToLowerInvariant().AsSpan();
        if (heads.TryGetValue(lower[(lower.LastIndexOf(' ') + 1)..], out var kind))
            return kind is "legal" ? "firm" : kind;
        if (draft.FirstNoun is { } noun)
            return _lexicon.OrganisationNouns[noun];
        foreach (var part in lower.Split(' '))
        {
            if (heads.TryGetValue(lower[part], out kind))
                return kind is "legal" ? "firm" : kind;
        }
        return "";
    }

    private string DisplayName(NameCluster root)
    {
        var best = root.Names[0];
        if (best.Known is { Name: var full } && full.StartsWith("The ", StringComparison.Ordinal) && full.EndsWith(' ' + best.Surface, StringComparison.Ordinal))
            return full;
        foreach (var name in root.Names)
        {
            if (IsShouted(best) && !IsShouted(name))
                best = name;
        }
        return best.RuleFor(EntityType.Place) is "dateline" && IsShouted(best) ? TitleCase(best.Surface) : best.Surface;
    }

    private bool IsShouted(Name name) => words[name.First].Is(WordShape.AllCaps);

    private static string TitleCase(string surface) => string.Join(' ', surface.Split(' ').Select(w => w.Length > 1 ? w[..1] + w[1..].ToLowerInvariant() : w));
}
