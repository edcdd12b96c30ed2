using Readout.Annotations;
using Readout.Claims;
using Readout.Text;

namespace Readout.Formats;

/// <summary>The status of a prospect over time: a box per move of the status, in the order in which the words were said, each leading to its sentence.</summary>
internal static class HtmlStrip
{
    private const double Box = 118, Gap = 22, Height = 58;

    public static void Write(Markup html, BriefView view, HtmlEvidence evidence, Prospect prospect)
    {
        var steps = prospect.History;
        if (steps.Count == 0)
            return;
        foreach (var step in steps)
        {
            evidence.Add(step.Document, step.Span);
            if (step.Condition is { } condition)
                evidence.Add(step.Document, condition);
        }
        var moves = steps.Where((s, i) => i == 0 || s.Status != steps[i - 1].Status).ToList();
        if (moves.Count > 1)
            WriteChart(html, view, moves);
        WriteTable(html, view, steps);
    }

    private static void WriteChart(Markup html, BriefView view, IReadOnlyList<ProspectStep> steps)
    {
        html.Raw("<figure>\n<div class=\"chart\" tabindex=\"0\" role=\"region\" aria-label=\"Status over time; the table below says the same\">\n<svg role=\"img\" aria-label=\"Status over time\" width=\"")
            .Number((steps.Count * (Box + Gap)) - Gap + 2).Raw("\" height=\"").Number(Height + 2).Raw("\">\n");
        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            var x = 1 + (i * (Box + Gap));
            if (i > 0)
                html.Raw("<path class=\"edge\" d=\"M").Number(x - Gap + 3).Raw(" 30h").Number(Gap - 9).Raw("l-5 -4m5 4l-5 4\"/>");
            html.Raw("<a href=\"#").Raw(Markup.Anchor(view.Source(step.Document), step.Span)).Raw("\"><rect class=\"step ").Raw(EnumNames.Of(step.Status))
                .Raw("\" x=\"").Number(x).Raw("\" y=\"1\" width=\"").Number(Box).Raw("\" height=\"").Number(Height).Raw("\" rx=\"3\"/>")
                .Raw("<text class=\"status\" x=\"").Number(x + 10).Raw("\" y=\"25\">").Text(Words(step.Status)).Raw("</text>")
                .Raw("<text class=\"tick\" x=\"").Number(x + 10).Raw("\" y=\"44\">").Text(Short(Dates.Of(step.Date))).Raw("</text></a>\n");
        }
        html.Raw("</svg>\n</div>\n</figure>\n");
    }

    private static void WriteTable(Markup html, BriefView view, IReadOnlyList<ProspectStep> steps)
    {
        html.Raw("<details><summary>").Text(BriefView.Count(steps.Count, "step")).Raw(" with the words behind each</summary>\n<table>\n<thead><tr><th scope=\"col\">Said</th><th scope=\"col\">Status</th><th scope=\"col\">By</th><th scope=\"col\">Words</th><th scope=\"col\">Condition</th></tr></thead>\n<tbody>\n");
        foreach (var step in steps)
        {
            var source = view.Source(step.Document);
            html.Raw("<tr>").Element("td", Dates.Of(step.Date)).Element("td", Words(step.Status)).Element("td", step.Speaker is { } who ? view.Name(who) : "the page")
                .Raw("<td dir=\"auto\">").Text(WhiteSpace.Fold(source.Document.Slice(step.Span))).Raw(" <cite>").LinkTo(source, step.Span, source.Credit).Raw("</cite></td><td dir=\"auto\">");
            if (step.Condition is { } condition)
                html.LinkTo(source, condition, WhiteSpace.Fold(source.Document.Slice(condition)));
            html.Raw("</td></tr>\n");
        }
        html.Raw("</tbody>\n</table>\n</details>\n");
    }

    private static string Words(ProspectStatus status) => EnumNames.Of(status).Replace('-', ' ');

    private static string Short(string words) => words.Length <= 17 ? words : words[..16] + "…";
}
