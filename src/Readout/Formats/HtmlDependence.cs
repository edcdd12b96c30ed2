using System.Globalization;
using Readout.Articles;

namespace Readout.Formats;

/// <summary>Who took from whom: named sources at the left, the pages that took from them to the right, each arrow with its reason.</summary>
internal static class HtmlDependence
{
    private const double Width = 190, Gap = 70, Row = 34;

    // Beyond this a drawing is a knot; the table still holds everything.
    private const int MostNodes = 60;

    public static void Write(Markup html, BriefView view)
    {
        var edges = Edges(view);
        if (edges.Count == 0)
            return;
        var nodes = Layout(view, edges);
        if (nodes.Count <= MostNodes)
            WriteChart(html, nodes, edges);
        html.Raw("<details><summary>").Text(BriefView.Count(edges.Count, "dependence")).Raw(", as a table</summary>\n<table>\n<thead><tr><th scope=\"col\">Page</th><th scope=\"col\">takes from</th><th scope=\"col\">known by</th></tr></thead>\n<tbody>\n");
        foreach (var edge in edges)
            html.Raw("<tr>").Element("td", Label(view, edge.From)).Element("td", Label(view, edge.To)).Element("td", edge.Reason).Raw("</tr>\n");
        html.Raw("</tbody>\n</table>\n</details>\n");
    }

    private static List<Edge> Edges(BriefView view)
    {
        var byOutlet = view.Sources.Where(s => s.Document.Article.Outlet is not null)
            .GroupBy(s => s.Outlet, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First().Document.Id, StringComparer.OrdinalIgnoreCase);
        var edges = new List<Edge>();
        foreach (var source in view.Sources)
        {
            var id = source.Document.Id;
            foreach (var link in source.Family?.Links.Where(l => l.From == id) ?? [])
                edges.Add(new Edge(id, link.To, link.Reason.Length > 0 ? $"{Outline.Words(link.Link)}: {link.Reason}" : Outline.Words(link.Link)));
            foreach (var upstream in source.Document.Upstream)
            {
                var to = byOutlet.GetValueOrDefault(upstream.Name, "source: " + upstream.Name);
                if (to != id && !edges.Exists(e => e.From == id && e.To == to))
                    edges.Add(new Edge(id, to, $"{Outline.Words(upstream.Link)}: «{WhiteSpace.Fold(source.Document.Slice(upstream.Span))}»"));
            }
        }
        return edges;
    }

    // A node stands one column to the right of the furthest one it takes from.
    private static List<Node> Layout(BriefView view, List<Edge> edges)
    {
        var names = edges.SelectMany(e => new[] { e.To, e.From }).Distinct(StringComparer.Ordinal).ToList();
        var depth = names.ToDictionary(n => n, _ => 0, StringComparer.Ordinal);
        for (var round = 0; round < names.Count; round++)
        {
            var moved = false;
            foreach (var edge in edges.Where(e => depth[e.From] <= depth[e.To] && depth[e.To] < 6))
            {
                depth[edge.From] = depth[edge.To] + 1;
                moved = true;
            }
            if (!moved)
                break;
        }
        var rows = new Dictionary<int, int>();
        return names.ConvertAll(name =>
        {
            var column = depth[name];
            var row = rows[column] = rows.GetValueOrDefault(column) + 1;
            return new Node(name, Label(view, name), 1 + (column * (Width + Gap)), 1 + ((row - 1) * Row), view.Sources.Any(s => s.Document.Id == name));
        });
    }

    private static void WriteChart(Markup html, List<Node> nodes, List<Edge> edges)
    {
        var places = nodes.ToDictionary(n => n.Name, StringComparer.Ordinal);
        html.Raw("<figure>\n<div class=\"chart\" tabindex=\"0\" role=\"region\" aria-label=\"Who took from whom; the table below says the same\">\n<svg role=\"img\" aria-label=\"Who took from whom\" width=\"")
            .Number(nodes.Max(n => n.X) + Width + 2).Raw("\" height=\"").Number(nodes.Max(n => n.Y) + Row).Raw("\">\n");
        foreach (var edge in edges)
        {
            var (from, to) = (places[edge.From], places[edge.To]);
            var (x1, y1, x2, y2) = (to.X + Width, to.Y + 13, from.X - 2, from.Y + 13);
            html.Raw("<path class=\"edge\" d=\"M").Number(x1).Raw(" ").Number(y1).Raw("C").Number(x1 + 30).Raw(" ").Number(y1).Raw(" ").Number(x2 - 34).Raw(" ").Number(y2)
                .Raw(" ").Number(x2).Raw(" ").Number(y2).Raw("m-6 -4l6 4l-6 4\">").Element("title", edge.Reason).Raw("</path>\n");
        }
        foreach (var node in nodes)
        {
            html.Raw(node.IsPage ? $"<a href=\"#{node.Name}\">" : "<g>").Raw("<rect class=\"").Raw(node.IsPage ? "page" : "named").Raw("\" x=\"").Number(node.X).Raw("\" y=\"").Number(node.Y)
                .Raw("\" width=\"").Number(Width).Raw("\" height=\"26\" rx=\"3\"/><text class=\"node\" x=\"").Number(node.X + 8).Raw("\" y=\"").Number(node.Y + 17).Raw("\">")
                .Text(Short(node.Label)).Raw("</text>").Element("title", node.Label).Raw(node.IsPage ? "</a>\n" : "</g>\n");
        }
        html.Raw("</svg>\n</div>\n<figcaption>Arrows run from a source to the page that took from it; dashed boxes are named, but not among the pages.</figcaption>\n</figure>\n");
    }

    private static string Label(BriefView view, string node) =>
        view.Sources.FirstOrDefault(s => s.Document.Id == node) is { } source
            ? string.Create(CultureInfo.InvariantCulture, $"{source.Number}. {source.Name}")
            : node["source: ".Length..];

    private static string Short(string words) => words.Length <= 26 ? words : words[..25] + "…";

    private sealed record Edge(string From, string To, string Reason);

    private sealed record Node(string Name, string Label, double X, double Y, bool IsPage);
}
