using System.Globalization;
using Readout.Annotations;
using Readout.Claims;
using Readout.Text;

namespace Readout.Formats;

/// <summary>Claims against origins: a row a claim, a column a text; what stands in a cell is said by shape and by word.</summary>
internal static class HtmlMatrix
{
    // More would be a wall; the list below has them all.
    private const int MostRows = 60;

    public static void Write(Markup html, BriefView view, HtmlEvidence evidence)
    {
        var claims = view.Brief.Ledger.Claims.Take(MostRows).ToList();
        var columns = Columns(view, claims);
        if (claims.Count < 2 || columns.Count < 2)
            return;
        var disputed = Disputed(view.Brief.Ledger);
        html.Raw("<figure>\n<div class=\"chart\" tabindex=\"0\" role=\"region\" aria-label=\"Claims by origin\">\n<table class=\"matrix\">\n<thead><tr><th scope=\"col\">Claim</th>");
        foreach (var column in columns)
            html.Raw("<th scope=\"col\">").Text(Name(view, column)).Raw("</th>");
        html.Raw("</tr></thead>\n<tbody>\n");
        foreach (var claim in claims)
            WriteRow(html, view, evidence, claim, columns, disputed);
        html.Raw("</tbody>\n</table>\n</div>\n<figcaption>● says so  ✕ denies it  ◇ as planned, possible or conditional  ≠ disputed value  · silent. A column is one text with all its copies.</figcaption>\n</figure>\n");
    }

    // One text with its copies a column, in the order of its first page.
    private static List<IReadOnlyList<string>> Columns(BriefView view, IReadOnlyList<Claim> claims)
    {
        var used = claims.SelectMany(c => c.Attestations).Select(a => a.Document).ToHashSet(StringComparer.Ordinal);
        var columns = new List<IReadOnlyList<string>>();
        var placed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in view.Sources.Where(s => used.Contains(s.Document.Id)))
        {
            IReadOnlyList<string> text = source.Family?.Documents ?? [source.Document.Id];
            if (placed.Add(text[0]))
                columns.Add(text);
        }
        return columns;
    }

    private static string Name(BriefView view, IReadOnlyList<string> documents)
    {
        var first = documents.Select(view.Source).MinBy(s => s.Number)!;
        return documents.Count == 1 ? first.Name : string.Create(CultureInfo.InvariantCulture, $"{first.Name} +{documents.Count - 1}");
    }

    private static void WriteRow(Markup html, BriefView view, HtmlEvidence evidence, Claim claim, List<IReadOnlyList<string>> columns, HashSet<Citation> disputed)
    {
        var source = view.Source(claim.Statement.Document);
        evidence.Add(claim.Statement.Document, claim.Statement.Span);
        html.Raw("<tr><th scope=\"row\" dir=\"auto\">").LinkTo(source, claim.Statement.Span, WhiteSpace.Fold(source.Document.Slice(claim.Statement.Span))).Raw("</th>");
        foreach (var column in columns)
        {
            if (claim.Attestations.FirstOrDefault(a => column.Contains(a.Document)) is not { } attestation)
            {
                html.Raw("<td aria-label=\"silent\">·</td>");
                continue;
            }
            var (shape, word) = State(attestation, disputed);
            evidence.Add(attestation.Document, attestation.Span);
            var cited = view.Source(attestation.Document);
            html.Raw("<td><a href=\"#").Raw(Markup.Anchor(cited, attestation.Span)).Raw("\" aria-label=\"").Text($"{word}, {cited.Credit}").Raw("\" title=\"").Text($"{word}, {cited.Credit}").Raw("\">").Text(shape).Raw("</a></td>");
        }
        html.Raw("</tr>\n");
    }

    private static (string Shape, string Word) State(Attestation attestation, HashSet<Citation> disputed)
    {
        if (!attestation.Affirmed)
            return ("✕", "denies it");
        if (disputed.Contains(new Citation(attestation.Document, attestation.Span)))
            return ("≠", "says so; disputed");
        return attestation.Modality is Modality.Happened or Modality.Ongoing or Modality.Denied ? ("●", "says so") : ("◇", EnumNames.Of(attestation.Modality));
    }

    private static HashSet<Citation> Disputed(Ledger ledger) =>
        [.. ledger.Disputes.Where(d => d.Scope == DisputeScope.BetweenSources).SelectMany(d => d.Sides).SelectMany(s => s.Attestations)];
}
