using System.Text;
using System.Xml;
using System.Xml.Linq;
using Readout.Formats.Exports;

namespace Readout.Tests.Formats.Exports;

public class GraphTests
{
    private static readonly XNamespace GraphMl = "http://graphml.graphdrawing.org/xmlns";

    [Fact]
    public void Both_graphs_have_the_same_nodes_and_edges()
    {
        foreach (var sample in ExportedSample.All)
        {
            var (dotNodes, dotEdges) = ReadDot(sample.Write("dot"));
            var xml = XElement.Parse(sample.Write("graphml"));
            var keys = xml.Elements(GraphMl + "key").ToDictionary(k => k.Attribute("id")!.Value, k => k.Attribute("for")!.Value, StringComparer.Ordinal);
            var graph = xml.Element(GraphMl + "graph")!;
            graph.Attribute("edgedefault")!.Value.ShouldBe("directed");
            foreach (var element in graph.Elements())
                element.Elements(GraphMl + "data").ShouldAllBe(d => keys[d.Attribute("key")!.Value] == element.Name.LocalName);
            var labels = graph.Elements(GraphMl + "node").ToDictionary(n => XmlConvert.VerifyNCName(n.Attribute("id")!.Value), n => Fold(Data(n, "label")), StringComparer.Ordinal);
            labels.Values.ShouldBe(dotNodes.Values.Select(n => Fold(n["label"])));
            graph.Elements(GraphMl + "edge").Select(e => (labels[e.Attribute("source")!.Value], labels[e.Attribute("target")!.Value], Data(e, "link").Replace('-', ' ')))
                .ShouldBe(dotEdges.Select(e => (Fold(dotNodes[e.From]["label"]), Fold(dotNodes[e.To]["label"]), e.Attributes["label"])));
        }
    }

    [Fact]
    public void Every_link_of_a_family_is_an_edge_with_its_reason()
    {
        foreach (var sample in ExportedSample.All)
        {
            var edges = SourceGraph.Of(sample.Record).Edges.ToList();
            foreach (var link in sample.Rows("families").SelectMany(f => f.GetProperty("links").EnumerateArray()))
                edges.ShouldContain(e => e.From == link.GetProperty("to").GetString() && e.To == link.GetProperty("from").GetString() && e.Link == link.GetProperty("link").GetString() && e.Reason == link.GetProperty("reason").GetString());
        }
    }

    [Fact]
    public void A_speaker_stands_before_the_first_page_and_not_before_its_copies()
    {
        var dam = ExportedSample.All[0];
        var graph = SourceGraph.Of(dam.Record);
        var family = dam.Rows("families").First();
        var origin = family.GetProperty("origin").GetString()!;
        var onOrigin = graph.Edges.Where(e => e.To == origin && e.Link == "citation").Select(e => e.From).ToList();
        onOrigin.ShouldNotBeEmpty();
        // Whoever speaks in a copy of the origin's words is drawn at the origin.
        var copies = family.GetProperty("documents").EnumerateArray().Select(d => d.GetString()!).Where(d => d != origin).ToList();
        var whole = copies.Where(c => family.GetProperty("links").EnumerateArray().Any(l => l.GetProperty("from").GetString() == c && l.GetProperty("reason").GetString()!.StartsWith("8 of 8", StringComparison.Ordinal))).ToList();
        whole.ShouldNotBeEmpty();
        graph.Edges.Where(e => whole.Contains(e.To) && e.Claims > 0).ShouldBeEmpty();
    }

    private static string Data(XElement element, string key) => element.Elements(GraphMl + "data").Single(d => d.Attribute("key")!.Value == key).Value;

    private static string Fold(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // A second reader, of as much of the DOT language as quoted ids and attribute lists take.
    private static (Dictionary<string, Dictionary<string, string>> Nodes, List<(string From, string To, Dictionary<string, string> Attributes)> Edges) ReadDot(string dot)
    {
        var tokens = new Queue<(string Text, bool Quoted)>(Tokens(dot));
        var (nodes, edges) = (new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal), new List<(string, string, Dictionary<string, string>)>());
        foreach (var expected in new[] { "digraph", "sources", "{", "rankdir", "=", "LR", ";", "node", "[", "shape", "=", "box", "]", ";" })
            tokens.Dequeue().ShouldBe((expected, false));
        while (tokens.Peek() != ("}", false))
        {
            var id = tokens.Dequeue();
            id.Quoted.ShouldBeTrue();
            var target = tokens.Peek() == ("->", false) ? (tokens.Dequeue(), tokens.Dequeue()).Item2.Text : null;
            var attributes = Attributes(tokens);
            tokens.Dequeue().ShouldBe((";", false));
            if (target is null)
                nodes.Add(id.Text, attributes);
            else
                edges.Add((id.Text, target, attributes));
        }
        tokens.Count.ShouldBe(1);
        edges.ShouldAllBe(e => nodes.ContainsKey(e.Item1) && nodes.ContainsKey(e.Item2));
        return (nodes, edges);
    }

    private static Dictionary<string, string> Attributes(Queue<(string Text, bool Quoted)> tokens)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        tokens.Dequeue().ShouldBe(("[", false));
        while (true)
        {
            var name = tokens.Dequeue().Text;
            tokens.Dequeue().ShouldBe(("=", false));
            attributes.Add(name, tokens.Dequeue().Text);
            var next = tokens.Dequeue();
            if (next == ("]", false))
                return attributes;
            next.ShouldBe((",", false));
        }
    }

    private static IEnumerable<(string Text, bool Quoted)> Tokens(string dot)
    {
        for (var i = 0; i < dot.Length;)
        {
            if (char.IsWhiteSpace(dot[i]))
            {
                i++;
            }
            else if (dot[i] == '"')
            {
                var text = new StringBuilder();
                for (i++; dot[i] != '"'; i++)
                {
                    // A label reads \\ and \" ; any other escape would be the page's.
                    if (dot[i] == '\\' && dot[++i] is not ('\\' or '"'))
                        throw new FormatException($"\\{dot[i]} in a label.");
                    text.Append(dot[i]);
                }
                i++;
                yield return (text.ToString(), true);
            }
            else
            {
                var end = i + 1;
                while (char.IsAsciiLetter(dot[i]) && end < dot.Length && char.IsAsciiLetter(dot[end]))
                    end++;
                if (dot[i] == '-' && dot[end] == '>')
                    end++;
                yield return (dot[i..end], false);
                i = end;
            }
        }
    }
}
