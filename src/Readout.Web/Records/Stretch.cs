using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Readout.Web.Records;

/// <summary>A stretch of a page's text as the record counts it: code points from 0, end exclusive.</summary>
[JsonConverter(typeof(StretchConverter))]
public readonly record struct Stretch(int Start, int End)
{
    /// <summary>As addresses write it: <c>217-254</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Start}-{End}");

    /// <summary>Reads <c>217-254</c>; null where it is no stretch with words in it.</summary>
    public static Stretch? Parse(string? text)
    {
        if (text?.Split('-') is not [var start, var end])
            return null;
        return int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var to) && from < to
            ? new Stretch(from, to)
            : null;
    }
}

internal sealed class StretchConverter : JsonConverter<Stretch>
{
    public override Stretch Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Read();
        var start = reader.GetInt32();
        reader.Read();
        var end = reader.GetInt32();
        reader.Read();
        return reader.TokenType == JsonTokenType.EndArray ? new Stretch(start, end) : throw new JsonException("A span has two numbers.");
    }

    public override void Write(Utf8JsonWriter writer, Stretch value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Start);
        writer.WriteNumberValue(value.End);
        writer.WriteEndArray();
    }
}
