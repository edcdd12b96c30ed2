using System.Globalization;
using Readout.Text;

namespace Readout.Formats;

/// <summary>The appendix: every cited paragraph with its words marked, so that each citation leads to the page's own text.</summary>
internal sealed class HtmlEvidence(BriefView view)
{
    private readonly Dictionary<string, SortedSet<Span>> _cited = new(StringComparer.Ordinal);

    /// <summary>Asks for a place to be shown.</summary>
    public void Add(string document, Span span)
    {
        if (!_cited.TryGetValue(document, out var spans))
            _cited[document] = spans = [];
        spans.Add(span);
    }

    public void Write(Markup html)
    {
        html.Raw("<section id=\"words\">\n<h2>The words</h2>\n");
        foreach (var source in view.Sources)
        {
            if (!_cited.TryGetValue(source.Document.Id, out var spans))
                continue;
            var language = source.Document.Article.Language is { } l ? $" lang=\"{Markup.Encode(l)}\"" : "";
            html.Raw("<article>\n<h3>").Text(string.Create(CultureInfo.InvariantCulture, $"{source.Number}. {source.Credit}"))
                .Raw("</h3>\n").Element("p", source.Title, $"class=\"title\" dir=\"auto\"{language}").Raw("\n");
            foreach (var paragraph in spans.GroupBy(source.Paragraph).OrderBy(g => g.Key))
            {
                html.Raw($"<p class=\"words\" dir=\"auto\"{language}>");
                WriteMarked(html, source, paragraph.Key, [.. paragraph]);
                html.Raw("</p>\n");
            }
            html.Raw("</article>\n");
        }
        html.Raw("</section>\n");
    }

    // Marks may overlap or lie in one another: the paragraph is cut at every end of a mark, and an anchor stands where each begins.
    private static void WriteMarked(Markup html, Source source, Span paragraph, List<Span> marks)
    {
        var cuts = new SortedSet<int> { paragraph.Start, paragraph.End };
        foreach (var mark in marks)
        {
            cuts.Add(mark.Start);
            cuts.Add(mark.End);
        }
        var at = paragraph.Start;
        foreach (var cut in cuts)
        {
            if (cut > at)
            {
                var piece = new Span(at, cut);
                var words = source.Document.Slice(piece);
                if (marks.Exists(m => m.Contains(piece)))
                    html.Element("mark", words);
                else
                    html.Text(words);
                at = cut;
            }
            foreach (var mark in marks.Where(m => m.Start == cut))
                html.Raw("<a class=\"at\" id=\"").Raw(Markup.Anchor(source, mark)).Raw("\"></a>");
        }
    }
}
