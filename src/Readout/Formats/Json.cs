using Readout.Annotations;
using Readout.Articles;
using Readout.Briefs;
using Readout.Claims;
using Readout.Text;

namespace Readout.Formats;

/// <summary>
/// The record as one JSON document (<c>docs/readout.schema.json</c>). Offsets are Unicode code points, 0-based, end
/// exclusive, into the document's text. Fields are added, never renamed.
/// </summary>
public static class Json
{
    /// <summary>Version of the document's shape.</summary>
    public const int Version = 1;

    /// <summary>The JSON Schema (2020-12) that the document holds to.</summary>
    public static string Schema()
    {
        using var stream = typeof(Json).Assembly.GetManifestResourceStream("readout.schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Writes the document, UTF-8, one final newline.</summary>
    public static void Write(Brief brief, FormatOptions options, Stream output)
    {
        using (var json = new JsonSink(output))
        {
            var story = brief.Ledger.Story;
            var ids = new RecordIds(story);
            var annotations = new JsonAnnotations(json, story, ids);
            var ledger = new JsonLedger(json, brief.Ledger, ids);
            json.Object(() =>
            {
                json.Number("readout", Version);
                json.Text("asOf", JsonNames.Day(brief.AsOf));
                json.Object("request", () => WriteRequest(json, options));
                json.Array("documents", story.Documents, d => WriteDocument(json, d, options));
                var parts = brief.Options.Report.Parts;
                annotations.Write(parts, new LedgerSelection(brief.Ledger, brief.Options.Filter));
                ledger.Write(parts);
                if (parts.HasFlag(RecordParts.Timeline))
                    json.Array("timeline", brief.Timeline, entry => WriteEntry(json, story.Document(entry.Document), entry));
                if (parts.HasFlag(RecordParts.Brief))
                    json.Object("brief", () => WriteBrief(json, brief));
            });
        }
        output.WriteByte((byte)'\n');
    }

    private static void WriteEntry(JsonSink json, Document document, TimelineEntry entry)
    {
        json.Interval("date", entry.Date);
        json.Interval("reported", entry.Reported);
        json.Place(document, entry.Span);
        json.Name("modality", entry.Modality);
        json.Span("condition", document.Text, entry.Condition);
    }

    // What verify needs to make the same document again.
    private static void WriteRequest(JsonSink json, FormatOptions options)
    {
        json.Text("asOf", JsonNames.Day(options.Request.Brief.AsOf));
        json.Number("maxSentences", options.Request.Brief.MaxSentences);
        if (options.Request.Columns.Length > 0)
            json.Text("columns", options.Request.Columns);
        json.Array("published", options.Request.Published, supplied =>
        {
            json.Text("path", supplied.Path);
            json.Text("day", JsonNames.Day(supplied.Day));
        });
        json.Text("report", options.Request.Brief.Report.Name);
        json.Text("since", JsonNames.Day(options.Request.Brief.Since));
        var filter = options.Request.Brief.Filter;
        json.Object("filter", () =>
        {
            json.Text("about", filter.About);
            json.Text("by", filter.By);
            json.Text("from", JsonNames.Day(filter.From));
            json.Text("to", JsonNames.Day(filter.To));
            json.Text("type", filter.Type is { } type ? EnumNames.Of(type) : null);
            json.Text("form", filter.Form is { } form ? EnumNames.Of(form) : null);
            json.Text("status", filter.Status is { } status ? EnumNames.Of(status) : null);
            json.Number("speakers", filter.Speakers);
            json.Flag("disputed", filter.Disputed);
        });
    }

    private static void WriteDocument(JsonSink json, Document document, FormatOptions options)
    {
        var article = document.Article;
        var text = document.Text;
        json.Text("id", document.Id);
        json.Text("path", article.Page.Path);
        json.Text("sha256", article.Page.Sha256);
        json.Name("mediaType", article.Page.MediaType);
        json.Object("type", () =>
        {
            json.Name("value", article.Type);
            json.Text("rule", article.TypeEvidence.Rule);
            json.Spans("spans", text, article.TypeEvidence.Spans);
        });
        json.Text("language", article.Language);
        json.Array("languages", article.Languages, part =>
        {
            json.Span("span", text, part.Span);
            json.Text("language", part.Language);
        });
        WriteSourced(json, "outlet", text, article.Outlet);
        WriteSourced(json, "title", text, article.Title);
        WriteSourced(json, "byline", text, article.Byline);
        json.Array("authors", article.Authors, author => WriteValue(json, text, author));
        WriteSourced(json, "canonical", text, article.Canonical);
        json.Array("candidates", article.Candidates, candidate =>
        {
            json.Name("field", candidate.Field);
            json.Text("value", candidate.Value);
            json.Span("span", text, candidate.Span);
            json.Text("where", candidate.Where);
            json.Flag("chosen", candidate.Chosen);
            json.Text("reason", candidate.Reason);
        });
        JsonDates.Write(json, text, article);
        json.Spans("body", text, article.Paragraphs.Select(p => p.Span));
        json.Array("upstream", document.Upstream, upstream =>
        {
            json.Text("name", upstream.Name);
            json.Name("link", upstream.Link);
            json.Span("span", text, upstream.Span);
        });
        json.Array("diagnostics", document.Diagnostics, diagnostic =>
        {
            json.Text("code", diagnostic.Code);
            json.Text("message", diagnostic.Message);
            json.Span("span", text, diagnostic.Span);
        });
        if (options.IncludeText)
            json.Text("text", text.Value);
    }

    private static void WriteSourced(JsonSink json, string name, SourceText text, Sourced<string>? sourced)
    {
        if (sourced is null)
        {
            json.Null(name);
            return;
        }
        json.Object(name, () => WriteValue(json, text, sourced));
    }

    private static void WriteValue(JsonSink json, SourceText text, Sourced<string> sourced)
    {
        json.Text("value", sourced.Value);
        json.Span("span", text, sourced.Span);
        json.Text("rule", sourced.Rule);
    }

    private static void WriteBrief(JsonSink json, Brief brief)
    {
        var story = brief.Ledger.Story;
        json.Array("sections", brief.Sections, section =>
        {
            json.Text("name", section.Name);
            json.Array("sentences", section.Sentences, sentence =>
            {
                json.Text("text", sentence.Text);
                json.Array("citations", sentence.Citations, c => json.Place(story.Document(c.Document), c.Span));
                json.Array("names", sentence.Names, named =>
                {
                    json.Place(story.Document(named.Place.Document), named.Place.Span);
                    json.Text("entity", named.Entity);
                    json.Text("name", named.Name);
                });
                json.Text("label", sentence.Label);
                json.Text("subject", sentence.Subject);
            });
            json.Strings("notes", section.Notes);
        });
        json.Array("dropped", brief.Dropped, dropped =>
        {
            json.Text("text", dropped.Text);
            json.Text("reason", dropped.Reason);
        });
    }
}
