using Readout.Pages.Dom;
using Readout.Text;

namespace Readout.Pages;

/// <summary>Reads an HTML page: its metadata as first lines, then what a reader would see, block by block.</summary>
internal static class HtmlPage
{
    /// <summary>Reads a page.</summary>
    /// <param name="path">Where the bytes came from.</param>
    /// <param name="sha256">Hash of the bytes.</param>
    /// <param name="decoded">The markup.</param>
    /// <param name="bearer">What bears the page says about it; null where nothing bears it.</param>
    public static Page Read(string path, string sha256, DecodedText decoded, IReadOnlyList<BorneLine>? bearer = null)
    {
        var diagnostics = new List<Diagnostic>();
        foreach (var odd in decoded.Diagnostics)
            diagnostics.Add(odd with { Span = null });      // its place was in the markup, not in the rendered text
        using var markup = HtmlScan.Read(decoded.Text);
        if (markup.IsDeep)
            diagnostics.Add(new(DiagnosticCode.DeepNesting, $"elements nested more than {HtmlDepth.Max} deep were flattened"));
        using var document = DomDocument.Parse(markup);
        StreamedParts.Place(document, markup);
        return Render(path, sha256, document, markup, bearer ?? [], diagnostics);
    }

    private static Page Render(string path, string sha256, DomDocument document, HtmlMarkup markup, IReadOnlyList<BorneLine> bearer, List<Diagnostic> diagnostics)
    {
        var writer = new PageWriter();
        foreach (var line in bearer)
            writer.Line(line.Where, line.Name, line.Label, line.Value);
        HtmlMetadata.Write(document, markup, writer);
        writer.EndMetadata();
        HtmlRenderer.Render(document, writer);
        if (HiddenText.IsMissing(writer) && HiddenText.Write(document, markup, writer) is { } hidden)
            diagnostics.Add(hidden);
        // Character references may name what no text can hold; the parser puts U+FFFD, scripts' strings may still hold halves of pairs.
        var text = Decoder.Clean(writer.Text, []);
        return new Page(path, sha256, MediaType.Html, new SourceText(text), writer.Metadata, writer.Blocks, diagnostics);
    }
}
