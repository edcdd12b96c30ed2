using System.Text.Json;
using Readout.Text;

namespace Readout.Cli.Records;

/// <summary>The words at the places of a record.</summary>
internal sealed class Words(IReadOnlyDictionary<string, SourceText> texts)
{
    /// <summary>Reads a <c>[start, end]</c> pair.</summary>
    public static (int Start, int End)? Pair(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array && element.GetArrayLength() == 2
            && element[0].ValueKind == JsonValueKind.Number && element[0].TryGetInt32(out var start)
            && element[1].ValueKind == JsonValueKind.Number && element[1].TryGetInt32(out var end)
            ? (start, end)
            : null;

    public bool Has(string document) => texts.ContainsKey(document);

    public SourceText Text(string document) => texts[document];

    /// <summary>The place in UTF-16; null where it is not inside the document's text.</summary>
    public Span? Place(string document, (int Start, int End) pair) =>
        texts.TryGetValue(document, out var text) && pair.Start >= 0 && pair.Start < pair.End && pair.End <= text.CodePointLength
            ? text.FromCodePoints(pair.Start, pair.End)
            : null;

    public string? At(string document, (int Start, int End) pair) =>
        Place(document, pair) is { } span ? texts[document].Slice(span) : null;

    /// <summary>One space for every run of white space, none around.</summary>
    public static string Fold(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
