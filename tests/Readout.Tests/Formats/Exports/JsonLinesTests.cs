using System.Text.Json;
using Readout.Formats.Exports;

namespace Readout.Tests.Formats.Exports;

public class JsonLinesTests
{
    [Fact]
    public void The_lines_of_a_kind_are_the_rows_of_the_document()
    {
        foreach (var sample in ExportedSample.All)
        {
            var lines = sample.Write("jsonl").Split('\n');
            lines[^1].ShouldBe("");
            var rows = lines[..^1].Select(l => JsonDocument.Parse(l).RootElement).ToLookup(l => l.GetProperty("record").GetString()!, StringComparer.Ordinal);
            rows["record"].Single().GetProperty("readout").GetInt32().ShouldBe(1);
            foreach (var (array, name) in JsonLines.Kinds)
                rows[name].Select(Without).ShouldBe(sample.Rows(array).Select(r => JsonSerializer.Serialize(r)), $"{sample.Name} {array}");
            // Nothing of the document is left out but the brief, which is a way of reading it.
            rows.Select(g => g.Key).Except(JsonLines.Kinds.Select(k => k.Name)).ShouldBe(["record"]);
            sample.Root.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Array).Select(p => p.Name).ShouldBe(JsonLines.Kinds.Select(k => k.Array), ignoreOrder: true);
        }
    }

    private static string Without(JsonElement line) =>
        JsonSerializer.Serialize(line.EnumerateObject().Skip(1).ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal));
}
