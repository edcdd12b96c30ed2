using Readout.Annotations;
using Readout.Text;

namespace Readout.Web.Records;

/// <summary>A run of a paragraph with what stands on it.</summary>
/// <param name="Kinds">quotation, time, quantity, name; empty for plain words.</param>
public sealed record HighlightRun(string Text, IReadOnlyList<string> Kinds);

/// <summary>What a document's layers found, paragraph by paragraph, for a reader to see.</summary>
public static class Highlight
{
    /// <summary>Every kind there is.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["quotation", "time", "quantity", "name"];

    /// <summary>The runs of each paragraph.</summary>
    /// <param name="kinds">Which are shown.</param>
    /// <param name="at">A place that was asked for, shown as kind <c>at</c>; null for none.</param>
    public static IReadOnlyList<IReadOnlyList<HighlightRun>> Of(Document document, IReadOnlySet<string> kinds, Span? at)
    {
        var marks = new List<(Span Span, string Kind)>();
        if (kinds.Contains("quotation"))
            marks.AddRange(document.Quotations.SelectMany(q => q.Content).Select(s => (s, "quotation")));
        if (kinds.Contains("time"))
            marks.AddRange(document.Times.Select(t => (t.Span, "time")));
        if (kinds.Contains("quantity"))
            marks.AddRange(document.Quantities.Select(q => (q.Span, "quantity")));
        if (kinds.Contains("name"))
            marks.AddRange(document.Mentions.Where(m => m.Form == MentionForm.Name).Select(m => (m.Span, "name")));
        if (at is { } asked)
            marks.Add((asked, "at"));
        return [.. document.Article.Paragraphs.Select(p => Runs(document, p.Span, marks))];
    }

    private static List<HighlightRun> Runs(Document document, Span paragraph, List<(Span Span, string Kind)> marks)
    {
        var here = marks.Where(m => m.Span.Start < paragraph.End && m.Span.End > paragraph.Start).ToList();
        var cuts = here.SelectMany(m => new[] { Math.Max(m.Span.Start, paragraph.Start), Math.Min(m.Span.End, paragraph.End) })
            .Append(paragraph.Start).Append(paragraph.End).Distinct().Order().ToList();
        var runs = new List<HighlightRun>(cuts.Count);
        for (var i = 0; i + 1 < cuts.Count; i++)
        {
            var run = new Span(cuts[i], cuts[i + 1]);
            runs.Add(new HighlightRun(document.Slice(run), [.. here.Where(m => m.Span.Contains(run)).Select(m => m.Kind).Distinct(StringComparer.Ordinal)]));
        }
        return runs;
    }
}
