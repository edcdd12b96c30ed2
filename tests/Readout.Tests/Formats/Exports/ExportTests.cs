using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Readout.Formats;
using Readout.Formats.Exports;
using Readout.Text;

namespace Readout.Tests.Formats.Exports;

public class ExportTests
{
    [Fact]
    public void The_same_record_gives_the_same_bytes()
    {
        var again = new ExportedSample("again", HostilePages.All.Reverse());
        foreach (var export in Export.All)
            again.Write(export.Name).ShouldBe(ExportedSample.All[^1].Write(export.Name), export.Name);
    }

    [Fact]
    public void No_export_bears_the_name_of_a_format() => Export.All.Select(e => e.Name).Intersect(Format.All.Select(f => f.Name)).ShouldBeEmpty();

    [Fact]
    public void Without_the_texts_an_export_has_places_and_no_words()
    {
        var bare = new RecordView(ExportedSample.All[0].Root, new Dictionary<string, SourceText>(StringComparer.Ordinal));
        using var stream = new MemoryStream();
        Export.Named("annotations")!.Write(bare, new ExportOptions(), stream);
        var text = Encoding.UTF8.GetString(stream.ToArray());
        text.ShouldContain("TextPositionSelector");
        text.ShouldNotContain("TextQuoteSelector");
    }

    // A record may come from anywhere: whatever is missing or of another kind is left out.
    [Fact]
    public void A_record_with_anything_changed_is_still_written()
    {
        var text = ExportedSample.All[^1].Root.GetRawText();
        var seed = 1u;
        for (var round = 0; round < 60; round++)
        {
            var root = JsonNode.Parse(text)!;
            for (var i = 0; i < 12; i++)
                Damage(root, ref seed);
            using var damaged = JsonDocument.Parse(root.ToJsonString());
            var record = new RecordView(damaged.RootElement);
            foreach (var export in Export.All)
                export.Write(record, new ExportOptions(), Stream.Null);
            foreach (var table in CsvTable.All)
                Export.Named("csv")!.Write(record, new ExportOptions(table.Name), Stream.Null);
        }
    }

    private static void Damage(JsonNode root, ref uint seed)
    {
        var at = root;
        while (true)
        {
            var children = at switch { JsonObject o => o.Select(p => p.Value).ToList(), JsonArray a => [.. a], _ => [] };
            if (children.Count == 0)
                return;
            var index = Next(ref seed, children.Count);
            if (children[index] is JsonObject or JsonArray && Next(ref seed, 5) > 0)
            {
                at = children[index]!;
                continue;
            }
            JsonNode? other = Next(ref seed, 6) switch { 0 => null, 1 => JsonValue.Create(-1), 2 => JsonValue.Create("x"), 3 => new JsonArray(), 4 => new JsonObject(), _ => JsonValue.Create(long.MaxValue) };
            if (at is JsonArray array)
                array[index] = other;
            else
                at[((JsonObject)at).ElementAt(index).Key] = other;
            return;
        }
    }

    private static int Next(ref uint seed, int below)
    {
        seed = (seed * 1664525) + 1013904223;
        return (int)((seed >> 8) % (uint)below);
    }
}
