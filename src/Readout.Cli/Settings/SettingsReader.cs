using System.Globalization;
using Readout.Store;

namespace Readout.Cli.Settings;

/// <summary>A setting's value and who gave it.</summary>
/// <param name="Origin">A file, an environment variable, or <c>default</c>.</param>
internal sealed record SettingValue(Setting Setting, string? Value, string Origin);

/// <summary>
/// The settings as they hold here: the workspace's file before the user's, an environment variable before both. A name that no setting
/// has is an error wherever it stands.
/// </summary>
internal sealed class SettingsReader
{
    private readonly Dictionary<string, SettingValue> _values;

    /// <exception cref="UsageException">A file or variable gives what no setting takes.</exception>
    public SettingsReader(Shell shell)
    {
        _values = Setting.All.ToDictionary(s => s.Name, s => new SettingValue(s, s.Default, "default"), StringComparer.Ordinal);
        foreach (var file in new[] { User(shell), Workspace(shell) }.OfType<SettingsFile>())
        {
            foreach (var (name, value) in file.Read())
                _values[name] = new SettingValue(_values[name].Setting, value, file.Path);
        }
        foreach (var setting in Setting.All)
        {
            if (shell.Variable(setting.Variable) is not { Length: > 0 } value)
                continue;
            if (setting.Fault(value) is { } fault)
                throw new UsageException($"{setting.Variable}: '{value}' will not do; {fault}.");
            _values[setting.Name] = new SettingValue(setting, value, setting.Variable);
        }
    }

    /// <summary>Every setting, by name.</summary>
    public IReadOnlyList<SettingValue> All => [.. _values.Values.OrderBy(v => v.Setting.Name, StringComparer.Ordinal)];

    public SettingValue this[string name] => _values[name];

    public string? Text(string name) => _values[name].Value;

    public int Number(string name) => int.Parse(_values[name].Value!, CultureInfo.InvariantCulture);

    public IReadOnlyList<string> List(string name) => (_values[name].Value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The user's own file; null where the system names no place for it.</summary>
    public static SettingsFile? User(Shell shell)
    {
        var folder = shell.Variable("XDG_CONFIG_HOME") is { Length: > 0 } set
            ? set
            : Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return folder.Length == 0 ? null : new SettingsFile(Path.Combine(folder, "readout", SettingsFile.Name));
    }

    /// <summary>The workspace's file; null without a workspace.</summary>
    public static SettingsFile? Workspace(Shell shell) =>
        Store.Workspace.Find(shell.Directory) is { } folder ? new SettingsFile(Path.Combine(folder, SettingsFile.Name)) : null;
}
