using System.Text.Json;

namespace Readout.Web.Records;

/// <summary>Reads the JSON document that the build keeps of a story.</summary>
public static class RecordReader
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { PropertyNameCaseInsensitive = false };

    /// <exception cref="JsonException">The bytes are no such document.</exception>
    public static StoryRecord Read(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<StoryRecord>(json, s_json) ?? throw new JsonException("The record is null.");
}
