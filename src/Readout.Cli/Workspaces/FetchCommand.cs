using System.CommandLine;
using System.Globalization;
using NodaTime;
using Readout.Cli.Settings;
using Readout.Cli.Workspaces.Fetching;
using Readout.Store;
using Readout.Store.Sources;
using Readout.Text;

namespace Readout.Cli.Workspaces;

/// <summary>Asks the sources that are due, fetches what they name, looks again at what was fetched.</summary>
internal sealed class FetchCommand
{
    private readonly Option<bool> _all = new("--all") { Description = "Ask every source and look at every page that is still followed, due or not." };
    private readonly Option<bool> _dry = new("--dry-run", "-n") { Description = "Say what would be asked, and ask nothing." };
    private readonly Option<bool> _build = new("--build") { Description = "Build afterwards, as 'readout build' does." };
    private readonly Option<int?> _every = new("--every") { Description = "Go on until interrupted, a round every so many minutes.", HelpName = "MINUTES" };
    private readonly Option<bool> _json = new("--json") { Description = "Write what was done as one JSON object, each round on its own." };
    private readonly WaitOption _wait = new();

    public static Command Build(Shell shell, GlobalOptions globals)
    {
        var fetch = new FetchCommand();
        var command = new Command("fetch", "Ask the feeds, sitemaps and folders that are due, fetch the pages they name, and look again at pages after an hour, a day and a week. Exit 3: something failed; the rest is safe.")
        {
            fetch._all, fetch._dry, fetch._build, fetch._every, fetch._json, List(shell, globals), Remove(shell, globals),
        };
        fetch._wait.AddTo(command);
        fetch._every.Validators.Add(value =>
        {
            if (!value.Errors.Any() && value.GetValueOrDefault<int?>() is < 1 or > 10_080)
                value.AddError("--every takes a number of minutes from 1 to 10080.");
        });
        Examples.AddTo(command,
            "readout fetch",
            "readout fetch --build && readout watch run",
            "readout fetch --dry-run",
            "readout fetch --every 5 --build",
            "readout fetch list",
            "readout fetch rm https://orlencourier.example/feed.xml");
        command.SetAction((result, stop) => fetch.Run(globals.In(shell, result), result, globals, stop));
        return command;
    }

    private async Task<int> Run(Shell shell, ParseResult result, GlobalOptions globals, CancellationToken stop)
    {
        if (result.GetValue(_dry))
            return Plan(shell, result.GetValue(_all), result.GetValue(_json));
        globals.NeedNetwork(result, "fetch");
        var folder = WorkspaceFinder.Folder(shell);
        var code = await Round(shell, folder, result, globals, stop).ConfigureAwait(false);
        while (result.GetValue(_every) is { } minutes)
        {
            await Task.Delay(TimeSpan.FromMinutes(minutes), shell.Time, stop).ConfigureAwait(false);
            code = await Round(shell, folder, result, globals, stop).ConfigureAwait(false);
        }
        return code;
    }

    private async Task<int> Round(Shell shell, string folder, ParseResult result, GlobalOptions globals, CancellationToken stop)
    {
        var (patience, json, build) = (_wait.Patience(shell, result), result.GetValue(_json), result.GetValue(_build));
        FetchReport report;
        using (var bar = StageProgress.Start(shell, globals.IsQuiet(result)))
            report = await new FetchRound(shell, folder, patience, globals.IsVerbose(result), bar is null ? null : bar.Tell).Run(result.GetValue(_all), stop).ConfigureAwait(false);
        if (json)
            shell.PrintJson(report.Json);
        else if (!globals.IsQuiet(result))
            shell.Print(report.Text);
        var code = report.Failed.Count > 0 ? ExitCode.SomeFailed : ExitCode.Done;
        return build ? Math.Max(code, BuildCommand.Run(shell, result, globals, from: null, new SettingsReader(shell).Number("jobs"), patience, json)) : code;
    }

