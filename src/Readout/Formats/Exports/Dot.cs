using System.Text;

namespace Readout.Formats.Exports;

/// <summary>The graph of the sources in Graphviz's language; reasons stand on the edges.</summary>
internal static class Dot
{
    public static void Write(RecordView record, ExportOptions options, Stream output)
    {
        var graph = SourceGraph.Of(record);
        using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        text.WriteLine("digraph sources {");
        text.WriteLine(" rankdir=LR;");
        text.WriteLine(" node [shape=box];");
        foreach (var node in graph.Nodes)
            text.WriteLine($" {Quoted(node.Id)} [label={Quoted(node.Label)}{Shape(node)}{(node.Path is null ? "" : ", tooltip=" + Quoted(node.Path))}];");
        foreach (var edge in graph.Edges)
            text.WriteLine($" {Quoted(edge.From)} -> {Quoted(edge.To)} [label={Quoted(edge.Link.Replace('-', ' '))}, tooltip={Quoted(edge.Words)}];");
        text.WriteLine("}");
    }

    // Kinds are told apart by shape; colour may not print.
    private static string Shape(SourceNode node) => node.Kind switch
    {
        "speaker" => ", shape=ellipse",
        "source" => ", style=dashed",
        _ => "",
    };

    // A backslash begins an escape in labels, and a line in the source must end where it seems to.
    private static string Quoted(string words)
    {
        var text = new StringBuilder("\"");
        foreach (var c in Readable.Clean(WhiteSpace.Fold(words)))
        {
            if (c is '"' or '\\')
                text.Append('\\');
            text.Append(c);
        }
        return text.Append('"').ToString();
    }
}
