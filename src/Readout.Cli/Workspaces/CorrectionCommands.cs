using System.CommandLine;
using System.Globalization;
using System.Text;
using Readout.Cli.Commands;
using Readout.Store;
using Readout.Store.Corrections;
using Readout.Text;

namespace Readout.Cli.Workspaces;

/// <summary>Corrections: each an entry with a reason in a log that every build replays.</summary>
internal static class CorrectionCommands
{
    public static IEnumerable<Command> All(Shell shell, GlobalOptions globals) =>
    [
        Verb(shell, globals, "set-date", "Give a page its day.", CorrectionVerb.SetDate,
            [Argument("PAGE", "A page: its id, path or address."), Argument("DATE", "The day it was published (2025-05-07).")],
            (workspace, values) => ([CorrectionTargets.Page(workspace, values[0]).Sha256], NodaTime.Text.LocalDatePattern.Iso.Format(PageOptions.Day(values[1], "set-date"))),
            "readout set-date d4be1a0 2025-05-07 --reason 'the printed paper says so'"),
        Verb(shell, globals, "set-speaker", "Give a quotation its speaker.", CorrectionVerb.SetSpeaker,
            [Argument("QUOTATION", "A quotation's id."), Argument("NAME", "Who said it, as the page or you would write the name.")],
            (workspace, values) => ([CorrectionTargets.Quotation(workspace, values[0])], values[1]),
            "readout set-speaker q4be1a0.217 'Ada Moll' --reason 'heard on the recording'"),
        Verb(shell, globals, "same-origin", "Say that two texts come from one source: they count as one.", CorrectionVerb.SameOrigin, Pair(), Pages,
            "readout same-origin d4be1a0 d77c01e --reason 'both read from one handout'"),
        Verb(shell, globals, "not-same-origin", "Say that two texts only look like copies: each counts for itself.", CorrectionVerb.NotSameOrigin, Pair(), Pages,
            "readout not-same-origin d4be1a0 d77c01e --reason 'two reporters, one court transcript'"),
        Verb(shell, globals, "merge", "Make one story of two.", CorrectionVerb.Merge,
            [Argument("STORY", "A story's id."), Argument("OTHER", "Another story's id.")],
            (workspace, values) => (CorrectionTargets.Stories(workspace, values[0], values[1]), null),
            "readout merge s04b9da276671 se6237041fa90 --reason 'the strike is about the same mill'"),
        Split(shell, globals),
        Verb(shell, globals, "define", "Say in your words what would count as a prospect.", CorrectionVerb.Define,
            [Argument("PROSPECT", "A prospect's id."), Argument("TEXT", "What would count as it.")],
            (_, values) => ([values[0]], values[1]),
            "readout define pe9bdb9 'Both sit at one table, in person' --reason 'desk conference'"),
        Undo(shell, globals),
        Log(shell, globals),
    ];

    private static Command Verb(
        Shell shell, GlobalOptions globals, string name, string describes, CorrectionVerb verb, Argument<string>[] arguments,
        Func<Workspace, IReadOnlyList<string>, (IReadOnlyList<string> Targets, string? Value)> read, string example)
    {
        var command = new Command(name, describes);
        foreach (var argument in arguments)
            command.Add(argument);
        return Finish(shell, globals, command, verb, (workspace, result) => read(workspace, [.. arguments.Select(a => result.GetValue(a)!)]), example);
    }

