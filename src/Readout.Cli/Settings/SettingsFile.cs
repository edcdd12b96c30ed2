using System.Text.Json;
using System.Text.Json.Nodes;
using Readout.Text;

namespace Readout.Cli.Settings;

/// <summary>A <c>readout.json</c>: an object with a member for each setting, dots as objects inside objects.</summary>
internal sealed class SettingsFile(string path)
{
    public const string Name = "readout.json";

    private static readonly JsonDocumentOptions s_reading = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
    private static readonly JsonSerializerOptions s_writing = new() { WriteIndented = true, NewLine = "\n" };

    public string Path { get; } = path;

    /// <summary>Its values by the settings' names; empty where there is no such file.</summary>
    /// <exception cref="UsageException">It is no JSON object, or it names or holds what no setting is.</exception>
    public IReadOnlyDictionary<string, string> Read()
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Object() is { } root)
            Read(root, "", values);
        return values;
    }

    /// <summary>Sets a value, or takes it out.</summary>
    public void Write(Setting setting, string? value)
    {
        var root = Object() ?? [];
        var parts = setting.Name.Split('.');
        var at = root;
        foreach (var part in parts[..^1])
        {
            if (at[part] is not JsonObject inner)
                at[part] = inner = [];
            at = inner;
        }
        if (value is null)
            at.Remove(parts[^1]);
        else
            at[parts[^1]] = Node(setting, value);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        AtomicFile.Write(Path, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(root.ToJsonString(s_writing) + "\n")));
    }

    private JsonObject? Object()
    {
        if (!File.Exists(Path))
            return null;
        try
        {
            return JsonNode.Parse(File.ReadAllText(Path), documentOptions: s_reading) as JsonObject ?? throw new UsageException($"{Path}: it holds no JSON object.");
        }
        catch (JsonException e)
        {
            throw new UsageException($"{Path}: it is no JSON ({e.Message.TrimEnd('.')}).", e);
        }
    }

    private void Read(JsonObject at, string prefix, Dictionary<string, string> values)
    {
        foreach (var (key, node) in at)
        {
            var name = prefix + key;
            if (node is JsonObject inner && Setting.All.Any(s => s.Name.StartsWith(name + ".", StringComparison.Ordinal)))
            {
                Read(inner, name + ".", values);
                continue;
            }
            if (name is "$schema")
                continue;
            var setting = Setting.Named(name) ?? throw Unknown(name, Path);
            var value = Value(setting, node) ?? throw new UsageException($"{Path}: {name}: {node?.ToJsonString() ?? "null"} is no {EnumNames.Of(setting.Kind)}.");
            if (setting.Fault(value) is { } fault)
                throw new UsageException($"{Path}: {name}: '{value}' will not do; {fault}.");
            values[name] = value;
        }
    }

    /// <summary>What to say of a name that no setting has.</summary>
    public static UsageException Unknown(string name, string where)
    {
        var nearest = Setting.All.OrderBy(s => EditDistance.Between(s.Name, name[..Math.Min(name.Length, 100)])).First().Name;
        return new UsageException($"{where}: there is no setting '{name}'; did you mean '{nearest}'?");
    }

    private static string? Value(Setting setting, JsonNode? node) => (setting.Kind, node?.GetValueKind()) switch
    {
        (SettingKind.Text, JsonValueKind.String) => node!.GetValue<string>(),
        (SettingKind.Number, JsonValueKind.Number) => node!.ToJsonString(),
        (SettingKind.Flag, JsonValueKind.True or JsonValueKind.False) => node!.ToJsonString(),
        (SettingKind.List, JsonValueKind.Array) when node!.AsArray().All(i => i?.GetValueKind() == JsonValueKind.String) => string.Join(',', node.AsArray().Select(i => i!.GetValue<string>())),
        _ => null,
    };

    private static JsonNode? Node(Setting setting, string value) => setting.Kind switch
    {
        SettingKind.Number or SettingKind.Flag => JsonNode.Parse(value),
        SettingKind.List => new JsonArray([.. value.Split(',').Select(v => JsonValue.Create(v))]),
        _ => JsonValue.Create(value),
    };
}
