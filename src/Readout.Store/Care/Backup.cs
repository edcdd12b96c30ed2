using Microsoft.Data.Sqlite;
using NodaTime;
using Readout.Store.Corrections;

namespace Readout.Store.Care;

/// <summary>Copies a workspace while it is in use: the copy is as it stood at one moment, and is a workspace itself.</summary>
public static class Backup
{
    /// <param name="folder">The <c>.readout</c> folder.</param>
    /// <param name="directory">A folder that has no workspace yet; the copy is made in it.</param>
    /// <exception cref="StoreException">It can't be read or written.</exception>
    public static string Make(string folder, string directory, IClock clock)
    {
        var target = Path.Combine(directory, Workspace.FolderName);
        if (File.Exists(Path.Combine(target, Workspace.FileName)))
            throw new StoreException($"{target}: a workspace is there already; name another folder.");
        var unfinished = target + ".unfinished";
        try
        {
            if (Directory.Exists(unfinished))
                Directory.Delete(unfinished, recursive: true);
            Directory.CreateDirectory(unfinished);
            using (var workspace = Workspace.Read(folder, clock))
            using (var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(unfinished, Workspace.FileName), Pooling = false }.ToString()))
            {
                copy.Open();
                // the log first: a correction that comes in meanwhile is missing in both, and never holds for pages that are not there
                CopyLog(folder, unfinished);
                workspace.Database.Connection.BackupDatabase(copy);
            }
            Directory.Move(unfinished, target);
            return target;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"{directory}: the copy can't be made ({e.Message.TrimEnd('.')}).", e);
        }
        catch (SqliteException e)
        {
            throw StoreException.Of(unfinished, e);
        }
    }

    private static void CopyLog(string from, string to)
    {
        var log = Path.Combine(from, CorrectionLog.FileName);
        if (File.Exists(log))
            File.Copy(log, Path.Combine(to, CorrectionLog.FileName));
    }
}
