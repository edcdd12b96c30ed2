using Readout.Store;

namespace Readout.Cli.Records;

/// <summary>The bytes of pages that the workspace of this folder keeps.</summary>
internal sealed class KeptBytes(Shell shell)
{
    /// <summary>The bytes and bearer of a page; null where there is no workspace, or it has not the page.</summary>
    /// <exception cref="StoredBytesException">It has it, and its bytes are no longer those that came in.</exception>
    public FoundBytes? Read(RecordedPage page)
    {
        if (Workspace.Find(shell.Directory) is not { } folder)
            return null;
        using var workspace = Workspace.Read(folder, shell.Clock);
        var sights = workspace.Pages.WithHash(page.Sha256);
        // The same bytes may have come from several places, each with another bearer.
        return (sights.FirstOrDefault(s => s.Address == page.Path) ?? (sights.Count > 0 ? sights[0] : null)) is { } sight
            ? new FoundBytes(workspace.Pages.Bytes(sight.Sha256), sight.Bearer)
            : null;
    }
}
