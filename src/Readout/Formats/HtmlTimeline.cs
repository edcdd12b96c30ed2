using Readout.Annotations;
using Readout.Briefs;
using Readout.Text;

namespace Readout.Formats;

/// <summary>Two lanes: when it happened, or should, and when it was reported. State by shape and word: a dot happened, a ring is denied, a diamond is still to come.</summary>
internal static class HtmlTimeline
{
    private const double Column = 64, Left = 92, Upper = 44, Lower = 112, Height = 208;

    public static void Write(Markup html, BriefView view, HtmlEvidence evidence)
    {
        var entries = view.Brief.Timeline;
        if (entries.Count == 0)
            return;
        foreach (var entry in entries)
            evidence.Add(entry.Document, entry.Span);
        WriteChart(html, view, [.. entries.Where(e => Key(e.Date) is not null)]);
        WriteTable(html, view, entries);
    }

    private static void WriteChart(Markup html, BriefView view, List<TimelineEntry> entries)
    {
        // In order but not to scale: one old date would squeeze the rest into a corner.
        var days = entries.Select(e => Key(e.Date)).Concat(entries.Select(e => Key(e.Reported))).OfType<NodaTime.LocalDate>().Distinct().Order().ToList();
        if (days.Count < 2)
            return;
        var width = Left + (days.Count * Column) + 16;
        html.Raw("<figure>\n<div class=\"chart\" tabindex=\"0\" role=\"region\" aria-label=\"Timeline; the table below says the same\">\n<svg role=\"img\" aria-label=\"Timeline\" width=\"")
            .Number(width).Raw("\" height=\"").Number(Height).Raw("\">\n");
        Lane(html, "happened", Upper, width);
        Lane(html, "reported", Lower, width);
        for (var i = 0; i < days.Count; i++)
        {
            html.Raw("<text class=\"tick\" transform=\"translate(").Number(X(i) + 4).Raw(" ").Number(Lower + 24).Raw(") rotate(40)\">").Text(Tick(days[i], entries)).Raw("</text>\n");
        }
        var placed = new Dictionary<(int, bool), int>();
        foreach (var entry in entries)
        {
            var column = days.IndexOf(Key(entry.Date)!.Value);
            var level = placed[(column, true)] = placed.GetValueOrDefault((column, true)) + 1;
            var y = Upper - ((Math.Min(level, 4) - 1) * 10);
            var source = view.Source(entry.Document);
            if (Key(entry.Reported) is { } reported)
            {
                html.Raw("<line class=\"link\" x1=\"").Number(X(column)).Raw("\" y1=\"").Number(y).Raw("\" x2=\"").Number(X(days.IndexOf(reported)))
                    .Raw("\" y2=\"").Number(Lower).Raw("\"/><circle class=\"report\" cx=\"").Number(X(days.IndexOf(reported))).Raw("\" cy=\"").Number(Lower).Raw("\" r=\"3\"/>");
            }
            html.Raw("<a href=\"#").Raw(Markup.Anchor(source, entry.Span)).Raw("\">").Raw(Shape(entry.Modality, X(column), y))
                .Element("title", $"{Dates.Of(entry.Date)}, {EnumNames.Of(entry.Modality)}: {WhiteSpace.Fold(source.Document.Slice(entry.Span))}").Raw("</g></a>\n");
        }
        html.Raw("</svg>\n</div>\n<figcaption>● happened  ◆ planned, possible or conditional  ○ denied. In order, not to scale.</figcaption>\n</figure>\n");
    }

    private static void WriteTable(Markup html, BriefView view, IReadOnlyList<TimelineEntry> entries)
    {
        html.Raw("<table>\n<thead><tr><th scope=\"col\">When</th><th scope=\"col\">State</th><th scope=\"col\">Words</th><th scope=\"col\">Reported</th></tr></thead>\n<tbody>\n");
        foreach (var entry in entries)
        {
            var source = view.Source(entry.Document);
            html.Raw("<tr>").Element("td", Dates.Of(entry.Date)).Element("td", EnumNames.Of(entry.Modality).Replace('-', ' ')).Raw("<td dir=\"auto\">")
                .Text(WhiteSpace.Fold(source.Document.Slice(entry.Span))).Raw("</td><td><cite>").LinkTo(source, entry.Span, source.Credit).Raw("</cite></td></tr>\n");
        }
        html.Raw("</tbody>\n</table>\n");
    }

    private static void Lane(Markup html, string name, double y, double width) =>
        html.Raw("<text class=\"lane\" x=\"0\" y=\"").Number(y + 4).Raw("\">").Text(name).Raw("</text><line class=\"axis\" x1=\"").Number(Left - 16)
            .Raw("\" x2=\"").Number(width).Raw("\" y1=\"").Number(y).Raw("\" y2=\"").Number(y).Raw("\"/>\n");

    // A column that only months or years fall on is called so, not by their first day.
    private static string Tick(NodaTime.LocalDate day, List<TimelineEntry> entries)
    {
        var isDay = entries.Exists(e => Key(e.Reported) == day || (e.Date.IsDay && e.Date.Earliest == day));
        return isDay ? Dates.Of(day) : Dates.Of(entries.First(e => Key(e.Date) == day).Date);
    }

    private static double X(int column) => Left + (column * Column);

    // Ends open, so that the caller can put a title inside.
    private static string Shape(Modality modality, double x, double y)
    {
        var (cx, cy) = (Coordinate(x), Coordinate(y));
        return modality switch
        {
            Modality.Denied => $"<g class=\"denied\"><circle cx=\"{cx}\" cy=\"{cy}\" r=\"5\"/>",
            Modality.Happened or Modality.Ongoing => $"<g class=\"happened\"><circle cx=\"{cx}\" cy=\"{cy}\" r=\"5\"/>",
            _ => $"<g class=\"planned\"><rect x=\"{Coordinate(x - 4.5)}\" y=\"{Coordinate(y - 4.5)}\" width=\"9\" height=\"9\" transform=\"rotate(45 {cx} {cy})\"/>",
        };
    }

    private static string Coordinate(double value) => Math.Round(value, 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static NodaTime.LocalDate? Key(DateRange range) => range.Earliest ?? range.Latest;
}
