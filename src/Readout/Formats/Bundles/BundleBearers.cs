using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Readout.Pages;

namespace Readout.Formats.Bundles;

/// <summary>What bears the pages of a bundle: without it a page of an archive or feed would not read the same again.</summary>
internal static class BundleBearers
{
    public static byte[] Write(IEnumerable<(string Path, PageBearer Bearer)> bearers)
    {
        var lines = new StringBuilder();
        foreach (var (path, bearer) in bearers)
            lines.Append("{\"path\":").Append(JsonSerializer.Serialize(path)).Append(",\"bearer\":").Append(BearerText.Write(bearer)).Append("}\n");
        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    /// <exception cref="BundleException">A line is none.</exception>
    public static IReadOnlyDictionary<string, PageBearer> Read(ReadOnlyMemory<byte> file)
    {
        var bearers = new Dictionary<string, PageBearer>(StringComparer.Ordinal);
        foreach (var line in Encoding.UTF8.GetString(file.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                if (JsonNode.Parse(line) is not JsonObject row || row["path"]?.GetValue<string>() is not { } path || BearerText.Read(row["bearer"]?.ToJsonString()) is not { } bearer)
                    throw BundleException.Refused($"{Bundle.Bearers}: a line names no page.");
                bearers[path] = bearer;
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or IndexOutOfRangeException)
            {
                throw BundleException.Refused($"{Bundle.Bearers}: a line can't be read ({e.Message.TrimEnd('.')}).");
            }
        }
        return bearers;
    }
}
