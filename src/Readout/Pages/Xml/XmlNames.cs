namespace Readout.Pages.Xml;

/// <summary>Gives elements the customary prefix of their namespace, whatever prefix a file declares, or forgets to.</summary>
internal sealed class XmlNames
{
    // By the address without protocol and last mark, lower case.
    private static readonly Dictionary<string, string> Customary = new(StringComparer.Ordinal)
    {
        ["www.w3.org/2005/atom"] = "atom",
        ["purl.org/atom/ns"] = "atom",
        ["purl.org/dc/elements/1.1"] = "dc",
        ["purl.org/dc/elements/1.0"] = "dc",
        ["purl.org/dc/terms"] = "dcterms",
        ["purl.org/rss/1.0/modules/content"] = "content",
        ["purl.org/rss/1.0/modules/syndication"] = "sy",
        ["search.yahoo.com/mrss"] = "media",
        ["www.itunes.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["www.w3.org/1999/02/22-rdf-syntax-ns"] = "rdf",
        ["www.w3.org/1999/xhtml"] = "xhtml",
        ["purl.org/rss/1.0"] = "",
        ["my.netscape.com/rdf/simple/0.9"] = "",
        ["channel.netscape.com/rdf/simple/0.9"] = "",
        ["www.sitemaps.org/schemas/sitemap/0.9"] = "",
        ["www.google.com/schemas/sitemap/0.84"] = "",
        ["www.google.com/schemas/sitemap/0.9"] = "",
        ["www.google.com/schemas/sitemap-news/0.9"] = "news",
        ["www.google.com/schemas/sitemap-image/1.1"] = "image",
        ["www.google.com/schemas/sitemap-video/1.1"] = "video",
    };

    // Feeds declare a dozen; looking through them must not take long.
    private const int MaxDeclared = 200;

    private readonly List<(string Prefix, string Name)> _declared = [];
    private readonly Stack<int> _depths = new();

    /// <summary>Takes the declarations of an element that opens.</summary>
    public void Enter(IReadOnlyList<(string Name, string Value)> attributes)
    {
        _depths.Push(_declared.Count);
        foreach (var (name, value) in attributes)
        {
            if (_declared.Count < MaxDeclared && (name == "xmlns" || name.StartsWith("xmlns:", StringComparison.Ordinal)))
                _declared.Add((name.Length > 6 ? name[6..] : "", value));
        }
    }

    /// <summary>Forgets those of the element that closes.</summary>
    public void Leave()
    {
        var depth = _depths.Pop();
        _declared.RemoveRange(depth, _declared.Count - depth);
    }

    public string Name(string written)
    {
        var lower = written.ToLowerInvariant();
        var colon = lower.IndexOf(':');
        var prefix = colon < 0 ? "" : lower[..colon];
        var local = lower[(colon + 1)..];
        var declared = _declared.FindLastIndex(d => d.Prefix == prefix);
        var known = declared >= 0 && Customary.TryGetValue(Bare(_declared[declared].Name), out var customary) ? customary : prefix;
        return known.Length == 0 ? local : known + ":" + local;
    }

    private static string Bare(string address)
    {
        var bare = address.Trim().ToLowerInvariant();
        var protocol = bare.IndexOf("://", StringComparison.Ordinal);
        return (protocol < 0 ? bare : bare[(protocol + 3)..]).TrimEnd('/', '#', '=');
    }
}