    private static Command Split(Shell shell, GlobalOptions globals)
    {
        var pages = new Argument<string[]>("PAGE") { Description = "Pages that leave their story and make one of their own: ids, paths or addresses.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("split", "Take pages out of their story; they become one of their own.") { pages };
        return Finish(shell, globals, command, CorrectionVerb.Split,
            (workspace, result) => ([.. result.GetValue(pages)!.Select(p => CorrectionTargets.Page(workspace, p).Sha256).Distinct(StringComparer.Ordinal)], null),
            "readout split d4be1a0 d77c01e --reason 'another dam'");
    }

    private static Command Undo(Shell shell, GlobalOptions globals)
    {
        var id = new Argument<string>("CORRECTION") { Description = "A correction's id, as 'readout log' shows it." };
        var command = new Command("undo", "Take a correction back; the log keeps both.") { id };
        return Finish(shell, globals, command, CorrectionVerb.Undo, (workspace, result) => ([CorrectionTargets.Correction(workspace, result.GetValue(id)!)], null),
            "readout undo k3fa2b91 --reason 'the paper was misdated itself'");
    }

    private static Command Finish(
        Shell shell, GlobalOptions globals, Command command, CorrectionVerb verb,
        Func<Workspace, ParseResult, (IReadOnlyList<string> Targets, string? Value)> read, string example)
    {
        var reason = new Option<string>("--reason", "-m") { Description = "Why; kept in the log.", HelpName = "TEXT", Required = true };
        var author = new Option<string?>("--author") { Description = "Who says so, if not you (READOUT_AUTHOR, else your user name).", HelpName = "NAME" };
        var later = new Option<bool>("--no-build") { Description = "Leave it to the next build." };
        var wait = new WaitOption();
        command.Add(reason);
        command.Add(author);
        command.Add(later);
        wait.AddTo(command);
        Examples.AddTo(command, example);
        command.SetAction(result =>
        {
            var here = globals.In(shell, result);
            if (string.IsNullOrWhiteSpace(result.GetValue(reason)))
                throw new UsageException("--reason wants words: whoever reads the log later has only them.");
            using (var workspace = WorkspaceFinder.Write(here, command.Name, wait.Patience(here, result)))
            {
                var (targets, value) = read(workspace, result);
                var entry = workspace.Corrections.Add(verb, targets, value, Author.Name(here, result.GetValue(author)), result.GetValue(reason)!, here.Clock.GetCurrentInstant());
                if (!globals.IsQuiet(result))
                    here.Print($"{entry.Id}\n");
            }
            return result.GetValue(later) ? ExitCode.Done : BuildCommand.Run(here, result, globals, from: null, jobs: 0, wait.Patience(here, result), json: false);
        });
        return command;
    }

    private static Command Log(Shell shell, GlobalOptions globals)
    {
        var json = new Option<bool>("--json") { Description = "Write the entries as one JSON array." };
        var command = new Command("log", "Every correction, the latest last. Exit 1: none.") { json };
        Examples.AddTo(command, "readout log");
        command.SetAction(result =>
        {
            var here = globals.In(shell, result);
            using var workspace = WorkspaceFinder.Read(here);
            var all = workspace.Corrections.All();
            if (result.GetValue(json))
            {
                here.PrintJson(all);
                return all.Count == 0 ? ExitCode.No : ExitCode.Done;
            }
            var standing = CorrectionLog.Standing(all).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
            var text = new StringBuilder();
            foreach (var entry in all)
            {
                var undone = standing.Contains(entry.Id) || entry.Verb == CorrectionVerb.Undo ? "" : "  (undone)";
                text.Append(CultureInfo.InvariantCulture, $"{entry.Id}  {entry.At}  {entry.Author}: {EnumNames.Of(entry.Verb)} {string.Join(' ', entry.Targets.Select(Short))}{(entry.Value is null ? "" : " " + entry.Value)}{undone}\n    {entry.Reason}\n");
            }
            here.Print(text.ToString());
            return all.Count == 0 ? ExitCode.No : ExitCode.Done;
        });
        return command;
    }

    private static (IReadOnlyList<string> Targets, string? Value) Pages(Workspace workspace, IReadOnlyList<string> values) => (CorrectionTargets.Pair(workspace, values[0], values[1]), null);

    private static Argument<string>[] Pair() => [Argument("PAGE", "A page: its id, path or address."), Argument("OTHER", "The other one.")];

    private static Argument<string> Argument(string name, string describes) => new(name) { Description = describes };

    // a hash as its document id begins
    private static string Short(string target) => target.Length >= 64 ? "d" + target[..6] + target[64..] : target;
}
