namespace Readout.Annotations;

/// <summary>Joins the ways a page names one entity: the same words, surnames, shortened names of bodies, acronyms.</summary>
internal sealed class NameLinker(PageWords words, List<Name> names, LinkMemory memory)
{
    private static readonly EntityType[] Types = Enum.GetValues<EntityType>();

    private const string PersonMark = "#person";

    private readonly Lexicon _lexicon = Lexicon.En;
    private readonly NormPool _norms = NormPool.OfThread();

    /// <summary>Makes the entities and gives every kept name its entity.</summary>
    public List<EntityDraft> Link()
    {
        foreach (var name in names)
        {
            var key = name.IsSeatAsPlace ? name.Key + "#place" : name.IsGovernment ? name.Key + "#government" : IsPersonHere(name) ? name.Key + PersonMark : name.Key;
            if (!memory.Groups.TryGetValue(key, out var group))
                memory.Groups[key] = group = memory.Open(key);
            group.Names.Add(name);
        }
        MergeSplitPersons();
        foreach (var (_, group) in memory.Groups)
            Complete(group);
        // Longest first, so that a short name finds its long form; then in the order of the text.
        memory.Clusters.Sort(static (a, b) => a.Names[0].Length != b.Names[0].Length ? b.Names[0].Length.CompareTo(a.Names[0].Length) : a.Names[0].First.CompareTo(b.Names[0].First));
        var index = new PartIndex(memory);
        LinkBrackets();
        LinkKnown();
        foreach (var cluster in memory.Clusters)
        {
            if (cluster.Target is null)
                LinkShort(cluster, index);
        }
        return new EntityMaker(words, names, memory).Make();
    }

    private void Complete(NameCluster cluster)
    {
        cluster.Type = TypeOf(cluster);
        var mark = cluster.Key.IndexOf('#', StringComparison.Ordinal);
        cluster.Parts = Parts(mark < 0 ? cluster.Key : cluster.Key[..mark]);
        foreach (var name in cluster.Names)
            name.Cluster = cluster;
        memory.Clusters.Add(cluster);
    }

    private string[] Parts(string key)
    {
        var count = key.AsSpan().Count(' ') + 1;
        if (count == 1)
            return [key];
        var parts = new string[count];
        var next = 0;
        foreach (var range in key.AsSpan().Split(' '))
            parts[next++] = _norms.Kept(key.AsSpan(range));
        return parts;
    }

    /// <summary>A single word with a person's title although the page also uses it for something else: "Mr Orlen" beside the firm.</summary>
    private static bool IsPersonHere(Name name) =>
        name.Length == 1 && name.Title is not null && name.Weight(EntityType.Person) >= 14 && name.Weight(EntityType.Person) > name.Weight(EntityType.Place);

    /// <summary>Where every use of a word is a person's there is nothing to keep apart.</summary>
    private void MergeSplitPersons()
    {
        foreach (var key in memory.Groups.Keys)
        {
            if (key.EndsWith(PersonMark, StringComparison.Ordinal))
                memory.Keys.Add(key);
        }
        memory.Keys.Sort(StringComparer.Ordinal);
        foreach (var key in memory.Keys)
        {
            var plain = key[..^PersonMark.Length];
            if (memory.Groups.TryGetValue(plain, out var others) && TypeOf(others) is not (EntityType.Person or EntityType.Other)
                && Math.Max(others.Weight(EntityType.Organisation), others.Weight(EntityType.Place)) >= 4)
            {
                continue;
            }
            if (others is null)
                memory.Groups[plain] = others = memory.Open(plain);
            others.Names.AddRange(memory.Groups[key].Names);
            others.Names.Sort(static (a, b) => a.First.CompareTo(b.First));
            memory.Groups.Remove(key);
        }
    }

    private static EntityType TypeOf(NameCluster cluster)
    {
        if (cluster.Names[0].IsGovernment)
            return EntityType.Organisation;
        var best = EntityType.Other;
        var weight = 1.4;
        foreach (var type in Types)
        {
            if (cluster.Weight(type) is var sum && sum > weight)
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
        for (var i = 0; i + 1 < names.Count; i++)
        {
            Name full = names[i], acronym = names[i + 1];
            if (full.Length < 2 || acronym.First != full.End + 1 || !words.IsNorm(full.End, "(") || !words.IsNorm(acronym.End, ")")
                || acronym.Length != 1 || !words[acronym.First].Is(WordShape.AllCaps) || acronym.Key[0] != full.Key[0])
            {
                continue;
            }
            NameCluster target = full.Cluster!.Root, source = acronym.Cluster!.Root;
            if (target != source && source.Target is null && source.Type is not EntityType.Place)
                source.Join(target, MentionForm.Acronym, "acronym-in-brackets");
        }
    }

    /// <summary>"US", "U.S." and "United States"; "UN" and "United Nations".</summary>
    private void LinkKnown()
    {
        foreach (var cluster in memory.Clusters)
        {
            var name = cluster.Names[0];
            var id = name.RuleFor(EntityType.Place) is "country" && cluster.Type is EntityType.Place ? name.Country
                : name.Known is { Kind: not "seat" } known && cluster.Type is EntityType.Organisation ? known.Id : null;
            if (id is null || cluster.Target is not null)
                continue;
            if (memory.ById.TryGetValue(id, out var target))
                cluster.Join(target.Root, words[name.First].Is(WordShape.AllCaps) ? MentionForm.Acronym : MentionForm.ShortName, "known-alias");
            else
                memory.ById[id] = cluster;
        }
    }

    private void LinkShort(NameCluster cluster, PartIndex index)
    {
        if (cluster.Names[0].IsGovernment)
            return;
        if (cluster.Parts.Length == 1 && words[cluster.Names[0].First].Is(WordShape.AllCaps) && index.ByInitials(cluster.Key) is { } spelled && spelled != cluster
            && cluster.Names[0].Country is null)
        {
            cluster.Join(spelled.Root, MentionForm.Acronym, "acronym-of-initials");
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
        var isPersonKey = cluster.Key.EndsWith(PersonMark, StringComparison.Ordinal);
        if (persons == 1 && (isPersonKey || Math.Max(asBody, asPlace) - asPerson < 6 * Math.Sqrt(cluster.Names.Count)) && (bodies == 0 || asPerson >= asBody || isPersonKey))
            cluster.Join(person!, MentionForm.ShortName, IsFirst(cluster, person!) ? "first-name" : "surname");
        else if (bodies == 1 && !isPersonKey && asPlace - asBody < 6 && asPerson - asBody < 5 * Math.Sqrt(cluster.Names.Count))
            cluster.Join(body!, MentionForm.ShortName, "short-name");
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
        // "the Foreign Ministry" beside one country's only
        if (head is Ministries.Noun && full.Length == part.Length + 1 && full.AsSpan().EndsWith(part) && _lexicon.Demonym(full[0]) is { Length: > 0 })
            return true;
        // "the Courier", "the Alliance": the head alone, with a capital
        return part.Length == 1 && head == part[0] && _lexicon.OrganisationHeads.ContainsKey(head) && StandsInside(cluster);
    }

    private bool StandsInside(NameCluster cluster)
    {
        foreach (var name in cluster.Names)
        {
            if (!words[name.First].Is(WordShape.Starts))
                return true;
        }
        return false;
    }
}
