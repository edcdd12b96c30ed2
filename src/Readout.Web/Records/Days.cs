using System.Text.Json;
using System.Text.Json.Serialization;

namespace Readout.Web.Records;

/// <summary>A day, or the interval it lies in, as the record writes it: <c>2025-05-07</c>; null is open or unknown.</summary>
[JsonConverter(typeof(DaysConverter))]
public readonly record struct Days(string? Earliest, string? Latest)
{
    public bool IsUnknown => Earliest is null && Latest is null;

    /// <summary>The day, where it is one.</summary>
    public string? Day => Earliest is not null && Earliest == Latest ? Earliest : null;

    /// <summary>What it is sorted and drawn by: its first end that is known.</summary>
    public string? Key => Earliest ?? Latest;
}

/// <summary>The record writes a day as a text where it is one, else as an object with two ends.</summary>
internal sealed class DaysConverter : JsonConverter<Days>
{
    public override bool HandleNull => true;

    public override Days Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return default;
        if (reader.TokenType == JsonTokenType.String)
            return new Days(reader.GetString(), reader.GetString());
        string? earliest = null, latest = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isEarliest, isLatest) = (reader.ValueTextEquals("earliest"u8), reader.ValueTextEquals("latest"u8));
            reader.Read();
            if (isEarliest)
                earliest = reader.GetString();
            else if (isLatest)
                latest = reader.GetString();
            else
                reader.Skip();
        }
        return new Days(earliest, latest);
    }

    public override void Write(Utf8JsonWriter writer, Days value, JsonSerializerOptions options)
    {
        if (value.IsUnknown)
        {
            writer.WriteNullValue();
            return;
        }
        writer.WriteStartObject();
        writer.WriteString("earliest", value.Earliest);
        writer.WriteString("latest", value.Latest);
        writer.WriteEndObject();
    }
}
