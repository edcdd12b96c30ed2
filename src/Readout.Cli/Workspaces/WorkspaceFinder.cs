using Readout.Store;
using Readout.Store.Corrections;

namespace Readout.Cli.Workspaces;

/// <summary>The workspace of the shell's folder, opened as a verb needs it.</summary>
internal static class WorkspaceFinder
{
    /// <summary>How long a verb that writes waits for another one, if not told otherwise.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <exception cref="UsageException">There is none.</exception>
    public static string Folder(Shell shell) =>
        Workspace.Find(shell.Directory)
        ?? throw new UsageException($"there is no workspace in '{shell.Directory}' or above it; 'readout init' makes one, or name pages.");

    public static Workspace Read(Shell shell) => Workspace.Read(Folder(shell), shell.Clock);

    public static Workspace Write(Shell shell, string doing, TimeSpan? patience = null) =>
        Workspace.Write(Folder(shell), doing, patience ?? Patience, shell.Clock);

    /// <summary>The story that an argument means: its id, or as much of it as no other story shares.</summary>
    /// <exception cref="UsageException">No story or several are meant.</exception>
    public static StoryRow Story(Workspace workspace, string id)
    {
        try
        {
            return CorrectionTargets.Story(workspace, id);
        }
        catch (CorrectionException e)
        {
            throw new UsageException(e.Message, e);
        }
    }
}
