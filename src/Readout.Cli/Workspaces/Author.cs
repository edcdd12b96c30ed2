using Readout.Cli.Settings;

namespace Readout.Cli.Workspaces;

/// <summary>Who makes a correction or a visit.</summary>
internal static class Author
{
    /// <summary>The name given, the one in the settings (<c>author</c>), or the user's.</summary>
    public static string Name(Shell shell, string? given = null)
    {
        if (!string.IsNullOrWhiteSpace(given))
            return given;
        return new SettingsReader(shell).Text("author") is { Length: > 0 } name ? name : Environment.UserName;
    }
}
