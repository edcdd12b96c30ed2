namespace Readout.Annotations;

/// <summary>The lists that names are linked with, kept from page to page.</summary>
internal sealed class LinkMemory
{
    private readonly List<NameCluster> _made = [];
    private int _used;

    public Dictionary<string, NameCluster> Groups { get; } = new(StringComparer.Ordinal);

    public List<NameCluster> Clusters { get; } = [];

    public List<NameCluster> Sharing { get; } = [];

    public List<string> Keys { get; } = [];

    public Dictionary<string, NameCluster> ById { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, NameCluster?> ByInitials { get; } = new(StringComparer.Ordinal);

    /// <summary>For a word, the first and last link of the names that hold it, and how many there are.</summary>
    public Dictionary<string, (int First, int Last, int Count)> ByPart { get; } = new(StringComparer.Ordinal);

    public List<(NameCluster Cluster, int Next)> Chain { get; } = [];

    /// <summary>An empty cluster with this key.</summary>
    public NameCluster Open(string key)
    {
        if (_used == _made.Count)
            _made.Add(new NameCluster());
        var cluster = _made[_used++];
        cluster.Open(key);
        return cluster;
    }

    public void Clear()
    {
        for (var i = 0; i < _used; i++)
            _made[i].Clear();
        _used = 0;
        Groups.Clear();
        Clusters.Clear();
        Sharing.Clear();
        Keys.Clear();
        ById.Clear();
        ByInitials.Clear();
        ByPart.Clear();
        Chain.Clear();
    }
}
