using Microsoft.AspNetCore.DataProtection;

namespace Readout.Web.Access;

/// <summary>
/// The keys that sessions and forms are sealed with: files beside the workspace's, which their owner alone may read, so that nobody has to
/// sign in again because the server was started again. Who has them can make a session of any account: they are in no backup and no
/// bundle.
/// </summary>
internal static class SealKeys
{
    public const string FolderName = "keys";

    private const UnixFileMode OwnersFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <param name="folder">The workspace's <c>.readout</c> folder.</param>
    public static void Add(IServiceCollection services, string folder)
    {
        // sealed for Readout alone: another program with these keys reads nothing of it
        var protection = services.AddDataProtection().SetApplicationName("readout");
        var keys = new DirectoryInfo(Path.Combine(folder, FolderName));
        if (Make(keys))
            protection.PersistKeysToFileSystem(keys);
        else
            protection.UseEphemeralDataProtectionProvider();
    }

    // Each file is made for its owner alone by whoever writes it; the folder is closed besides, also one that was made or copied otherwise.
    private static bool Make(DirectoryInfo keys)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                keys.Create();
                return true;
            }
            Directory.CreateDirectory(keys.FullName, OwnersFolder);
            File.SetUnixFileMode(keys.FullName, OwnersFolder);
            foreach (var file in keys.EnumerateFiles())
                file.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // a workspace that may only be read is shown all the same; its sessions end with the process
            return false;
        }
    }
}
