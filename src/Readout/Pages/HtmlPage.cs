using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Readout.Text;

namespace Readout.Pages;

/// <summary>Reads an HTML page: its metadata as first lines, then what a reader would see, block by block.</summary>
internal static class HtmlPage
{
    public static Page Read(string path, string sha256, DecodedText decoded)
    {
        var diagnostics = new List<Diagnostic>();
        foreach (var odd in decoded.Diagnostics)
            diagnostics.Add(odd with { Span = null });      // its place was in the markup, not in the rendered text
        var markup = HtmlDepth.Limit(decoded.Text, out var nested);
        if (nested)
            diagnostics.Add(new(DiagnosticCode.DeepNesting, $"elements nested more than {HtmlDepth.Max} deep were flattened"));
        using var document = new HtmlParser(new HtmlParserOptions { IsScripting = false, SkipComments = true }).ParseDocument(markup);
        return Render(path, sha256, document, diagnostics);
    }

    private static Page Render(string path, string sha256, IHtmlDocument document, List<Diagnostic> diagnostics)
    {
        var writer = new PageWriter();
        HtmlMetadata.Write(document, writer);
        writer.EndMetadata();
        HtmlRenderer.Render(document, writer);
        // Character references may name what no text can hold; the parser puts U+FFFD, scripts' strings may still hold halves of pairs.
        var text = Decoder.Clean(writer.Text, []);
        return new Page(path, sha256, MediaType.Html, new SourceText(text), writer.Metadata, writer.Blocks, diagnostics);
    }
}
