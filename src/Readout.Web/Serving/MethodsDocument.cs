using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Readout.Web.Serving;

/// <summary>Our own account of how well each stage does (<c>docs/methods.md</c>), as HTML. Links into the repository lead nowhere from here, so their words stay alone; pictures are left out.</summary>
internal static class MethodsDocument
{
    /// <summary>The HTML, made once.</summary>
    public static string Html { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(MethodsDocument).Assembly.GetManifestResourceStream("methods.md")!;
        using var reader = new StreamReader(stream);
        var pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();
        var document = Markdown.Parse(reader.ReadToEnd(), pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            while (!link.IsImage && link.FirstChild is { } words)
            {
                words.Remove();
                link.InsertBefore(words);
            }
            link.Remove();
        }
        // a corner without words is no header
        return document.ToHtml(pipeline).Replace("<th></th>", "<td></td>", StringComparison.Ordinal);
    }
}
