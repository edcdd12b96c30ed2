using System.CommandLine;
using Readout.Store;

namespace Readout.Cli.Workspaces;

/// <summary>Makes a workspace.</summary>
internal static class InitCommand
{
    public static Command Build(Shell shell, GlobalOptions globals)
    {
        var folder = new Argument<string?>("DIR") { Description = "The folder to make it in; this one without.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("init", "Make a workspace: a folder .readout that keeps pages and what follows from them.") { folder };
        Examples.AddTo(command, "readout init", "readout init stories/dam");
        command.SetAction(result =>
        {
            var here = globals.In(shell, result);
            var (made, isNew) = Workspace.Create(here.Resolve(result.GetValue(folder) ?? "."), here.Clock);
            here.Print(isNew ? $"made {made}\n" : $"{made} is there already; nothing changed\n");
            return ExitCode.Done;
        });
        return command;
    }
}
