using System.Text;
using Readout.Briefs;
using Readout.Claims;
using Readout.Text;

namespace Readout.Formats;

/// <summary>
/// The brief as one HTML file that needs nothing else: no script, no network. Every citation is a link to the words,
/// which stand marked in their paragraph at the end; the three counts open their lists; charts have a table beside them.
/// </summary>
public static class Html
{
    /// <summary>Writes the file, UTF-8.</summary>
    public static void Write(Brief brief, FormatOptions options, Stream output) =>
        output.Write(Encoding.UTF8.GetBytes(new HtmlBrief(new BriefView(brief)).Render()));
}

/// <summary>One rendering of one brief.</summary>
internal sealed class HtmlBrief(BriefView view)
{
    private readonly Markup _html = new();
    private readonly HtmlEvidence _evidence = new(view);

    public string Render()
    {
        var heading = Outline.Heading(view);
        _html.Raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
            .Element("title", heading).Raw("\n<style>\n").Raw(Style()).Raw("</style>\n</head>\n<body>\n<header>\n")
            .Element("h1", heading).Raw("\n").Element("p", view.Extent(), "class=\"extent\"").Raw("\n<nav aria-label=\"Sections\"><ul>");
        foreach (var section in view.Sections)
            _html.Raw("<li>").Element("a", section.Name, $"href=\"#{Id(section.Name)}\"").Raw("</li>");
        if (!view.HasSourcesSection)
            _html.Raw("<li><a href=\"#pages\">Pages</a></li>");
        _html.Raw("<li><a href=\"#words\">The words</a></li></ul></nav>\n</header>\n<main>\n");
        foreach (var section in view.Sections)
            WriteSection(section);
        if (!view.HasSourcesSection)
        {
            _html.Raw("<section id=\"pages\">\n<h2>Pages</h2>\n");
            WritePages();
            _html.Raw("</section>\n");
        }
        WriteDropped();
        _evidence.Write(_html);
        _html.Raw("</main>\n<footer><p>Only words from the pages: every sentence was matched against its place before it was printed. ")
            .Raw("Labels, counts and reasons are Readout’s. Numbers in brackets are code points in the page’s text.</p></footer>\n</body>\n</html>\n");
        return _html.ToString();
    }

    private void WriteSection(Section section)
    {
        _html.Raw($"<section id=\"{Id(section.Name)}\">\n").Element("h2", section.Name).Raw("\n");
        if (section.IsTimeline)
            HtmlTimeline.Write(_html, view, _evidence);
        if (section.IsSources)
            WritePages();
        if (section.Kind == SectionKind.Claims)
            HtmlMatrix.Write(_html, view, _evidence);
        foreach (var group in section.IsTimeline ? [] : section.Groups)
            WriteGroup(group, section.IsPending);
        foreach (var note in section.IsSources ? [] : section.Notes)
            _html.Element("p", note, "class=\"note\"").Raw("\n");
        if (section.Groups.Count == 0 && section.Notes.Count == 0)
            _html.Raw("<p class=\"note\">Nothing.</p>\n");
        _html.Raw("</section>\n");
    }

    private void WriteGroup(SubjectGroup group, bool withHistory)
    {
        var subject = group.Subject;
        _html.Raw(subject is { Counts: null } ? "<div class=\"group\">\n" : "<div class=\"line\">\n");
        if (subject is { Counts: null })
        {
            _html.Raw("<p class=\"about\">").Element("strong", subject.Kind, "class=\"kind\"").Raw(" ").Text(subject.Reason).Raw(" ")
                .Element("span", subject.Id, "class=\"id\"").Raw("</p>\n");
        }
        foreach (var sentence in group.Sentences)
            WriteSentence(sentence);
        if (subject?.Counts is { } counts)
            WriteCounts(counts, subject.Id);
        if (withHistory && view.Brief.Ledger.Prospects.FirstOrDefault(p => p.Id == subject?.Id) is { } prospect)
            HtmlStrip.Write(_html, view, _evidence, prospect);
        _html.Raw("</div>\n");
    }

    private void WriteSentence(BriefSentence sentence)
    {
        var source = sentence.Citations.Count > 0 ? view.Source(sentence.Citations[0].Document) : null;
        _html.Raw("<p class=\"sentence\">");
        if (view.Label(sentence) is { } label)
            _html.Element("span", label, "class=\"label\"").Raw(" ");
        _html.Raw($"<span class=\"said\" dir=\"auto\"{Language(source)}>");
        foreach (var (text, isName) in view.Pieces(sentence))
        {
            if (isName)
                _html.Element("span", text, "class=\"who\"");
            else
                _html.Text(text);
        }
        _html.Raw("</span>");
        foreach (var citation in sentence.Citations)
        {
            var cited = view.Source(citation.Document);
            _evidence.Add(citation.Document, citation.Span);
            _html.Raw(" <cite>").LinkTo(cited, citation.Span, cited.Credit).Raw("</cite>");
        }
        _html.Raw("</p>\n");
    }

    private void WriteCounts(Counts counts, string id)
    {
        _html.Raw("<div class=\"counts\">");
        WriteCount(counts.Outlets, "outlet");
        WriteCount(counts.Texts, "text");
        WriteCount(counts.Speakers, "speaker");
        _html.Element("span", id, "class=\"id\"").Raw("</div>\n");
    }

    private void WriteCount(IReadOnlyList<Counted> list, string thing)
    {
        _html.Raw("<details>").Element("summary", BriefView.Count(list.Count, thing)).Raw("<ul>");
        foreach (var counted in list)
        {
            var pages = string.Join(", ", counted.Documents.Select(d => view.Source(d).Number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            _html.Raw("<li>").Element("b", view.Name(counted.Name)).Text($" (page{(counted.Documents.Count == 1 ? "" : "s")} {pages}): {counted.Reason}").Raw("</li>");
        }
        _html.Raw("</ul></details> ");
    }

    private void WritePages()
    {
        HtmlDependence.Write(_html, view);
        _html.Raw("<ol class=\"pages\">\n");
        foreach (var source in view.Sources)
        {
            _html.Raw($"<li id=\"{source.Document.Id}\">").Element("b", source.Outlet).Text($", {source.Day}: ")
                .Element("span", source.Title, $"dir=\"auto\"{Language(source)}").Raw(" ")
                .Element("span", source.Document.Article.Page.Path, "class=\"path\"").Raw(" ").Element("span", source.Document.Id, "class=\"id\"");
            var lines = Outline.Dependence(view, source).Concat(Outline.Oddities(source)).ToList();
            if (lines.Count > 0)
            {
                _html.Raw("<ul>");
                foreach (var line in lines)
                    _html.Element("li", line);
                _html.Raw("</ul>");
            }
            _html.Raw("</li>\n");
        }
        _html.Raw("</ol>\n");
    }

    private void WriteDropped()
    {
        if (view.Brief.Dropped.Count == 0)
            return;
        _html.Raw("<section id=\"left-out\">\n<h2>Left out</h2>\n<ul>");
        foreach (var dropped in view.Brief.Dropped)
            _html.Raw("<li>").Text(WhiteSpace.Fold(dropped.Text)).Raw(" <em>").Text(dropped.Reason).Raw("</em></li>");
        _html.Raw("</ul>\n</section>\n");
    }

    private static string Language(Source? source) =>
        source?.Document.Article.Language is { } language ? $" lang=\"{Markup.Encode(language)}\"" : "";

    private static string Id(string name) => "s-" + new string([.. name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]);

    private static string Style()
    {
        using var stream = typeof(HtmlBrief).Assembly.GetManifestResourceStream("brief.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
