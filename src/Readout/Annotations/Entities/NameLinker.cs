namespace Readout.Annotations;

/// <summary>Joins the ways a page names one entity: the same words, surnames, shortened names of bodies, acronyms.</summary>
internal sealed class NameLinker(PageWords words, List<Name> names)
{
    private static readonly EntityType[] Types = Enum.GetValues<EntityType>();

    private readonly Lexicon _lexicon = Lexicon.En;
    private readonly Dictionary<string, List<Name>> _groups = new(StringComparer.Ordinal);
    private readonly List<NameCluster> _clusters = [];

    /// <summary>Makes the entities and gives every kept name its entity.</summary>
    public List<EntityDraft> Link()
    {
        foreach (var name in names)
        {
            var key = name.IsSeatAsPlace ? name.Key + "#place" : name.IsGovernment ? name.Key + "#government" : IsPersonHere(name) ? name.Key + "#person" : name.Key;
            if (!_groups.TryGetValue(key, out var group))
                _groups[key] = group = [];
            group.Add(name);
        }
        MergeSplitPersons();
        // Longest first, so that a short name finds its long form; then in the order of the text.
        foreach (var (key, group) in _groups.OrderByDescending(g => g.Value[0].Length).ThenBy(g => g.Value[0].First))
            _clusters.Add(new NameCluster(key, key.Split('#')[0].Split(' '), group, TypeOf(group)));
        var index = new PartIndex(_clusters);
        LinkBrackets();
        LinkKnown();
        foreach (var cluster in _clusters)
        {
            if (cluster.Target is null)
                LinkShort(cluster, index);
        }
        return new EntityMaker(words, names, _groups).Make(_clusters);
    }

    /// <summary>A single word with a person's title although the page also uses it for something else: "Mr Orlen" beside the firm.</summary>
    private static bool IsPersonHere(Name name) =>
        name.Length == 1 && name.Title is not null && name.Weight(EntityType.Person) >= 14 && name.Weight(EntityType.Person) > name.Weight(EntityType.Place);

