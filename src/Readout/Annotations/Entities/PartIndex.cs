namespace Readout.Annotations;

/// <summary>Finds names by a word they share, so that linking stays linear in the number of names.</summary>
internal sealed class PartIndex
{
    // A word shared by very many names says nothing.
    private const int Most = 60;

    private readonly Dictionary<string, List<NameCluster>> _byPart = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NameCluster?> _byInitials = new(StringComparer.Ordinal);

    public PartIndex(List<NameCluster> clusters)
    {
        foreach (var cluster in clusters.Where(c => c.Parts.Length > 1))
        {
            foreach (var part in cluster.Parts.Distinct(StringComparer.Ordinal))
            {
                if (!_byPart.TryGetValue(part, out var list))
                    _byPart[part] = list = [];
                if (list.Count < Most)
                    list.Add(cluster);
            }
            if (cluster.Type is EntityType.Person or EntityType.Place)
                continue;
            var initials = string.Concat(cluster.Parts.Where(p => p is not ("of" or "the" or "and" or "for" or "on" or "&")).Select(p => p[0]));
            if (initials.Length > 1)
                _byInitials[initials] = _byInitials.ContainsKey(initials) ? null : cluster;
        }
    }

    public NameCluster? ByInitials(string key) => _byInitials.GetValueOrDefault(key.Replace(".", "", StringComparison.Ordinal));

    public IEnumerable<NameCluster> Sharing(NameCluster cluster)
    {
        IEnumerable<NameCluster> all = _byPart.GetValueOrDefault(cluster.Parts[0]) ?? [];
        if (cluster.Parts.Length > 1 && _byPart.TryGetValue(cluster.Parts[^1], out var last))
            all = all.Concat(last).Distinct();
        return all;
    }
}
