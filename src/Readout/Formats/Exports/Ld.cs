using System.Text.Encodings.Web;
using System.Text.Json;

namespace Readout.Formats.Exports;

/// <summary>Writes the JSON of exports: absent where unknown, as the standards want it, instead of null as in the document.</summary>
internal static class Ld
{
    /// <summary>On one line.</summary>
    public static JsonWriterOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 256 };

    private static readonly JsonWriterOptions Indented = Compact with { Indented = true, IndentSize = 1, NewLine = "\n" };

    /// <summary>One object, indented, with a final newline.</summary>
    public static void Document(Stream output, Action<Utf8JsonWriter> fields)
    {
        using (var json = new Utf8JsonWriter(output, Indented))
            json.Object(() => fields(json));
        output.WriteByte((byte)'\n');
    }

    public static void Object(this Utf8JsonWriter json, Action fields)
    {
        json.WriteStartObject();
        fields();
        json.WriteEndObject();
    }

    public static void Object(this Utf8JsonWriter json, string name, Action fields)
    {
        json.WritePropertyName(name);
        json.Object(fields);
    }

    /// <summary>The array of that name; nothing where it would be empty.</summary>
    public static void Objects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> fields)
    {
        var any = false;
        foreach (var item in items)
        {
            if (!any)
                json.WriteStartArray(name);
            any = true;
            json.Object(() => fields(item));
        }
        if (any)
            json.WriteEndArray();
    }

    /// <summary>The strings, empty ones left out; nothing where there are none, a bare string where there is one and <paramref name="unwrap"/> says so.</summary>
    public static void Strings(this Utf8JsonWriter json, string name, IEnumerable<string?> items, bool unwrap = false)
    {
        var all = items.Where(i => !string.IsNullOrEmpty(i)).ToList();
        if (all.Count == 0)
            return;
        if (all.Count == 1 && unwrap)
        {
            json.WriteString(name, all[0]);
            return;
        }
        json.WriteStartArray(name);
        foreach (var item in all)
            json.WriteStringValue(item);
        json.WriteEndArray();
    }

    /// <summary>The string; nothing where it is null or empty.</summary>
    public static void Text(this Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            json.WriteString(name, value);
    }
}
