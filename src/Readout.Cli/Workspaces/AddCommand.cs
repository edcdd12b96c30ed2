using System.CommandLine;
using NodaTime;
using Readout.Cli.Commands;
using Readout.Cli.Inputs;
using Readout.Cli.Workspaces.Adding;
using Readout.Cli.Workspaces.Fetching;
using Readout.Pages;
using Readout.Store.Sources;

namespace Readout.Cli.Workspaces;

/// <summary>Takes pages into the workspace, and what names pages. A page that was counted is safe on the disk.</summary>
internal sealed class AddCommand
{
    private readonly PageOptions _pages = new(ArgumentArity.OneOrMore, namesSources: true);
    private readonly Option<string?> _since = new("--since") { Description = "Leave out what an archive took before this day, and what a feed or sitemap dates before it (sitemaps: the last seven days without).", HelpName = "DATE" };
    private readonly Option<bool> _follow = new("--follow") { Description = "Folders and sites: let 'readout fetch' look for pages there from now on." };
    private readonly Option<bool> _build = new("--build") { Description = "Build afterwards, as 'readout build' does." };
    private readonly Option<bool> _json = new("--json") { Description = "Write what was done as one JSON object." };
    private readonly WaitOption _wait = new();

    public static Command Build(Shell shell, GlobalOptions globals)
    {
        var add = new AddCommand();
        var command = new Command("add", "Take pages into the workspace; each is safe on the disk when it is counted. Feeds and sitemaps are followed by 'readout fetch' from then on.") { add._since, add._follow, add._build, add._json };
        add._pages.AddPathsTo(command);
        add._pages.AddColumnsTo(command);
        add._wait.AddTo(command);
        Examples.AddTo(command,
            "readout add pages/",
            "readout add --build --published 004.txt=2025-05-07 dumps/*.txt",
            "readout add --since 2025-05-01 crawl.warc.gz     what was cut off goes on when it is added again",
            "readout add https://orlencourier.example/feed.xml && readout fetch",
            "readout add --follow https://orlencourier.example/ incoming/",
            "readout add feeds.opml",
            "curl -s https://example.org/report | readout add -");
        command.SetAction(result => add.Run(globals.In(shell, result), result, globals));
        return command;
    }

    private int Run(Shell shell, ParseResult result, GlobalOptions globals)
    {
        var code = Add(shell, result, globals, result.GetValue(_json) && !result.GetValue(_build));
        return code is ExitCode.Done or ExitCode.SomeFailed && result.GetValue(_build)
            ? Math.Max(code, BuildCommand.Run(shell, result, globals, from: null, jobs: 0, _wait.Patience(shell, result), result.GetValue(_json)))
            : code;
    }

    private int Add(Shell shell, ParseResult result, GlobalOptions globals, bool json)
    {
        var arguments = _pages.Paths(result).ToLookup(p => WebAddress.IsWeb(p));
        if (arguments[true].FirstOrDefault() is { } first)
            globals.NeedNetwork(result, $"'{first}'");
        var follow = result.GetValue(_follow);
        var folders = arguments[false].Where(p => follow && Directory.Exists(shell.Resolve(p))).ToList();
        var found = new InputFinder(shell).Find(arguments[false].Except(folders));
        var published = _pages.Published(result, found.Inputs);
        var since = result.GetValue(_since) is { } written ? PageOptions.Day(written, "--since") : (LocalDate?)null;
        var containers = _pages.Containers(result);
        containers = containers with { Archive = containers.Archive with { Since = since?.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant() } };

        using var workspace = WorkspaceFinder.Write(shell, "add", _wait.Patience(shell, result));
        var pages = new PageIntake(shell, workspace, globals.IsVerbose(result));
        var sources = new SourceIntake(shell, workspace, since);
        var files = new FileIntake(shell, workspace, pages, sources, containers);
        foreach (var input in found.Failed)
            pages.Fail(input.Path, input.Reason);
        foreach (var folder in folders)
            sources.Take(sources.Of(SourceKind.Folder, shell.Resolve(folder)));
        foreach (var input in found.Inputs)
            files.Take(input, published.TryGetValue(input, out var day) ? day : null);
        pages.Flush();
        if (arguments[true].Any())
            TakeAddresses(shell, new AddressIntake(shell, workspace, pages, sources, files), [.. arguments[true]], follow).GetAwaiter().GetResult();
        Report(shell, pages, sources, json, globals.IsQuiet(result));
        return pages.Added + pages.NewVersions + pages.Known + sources.Added + sources.Known + sources.Addresses == 0 ? ExitCode.Usage
            : pages.FailedCount > 0 ? ExitCode.SomeFailed : ExitCode.Done;
    }

    private static async Task TakeAddresses(Shell shell, AddressIntake intake, IReadOnlyList<string> addresses, bool follow)
    {
        using var fetcher = Network.Fetcher(shell);
        foreach (var address in addresses)
            await intake.Take(fetcher, address, follow).ConfigureAwait(false);
    }

    private static void Report(Shell shell, PageIntake pages, SourceIntake sources, bool json, bool quiet)
    {
        if (json)
        {
            shell.PrintJson(new
            {
                added = pages.Added, newVersions = pages.NewVersions, known = pages.Known, sources = sources.Added, addresses = sources.Addresses,
                failed = pages.Failed.Select(f => new { path = f.Path, reason = f.Reason }),
            });
            return;
        }
        if (quiet)
            return;
        shell.Print(FormattableString.Invariant($"{pages.Added} new, {pages.NewVersions} new versions, {pages.Known} known already{(pages.FailedCount == 0 ? "" : $", {pages.FailedCount} failed")}\n"));
        if (sources.Added + sources.Known + sources.Addresses > 0)
            shell.Print(FormattableString.Invariant($"sources: {sources.Added} new, {sources.Known} known already; addresses to fetch: {sources.Addresses} new ('readout fetch' asks them)\n"));
    }
}
