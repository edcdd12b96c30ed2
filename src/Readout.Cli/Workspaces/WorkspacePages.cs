using Readout.Cli.Inputs;
using Readout.Store;

namespace Readout.Cli.Workspaces;

/// <summary>Pages of the workspace, as they were last built, in place of pages named on the command line.</summary>
internal static class WorkspacePages
{
    // A record of everything is for a desk with one story or a few; beyond that it takes minutes and nobody reads it.
    private const int Most = 2000;

    /// <summary>What the arguments mean in the workspace: all of it where there are none, a story where the only one is an id; null where they name pages.</summary>
    /// <exception cref="UsageException">There are no arguments and no workspace, or it is too large to be read as one story.</exception>
    public static KeptPages? Of(Shell shell, IReadOnlyList<string> arguments)
    {
        if (arguments.Count > 0 && !IsAsked(shell, arguments))
            return null;
        using var workspace = WorkspaceFinder.Read(shell);
        if (arguments.Count == 1)
            return workspace.Stories.Find(arguments[0]) is null && !arguments[0].StartsWith('s') ? null : Story(shell, workspace, arguments[0]);
        var all = workspace.Stories.Ids().SelectMany(workspace.Stories.Members).ToHashSet();
        if (all.Count > Most)
            throw new UsageException(FormattableString.Invariant($"this workspace holds {all.Count} pages in {workspace.Stories.Ids().Count} stories; name one ('readout stories' lists them)."));
        if (all.Count == 0)
            throw new UsageException("nothing in this workspace is built yet; 'readout add PATH' takes pages in, 'readout build' reads them.");
        return Read(shell, workspace, all);
    }

    /// <summary>True where there is a workspace and the arguments name no pages: none, or one that may be a story.</summary>
    public static bool IsAsked(Shell shell, IReadOnlyList<string> arguments) =>
        (arguments.Count == 0 || (arguments.Count == 1 && !NamesPages(shell, arguments[0]))) && Workspace.Find(shell.Directory) is not null;

    private static KeptPages Story(Shell shell, Workspace workspace, string id) =>
        Read(shell, workspace, [.. workspace.Stories.Members(WorkspaceFinder.Story(workspace, id).Id)]);

    private static KeptPages Read(Shell shell, Workspace workspace, IReadOnlyCollection<long> pages)
    {
        if (WorkspaceStatus.Of(workspace).Waiting is > 0 and var waiting)
            shell.Complain($"{waiting} page(s) wait to be built and are not in this record; 'readout build' reads them.");
        return KeptPages.Read(workspace, pages);
    }

    private static bool NamesPages(Shell shell, string argument) =>
        argument == Input.StandardInput || Glob.IsPattern(argument) || argument.Contains('/', StringComparison.Ordinal) || argument.Contains('\0', StringComparison.Ordinal)
        || argument.Length == 0 || File.Exists(shell.Resolve(argument)) || Directory.Exists(shell.Resolve(argument));
}
