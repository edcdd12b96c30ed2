using Readout.Text;

namespace Readout.Pages;

/// <summary>Reads a plain-text page: the text is the decoded file, its blocks are paragraphs and single lines.</summary>
internal static class PlainTextPage
{
    public static Page Read(string path, string sha256, DecodedText decoded)
    {
        var text = new SourceText(decoded.Text);
        var metadata = new List<MetadataLine>();
        var start = FrontMatter.Read(decoded.Text, metadata);
        var blocks = PlainTextBlocks.Find(decoded.Text, start);
        return new Page(path, sha256, MediaType.PlainText, text, metadata, blocks, decoded.Diagnostics);
    }
}
