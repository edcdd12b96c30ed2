using System.Text.Json;

namespace Readout.Formats.Exports;

/// <summary>
/// JSON Lines: the record's own line first, then every row of the document's arrays as it stands there, in their order.
/// The first field, <c>record</c>, says what the row is.
/// </summary>
internal static class JsonLines
{
    /// <summary>The arrays of the document, and what one row of each is called.</summary>
    public static IReadOnlyList<(string Array, string Name)> Kinds { get; } =
    [
        ("documents", "document"), ("entities", "entity"), ("times", "time"), ("quantities", "quantity"), ("quotations", "quotation"), ("stances", "stance"),
        ("events", "event"), ("utterances", "utterance"), ("families", "family"), ("reuse", "reuse"), ("claims", "claim"), ("disputes", "dispute"),
        ("changes", "change"), ("prospects", "prospect"), ("timeline", "timeline"),
    ];

    public static void Write(RecordView record, ExportOptions options, Stream output) => Write(record, Kinds.Select(k => k.Array).ToHashSet(StringComparer.Ordinal), output);

    /// <summary>Only the rows of some arrays.</summary>
    public static void Write(RecordView record, IReadOnlySet<string> arrays, Stream output)
    {
        using var line = new JsonLine(output);
        line.Write("record", record.Root, p => p.Value.ValueKind != JsonValueKind.Array && p.Name != "brief");
        foreach (var (array, name) in Kinds.Where(k => arrays.Contains(k.Array)))
        {
            foreach (var row in record.Root.Rows(array))
                line.Write(name, row, _ => true);
        }
    }

    private sealed class JsonLine(Stream output) : IDisposable
    {
        private readonly Utf8JsonWriter _json = new(output, Ld.Compact);

        public void Write(string name, Row row, Func<JsonProperty, bool> keep)
        {
            _json.Reset();
            _json.WriteStartObject();
            _json.WriteString("record", name);
            foreach (var property in row.Element.EnumerateObject().Where(keep))
                property.WriteTo(_json);
            _json.WriteEndObject();
            _json.Flush();
            output.WriteByte((byte)'\n');
        }

        public void Dispose() => _json.Dispose();
    }
}
