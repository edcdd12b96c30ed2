namespace Readout.Annotations;

/// <summary>Makes the entities out of linked names: which are kept, what each is called, what kind of body it is.</summary>
internal sealed class EntityMaker(PageWords words, List<Name> names, IReadOnlyDictionary<string, List<Name>> groups)
{
    private readonly Lexicon _lexicon = Lexicon.En;

    /// <summary>An entity for every cluster that stands by itself and is kept; its names get its index.</summary>
    public List<EntityDraft> Make(List<NameCluster> clusters)
    {
        var drafts = new Dictionary<NameCluster, int>();
        var entities = new List<EntityDraft>();
        var clusterOf = new Dictionary<Name, NameCluster>();
        foreach (var cluster in clusters)
        {
            if (cluster.Target is not null || IsKept(cluster))
            {
                foreach (var name in cluster.Names)
                    clusterOf[name] = cluster;
            }
        }
        foreach (var name in names)
        {
            if (!clusterOf.TryGetValue(name, out var cluster))
                continue;
            var root = cluster.Root;
            if (!drafts.TryGetValue(root, out var index))
            {
                drafts[root] = index = entities.Count;
                entities.Add(new EntityDraft(DisplayName(root), root.Type) { IsGovernment = root.Names[0].IsGovernment });
            }
            var draft = entities[index];
            draft.Known ??= name.IsSeatAsPlace ? null : name.Known;
            draft.Country ??= name.Country;
            draft.IsCountry |= name.RuleFor(EntityType.Place) is "country";
            if (draft.Type is EntityType.Organisation && _lexicon.OrganisationNouns.ContainsKey(Before(name)))
                draft.Nouns.Add(Before(name));
            draft.MayBePerson |= root.Type is EntityType.Other ? root.Weight(EntityType.Other) == 0 : MayBePerson(root, name);
            name.Entity = index;
            name.Form = cluster.Target is null ? words[name.First].Is(WordShape.AllCaps) && name.Length == 1 && name.RuleFor(root.Type) is not "dateline" ? MentionForm.Acronym : MentionForm.Name : cluster.Form;
            name.Rule = name.IsGovernment ? "capital-as-government" : cluster.Target is null ? name.RuleFor(root.Type) ?? "same-name" : cluster.Rule;
        }
        foreach (var draft in entities.Where(d => d.Type is EntityType.Organisation))
            draft.Kind = KindOf(draft);
        return entities;
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
        if (cluster.Names.Exists(n => !n.IsWeak))
            return cluster.Names.Exists(n => !words[n.First].Is(WordShape.Starts) || n.Length > 1 || n.Known is not null || n.Country is not null) || IsUnknownWord(cluster);
        var seen = words.Seen(words[cluster.Names[0].First].Norm);
        // "Mark", "Grace": a first name that never stands in lower case here needs no more than a capital inside a sentence
        return seen.Lower == 0 && cluster.Names.Exists(n => !words[n.First].Is(WordShape.Starts))
            && (cluster.Weight(cluster.Type) >= 6 || _lexicon.FirstName(words[cluster.Names[0].First].Fold) is not null);
    }

    /// <summary>"Orlenian" beside "Orlen": an adjective, no name of its own.</summary>
    private bool IsAdjectiveOfName(NameCluster cluster)
    {
        if (cluster.Parts.Length > 1 || cluster.Type is EntityType.Person || cluster.Names.Exists(n => n.Known is not null || n.Country is not null))
            return false;
        foreach (var suffix in (ReadOnlySpan<string>)["nian", "ian", "an", "n", "ese", "ish", "er"])
        {
            if (cluster.Key.Length - suffix.Length >= 4 && cluster.Key.EndsWith(suffix, StringComparison.Ordinal) && groups.ContainsKey(cluster.Key[..^suffix.Length]))
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
        var parts = draft.Name.ToLowerInvariant().Split(' ');
        if (_lexicon.OrganisationHeads.TryGetValue(parts[^1], out var kind))
            return kind is "legal" ? "firm" : kind;
        foreach (var noun in draft.Nouns.Order(StringComparer.Ordinal))
            return _lexicon.OrganisationNouns[noun];
        foreach (var part in parts)
        {
            if (_lexicon.OrganisationHeads.TryGetValue(part, out kind))
                return kind is "legal" ? "firm" : kind;
        }
        return "";
    }

    private string DisplayName(NameCluster root)
    {
        var best = root.Names[0];
        if (best.Known is { Name: var full } && full.EndsWith(' ' + best.Surface, StringComparison.Ordinal) && full.StartsWith("The ", StringComparison.Ordinal))
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
