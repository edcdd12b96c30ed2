using System.Net;
using System.Text;
using System.Text.Json;
using Readout.Pages.Dom;
using Readout.Text;

namespace Readout.Pages;

/// <summary>
/// The text of pages that only a script would show: what stands in noscript and template elements, else the
/// <c>articleBody</c> of the page's own data. Read where the rendered page has next to no sentences, and said so.
/// </summary>
internal static class HiddenText
{
    // A report has more; a page that waits for its script has a menu and a notice.
    private const int MinSentences = 3;
    private const int MinText = 400;
    private const int MinBody = 200;
    private const int MaxTries = 20;

    /// <summary>True where the rendered blocks hold next to no sentences.</summary>
    public static bool IsMissing(PageWriter writer) => writer is { Sentences: < MinSentences, SentenceLength: < MinText };

    /// <summary>Writes the hidden text as blocks; the diagnostic says where it comes from, null where there is none.</summary>
    public static Diagnostic? Write(DomDocument document, HtmlMarkup markup, PageWriter writer)
    {
        var shown = writer.SentenceLength;
        if (document.Elements.Any(e => HtmlElements.IsFallback(e.Name)))
        {
            writer.ForgetBlocks();
            HtmlRenderer.Render(document, writer, withFallbacks: true);
            if (writer.SentenceLength > 2 * shown && !IsMissing(writer))
                return Said("the page's text stands in noscript or template elements, for readers without scripts and for scripts", writer, 0);
            writer.ForgetBlocks();
            HtmlRenderer.Render(document, writer);
        }
        var (body, place) = Body(document, markup);
        if (body.Length < MinBody || body.Length <= 2 * shown)
            return null;
        var first = writer.Blocks.Count;
        WriteBody(body, writer);
        return Said($"the page's text stands only in the articleBody of {place}", writer, first);
    }

    private static Diagnostic Said(string where, PageWriter writer, int first) =>
        new(DiagnosticCode.HiddenText, where, first < writer.Blocks.Count ? new Span(writer.Blocks[first].Span.Start, writer.Blocks[^1].Span.End) : null);

    // The longest one: pages carry the beginnings of other reports too.
    private static (string Body, string Place) Body(DomDocument document, HtmlMarkup markup)
    {
        var (best, place) = ("", "");
        foreach (var script in document.Elements.Where(e => e.Kind.IsHtml && e.Name == "script"))
        {
            var type = script.Attribute("type") ?? "";
            if (!type.Contains("json", StringComparison.OrdinalIgnoreCase))
                continue;
            foreach (var body in Strings(markup.TextOf(script)))
            {
                if (body.Length > best.Length)
                    (best, place) = (body, type.Contains("ld+json", StringComparison.OrdinalIgnoreCase) ? "its JSON-LD" : "a script's data");
            }
        }
        return (best, place);
    }

    // By its key alone: the data around it may be broken, and need not follow any vocabulary.
    private static IEnumerable<string> Strings(string json)
    {
        const string Key = "\"articleBody\"";
        var tries = 0;
        for (var at = json.IndexOf(Key, StringComparison.Ordinal); at >= 0 && tries < MaxTries; at = json.IndexOf(Key, at, StringComparison.Ordinal), tries++)
        {
            at += Key.Length;
            while (at < json.Length && (char.IsWhiteSpace(json[at]) || json[at] == ':'))
                at++;
            if (at >= json.Length || json[at] != '"')
                continue;
            var end = at + 1;
            while (end < json.Length && json[end] != '"')
                end += json[end] == '\\' ? 2 : 1;
            if (end < json.Length && Unquote(json[at..(end + 1)]) is { } text)
                yield return text;
            at = Math.Min(end, json.Length);
        }
    }

    private static string? Unquote(string quoted)
    {
        // Line breaks inside a string are no JSON, but common.
        var repaired = quoted.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace('\t', ' ');
        try
        {
            return JsonSerializer.Deserialize<string>(repaired);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static void WriteBody(string body, PageWriter writer)
    {
        if (body.Contains("&lt;", StringComparison.Ordinal))
            body = WebUtility.HtmlDecode(body);
        if (body.Contains("</", StringComparison.Ordinal) || body.Contains("<br", StringComparison.OrdinalIgnoreCase))
        {
            using var markup = HtmlScan.Read(body);
            using var document = DomDocument.Parse(markup);
            HtmlRenderer.Render(document, writer);
            return;
        }
        var element = new PageElement("article", "", null);
        var words = new StringBuilder();
        foreach (var line in WebUtility.HtmlDecode(body).Split('\n'))
        {
            words.Clear();
            foreach (var word in line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                words.Append(words.Length > 0 ? " " : "").Append(word);
            if (words.Length > 0)
                writer.Block(words, BlockKind.Paragraph, 0, 0, element, -1);
        }
    }
}
