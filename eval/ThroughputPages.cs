using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Readout.Eval;

/// <summary>The pages that a measurement goes over, held in memory: what is measured is reading, not the disk.</summary>
internal static class ThroughputPages
{
    public static IEnumerable<(string Name, byte[] Body)> In(string input)
    {
        if (Directory.Exists(input))
        {
            foreach (var file in Directory.EnumerateFiles(input, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                yield return (Path.GetFileName(file), File.ReadAllBytes(file));
            yield break;
        }
        if (!File.Exists(input))
            yield break;
        using var lines = new StreamReader(SetFile.Open(input));
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            using var row = JsonDocument.Parse(line);
            foreach (var field in new[] { "html", "text" })
            {
                if (row.RootElement.TryGetProperty(field, out var value) && value.GetString() is { Length: > 0 } text)
                {
                    yield return (number.ToString(CultureInfo.InvariantCulture) + (field == "html" ? ".html" : ".txt"), Encoding.UTF8.GetBytes(text));
                    break;
                }
            }
        }
    }
}
