using System.Text;
using Readout.Briefs;

namespace Readout.Tests.Claims;

/// <summary>Builds the brief of a few invented pages: a headline, a stamp with an author, paragraphs.</summary>
internal static class Pile
{
    /// <param name="pages">Outlet, day as <c>2031-05-06</c>, and paragraphs parted by blank lines.</param>
    public static Brief Of(params (string Outlet, string Day, string Text)[] pages) =>
        Desk.Brief(pages.Select((p, i) => Read($"page{i}.html", p.Outlet, p.Day, p.Text)));

    /// <summary>The same with a headline of each page's own.</summary>
    public static Brief Titled(IEnumerable<(string Outlet, string Day, string Title, string Text)> pages) =>
        Desk.Brief(pages.Select((p, i) => Read($"page{i}.html", p.Outlet, p.Day, p.Text, p.Title)));

    public static Readout.Annotations.Document Read(string name, string outlet, string day, string text, string title = "News from the strait") =>
        Desk.Read(new PageInput(name, Encoding.UTF8.GetBytes(Html(outlet, day, text, title))));

    public static string Words(this Brief brief, Readout.Text.Citation citation) =>
        brief.Ledger.Story.Document(citation.Document).Slice(citation.Span);

    private static string Html(string outlet, string day, string text, string title)
    {
        title = System.Net.WebUtility.HtmlEncode(title);
        var paragraphs = string.Concat(text.Split("\n\n").Select(p => $"<p>{System.Net.WebUtility.HtmlEncode(p)}</p>\n"));
        return $"""
            <!DOCTYPE html><html lang="en"><head><title>{title} - {outlet}</title>
            <meta property="og:title" content="{title}"><meta property="og:site_name" content="{outlet}">
            <meta property="article:published_time" content="{day}T08:00:00+01:00"></head>
            <body><main><article><h1>{title}</h1>{paragraphs}</article></main></body></html>
            """;
    }
}
