namespace Readout.Annotations;

/// <summary>Finds names by a word they share, so that linking stays linear in the number of names.</summary>
internal sealed class PartIndex
{
    // A word shared by very many names says nothing.
    private const int Most = 60;
    private const int LongestInitials = 32;

    private readonly LinkMemory _memory;

    public PartIndex(LinkMemory memory)
    {
        _memory = memory;
        foreach (var cluster in memory.Clusters)
        {
            if (cluster.Parts.Length < 2)
                continue;
            for (var p = 0; p < cluster.Parts.Length; p++)
            {
                if (Array.IndexOf(cluster.Parts, cluster.Parts[p]) == p)
                    Add(cluster.Parts[p], cluster);
            }
            if (cluster.Type is not (EntityType.Person or EntityType.Place))
                AddInitials(cluster);
        }
    }

    private void Add(string part, NameCluster cluster)
    {
        if (!_memory.ByPart.TryGetValue(part, out var chain))
            chain = (-1, -1, 0);
        if (chain.Count == Most)
            return;
        var link = _memory.Chain.Count;
        _memory.Chain.Add((cluster, -1));
        if (chain.Last >= 0)
            _memory.Chain[chain.Last] = (_memory.Chain[chain.Last].Cluster, link);
        _memory.ByPart[part] = (chain.Count == 0 ? link : chain.First, link, chain.Count + 1);
    }

    private void AddInitials(NameCluster cluster)
    {
        Span<char> initials = stackalloc char[LongestInitials];
        var length = 0;
        foreach (var part in cluster.Parts)
        {
            if (part is "of" or "the" or "and" or "for" or "on" or "&")
                continue;
            if (length == LongestInitials)
                return;
            initials[length++] = part[0];
        }
        if (length < 2)
            return;
        // two bodies with the same initials: neither
        var lookup = _memory.ByInitials.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryAdd(initials[..length], cluster))
            lookup[initials[..length]] = null;
    }

    public NameCluster? ByInitials(string key) => _memory.ByInitials.GetValueOrDefault(key.Replace(".", "", StringComparison.Ordinal));

    /// <summary>The names that hold the first or the last word of this one, each once; good until the next question.</summary>
    public List<NameCluster> Sharing(NameCluster cluster)
    {
        _memory.Sharing.Clear();
        Collect(cluster.Parts[0]);
        if (cluster.Parts.Length > 1)
            Collect(cluster.Parts[^1]);
        return _memory.Sharing;
    }

    private void Collect(string part)
    {
        var before = _memory.Sharing.Count;
        for (var link = _memory.ByPart.TryGetValue(part, out var chain) ? chain.First : -1; link >= 0; link = _memory.Chain[link].Next)
        {
            var found = _memory.Chain[link].Cluster;
            if (_memory.Sharing.IndexOf(found, 0, before) < 0)
                _memory.Sharing.Add(found);
        }
    }
}
