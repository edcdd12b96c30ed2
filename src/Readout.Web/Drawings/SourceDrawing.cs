using Readout.Web.Records;

namespace Readout.Web.Drawings;

/// <summary>Who a text goes back to, or a page.</summary>
/// <param name="Page">Null for a source that is named but has no page here.</param>
public sealed record SourceNode(string Name, string Detail, PageRecord? Page, double X, double Y);

/// <summary>Somebody took from somebody, and how that is known.</summary>
public sealed record SourceEdge(SourceNode From, SourceNode To, string Reason);

/// <summary>Named sources at the left, the first pages beside them, then what takes from those: an arrow runs with the words.</summary>
public sealed record SourceDrawing(double Width, double Height, IReadOnlyList<SourceNode> Nodes, IReadOnlyList<SourceEdge> Edges)
{
    public const double Box = 190, BoxHeight = 44;

    private const double Across = 270, Down = 58;
    private const int Most = 60;

    /// <summary>Draws the story's sources; null where nothing depends on anything, or too much to be read in a picture.</summary>
    public static SourceDrawing? Of(StoryView story)
    {
        var links = story.Record.Families.SelectMany(f => f.Links).Concat(story.Record.Reuse).DistinctBy(l => (l.From, l.To)).ToList();
        var outlets = story.Record.Documents.Select(d => d.Outlet?.Value).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var named = story.Record.Documents.SelectMany(d => Named(story, d, outlets).Select(n => (Page: d, n.Name, n.Link))).ToList();
        var taking = links.Select(l => l.From).Concat(links.Select(l => l.To)).Concat(named.Select(n => n.Page.Id)).ToHashSet(StringComparer.Ordinal);
        var pages = story.Record.Documents.Where(d => taking.Contains(d.Id)).ToList();
        var sources = named.Select(n => n.Name).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).ToList();
        if (pages.Count == 0 || pages.Count + sources.Count > Most)
            return null;
        var first = sources.Count > 0 ? 1 : 0;
        var columns = new Dictionary<int, int>();
        var nodes = new Dictionary<string, SourceNode>(StringComparer.OrdinalIgnoreCase);
        foreach (var source in sources)
            nodes["named " + source] = Node(source, "no page here", null, 0);
        foreach (var page in pages)
            nodes[page.Id] = Node(page.Name, InWords.PublishedOn(page), page, first + Depth(page.Id, links, []));
        return new SourceDrawing(
            nodes.Values.Max(n => n.X) + Box + 8, (columns.Values.Max() * Down) + 8, [.. nodes.Values],
            [
                .. links.Where(l => nodes.ContainsKey(l.To) && nodes.ContainsKey(l.From)).Select(l => new SourceEdge(nodes[l.To], nodes[l.From], $"{InWords.Name(l.Link)}: {l.Reason}")),
                .. named.DistinctBy(n => (n.Page.Id, n.Name)).Select(n => new SourceEdge(nodes["named " + n.Name], nodes[n.Page.Id], InWords.Name(n.Link))),
            ]);

        SourceNode Node(string name, string detail, PageRecord? page, int column)
        {
            var row = columns[column] = columns.GetValueOrDefault(column) + 1;
            return new SourceNode(name, detail, page, 4 + (column * Across), 4 + ((row - 1) * Down));
        }
    }

    /// <summary>Sources that a page names for its text and that have no page of their own among those it takes from.</summary>
    private static IEnumerable<(string Name, string Link)> Named(StoryView story, PageRecord page, HashSet<string> outlets)
    {
        var family = story.Family(page.Id);
        if (family is not null && family.Origin != page.Id)
            yield break;
        if (family?.UnseenOrigin is { } unseen)
            yield return (unseen.Name, "credited");
        foreach (var upstream in page.Upstream.DistinctBy(u => u.Name))
        {
            if (!outlets.Contains(upstream.Name) && upstream.Name != family?.UnseenOrigin?.Name)
                yield return (upstream.Name, upstream.Link);
        }
    }

    private static int Depth(string page, List<LinkRecord> links, HashSet<string> above) =>
        above.Add(page) ? links.Where(l => l.From == page).Select(l => 1 + Depth(l.To, links, [.. above])).DefaultIfEmpty(0).Max() : 0;
}
