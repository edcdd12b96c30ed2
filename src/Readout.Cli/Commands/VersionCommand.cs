using System.CommandLine;
using System.Reflection;

namespace Readout.Cli.Commands;

internal static class VersionCommand
{
    public static Command Build(Shell shell)
    {
        var command = new Command("version", "Print the version.");
        command.SetAction(_ => shell.Print($"readout {Version}\n"));
        return command;
    }

    public static string Version { get; } =
        typeof(VersionCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
}
