namespace Readout.Annotations;

/// <summary>
/// The lists a page's names are read with. A thread keeps them from page to page, so that a page asks only for what outlives it;
/// what is left in them changes no answer.
/// </summary>
internal sealed class PageMemory : IDisposable
{
    // Lists grown by a page of megabytes are not kept.
    private const int MostWords = 60_000;

    [ThreadStatic]
    private static PageMemory? _ofThread;

    private Name?[] _names = [];
    private int[] _nodes = [];

    /// <summary>The thread's lists, empty; given back when disposed.</summary>
    public static PageMemory Take()
    {
        var memory = _ofThread ?? new PageMemory();
        _ofThread = null;
        return memory;
    }

    public List<PageWord> Words { get; } = [];

    /// <summary>How often a norm stands with a capital, and in lower case.</summary>
    public Dictionary<string, (int Capital, int Lower)> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>First word and end of each sentence.</summary>
    public List<(int First, int End)> Bounds { get; } = [];

    public char[] Joined { get; } = new char[512];

    public List<Name> Names { get; } = [];

    public List<Mention> Mentions { get; } = [];

    public LinkMemory Links { get; } = new();

    /// <summary>Country codes, and the entities that are these countries.</summary>
    public Dictionary<string, int> Countries { get; } = new(StringComparer.Ordinal);

    public DiscourseMemory Discourse { get; } = new();

    /// <summary>A name for each word, none yet.</summary>
    public Name?[] NamesAt(int words)
    {
        if (_names.Length < words)
            _names = new Name?[words * 2];
        return _names;
    }

    /// <summary>A node of a tree for each word; filled by who asks.</summary>
    public int[] Nodes(int words)
    {
        if (_nodes.Length < words)
            _nodes = new int[words * 2];
        return _nodes;
    }

    public void Dispose()
    {
        if (Words.Count > MostWords)
            return;
        Array.Clear(_names, 0, Math.Min(_names.Length, Words.Count));
        Words.Clear();
        Counts.Clear();
        Bounds.Clear();
        Names.Clear();
        Mentions.Clear();
        Links.Clear();
        Countries.Clear();
        Discourse.Clear();
        _ofThread = this;
    }
}
