using System.CommandLine;
using System.Globalization;
using System.Text;
using Readout.Store;

namespace Readout.Cli.Workspaces;

/// <summary>What lies in the workspace: its state, its stories, one of them.</summary>
internal static class StoryCommands
{
    public static Command Status(Shell shell, GlobalOptions globals)
    {
        var json = new Option<bool>("--json") { Description = "Write it as one JSON object." };
        var command = new Command("status", "What the workspace holds, what waits to be built, what can't be read.") { json };
        Examples.AddTo(command, "readout status", "readout status --json");
        command.SetAction(result =>
        {
            var here = globals.In(shell, result);
            using var workspace = WorkspaceFinder.Read(here);
            var status = WorkspaceStatus.Of(workspace);
            if (result.GetValue(json))
                here.PrintJson(status);
            else
                here.Print(Text(workspace.Folder, status));
            return ExitCode.Done;
        });
        return command;
    }

    public static Command Stories(Shell shell, GlobalOptions globals)
    {
        var json = new Option<bool>("--json") { Description = "Write them as one JSON array." };
        var most = new Option<int>("--max", "-n") { Description = "At most so many (0: all).", HelpName = "N" };
        var command = new Command("stories", "The stories, the one with the latest page first. Exit 1: none.") { json, most };
        Examples.AddTo(command, "readout stories", "readout stories -n 10 --json");
        command.SetAction(result =>
        {
            var here = globals.In(shell, result);
            using var workspace = WorkspaceFinder.Read(here);
            var stories = workspace.Stories.List(Math.Max(0, result.GetValue(most)));
            if (result.GetValue(json))
            {
                here.PrintJson(stories);
            }
            else
            {
                foreach (var story in stories)
                    here.Print(Line(story) + "\n");
            }
            return stories.Count == 0 ? ExitCode.No : ExitCode.Done;
        });
        return command;
    }

    public static Command Story(Shell shell, GlobalOptions globals)
    {
        var id = new Argument<string>("ID") { Description = "A story's id, or its beginning." };
        var json = new Option<bool>("--json") { Description = "Write it as one JSON object." };
        var command = new Command("story", "One story: its figures and its pages.") { id, json };
        Examples.AddTo(command, "readout story s3fa2b9c41d07");
        command.SetAction(result =>
        {
            var here = globals.In(shell, result);
            using var workspace = WorkspaceFinder.Read(here);
            var story = WorkspaceFinder.Story(workspace, result.GetValue(id)!);
            var pages = workspace.Documents.Rows(workspace.Stories.Members(story.Id));
            if (result.GetValue(json))
            {
                here.PrintJson(new { story, pages });
                return ExitCode.Done;
            }
            var text = new StringBuilder(Line(story)).Append('\n');
            foreach (var page in pages.OrderBy(p => p.Earliest ?? "9", StringComparer.Ordinal).ThenBy(p => p.Page))
                text.Append(CultureInfo.InvariantCulture, $"  {Days(page.Earliest, page.Latest),-22}  {page.Outlet ?? "?"}: {page.Title ?? "(no title)"}\n{"",26}{page.Address}\n");
            here.Print(text.ToString());
            return ExitCode.Done;
        });
        return command;
    }

    private static string Line(StoryRow story) => string.Create(
        CultureInfo.InvariantCulture,
        $"{story.Id}  {Days(story.Earliest, story.Latest),-22}  {Count(story.Pages, "page")}, {Count(story.Outlets, "outlet")}, {Count(story.Claims, "claim")}, {Count(story.Disputes, "dispute")}, {Count(story.Prospects, "prospect")}  {story.Name}");

    private static string Text(string folder, WorkspaceStatus status)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{folder}\n");
        text.Append(CultureInfo.InvariantCulture, $"  {Count(status.Pages, "page")} ({Count(status.Versions, "version")}), {Count(status.Stories, "story")}, {Count(status.Corrections, "correction")}\n");
        text.Append(CultureInfo.InvariantCulture, $"  last build: {status.LastBuild ?? "never"}\n");
        if (status.Waiting > 0)
            text.Append(CultureInfo.InvariantCulture, $"  {Count(status.Waiting, "page")} to be read; run 'readout build'\n");
        foreach (var page in status.Failed)
            text.Append(CultureInfo.InvariantCulture, $"  can't be read: {page.Path}: {page.Reason}\n");
        return text.ToString();
    }

    private static string Days(string? earliest, string? latest) => earliest is null && latest is null ? "no day" : earliest == latest ? earliest! : $"{earliest}..{latest}";

    private static string Count(long n, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{n} {(n == 1 ? what : what.EndsWith('y') ? what[..^1] + "ies" : what + "s")}");
}