    /// <summary>Where every use of a word is a person's there is nothing to keep apart.</summary>
    private void MergeSplitPersons()
    {
        foreach (var key in _groups.Keys.Where(k => k.EndsWith("#person", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList())
        {
            var plain = key[..^"#person".Length];
            if (_groups.TryGetValue(plain, out var others) && TypeOf(others) is not (EntityType.Person or EntityType.Other)
                && StrongestOther(others) >= 4)
            {
                continue;
            }
            if (others is not null)
            {
                others.AddRange(_groups[key]);
                others.Sort((a, b) => a.First.CompareTo(b.First));
            }
            else
            {
                _groups[plain] = _groups[key];
            }
            _groups.Remove(key);
        }
    }

    private static double StrongestOther(List<Name> group) =>
        Math.Max(group.Sum(n => n.Weight(EntityType.Organisation)), group.Sum(n => n.Weight(EntityType.Place)));

    private static EntityType TypeOf(List<Name> group)
    {
        if (group[0].IsGovernment)
            return EntityType.Organisation;
        var best = EntityType.Other;
        var weight = 1.4;
        foreach (var type in Types)
        {
            var sum = 0.0;
            foreach (var name in group)
                sum += name.Weight(type);
            if (sum > weight)
            {
                best = type;
                weight = sum;
            }
        }
        return best;
    }

    /// <summary>"Vask Port Council (VPC)".</summary>
    private void LinkBrackets()
    {
        var byName = new Dictionary<Name, NameCluster>();
        foreach (var cluster in _clusters)
        {
            foreach (var name in cluster.Names)
                byName[name] = cluster;
        }
        for (var i = 0; i + 1 < names.Count; i++)
        {
            Name full = names[i], acronym = names[i + 1];
            if (full.Length < 2 || acronym.First != full.End + 1 || !words.IsNorm(full.End, "(") || !words.IsNorm(acronym.End, ")")
                || acronym.Length != 1 || !words[acronym.First].Is(WordShape.AllCaps) || acronym.Key[0] != full.Key[0])
            {
                continue;
            }
            NameCluster target = byName[full].Root, source = byName[acronym].Root;
            if (target != source && source.Target is null && source.Type is not EntityType.Place)
                Join(source, target, MentionForm.Acronym, "acronym-in-brackets");
        }
    }

    /// <summary>"US", "U.S." and "United States"; "UN" and "United Nations".</summary>
    private void LinkKnown()
    {
        var byId = new Dictionary<string, NameCluster>(StringComparer.Ordinal);
        foreach (var cluster in _clusters)
        {
            var name = cluster.Names[0];
            var id = name.RuleFor(EntityType.Place) is "country" && cluster.Type is EntityType.Place ? name.Country
                : name.Known is { Kind: not "seat" } known && cluster.Type is EntityType.Organisation ? known.Id : null;
            if (id is null || cluster.Target is not null)
                continue;
            if (byId.TryGetValue(id, out var target))
                Join(cluster, target.Root, words[name.First].Is(WordShape.AllCaps) ? MentionForm.Acronym : MentionForm.ShortName, "known-alias");
            else
                byId[id] = cluster;
        }
    }

    private static void Join(NameCluster cluster, NameCluster target, MentionForm form, string rule)
    {
        cluster.Target = target;
        cluster.Form = form;
        cluster.Rule = rule;
    }

    private void LinkShort(NameCluster cluster, PartIndex index)
    {
        if (cluster.Names[0].IsGovernment)
            return;
        if (cluster.Parts.Length == 1 && words[cluster.Names[0].First].Is(WordShape.AllCaps) && index.ByInitials(cluster.Key) is { } spelled && spelled != cluster
            && cluster.Names[0].Country is null)
        {
            Join(cluster, spelled.Root, MentionForm.Acronym, "acronym-of-initials");
            return;
        }
        NameCluster? person = null, body = null, earlier = null;
        var persons = 0;
        var before = 0;
        var bodies = 0;
        foreach (var candidate in index.Sharing(cluster))
        {
            var root = candidate.Root;
            if (root == cluster || candidate.Parts.Length < cluster.Parts.Length || candidate.Key == cluster.Key)
                continue;
            if (root.Type is EntityType.Person && IsShortPerson(cluster.Parts, candidate.Parts))
            {
                persons += person == root ? 0 : 1;
                person = root;
                if (candidate.Names[0].First < cluster.Names[0].First)
                {
                    before += earlier == root ? 0 : 1;
                    earlier = root;
                }
            }
            else if (root.Type is EntityType.Organisation && IsShortBody(cluster, candidate))
            {
                bodies += body == root ? 0 : 1;
                body = root;
            }
        }
        // "Moll" is the Moll already met, not the brother who comes later
        if (persons > 1 && before == 1)
            (persons, person) = (1, earlier);
        Choose(cluster, persons, person, bodies, body);
    }

    private static void Choose(NameCluster cluster, int persons, NameCluster? person, int bodies, NameCluster? body)
    {
        double asPerson = cluster.Weight(EntityType.Person), asBody = cluster.Weight(EntityType.Organisation), asPlace = cluster.Weight(EntityType.Place);
        var isPersonKey = cluster.Key.EndsWith("#person", StringComparison.Ordinal);
        if (persons == 1 && (isPersonKey || Math.Max(asBody, asPlace) - asPerson < 6 * Math.Sqrt(cluster.Names.Count)) && (bodies == 0 || asPerson >= asBody || isPersonKey))
            Join(cluster, person!, MentionForm.ShortName, IsFirst(cluster, person!) ? "first-name" : "surname");
        else if (bodies == 1 && !isPersonKey && asPlace - asBody < 6 && asPerson - asBody < 5 * Math.Sqrt(cluster.Names.Count))
            Join(cluster, body!, MentionForm.ShortName, "short-name");
    }

    private static bool IsFirst(NameCluster cluster, NameCluster person) => cluster.Parts.Length == 1 && person.Parts[0] == cluster.Parts[0];

    /// <summary>The surname, the first name, or the name without its middle.</summary>
    private static bool IsShortPerson(string[] part, string[] full)
    {
        if (part.Length == 1)
            return full.Length > 1 && (full[^1] == part[0] || full[0] == part[0] || full[^1] is "jr" or "jr." && full[^2] == part[0]);
        if (full.AsSpan().EndsWith(part))
            return true;
        return part[^1] == full[^1] && (part[0] == full[0] || part[0] is [var initial, '.'] && full[0][0] == initial || full[0] is [var other, '.'] && part[0][0] == other);
    }

    private bool IsShortBody(NameCluster cluster, NameCluster candidate)
    {
        string[] part = cluster.Parts, full = candidate.Parts;
        if (part.Length >= full.Length)
            return false;
        var head = full[^1];
        if (full.AsSpan().StartsWith(part))
        {
            if (part.Length > 1 || !_lexicon.OrganisationHeads.TryGetValue(head, out var kind))
                return !_lexicon.OtherHeads.ContainsKey(head) && cluster.Names[0].Country is null && full[part.Length] is not ("of" or "for");
            // "Vask Council" is named after a town, "Vask Lines" is what one calls Vask
            if (kind is "firm" or "legal" or "club" or "union")
                return cluster.Names[0].Country is null && cluster.Weight(EntityType.Place) - cluster.Weight(EntityType.Organisation) < 4;
            return cluster.Names[0].Country is null && cluster.Weight(EntityType.Organisation) > cluster.Weight(EntityType.Place) + 3;
        }
        // "the Courier", "the Alliance": the head alone, with a capital
        return part.Length == 1 && head == part[0] && _lexicon.OrganisationHeads.ContainsKey(head) && cluster.Names.Exists(n => !words[n.First].Is(WordShape.Starts));
    }
}
