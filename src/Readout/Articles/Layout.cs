using Readout.Pages;
using Readout.Text;

namespace Readout.Articles;

/// <summary>A page with its report found: what every reader of headline, date and outlet starts from.</summary>
/// <param name="Blocks">All blocks of the page.</param>
/// <param name="Body">Indexes of the report's blocks, in reading order.</param>
internal sealed record Layout(Page Page, IReadOnlyList<BlockView> Blocks, IReadOnlyList<int> Body)
{
    public string Text => Page.Text.Value;

    public bool IsHtml => Page.MediaType == MediaType.Html;

    /// <summary>Index of the report's first block; the number of blocks where there is none.</summary>
    public int First => Body.Count > 0 ? Body[0] : Blocks.Count;

    /// <summary>Index of the report's last block; −1 where there is none.</summary>
    public int Last => Body.Count > 0 ? Body[^1] : -1;

    public string Slice(Span span) => Text[span.Start..span.End];

    public string Slice(BlockView block) => Slice(block.Block.Span);

    /// <summary>Values the markup states under a name, in document order.</summary>
    public IEnumerable<MetadataLine> Metadata(string where, params string[] names) =>
        Page.Metadata.Where(m => m.Where == where && Array.IndexOf(names, m.Name) >= 0);

    public MetadataLine? FirstMetadata(string where, params string[] names) => Metadata(where, names).FirstOrDefault();

    /// <summary>The text at a span with white space folded.</summary>
    public string Folded(Span span) => Fold(Slice(span));

    public static string Fold(string text)
    {
        var folded = new System.Text.StringBuilder(text.Length);
        var pending = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                pending = folded.Length > 0;
                continue;
            }
            if (pending)
                folded.Append(' ');
            pending = false;
            folded.Append(c);
        }
        return folded.ToString();
    }

    /// <summary>A span without the white space at its ends.</summary>
    public Span Trim(Span span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(Text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(Text[end - 1]))
            end--;
        return new Span(start, end);
    }
}
