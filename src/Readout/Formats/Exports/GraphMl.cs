using System.Globalization;
using System.Xml;

namespace Readout.Formats.Exports;

/// <summary>The graph of the sources as GraphML.</summary>
internal static class GraphMl
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    private static readonly (string Key, string For, string Type)[] Keys =
    [
        ("kind", "node", "string"), ("name", "node", "string"), ("label", "node", "string"), ("published", "node", "string"), ("path", "node", "string"),
        ("link", "edge", "string"), ("reason", "edge", "string"), ("claims", "edge", "int"),
    ];

    public static void Write(RecordView record, ExportOptions options, Stream output)
    {
        var graph = SourceGraph.Of(record);
        using (var xml = Xml.Writer(output))
        {
            xml.WriteStartElement("graphml", Namespace);
            foreach (var (key, of, type) in Keys)
            {
                xml.WriteStartElement("key", Namespace);
                xml.WriteAttributeString("id", key);
                xml.WriteAttributeString("for", of);
                xml.WriteAttributeString("attr.name", key);
                xml.WriteAttributeString("attr.type", type);
                xml.WriteEndElement();
            }
            xml.WriteStartElement("graph", Namespace);
            xml.WriteAttributeString("id", "sources");
            xml.WriteAttributeString("edgedefault", "directed");
            // An id is a name token here, so nodes are numbered; their names are data.
            var ids = graph.Nodes.Select((n, i) => (n.Id, Number: "n" + i.ToString(CultureInfo.InvariantCulture))).ToDictionary(n => n.Id, n => n.Number, StringComparer.Ordinal);
            foreach (var node in graph.Nodes)
                WriteNode(xml, node, ids[node.Id]);
            foreach (var edge in graph.Edges)
                WriteEdge(xml, edge, ids);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        output.WriteByte((byte)'\n');
    }

    private static void WriteNode(XmlWriter xml, SourceNode node, string id)
    {
        xml.WriteStartElement("node", Namespace);
        xml.WriteAttributeString("id", id);
        Data(xml, "kind", node.Kind);
        Data(xml, "name", node.Name);
        Data(xml, "label", node.Label);
        Data(xml, "published", node.Day);
        Data(xml, "path", node.Path);
        xml.WriteEndElement();
    }

    private static void WriteEdge(XmlWriter xml, SourceEdge edge, Dictionary<string, string> ids)
    {
        xml.WriteStartElement("edge", Namespace);
        xml.WriteAttributeString("source", ids[edge.From]);
        xml.WriteAttributeString("target", ids[edge.To]);
        Data(xml, "link", edge.Link);
        Data(xml, "reason", edge.Reason);
        Data(xml, "claims", edge.Claims.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private static void Data(XmlWriter xml, string key, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        xml.WriteStartElement("data", Namespace);
        xml.WriteAttributeString("key", key);
        xml.WriteString(Readable.Clean(value));
        xml.WriteEndElement();
    }
}
