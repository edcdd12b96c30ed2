using System.CommandLine;
using Readout.Cli.Commands;
using Readout.Cli.Inputs;
using Readout.Store;
using Readout.Store.Corrections;

namespace Readout.Cli.Workspaces;

/// <summary>Takes pages into the workspace. A page that was counted is safe on the disk.</summary>
internal static class AddCommand
{
    private const int Batch = 256;
    private const long BatchBytes = 16 << 20;

    public static Command Build(Shell shell, GlobalOptions globals)
    {
        var pages = new PageOptions(ArgumentArity.OneOrMore);
        var build = new Option<bool>("--build") { Description = "Build afterwards, as 'readout build' does." };
        var json = new Option<bool>("--json") { Description = "Write what was done as one JSON object." };
        var wait = new WaitOption();
        var command = new Command("add", "Take pages into the workspace; each is safe on the disk when it is counted.") { build, json };
        pages.AddPathsTo(command);
        wait.AddTo(command);
        Examples.AddTo(command,
            "readout add pages/",
            "readout add --build --published 004.txt=2025-05-07 dumps/*.txt",
            "curl -s https://example.org/report | readout add -");
        command.SetAction(result =>
        {
            var here = globals.In(shell, result);
            var code = Run(here, result, globals, pages, wait.Patience(here, result), result.GetValue(json) && !result.GetValue(build));
            return code is ExitCode.Done or ExitCode.SomeFailed && result.GetValue(build)
                ? Math.Max(code, BuildCommand.Run(here, result, globals, from: null, jobs: 0, wait.Patience(here, result), result.GetValue(json)))
                : code;
        });
        return command;
    }

    private static int Run(Shell shell, ParseResult result, GlobalOptions globals, PageOptions options, TimeSpan patience, bool json)
    {
        var found = new InputFinder(shell).Find(options.Paths(result));
        var published = options.Published(result, found.Inputs);
        var counts = new Dictionary<Arrival, int>();
        var failed = found.Failed.ToList();
        using var workspace = WorkspaceFinder.Write(shell, "add", patience);
        foreach (var batch in Batches(shell, found.Inputs, failed))
        {
            var now = shell.Clock.GetCurrentInstant();
            var arrivals = workspace.Pages.Add([.. batch.Select(p => p.Page)], now);
            foreach (var (page, input) in batch)
            {
                if (published.TryGetValue(input, out var day))
                    SetDay(workspace, page, NodaTime.Text.LocalDatePattern.Iso.Format(day), Author.Name(shell), now);
            }
            if (globals.IsVerbose(result))
                shell.Error.Write(string.Concat(batch.Select(p => p.Page.Address + ": safe\n")));
            foreach (var arrival in arrivals)
                counts[arrival] = counts.GetValueOrDefault(arrival) + 1;
        }
        foreach (var input in failed)
            shell.Complain($"{input.Path}: {input.Reason}");
        var (added, versions, known) = (counts.GetValueOrDefault(Arrival.New), counts.GetValueOrDefault(Arrival.NewVersion), counts.GetValueOrDefault(Arrival.Known));
        if (json)
            shell.PrintJson(new { added, newVersions = versions, known, failed = failed.Select(f => new { path = f.Path, reason = f.Reason }) });
        else if (!globals.IsQuiet(result))
            shell.Print(FormattableString.Invariant($"{added} new, {versions} new versions, {known} known already{(failed.Count == 0 ? "" : $", {failed.Count} failed")}\n"));
        return counts.Count == 0 ? ExitCode.Usage : failed.Count > 0 ? ExitCode.SomeFailed : ExitCode.Done;
    }

    // What a user says of a page's day is a correction like any other: it stands in the log and outlives rebuilds.
    private static void SetDay(Workspace workspace, IncomingPage page, string day, string author, NodaTime.Instant now)
    {
        var sha256 = PageStore.Hash(page.Bytes.Span);
        if (workspace.Corrections.Current().DayOf(sha256) is { } known && NodaTime.Text.LocalDatePattern.Iso.Format(known) == day)
            return;
        workspace.Corrections.Add(CorrectionVerb.SetDate, [sha256], day, author, "given when the page was added", now);
    }

    private static IEnumerable<IReadOnlyList<(IncomingPage Page, Input Input)>> Batches(Shell shell, IReadOnlyList<Input> inputs, List<FailedInput> failed)
    {
        var batch = new List<(IncomingPage, Input)>();
        long size = 0;
        foreach (var input in inputs)
        {
            try
            {
                var bytes = new InputBytes(shell).All(input);
                if (bytes.Length == 0)
                    throw new IOException("it is empty");
                size += bytes.Length;
                batch.Add((new IncomingPage(input.Name, input.File ?? "-", bytes), input));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                failed.Add(new FailedInput(input.Name, $"can't be read ({e.Message.TrimEnd('.')})."));
            }
            if (batch.Count < Batch && size < BatchBytes)
                continue;
            yield return batch;
            (batch, size) = ([], 0);
        }
        if (batch.Count > 0)
            yield return batch;
    }
}
