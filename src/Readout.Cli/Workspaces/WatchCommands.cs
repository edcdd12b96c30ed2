using System.CommandLine;
using System.Globalization;
using System.Text;
using Readout.Cli.Settings;
using Readout.Cli.Workspaces.Deliveries;
using Readout.Store;
using Readout.Store.Searching;
using Readout.Store.Watches;

namespace Readout.Cli.Workspaces;

/// <summary>Standing questions: they speak up when a state changes.</summary>
internal static class WatchCommands
{
    public static Command Build(Shell shell, GlobalOptions globals)
    {
        var command = new Command("watch", "Standing questions: a search, a story, a prospect, a person. They speak up when a state changes, not at another copy.")
        {
            Add(shell, globals), List(shell, globals), Remove(shell, globals), Run(shell, globals),
        };
        Examples.AddTo(command,
            "readout watch add dam --story s04b9da276671",
            "readout watch add moll --person 'Ada Moll' --notify atom:moll.atom --budget 5/d",
            "readout watch add strike --query 'kind:claim strike' --notify 'exec:./post.sh' --quiet-hours 22:00-07:00 --zone Europe/Oslo",
            "readout watch run");
        return command;
    }

    private static Command Add(Shell shell, GlobalOptions globals)
    {
        var name = new Argument<string>("NAME") { Description = "What to call it." };
        var query = new Option<string?>("--query") { Description = "What a search finds.", HelpName = "QUERY" };
        var story = new Option<string?>("--story") { Description = "A story.", HelpName = "ID" };
        var prospect = new Option<string?>("--prospect") { Description = "A prospect.", HelpName = "ID" };
        var person = new Option<string?>("--person") { Description = "What somebody says or what names them.", HelpName = "NAME" };
        var notify = new Option<string[]>("--notify")
        {
            Description = "Where alerts go: stdout (without any), file:PATH (JSON lines), atom:PATH, jsonfeed:PATH, webhook:ADDRESS, exec:COMMAND (JSON on its standard input); repeatable.",
            HelpName = "WHERE",
        };
        var budget = new Option<string?>("--budget") { Description = "At most so many, as 5/d or 2/h; what is beyond waits.", HelpName = "N/d" };
        var quiet = new Option<string?>("--quiet-hours") { Description = "When nothing is sent (22:00-07:00).", HelpName = "FROM-TO" };
        var zone = new Option<string?>("--zone") { Description = "The time zone of the quiet hours (an IANA name; setting 'watch.zone').", HelpName = "ZONE" };
        var isPrivate = new Option<bool>("--private") { Description = "Only its owner (setting 'author') sees it in the browser and by REST; else everybody does." };
        var command = new Command("add", "Ask a standing question.") { name, query, story, prospect, person, notify, budget, quiet, zone, isPrivate };
        Examples.AddTo(command, "readout watch add dam --story s04b9da276671");
        command.SetAction(result =>
        {
            var here = globals.In(shell, result);
            var asked = new[] { (WatchKind.Query, result.GetValue(query)), (WatchKind.Story, result.GetValue(story)), (WatchKind.Prospect, result.GetValue(prospect)), (WatchKind.Person, result.GetValue(person)) }
                .Where(a => a.Item2 is not null).ToList();
            if (asked.Count > 1)
                throw new UsageException("watch add takes one of --query, --story, --prospect and --person; none for everything.");
            var (kind, value) = asked.Count == 0 ? (WatchKind.All, "") : (asked[0].Item1, asked[0].Item2!);
            if (kind == WatchKind.Query)
                Check(value);
            IReadOnlyList<string> ways = result.GetValue(notify) is { Length: > 0 } given ? given : ["stdout"];
            foreach (var way in ways)
                Delivery.Check(way);
            var settings = new SettingsReader(here);
            var place = result.GetValue(zone) ?? settings.Text("watch.zone");
            var limit = (result.GetValue(budget) ?? settings.Text("watch.budget")) is { } b ? Budget.Read(b) ?? throw new UsageException($"--budget: '{b}' is none; write 5/d or 2/h.") : null;
            var hours = (result.GetValue(quiet) ?? settings.Text("watch.quiet-hours")) is { } q
                ? QuietHours.Read(q, place) ?? throw new UsageException($"--quiet-hours: '{q}' in the zone '{place}' is none; write 22:00-07:00 and an IANA name such as Europe/Oslo.")
                : null;
            using var workspace = WorkspaceFinder.Write(here, "watch add");
            if (kind == WatchKind.Story)
                value = WorkspaceFinder.Story(workspace, value).Id;
            if (!workspace.Watches.Add(result.GetValue(name)!, kind, value, ways, limit, hours, here.Clock.GetCurrentInstant(), Author.Name(here), !result.GetValue(isPrivate)))
                throw new UsageException($"a watch is called '{result.GetValue(name)}' already; 'readout watch rm {result.GetValue(name)}' removes it.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command List(Shell shell, GlobalOptions globals)
    {
        var json = new Option<bool>("--json") { Description = "Write them as one JSON array." };
        var command = new Command("list", "The standing questions. Exit 1: none.") { json };
        Examples.AddTo(command, "readout watch list");
        command.SetAction(result =>
        {
            var here = globals.In(shell, result);
            using var workspace = WorkspaceFinder.Read(here);
            var all = workspace.Watches.All();
            if (result.GetValue(json))
            {
                here.PrintJson(all.Select(w => new { w.Name, kind = Text.EnumNames.Of(w.Kind), w.Value, w.Notify, budget = w.Budget?.ToString(), quietHours = w.Quiet?.ToString(), zone = w.Quiet?.Zone, w.Created, w.Seen, w.Owner, shared = w.IsShared }));
            }
            else
            {
                var text = new StringBuilder();
                foreach (var watch in all)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{watch.Name}  {Text.EnumNames.Of(watch.Kind)} {watch.Value}  → {string.Join(", ", watch.Notify)}");
                    text.Append(watch.Budget is null ? "" : $"  {watch.Budget}").Append(watch.Quiet is null ? "" : $"  quiet {watch.Quiet} {watch.Quiet.Zone}").Append(watch.IsShared ? "" : $"  {watch.Owner}’s own").Append('\n');
                }
                here.Print(text.ToString());
            }
            return all.Count == 0 ? ExitCode.No : ExitCode.Done;
        });
        return command;
    }

    private static Command Remove(Shell shell, GlobalOptions globals)
    {
        var name = new Argument<string>("NAME") { Description = "Its name." };
        var command = new Command("rm", "Stop asking.") { name };
        Examples.AddTo(command, "readout watch rm dam");
        command.SetAction(result =>
        {
            using var workspace = WorkspaceFinder.Write(globals.In(shell, result), "watch rm");
            return workspace.Watches.Remove(result.GetValue(name)!) ? ExitCode.Done : throw new UsageException($"no watch is called '{result.GetValue(name)}'; 'readout watch list' lists them.");
        });
        return command;
    }

    private static Command Run(Shell shell, GlobalOptions globals)
    {
        var command = new Command("run", "Ask all questions and send what they found. Exit 3: something could not be sent; it is tried again next time.");
        var wait = new WaitOption();
        wait.AddTo(command);
        Examples.AddTo(command, "readout build && readout watch run");
        command.SetAction(result =>
        {
            var here = globals.In(shell, result);
            using var workspace = WorkspaceFinder.Write(here, "watch run", wait.Patience(here, result));
            new WatchRunner(workspace).Run();
            var sent = new Courier(here, workspace, globals.IsOffline(result)).Send();
            if (!globals.IsQuiet(result))
                here.Complain($"{sent.Done} sent, {sent.Waiting} waiting, {sent.Failed} failed");
            return sent.Failed > 0 ? ExitCode.SomeFailed : ExitCode.Done;
        });
        return command;
    }

    private static void Check(string query)
    {
        try
        {
            QueryParser.Parse(query);
        }
        catch (QueryException e)
        {
            throw new UsageException($"--query: {e.Message}", e);
        }
    }
}
