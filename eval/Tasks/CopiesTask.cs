using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Readout.Origins;

namespace Readout.Eval.Tasks;

/// <summary>
/// Families of near-copies: JSONL with <c>id</c>, <c>outlet</c>, <c>published</c> and <c>text</c> in, read in order as a stream;
/// <c>{id: family}</c> out. A text in no family is one of its own.
/// </summary>
internal static class CopiesTask
{
    public static int Run(string input, string output, int jobs)
    {
        var index = new CopyIndex(new CopyOptions());
        var families = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in SetFile.Lines(input).Where(l => l.Length > 0))
        {
            var text = Read(line);
            families[text.Id] = text.Id;
            index.Add(text);
        }
        foreach (var group in index.Groups())
        {
            foreach (var member in group.Members)
                families[member.Text.Id] = group.Representative.Id;
        }
        File.WriteAllText(output, JsonSerializer.Serialize(families));
        return 0;
    }

    /// <summary>A line of a set as the index takes it: the words of the text, by the code that reads a page's report.</summary>
    public static CopyText Read(string line)
    {
        using var row = JsonDocument.Parse(line);
        var root = row.RootElement;
        var day = Text(root, "published") is { Length: >= 10 } stamp && LocalDatePattern.Iso.Parse(stamp[..10]) is { Success: true } parsed ? parsed.Value : (LocalDate?)null;
        return new CopyText(Text(root, "id")!, Text(root, "outlet"), day, Shingling.Of(Text(root, "text") ?? ""));
    }

    private static string? Text(JsonElement row, string field) =>
        row.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
