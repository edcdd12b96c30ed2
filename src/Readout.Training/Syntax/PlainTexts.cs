using System.IO.Compression;
using System.Text.Json;

namespace Readout.Training;

/// <summary>English texts that are read only to count which words stand near which.</summary>
internal static class PlainTexts
{
    private static readonly string[] Files =
    [
        "stories/reuters21578_unlabelled.jsonl.gz", "stories/neus_triplets_undated.jsonl.gz", "stories/wikinews_sources.jsonl.gz",
        "stories/allsides2021.jsonl.gz", "claims/gva/articles.jsonl.gz", "claims/fnc1/bodies.jsonl.gz",
    ];

    private static readonly string[] Folders = ["claims/t17", "claims/entities"];

    /// <summary>The texts, in a fixed order.</summary>
    public static IEnumerable<string> Read(string shared)
    {
        var data = Path.Combine(shared, "data");
        var files = Files.Select(f => Path.Combine(data, f))
            .Concat(Folders.SelectMany(f => Directory.GetFiles(Path.Combine(data, f), "*.articles.jsonl.gz").Order(StringComparer.Ordinal)));
        foreach (var file in files)
        {
            using var stream = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
            using var reader = new StreamReader(stream);
            while (reader.ReadLine() is { } line)
            {
                using var json = JsonDocument.Parse(line);
                if (json.RootElement.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String)
                    yield return text.GetString()!;
                else if (json.RootElement.TryGetProperty("sentences", out var sentences))
                    yield return string.Join('\n', sentences.EnumerateArray().Select(s => s.GetString()));
            }
        }
    }
}
