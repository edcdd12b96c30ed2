using Readout.Articles;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>A stretch of the page that is read on its own: the title or a paragraph.</summary>
/// <param name="Span">Its place, inside the text and after the segment before it.</param>
/// <param name="Paragraph">Index into <see cref="Article.Paragraphs"/>; −1 for the title.</param>
/// <param name="IsHeading">Title or sub-heading.</param>
internal readonly record struct Segment(Span Span, int Paragraph, bool IsHeading)
{
    /// <summary>Title and paragraphs in the order of the text. A title that a paragraph holds is read there, once.</summary>
    public static IReadOnlyList<Segment> Of(Article article)
    {
        var length = article.Page.Text.Length;
        var segments = new List<Segment>(article.Paragraphs.Count + 1);
        for (var i = 0; i < article.Paragraphs.Count; i++)
            segments.Add(new(article.Paragraphs[i].Span, i, article.Paragraphs[i].IsHeading));
        if (article.Title is { } title && !segments.Exists(s => s.Span.Overlaps(title.Span)))
            segments.Add(new(title.Span, -1, true));
        segments.Sort((a, b) => a.Span.CompareTo(b.Span));

        var apart = new List<Segment>(segments.Count);
        var end = 0;
        foreach (var segment in segments)
        {
            var span = new Span(Math.Clamp(segment.Span.Start, end, Math.Max(end, length)), Math.Min(segment.Span.End, length));
            if (span.IsEmpty)
                continue;
            apart.Add(segment with { Span = span });
            end = span.End;
        }
        return apart;
    }
}
