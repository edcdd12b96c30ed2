using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Readout.Annotations;
using Readout.Text;

namespace Readout.Formats;

/// <summary>Writes the small parts that every section of the document shares: spans in code points, dates, null for unknown.</summary>
internal sealed class JsonSink : IDisposable
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly Utf8JsonWriter _writer;

    public JsonSink(Stream output) => _writer = new Utf8JsonWriter(output, Options);

    public void Dispose() => _writer.Dispose();

    public void Object(Action fields)
    {
        _writer.WriteStartObject();
        fields();
        _writer.WriteEndObject();
    }

    public void Object(string name, Action fields)
    {
        _writer.WritePropertyName(name);
        Object(fields);
    }

    public void Array<T>(string name, IEnumerable<T> items, Action<T> fields)
    {
        _writer.WriteStartArray(name);
        foreach (var item in items)
            Object(() => fields(item));
        _writer.WriteEndArray();
    }

    public void Strings(string name, IEnumerable<string> items)
    {
        _writer.WriteStartArray(name);
        foreach (var item in items)
            _writer.WriteStringValue(item);
        _writer.WriteEndArray();
    }

    public void Text(string name, string? value)
    {
        if (value is null)
            _writer.WriteNull(name);
        else
            _writer.WriteString(name, value);
    }

    public void Number(string name, int value) => _writer.WriteNumber(name, value);

    public void Number(string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
            _writer.WriteNumber(name, number);
        else
            _writer.WriteNull(name);
    }

    public void Flag(string name, bool value) => _writer.WriteBoolean(name, value);

    public void Null(string name) => _writer.WriteNull(name);

    public void Name(string name, Enum value) => _writer.WriteString(name, EnumNames.Of(value));

    /// <summary>A place in code points on one line; null where there are no words.</summary>
    public void Span(string name, SourceText text, Span? span)
    {
        _writer.WritePropertyName(name);
        if (span is { IsEmpty: false } place)
            Raw(Pair(text, place));
        else
            _writer.WriteNullValue();
    }

    /// <summary>A place that is already in code points.</summary>
    public void Pair(string name, int start, int end)
    {
        _writer.WritePropertyName(name);
        Raw(string.Create(CultureInfo.InvariantCulture, $"[{start},{end}]"));
    }

    public void Spans(string name, SourceText text, IEnumerable<Span> spans)
    {
        _writer.WritePropertyName(name);
        Raw($"[{string.Join(',', spans.Where(s => !s.IsEmpty).Select(s => Pair(text, s)))}]");
    }

    /// <summary>The fields <c>document</c> and <c>span</c>.</summary>
    public void Place(Document document, Span? span)
    {
        Text("document", document.Id);
        Span("span", document.Text, span);
    }

    /// <summary>An interval as an object; null where nothing is known.</summary>
    public void Interval(string name, DateRange range)
    {
        if (range.IsUnknown)
            Null(name);
        else
            Object(name, () => Bounds(range));
    }

    public void Bounds(DateRange range)
    {
        Text("earliest", JsonNames.Day(range.Earliest));
        Text("latest", JsonNames.Day(range.Latest));
    }

    /// <summary>A day as a string, an interval as an object.</summary>
    public void DayOrInterval(string name, DateRange range)
    {
        if (range.IsDay)
            Text(name, JsonNames.Day(range.Earliest));
        else
            Interval(name, range);
    }

    // The indented writer would give each number a line of its own.
    private void Raw(string json) => _writer.WriteRawValue(json, skipInputValidation: true);

    private static string Pair(SourceText text, Span span)
    {
        var (start, end) = text.ToCodePoints(span);
        return string.Create(CultureInfo.InvariantCulture, $"[{start},{end}]");
    }
}
