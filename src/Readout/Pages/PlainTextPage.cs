using Readout.Text;

namespace Readout.Pages;

/// <summary>Reads a plain-text page: the text is the decoded file, its blocks are paragraphs and single lines.</summary>
internal static class PlainTextPage
{
    /// <param name="path">Where the bytes came from.</param>
    /// <param name="sha256">Hash of the bytes.</param>
    /// <param name="decoded">The text.</param>
    /// <param name="bearer">What bears the page says about it; it then stands as lines before the text. Null for a file of its own.</param>
    public static Page Read(string path, string sha256, DecodedText decoded, IReadOnlyList<BorneLine>? bearer = null)
    {
        if (bearer is { Count: > 0 })
            return Borne(path, sha256, decoded, bearer);
        var text = new SourceText(decoded.Text);
        var metadata = new List<MetadataLine>();
        var start = FrontMatter.Read(decoded.Text, metadata);
        var blocks = PlainTextBlocks.Find(decoded.Text, start);
        return new Page(path, sha256, MediaType.PlainText, text, metadata, blocks, decoded.Diagnostics);
    }

    private static Page Borne(string path, string sha256, DecodedText decoded, IReadOnlyList<BorneLine> bearer)
    {
        var writer = new PageWriter();
        foreach (var line in bearer)
            writer.Line(line.Where, line.Name, line.Label, line.Value);
        writer.EndMetadata();
        var head = Decoder.Clean(writer.Text, []);
        var own = new List<MetadataLine>();
        var start = head.Length + FrontMatter.Read(decoded.Text, own);
        var text = head + decoded.Text;
        IReadOnlyList<MetadataLine> metadata = [.. writer.Metadata, .. own.Select(l => l with { Span = Moved(l.Span, head.Length) })];
        IReadOnlyList<Diagnostic> diagnostics = [.. decoded.Diagnostics.Select(d => d.Span is { } span ? d with { Span = Moved(span, head.Length) } : d)];
        return new Page(path, sha256, MediaType.PlainText, new SourceText(text), metadata, PlainTextBlocks.Find(text, start), diagnostics);
    }

    private static Span Moved(Span span, int by) => new(span.Start + by, span.End + by);
}