    private static int Plan(Shell shell, bool all, bool json)
    {
        using var workspace = WorkspaceFinder.Read(shell);
        var now = shell.Clock.GetCurrentInstant();
        var sources = FetchPlan.Sources(workspace, now, all);
        var pages = all ? workspace.Sightings.Followed() : workspace.Sightings.Due(now, int.MaxValue);
        if (json)
            shell.PrintJson(new { sources = sources.Select(s => s.Address), pages = pages.Where(p => p.Fetched is null).Select(p => p.Address), again = pages.Where(p => p.Fetched is not null).Select(p => p.Address) });
        else
            shell.Print(string.Concat(sources.Select(s => $"source  {s.Address}\n")) + string.Concat(pages.Select(p => $"{(p.Fetched is null ? "page   " : "again  ")} {p.Address}\n")));
        return ExitCode.Done;
    }

    private static Command List(Shell shell, GlobalOptions globals)
    {
        var json = new Option<bool>("--json") { Description = "Write them as one JSON array." };
        var command = new Command("list", "The sources: how often each is asked, when next, how many addresses it named, why it failed. Exit 1: none.") { json };
        Examples.AddTo(command, "readout fetch list");
        command.SetAction(result =>
        {
            var here = globals.In(shell, result);
            using var workspace = WorkspaceFinder.Read(here);
            var now = here.Clock.GetCurrentInstant();
            var all = workspace.Sources.All();
            if (result.GetValue(json))
                here.PrintJson(all.Select(s => Json(workspace, s, now)));
            else
                here.Print(string.Concat(all.Select(s => Line(workspace, s, now))));
            return all.Count == 0 ? ExitCode.No : ExitCode.Done;
        });
        return command;
    }

    private static Command Remove(Shell shell, GlobalOptions globals)
    {
        var source = new Argument<string>("SOURCE") { Description = "A source's address, as 'fetch list' shows it." };
        var command = new Command("rm", "Ask a source no more; its pages stay.") { source };
        Examples.AddTo(command, "readout fetch rm https://orlencourier.example/feed.xml");
        command.SetAction(result =>
        {
            var here = globals.In(shell, result);
            using var workspace = WorkspaceFinder.Write(here, "fetch rm");
            var address = result.GetValue(source)!;
            return workspace.Sources.Remove(address) || workspace.Sources.Remove(here.Resolve(address)) ? ExitCode.Done
                : throw new UsageException($"no source is called '{address}'; 'readout fetch list' lists them.");
        });
        return command;
    }

    private static object Json(Workspace workspace, Source source, Instant now) => new
    {
        source.Address, kind = EnumNames.Of(source.Kind), source.Title, source.Via, since = source.Since?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), added = Instants.Write(source.Added),
        asked = source.Asked is { } at ? Instants.Write(at) : null,
        next = source.Kind == SourceKind.Folder ? null : Instants.Write(FetchPlan.Next(workspace, source, now)),
        addresses = workspace.Sources.Count(source.Address), source.Failures, source.Failure,
    };

    private static string Line(Workspace workspace, Source source, Instant now)
    {
        var every = source.Kind == SourceKind.Folder ? "each time" : "every " + Span(FetchPlan.Interval(workspace, source));
        var next = source.Kind == SourceKind.Folder ? "" : FetchPlan.Next(workspace, source, now) is var due && due <= now ? ", due" : $", next in {Span(due - now)}";
        var failure = source.Failure is null ? "" : string.Create(CultureInfo.InvariantCulture, $"\n         failed {source.Failures} times: {source.Failure}");
        return string.Create(CultureInfo.InvariantCulture, $"{EnumNames.Of(source.Kind),-7}  {source.Address}{(source.Title is null ? "" : $"  ({source.Title})")}\n         {every}{next}, {workspace.Sources.Count(source.Address)} addresses{failure}\n");
    }

    private static string Span(Duration span) =>
        span >= Duration.FromHours(1) ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0.#} h") : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(span.TotalMinutes):0} min");
}
