using System.Globalization;
using System.Text.Json;

namespace Readout.Cli.Records;

/// <summary>Where two JSON documents differ, as places an editor can find: <c>claims[3].texts: 2, now 1</c>.</summary>
internal static class JsonDifference
{
    public static IEnumerable<string> Between(JsonElement was, JsonElement now, string where = "")
    {
        if (was.ValueKind != now.ValueKind)
            return [$"{where}: {Short(was)}, now {Short(now)}"];
        return was.ValueKind switch
        {
            JsonValueKind.Object => Objects(was, now, where),
            JsonValueKind.Array => Arrays(was, now, where),
            _ => was.GetRawText() == now.GetRawText() || JsonElement.DeepEquals(was, now) ? [] : [$"{where}: {Short(was)}, now {Short(now)}"],
        };
    }

    private static IEnumerable<string> Objects(JsonElement was, JsonElement now, string where)
    {
        var prefix = where.Length == 0 ? "" : where + ".";
        foreach (var property in was.EnumerateObject())
        {
            if (!now.TryGetProperty(property.Name, out var other))
            {
                yield return $"{prefix}{property.Name}: {Short(property.Value)}, now missing";
                continue;
            }
            foreach (var difference in Between(property.Value, other, prefix + property.Name))
                yield return difference;
        }
        foreach (var property in now.EnumerateObject())
        {
            if (!was.TryGetProperty(property.Name, out _))
                yield return $"{prefix}{property.Name}: missing, now {Short(property.Value)}";
        }
    }

    private static IEnumerable<string> Arrays(JsonElement was, JsonElement now, string where)
    {
        if (was.GetArrayLength() != now.GetArrayLength())
            yield return string.Create(CultureInfo.InvariantCulture, $"{where}: {was.GetArrayLength()} entries, now {now.GetArrayLength()}");
        foreach (var (a, b, i) in was.EnumerateArray().Zip(now.EnumerateArray()).Select((pair, i) => (pair.First, pair.Second, i)))
        {
            foreach (var difference in Between(a, b, string.Create(CultureInfo.InvariantCulture, $"{where}[{i}]")))
                yield return difference;
        }
    }

    private static string Short(JsonElement value)
    {
        var text = Words.Fold(value.GetRawText());
        return text.Length <= 60 ? text : text[..59] + "…";
    }
}
