using System.Text.Json;
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
        var families = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in SetFile.Rows(input))
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
        SetFile.WriteClusters(output, families);
        return 0;
    }

    /// <summary>A line of a set as the index takes it: the words of the text, by the code that reads a page's report.</summary>
    public static CopyText Read(string line)
    {
        using var row = JsonDocument.Parse(line);
        var root = row.RootElement;
        return new CopyText(StreamFile.Of(root, "id")!, StreamFile.Of(root, "outlet"), StreamFile.Day(root), Shingling.Of(StreamFile.Of(root, "text") ?? ""));
    }
}
