using System.Globalization;

namespace Readout.Formats.Exports;

/// <summary>
/// Where the record's statements come from: speaker → agency or first outlet → rewrite → copy, as far as the pages show
/// it. An edge runs from a source to who took from it and says how that is known.
/// </summary>
internal sealed class SourceGraph
{
    private readonly RecordView _record;
    private readonly Dictionary<string, SourceNode> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string From, string To, string Link), SourceEdge> _edges = [];
    private readonly List<(string From, string To, string Link)> _order = [];
    private readonly Dictionary<string, string> _pageOf = new(StringComparer.OrdinalIgnoreCase);

    private SourceGraph(RecordView record)
    {
        _record = record;
        foreach (var page in record.Pages)
        {
            _nodes[page.Id] = new SourceNode(page.Id, "page", record.Outlet(page.Id), record.Published(page.Id).Words, page.Text("path"));
            if (page.Object("outlet")?.Text("value") is { } outlet)
                _pageOf.TryAdd(outlet, page.Id);
        }
    }

    /// <summary>The pages first, then who is named as a source, in the order in which they are met.</summary>
    public IEnumerable<SourceNode> Nodes => _nodes.Values;

    public IEnumerable<SourceEdge> Edges => _order.Select(k => _edges[k]);

    public static SourceGraph Of(RecordView record)
    {
        var graph = new SourceGraph(record);
        foreach (var family in record.Root.Rows("families"))
            graph.AddFamily(family);
        foreach (var link in record.Root.Rows("reuse"))
            graph.AddLink(link);
        foreach (var page in record.Pages)
            graph.AddUpstream(page);
        foreach (var claim in record.Root.Rows("claims"))
        {
            foreach (var said in claim.Rows("attestations"))
                graph.AddChain(said);
        }
        return graph;
    }

    private void AddFamily(Row family)
    {
        foreach (var link in family.Rows("links"))
            AddLink(link);
        if (family.Object("unseenOrigin")?.Text("name") is { } unseen && family.Text("origin") is { } origin && _nodes.ContainsKey(origin))
            Add(Named(unseen, origin, "source"), origin, "unseen-origin", "credited for the text; its own page is not among these", claims: 0);
    }

    private void AddLink(Row link)
    {
        if (link.Text("from") is { } from && link.Text("to") is { } to && _nodes.ContainsKey(from) && _nodes.ContainsKey(to))
            Add(to, from, link.Text("link") ?? "", link.Text("reason") ?? "", claims: 0);
    }

    private void AddUpstream(Row page)
    {
        // A source that already made a link to the page it wrote is not drawn twice, by another of its names.
        var drawn = _order.Where(k => k.To == page.Id).Select(k => k.Link).ToHashSet(StringComparer.Ordinal);
        foreach (var upstream in page.Rows("upstream").Where(u => !drawn.Contains(u.Text("link") ?? "")))
        {
            var words = _record.Words(page.Id, upstream.Pair("span"));
            if (upstream.Text("name") is { } name)
                Add(Named(name, page.Id, "source"), page.Id, upstream.Text("link") ?? "", words is null ? "" : $"«{WhiteSpace.Fold(words)}»", claims: 0);
        }
    }

    // A chain runs outward from the page. What stands in a copy comes by way of the page that it copies, so its chain is drawn there.
    private void AddChain(Row said)
    {
        var chain = said.Rows("chain").Where(l => l.Text("who") is not null).ToList();
        if (said.Text("document") is not { } page || !_nodes.ContainsKey(page) || chain.Count == 0 || chain[0].Text("link") == "reused-sentences")
            return;
        var to = page;
        for (var i = 0; i < chain.Count; i++)
        {
            var from = Named(_record.Name(chain[i].Text("who")!), page, i == chain.Count - 1 ? "speaker" : "source");
            if (from != to)
                Add(from, to, chain[i].Text("link") ?? "", "", claims: 1);
            to = from;
        }
    }

    // An outlet that has a page here is that page: its first, as it is the one that others can have read.
    private string Named(string name, string forPage, string kind)
    {
        if (string.Equals(_record.Outlet(forPage), name, StringComparison.OrdinalIgnoreCase))
            return forPage;
        if (_pageOf.TryGetValue(name, out var page))
            return page;
        var id = "n:" + name;
        // Who is named as a source and speaks for himself elsewhere is a speaker.
        if (!_nodes.TryGetValue(id, out var node) || (node.Kind == "source" && kind == "speaker"))
            _nodes[id] = new SourceNode(id, kind, name, null, null);
        return id;
    }

    private void Add(string from, string to, string link, string reason, int claims)
    {
        if (from == to)
            return;
        var key = (from, to, link);
        if (_edges.TryGetValue(key, out var edge))
        {
            _edges[key] = edge with { Claims = edge.Claims + claims, Reason = edge.Reason.Length > 0 ? edge.Reason : reason };
            return;
        }
        _edges[key] = new SourceEdge(from, to, link, reason, claims);
        _order.Add(key);
    }
}

/// <summary>A page, or somebody named as a source of one.</summary>
/// <param name="Kind"><c>page</c>, <c>source</c> or <c>speaker</c>.</param>
/// <param name="Name">Outlet or name.</param>
/// <param name="Day">A page's day, as far as known.</param>
internal sealed record SourceNode(string Id, string Kind, string Name, string? Day, string? Path)
{
    public string Label => Day is null ? Name : $"{Name}, {Day}";
}

/// <summary>Who took from whom.</summary>
/// <param name="Link">How that is known.</param>
/// <param name="Reason">The words or figures that show it.</param>
/// <param name="Claims">How many statements came this way; 0 for an edge between whole texts.</param>
internal sealed record SourceEdge(string From, string To, string Link, string Reason, int Claims)
{
    /// <summary>Link, reason and number in one line.</summary>
    public string Words
    {
        get
        {
            var parts = new[] { Link.Replace('-', ' '), Reason, Claims == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{Claims} {(Claims == 1 ? "claim" : "claims")}") };
            return string.Join(": ", parts.Where(p => p.Length > 0));
        }
    }
}
