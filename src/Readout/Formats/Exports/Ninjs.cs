using System.Text.Json;

namespace Readout.Formats.Exports;

/// <summary>IPTC ninjs 3.0: the story as one composite item, each page an association of it.</summary>
internal static class Ninjs
{
    public static void Write(RecordView record, ExportOptions options, Stream output)
    {
        var named = record.Root.Rows("entities").SelectMany(e => e.Rows("mentions").Select(m => (Document: m.Text("document") ?? "", e.Id))).Distinct().ToLookup(m => m.Document, m => m.Id, StringComparer.Ordinal);
        var pages = record.Pages.ToList();
        Ld.Document(output, json =>
        {
            json.WriteString("uri", PageNames.Part("story:" + (pages.Count == 0 ? "" : pages[0].Id)));
            json.Object("standard", () =>
            {
                json.WriteString("name", "ninjs");
                json.WriteString("version", "3.0");
                json.WriteString("schema", "https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json");
            });
            json.WriteString("type", "composite");
            json.WriteString("profile", "readout-story");
            json.Text("title", pages.Count == 0 ? null : pages[0].Object("title")?.Text("value"));
            json.Text("versionCreated", record.AsOf is { } day ? Stamp.Midnight(day) : null);
            json.WriteString("edNote", $"Pages about one story, as Readout{(options.Version.Length > 0 ? " " + options.Version : "")} read them.");
            WriteNames(json, record.Root.Rows("entities"));
            json.Objects("events", record.Root.Rows("prospects"), prospect =>
            {
                json.WriteString("id", prospect.Id);
                json.Text("name", prospect.Text("name") ?? prospect.Text("definition"));
                json.WriteString("rel", prospect.Text("status") ?? "mentions");
                json.WriteString("uri", PageNames.Part(prospect.Id));
            });
            json.Objects("associations", pages, page => WritePage(json, record, page, named[page.Id]));
        });
    }

    private static void WritePage(Utf8JsonWriter json, RecordView record, Row page, IEnumerable<string> named)
    {
        var title = page.Object("title")?.Text("value");
        var paragraphs = page.Pairs("body").Select(p => record.Words(page.Id, p)).ToList();
        var body = paragraphs.Count == 0 || paragraphs.Contains(null) ? null : string.Join("\n\n", paragraphs);
        json.WriteString("name", title ?? RecordView.FileName(page));
        json.WriteString("uri", PageNames.Part(page.Id));
        json.WriteString("type", "text");
        json.WriteString("representationType", body is null || page.Object("type")?.Text("value") == "paywalled-stub" ? "partial" : "full");
        json.Text("firstCreated", Stamp.Moment(page.Object("published")));
        json.Text("versionCreated", Stamp.Moment(page.Object("modified")) ?? Stamp.Updated(page.Object("published")));
        json.Text("language", page.Text("language"));
        if (title is not null)
            json.Objects("headlines", [title], value => Plain(json, value));
        if (body is not null)
        {
            json.Objects("bodies", [body], value =>
            {
                Plain(json, value);
                json.WriteNumber("charCount", value.EnumerateRunes().Count());
                json.WriteNumber("wordCount", value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
            });
        }
        json.Text("by", page.Object("byline")?.Text("value"));
        WriteNames(json, named.Select(record.Entity).OfType<Row>());
        WriteSources(json, page);
        json.Objects("altIds", new[] { ("sha256", page.Text("sha256")), ("path", page.Text("path")) }.Where(i => i.Item2 is not null), id =>
        {
            json.WriteString("role", id.Item1);
            json.WriteString("value", id.Item2);
        });
        if (RecordView.Address(page) is { } address)
        {
            json.Objects("renditions", [address], href =>
            {
                json.WriteString("name", "web");
                json.WriteString("href", href);
            });
        }
    }

    // Who printed it, then whom it names as its sources.
    private static void WriteSources(Utf8JsonWriter json, Row page)
    {
        var sources = new List<(string Name, string Role)>();
        if (page.Object("outlet")?.Text("value") is { } outlet)
            sources.Add((outlet, "publisher"));
        sources.AddRange(page.Rows("upstream").Where(u => u.Text("name") is not null).Select(u => (u.Text("name")!, u.Text("link") ?? "citation")).Distinct());
        json.Objects("infoSources", sources, source =>
        {
            json.WriteString("name", source.Name);
            json.WriteString("role", PageNames.Part("role:" + source.Role));
        });
    }

    private static void WriteNames(Utf8JsonWriter json, IEnumerable<Row> entities)
    {
        var all = entities.ToList();
        foreach (var (array, type) in new[] { ("people", "person"), ("organisations", "organisation"), ("places", "place") })
        {
            json.Objects(array, all.Where(e => e.Text("type") == type && e.Text("name") is not null), entity =>
            {
                json.Text("name", entity.Text("name"));
                json.WriteString("rel", "mentions");
                json.WriteString("uri", PageNames.Part(entity.Id));
                json.Text("literal", entity.Text("knownAs"));
            });
        }
    }

    private static void Plain(Utf8JsonWriter json, string value)
    {
        json.WriteString("role", "main");
        json.WriteString("contentType", "text/plain");
        json.WriteString("value", value);
    }
}
