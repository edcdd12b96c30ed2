using System.Text.Json;

namespace Readout.Cli.Records;

/// <summary>Why a page has its day, outlet, title and type, and what it depends on.</summary>
internal sealed class DocumentExplanation(RecordFile record, Action<int, string> line)
{
    public void Write(JsonElement row, string id)
    {
        line(1, RecordFile.Text(row, "path") ?? "");
        if (row.TryGetProperty("type", out var type))
            line(1, $"type: {RecordFile.Text(type, "value")} by {RecordFile.Text(type, "rule")}");
        Published(row);
        foreach (var candidate in RecordFile.Rows(row, "dateCandidates").OrderByDescending(IsChosen))
            line(2, $"{Choice(candidate)} {RecordFile.Text(candidate, "value")} ({RecordFile.Text(candidate, "where")}): {RecordFile.Text(candidate, "reason")}");
        foreach (var field in RecordFile.Rows(row, "candidates").GroupBy(c => RecordFile.Text(c, "field") ?? "", StringComparer.Ordinal))
        {
            line(1, field.Key);
            foreach (var candidate in field.OrderByDescending(IsChosen))
                line(2, $"{Choice(candidate)} {RecordFile.Text(candidate, "value")} ({RecordFile.Text(candidate, "where")}): {RecordFile.Text(candidate, "reason")}");
        }
        foreach (var upstream in RecordFile.Rows(row, "upstream"))
            line(1, $"names {RecordFile.Text(upstream, "name")} by {RecordFile.Text(upstream, "link")}");
        foreach (var link in RecordFile.Rows(record.Root, "families").SelectMany(f => RecordFile.Rows(f, "links")).Where(l => RecordFile.Text(l, "from") == id))
            line(1, $"takes from {RecordFile.Text(link, "to")} by {RecordFile.Text(link, "link")}: {RecordFile.Text(link, "reason")}");
        foreach (var diagnostic in RecordFile.Rows(row, "diagnostics"))
            line(1, $"{RecordFile.Text(diagnostic, "code")}: {RecordFile.Text(diagnostic, "message")}");
    }

    private void Published(JsonElement row)
    {
        if (!row.TryGetProperty("published", out var published) || published.ValueKind != JsonValueKind.Object)
        {
            line(1, "published: nothing on the page tells");
            return;
        }
        var (earliest, latest) = (RecordFile.Text(published, "earliest"), RecordFile.Text(published, "latest"));
        line(1, $"published: {(earliest == latest ? earliest : $"{earliest}..{latest}")}, {RecordFile.Text(published, "basis")} by {RecordFile.Text(published, "rule")}");
    }

    private static bool IsChosen(JsonElement candidate) => candidate.TryGetProperty("chosen", out var chosen) && chosen.ValueKind == JsonValueKind.True;

    private static string Choice(JsonElement candidate) => IsChosen(candidate) ? "taken" : "passed over";
}
