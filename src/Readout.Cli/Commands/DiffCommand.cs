using System.CommandLine;
using System.Text;
using Readout.Claims;
using Readout.Cli.Records;
using Readout.Cli.Workspaces;
using Readout.Formats;

namespace Readout.Cli.Commands;

/// <summary>What changed between two records, or since a day; counted in claims, not in pages.</summary>
internal static class DiffCommand
{
    public static Command Build(Shell shell, GlobalOptions globals)
    {
        var since = new Option<string?>("--since") { Description = "Compare what the pages say with what those up to this day said.", HelpName = "DATE" };
        var json = new Option<bool>("--json") { Description = "Write it as one JSON object." };
        var exitCode = new Option<bool>("--exit-code") { Description = "Exit 1 where the two differ." };
        var folder = new Option<string?>("--pages") { Description = "Where the pages of JSON documents lie now, if not where those say.", HelpName = "DIR" };
        var run = new Option<long?>("--run") { Description = "In a workspace: since that build, not since you last looked.", HelpName = "N" };
        var peek = new Option<bool>("--peek") { Description = "In a workspace: leave when you last looked as it is." };
        var pages = new PageOptions(ArgumentArity.ZeroOrMore, inWorkspace: true);
        var command = new Command("diff", "What changed: between two records (JSON documents, or pages), in pages since a day, or in a workspace since you last looked.") { since, json, exitCode, folder, run, peek };
        pages.AddTo(command);
        Examples.AddTo(command,
            "readout diff monday.json tuesday.json",
            "readout diff monday.json pages/",
            "readout diff --since 2025-05-01 pages/",
            "readout diff                              in a workspace: since you last looked",
            "readout diff --run 12 s04b9da276671");
        command.SetAction(result =>
        {
            var here = globals.In(shell, result);
            var (difference, code) = result.GetValue(since) is null && WorkspacePages.IsAsked(here, pages.Paths(result))
                ? InWorkspace(here, pages.Paths(result), result.GetValue(run), result.GetValue(peek))
                : result.GetValue(since) is { } day
                ? Since(here, result, globals, pages, PageOptions.Day(day, "--since"))
                : Between(here, result, globals, pages, result.GetValue(folder));
            if (difference is null)
                return code;
            if (result.GetValue(json))
            {
                using var bytes = new MemoryStream();
                DifferenceFormat.WriteJson(difference, bytes);
                here.Print(Encoding.UTF8.GetString(bytes.ToArray()));
            }
            else
            {
                here.Print(DifferenceFormat.Text(difference));
            }
            return code == ExitCode.Done && result.GetValue(exitCode) && !difference.IsNothing ? ExitCode.No : code;
        });
        return command;
    }

    private static (LedgerDifference? Difference, int Code) InWorkspace(Shell shell, IReadOnlyList<string> arguments, long? run, bool peek)
    {
        using var workspace = WorkspaceFinder.Read(shell);
        var story = arguments is [var id] ? WorkspaceFinder.Story(workspace, id).Id : null;
        var who = Author.Name(shell);
        var since = run is { } number ? WorkspaceDifference.Run(workspace, number) : workspace.Visits.Last(who, story ?? "") ?? "";
        var difference = workspace.Entries.Difference(since, story);
        if (run is null && !peek)
            workspace.Visits.Put(who, story ?? "", shell.Clock.GetCurrentInstant());
        return (difference, ExitCode.Done);
    }

    private static (LedgerDifference? Difference, int Code) Since(Shell shell, ParseResult result, GlobalOptions globals, PageOptions pages, NodaTime.LocalDate day)
    {
        if (WorkspacePages.Of(shell, pages.Paths(result)) is { } kept)
        {
            var (then, now) = (kept.Ledger(day), kept.Ledger(pages.BriefOptions(result).AsOf));
            return (LedgerDifference.Between(LedgerState.Of(then), LedgerState.Of(now)), ExitCode.Done);
        }
        var (documents, _, code) = Reading.Load(shell, result, globals, pages, pages.Paths(result));
        if (documents.Count == 0)
            return (null, code);
        var until = pages.BriefOptions(result).AsOf;
        return (LedgerDifference.Between(LedgerState.Of(Desk.Ledger(documents, day)), LedgerState.Of(Desk.Ledger(documents, until))), code);
    }

    private static (LedgerDifference? Difference, int Code) Between(Shell shell, ParseResult result, GlobalOptions globals, PageOptions pages, string? folder)
    {
        if (pages.Paths(result) is not [var a, var b])
            throw new UsageException("diff takes two records, each a JSON document or a path of pages; or pages with --since DATE; or, in a workspace, a story or nothing.");
        var (before, first) = State(shell, result, globals, pages, a, folder);
        var (after, second) = State(shell, result, globals, pages, b, folder);
        return before is null || after is null
            ? (null, ExitCode.Usage)
            : (LedgerDifference.Between(before, after), Math.Max(first, second));
    }

    private static (LedgerState? State, int Code) State(Shell shell, ParseResult result, GlobalOptions globals, PageOptions pages, string path, string? folder)
    {
        if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && File.Exists(shell.Resolve(path)))
        {
            using var record = RecordFile.Parse(path, RecordBytes.Read(shell, path));
            return (RecordState.Of(record, new Words(RecordTexts.Read(shell, record, folder))), ExitCode.Done);
        }
        var (documents, _, code) = Reading.Load(shell, result, globals, pages, [path]);
        return documents.Count == 0 ? (null, code) : (LedgerState.Of(Desk.Ledger(documents, pages.BriefOptions(result).AsOf)), code);
    }
}
