using System.Text.Json;
using NodaTime.Text;
using Readout.Stories.Streams;

namespace Readout.Eval;

/// <summary>Reads a stream of texts, a JSON object a line; fields that say which belong together are not looked at.</summary>
internal static class StreamFile
{
    public static IEnumerable<StreamText> Read(string path) => SetFile.Lines(path).Where(l => l.Length > 0).Select(Text);

    private static StreamText Text(string line)
    {
        using var json = JsonDocument.Parse(line);
        var row = json.RootElement;
        var stamp = Of(row, "published") is { Length: >= 10 } written ? LocalDatePattern.Iso.Parse(written[..10]) : null;
        return new StreamText(Of(row, "id") ?? "", Of(row, "title") ?? "", Of(row, "text") ?? "", stamp is { Success: true } ? stamp.Value : null, Of(row, "lang"));
    }

    private static string? Of(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
