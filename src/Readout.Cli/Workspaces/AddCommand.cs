using System.CommandLine;
using NodaTime;
using Readout.Cli.Commands;
using Readout.Cli.Inputs;
using Readout.Cli.Workspaces.Adding;
using Readout.Pages;
using Readout.Store;

namespace Readout.Cli.Workspaces;

/// <summary>Takes pages into the workspace. A page that was counted is safe on the disk.</summary>
internal static class AddCommand
{
    public static Command Build(Shell shell, GlobalOptions globals)
    {
        var pages = new PageOptions(ArgumentArity.OneOrMore);
        var since = new Option<string?>("--since") { Description = "Archives: leave out what was taken before this day.", HelpName = "DATE" };
        var build = new Option<bool>("--build") { Description = "Build afterwards, as 'readout build' does." };
        var json = new Option<bool>("--json") { Description = "Write what was done as one JSON object." };
        var wait = new WaitOption();
        var command = new Command("add", "Take pages into the workspace; each is safe on the disk when it is counted.") { since, build, json };
        pages.AddPathsTo(command);
        pages.AddColumnsTo(command);
        wait.AddTo(command);
        Examples.AddTo(command,
            "readout add pages/",
            "readout add --build --published 004.txt=2025-05-07 dumps/*.txt",
            "readout add --since 2025-05-01 crawl.warc.gz     what was cut off goes on when it is added again",
            "curl -s https://example.org/report | readout add -");
        command.SetAction(result =>
        {
            var here = globals.In(shell, result);
            var day = result.GetValue(since) is { } written ? PageOptions.Day(written, "--since") : (LocalDate?)null;
            var code = Run(here, result, globals, pages, day, wait.Patience(here, result), result.GetValue(json) && !result.GetValue(build));
            return code is ExitCode.Done or ExitCode.SomeFailed && result.GetValue(build)
                ? Math.Max(code, BuildCommand.Run(here, result, globals, from: null, jobs: 0, wait.Patience(here, result), result.GetValue(json)))
                : code;
        });
        return command;
    }

    private static int Run(Shell shell, ParseResult result, GlobalOptions globals, PageOptions options, LocalDate? since, TimeSpan patience, bool json)
    {
        var found = new InputFinder(shell).Find(options.Paths(result));
        var published = options.Published(result, found.Inputs);
        using var workspace = WorkspaceFinder.Write(shell, "add", patience);
        var intake = new PageIntake(shell, workspace, globals.IsVerbose(result));
        foreach (var input in found.Failed)
            intake.Fail(input.Path, input.Reason);
        var containers = options.Containers(result);
        containers = containers with { Archive = containers.Archive with { Since = since?.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant() } };
        var files = new FileIntake(shell, workspace, intake, containers);
        foreach (var input in found.Inputs)
            files.Take(input, published.TryGetValue(input, out var day) ? day : null);
        intake.Flush();
        if (json)
            shell.PrintJson(new { added = intake.Added, newVersions = intake.NewVersions, known = intake.Known, failed = intake.Failed.Select(f => new { path = f.Path, reason = f.Reason }) });
        else if (!globals.IsQuiet(result))
            shell.Print(FormattableString.Invariant($"{intake.Added} new, {intake.NewVersions} new versions, {intake.Known} known already{(intake.FailedCount == 0 ? "" : $", {intake.FailedCount} failed")}\n"));
        return intake.Added + intake.NewVersions + intake.Known == 0 ? ExitCode.Usage : intake.FailedCount > 0 ? ExitCode.SomeFailed : ExitCode.Done;
    }
}
