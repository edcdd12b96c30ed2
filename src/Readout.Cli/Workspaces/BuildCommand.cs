using System.CommandLine;
using Readout.Cli.Settings;
using Readout.Store.Building;

namespace Readout.Cli.Workspaces;

/// <summary>Derives what follows from the pages.</summary>
internal static class BuildCommand
{
    public static Command Build(Shell shell, GlobalOptions globals)
    {
        var layers = string.Join(", ", Enum.GetNames<BuildLayer>().Select(EnumName));
        var from = new Option<string?>("--from") { Description = $"Make this layer and those after it again: {layers}.", HelpName = "LAYER" };
        var jobs = new Option<int?>("--jobs") { Description = "Pages read at the same time (0: as many as there are processors; setting 'jobs').", HelpName = "N" };
        var json = new Option<bool>("--json") { Description = "Write what was done as one JSON object." };
        var wait = new WaitOption();
        var command = new Command("build", "Derive what follows from the pages: documents, stories, records. Does only what is missing or out of date.") { from, jobs, json };
        wait.AddTo(command);
        from.Validators.Add(value =>
        {
            if (value.GetValueOrDefault<string?>() is { } name && !Enum.GetNames<BuildLayer>().Select(EnumName).Contains(name, StringComparer.Ordinal))
                value.AddError($"--from: '{name}' is no layer; write one of {layers}.");
        });
        jobs.Validators.Add(value =>
        {
            if (!value.Errors.Any() && value.GetValueOrDefault<int?>() < 0)
                value.AddError("--jobs takes a number from 0 up.");
        });
        Examples.AddTo(command, "readout build", "readout build --from ledger");
        command.SetAction(result =>
        {
            var here = globals.In(shell, result);
            var layer = result.GetValue(from) is { } name ? Enum.Parse<BuildLayer>(name, ignoreCase: true) : (BuildLayer?)null;
            return Run(here, result, globals, layer, result.GetValue(jobs) ?? new SettingsReader(here).Number("jobs"), wait.Patience(here, result), result.GetValue(json));
        });
        return command;
    }

    public static int Run(Shell shell, ParseResult result, GlobalOptions globals, BuildLayer? from, int jobs, TimeSpan patience, bool json)
    {
        using var workspace = WorkspaceFinder.Write(shell, "build", patience);
        BuildReport report;
        using (var bar = StageProgress.Start(shell, globals.IsQuiet(result)))
            report = new Builder(workspace, new BuildOptions(from, jobs)).Run(bar is null ? null : bar.Tell);
        foreach (var input in report.Failed)
            shell.Complain($"{input.Path}: {input.Reason}");
        if (json)
        {
            shell.PrintJson(new
            {
                read = report.Read,
                stories = report.Stories,
                made = report.Made,
                changed = report.Changed,
                failed = report.Failed.Select(f => new { path = f.Path, reason = f.Reason }),
            });
        }
        else if (!globals.IsQuiet(result))
        {
            shell.Print(FormattableString.Invariant($"{report.Read} pages read, {report.Stories} stories, {report.Made} records made, {report.Changed.Count} of them changed\n"));
        }
        return report.Failed.Count > 0 ? ExitCode.SomeFailed : ExitCode.Done;
    }

#pragma warning disable CA1308 // layers are written in lower case on the command line
    private static string EnumName(string name) => name.ToLowerInvariant();
#pragma warning restore CA1308
}
