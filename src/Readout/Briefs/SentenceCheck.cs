using System.Text;
using Readout.Annotations;
using Readout.Text;

namespace Readout.Briefs;

/// <summary>Nothing is printed before its words are found, letter by letter, at the place it cites.</summary>
internal static class SentenceCheck
{
    /// <summary>The reason why a sentence may not be printed; null where it may.</summary>
    public static string? Fault(string text, IReadOnlyList<(Document Document, Span Span)> citations)
    {
        if (citations.Count == 0)
            return "it cites nothing";
        foreach (var (document, span) in citations)
        {
            if (span.Start < 0 || span.End > document.Text.Length || span.IsEmpty)
                return "its span lies outside the page";
            if (!document.Article.Paragraphs.Any(p => p.Span.Contains(span)) && document.Article.Title?.Span.Contains(span) != true)
                return "its words stand outside the report";
        }
        var words = string.Join(" … ", citations.Select(c => Fold(c.Document.Slice(c.Span))));
        return words == text ? null : "its words differ from those on the page";
    }

    /// <summary>Runs of white space count as one space.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
                folded.Append(c);
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }
        return folded.ToString().TrimEnd();
    }
}
