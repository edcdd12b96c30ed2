using System.CommandLine;
using System.Text.Json.Nodes;
using Readout.Text;

namespace Readout.Cli.Settings;

/// <summary>Shows and changes settings.</summary>
internal static class ConfigCommand
{
    public static Command Build(Shell shell, GlobalOptions globals)
    {
        var name = new Argument<string?>("NAME") { Description = "A setting; all of them without.", Arity = ArgumentArity.ZeroOrOne };
        var value = new Argument<string?>("VALUE") { Description = "Give it this value in the workspace's file.", Arity = ArgumentArity.ZeroOrOne };
        var origin = new Option<bool>("--show-origin") { Description = "Say who gave each value: a file, an environment variable, nobody." };
        var user = new Option<bool>("--user") { Description = "Change the user's own file, not the workspace's." };
        var unset = new Option<bool>("--unset") { Description = "Take the value out of the file." };
        var schema = new Option<bool>("--schema") { Description = "Print the JSON Schema of readout.json." };
        var json = new Option<bool>("--json") { Description = "Write the settings as one JSON object." };
        var command = new Command("config", "Show or change settings: readout.json in the workspace, then the user's own; READOUT_… variables come first.") { name, value, origin, user, unset, schema, json };
        Examples.AddTo(command, "readout config --show-origin", "readout config search.max 50", "readout config --user author 'Ada Moll'");
        command.SetAction(result =>
        {
            var here = globals.In(shell, result);
            if (result.GetValue(schema))
            {
                here.Print(Schema().ToJsonString(new() { WriteIndented = true, NewLine = "\n" }) + "\n");
                return ExitCode.Done;
            }
            var setting = result.GetValue(name) is { } asked ? Setting.Named(asked) ?? throw SettingsFile.Unknown(asked, "config") : null;
            if (result.GetValue(value) is not null || result.GetValue(unset))
                return Change(here, setting, result.GetValue(unset) ? null : result.GetValue(value), result.GetValue(user));
            var shown = new SettingsReader(here).All.Where(v => setting is null || v.Setting == setting).ToList();
            if (result.GetValue(json))
                here.PrintJson(shown.ToDictionary(v => v.Setting.Name, v => new { v.Value, v.Origin }));
            else if (setting is not null && !result.GetValue(origin))
                here.Print(shown[0].Value is { } only ? only + "\n" : "");
            else
                here.Print(string.Concat(shown.Select(v => $"{v.Setting.Name} = {v.Value ?? "(none)"}{(result.GetValue(origin) ? $"    ({v.Origin})" : "")}\n")));
            return setting is not null && shown[0].Value is null ? ExitCode.No : ExitCode.Done;
        });
        return command;
    }

    /// <summary>The JSON Schema (2020-12) of a settings file.</summary>
    public static JsonObject Schema()
    {
        var root = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "readout.json",
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject { ["$schema"] = new JsonObject { ["type"] = "string" } },
        };
        foreach (var setting in Setting.All)
        {
            var at = root;
            var parts = setting.Name.Split('.');
            foreach (var part in parts[..^1])
            {
                var inside = at["properties"]!.AsObject();
                if (inside[part] is not JsonObject next)
                    inside[part] = next = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = new JsonObject() };
                at = next;
            }
            at["properties"]!.AsObject()[parts[^1]] = Describe(setting);
        }
        return root;
    }

    private static JsonObject Describe(Setting setting)
    {
        var schema = new JsonObject { ["description"] = setting.Describes };
        schema["type"] = setting.Kind switch { SettingKind.Number => "integer", SettingKind.Flag => "boolean", SettingKind.List => "array", _ => "string" };
        if (setting.Kind == SettingKind.List)
            schema["items"] = new JsonObject { ["type"] = "string" };
        if (setting.Default is { } value)
            schema["default"] = setting.Kind switch { SettingKind.Number or SettingKind.Flag => JsonNode.Parse(value), _ => value };
        return schema;
    }

    private static int Change(Shell shell, Setting? setting, string? value, bool user)
    {
        if (setting is null)
            throw new UsageException($"config --unset wants a setting's name; there are {string.Join(", ", Setting.All.Select(s => s.Name))}.");
        if (value is not null && setting.Fault(value) is { } fault)
            throw new UsageException($"{setting.Name}: '{value}' will not do; {fault}.");
        var file = (user ? SettingsReader.User(shell) : SettingsReader.Workspace(shell))
            ?? throw new UsageException("there is no workspace here or above; 'readout init' makes one, or write --user.");
        file.Write(setting, value);
        return ExitCode.Done;
    }
}
