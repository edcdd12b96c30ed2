using System.Text.Json;

namespace Readout.Pages;

/// <summary>JSON that others wrote: strict where it is, mended where it is not.</summary>
internal static class ForeignJson
{
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>The document; what is broken is mended as <see cref="LooseJson"/> can, and then stands in a list. Null where there is nothing to mend.</summary>
    public static JsonDocument? Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text.AsMemory().TrimStart('\uFEFF'), Options);
        }
        catch (JsonException)
        {
            return LooseJson.Parse(text);
        }
    }

    /// <summary>The element itself if it is an object, else the first object of a list.</summary>
    public static JsonElement? FirstObject(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element,
        JsonValueKind.Array when element.EnumerateArray().FirstOrDefault(e => e.ValueKind == JsonValueKind.Object) is { ValueKind: JsonValueKind.Object } first => first,
        _ => null,
    };

    /// <summary>A member's words; numbers as written. Null where there is none or it is empty.</summary>
    public static string? Text(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value))
            return null;
        return value.ValueKind switch
        {
            JsonValueKind.String when Words(value) is { } words && !string.IsNullOrWhiteSpace(words) => words,
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
    }

    /// <summary>The items of a member that is a list; none where it isn't.</summary>
    public static IEnumerable<JsonElement> List(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    // Half of a surrogate pair, escaped, is no text.
    private static string? Words(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
