using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Readout.Stories.Streams;

namespace Readout.Eval;

/// <summary>Reads a stream of texts, a JSON object a line; fields that say which belong together are not looked at.</summary>
internal static class StreamFile
{
    public static IEnumerable<StreamText> Read(string path) => SetFile.Rows(path).Select(Text);

    private static StreamText Text(string line)
    {
        using var json = JsonDocument.Parse(line);
        var row = json.RootElement;
        return new StreamText(Of(row, "id") ?? "", Of(row, "title") ?? "", Of(row, "text") ?? "", Day(row), Of(row, "lang"));
    }

    /// <summary>The day of a row's stamp; null where it has none that can be read.</summary>
    public static LocalDate? Day(JsonElement row) =>
        Of(row, "published") is { Length: >= 10 } stamp && LocalDatePattern.Iso.Parse(stamp[..10]) is { Success: true } day ? day.Value : null;

    /// <summary>A row's text field; null where it has none.</summary>
    public static string? Of(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
