using System.Text.Json;
using Readout.Formats;
using Readout.Formats.Exports;
using Readout.Text;
using Readout.Web.Serving;

namespace Readout.Web.Api;

/// <summary>A story's record in the terms of other tools.</summary>
internal static class ExportApi
{
    public static void Map(RouteGroupBuilder story) =>
        story.MapGet("/export", Write).SaysType("The record for other tools, as 'readout export --format' writes it.", "application/octet-stream", "format", "table", "as_of", "about", "by", "from", "to");

    private static async Task<Answer> Write(string id, string? format, string? table, Asked asked, WorkspacePool pool, Ledgers ledgers, SiteOptions site, CancellationToken stop)
    {
        if (Export.Named(format ?? "") is not { } export)
            throw new ApiException(StatusCodes.Status400BadRequest, $"format: '{format}' is none; write one of {string.Join(", ", Export.All.Select(e => e.Name))}. The JSON document is /brief.");
        if (table is not null && (export.Name != "csv" || CsvTable.Named(table) is null))
            throw new ApiException(StatusCodes.Status400BadRequest, $"table: goes with format=csv and is one of {string.Join(", ", CsvTable.All.Select(t => t.Name))}.");
        using var record = JsonDocument.Parse(await StoryApi.Record(id, asked, pool, ledgers, stop));
        using var bytes = new MemoryStream();
        export.Write(new RecordView(record.RootElement, Texts(record, pool)), new ExportOptions(table, site.Version), bytes);
        return new Answer(bytes.ToArray(), export.MediaType) { FileName = $"{id}.{export.Name}" };
    }

    /// <summary>The texts of a record's pages, by their ids in it.</summary>
    public static Dictionary<string, SourceText> Texts(JsonDocument record, WorkspacePool pool)
    {
        var texts = new Dictionary<string, SourceText>(StringComparer.Ordinal);
        foreach (var document in record.RootElement.GetProperty("documents").EnumerateArray())
        {
            var hash = document.GetProperty("sha256").GetString()!;
            if (pool.Ask(w => w.Pages.WithHash(hash) is [var page, ..] ? w.Documents.Text(page.Id) : null) is { } text)
                texts[document.GetProperty("id").GetString()!] = text;
        }
        return texts;
    }
}
