using System.Text.Json;

namespace Readout.Formats.Exports;

/// <summary>An object of the JSON document. What is not there, or is of another kind, reads as nothing: a record may come from anywhere.</summary>
internal readonly record struct Row(JsonElement Element)
{
    public string Id => Text("id") ?? "";

    public string? Text(string name) =>
        Element.ValueKind == JsonValueKind.Object && Element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public int Number(string name) =>
        Element.ValueKind == JsonValueKind.Object && Element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : 0;

    public bool Flag(string name) => Element.ValueKind == JsonValueKind.Object && Element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    /// <summary>The object of that name; null where there is none.</summary>
    public Row? Object(string name) =>
        Element.ValueKind == JsonValueKind.Object && Element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? new Row(value) : null;

    public IEnumerable<Row> Rows(string name) => Items(name).Where(e => e.ValueKind == JsonValueKind.Object).Select(e => new Row(e));

    public IEnumerable<string> Strings(string name) => Items(name).Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!);

    /// <summary>A place in code points; null where there is none.</summary>
    public (int Start, int End)? Pair(string name) =>
        Element.ValueKind == JsonValueKind.Object && Element.TryGetProperty(name, out var value) ? Pair(value) : null;

    public IEnumerable<(int Start, int End)> Pairs(string name) => Items(name).Select(Pair).OfType<(int, int)>();

    /// <summary>The days from and to, of an object or a single day; both null where nothing is known.</summary>
    public Days Days(string name)
    {
        if (Text(name) is { } day)
            return new Days(day, day);
        return Object(name) is { } interval ? new Days(interval.Text("earliest"), interval.Text("latest")) : default;
    }

    private JsonElement.ArrayEnumerator Items(string name) =>
        Element.ValueKind == JsonValueKind.Object && Element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : default;

    private static (int Start, int End)? Pair(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 2
            && value[0].ValueKind == JsonValueKind.Number && value[0].TryGetInt32(out var start)
            && value[1].ValueKind == JsonValueKind.Number && value[1].TryGetInt32(out var end)
            ? (start, end)
            : null;
}

/// <summary>The two ends of an interval as the document writes them; null is open or unknown.</summary>
internal readonly record struct Days(string? Earliest, string? Latest)
{
    /// <summary>The day, where it is one.</summary>
    public string? Day => Earliest is not null && Earliest == Latest ? Earliest : null;

    /// <summary>A day, or the two ends with <c>..</c> between them; null where nothing is known.</summary>
    public string? Words => Earliest is null && Latest is null ? null : Day ?? $"{Earliest}..{Latest}";
}
