namespace Readout.Acquire;

/// <summary>A file that lies in a watched folder and is whole.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Length">Its size.</param>
/// <param name="Modified">When it was last written.</param>
public sealed record WatchedFile(string Path, long Length, DateTimeOffset Modified);

/// <summary>
/// Looks into a folder again and again for files that are new or changed, and gives each once its size and time have stood still:
/// not before it is whole. Looking works everywhere; messages of the system get lost on network drives and under load.
/// </summary>
/// <param name="folder">The folder; with all that lies below it.</param>
/// <param name="settle">How long a file must stand still.</param>
/// <param name="time">The clock that this goes by; null for the machine's.</param>
public sealed class FolderWatch(string folder, TimeSpan settle, TimeProvider? time = null)
{
    private const int MaxDepth = 64;
    private const int MaxFiles = 1_000_000;

    private static readonly string[] Unfinished = [".part", ".partial", ".tmp", ".temp", ".crdownload", ".download", ".filepart", ".swp", ".lock", "~"];

    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly Dictionary<string, (long Length, DateTimeOffset Modified, long Since)> _standing = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Length, DateTimeOffset Modified)> _given = new(StringComparer.Ordinal);

    /// <summary>What could not be looked into the last time, with the reason.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>True where files were met the last time that have not stood still long enough.</summary>
    public bool HasUnsettled => _standing.Count > 0;

    /// <summary>Marks files as known, so that they are given only once they change: what an earlier run took.</summary>
    public void Know(IEnumerable<WatchedFile> files)
    {
        foreach (var file in files)
            _given[file.Path] = (file.Length, file.Modified);
    }

    /// <summary>Looks once. Files come by their path's order.</summary>
    public IReadOnlyList<WatchedFile> Look()
    {
        var problems = new List<string>();
        var now = _time.GetTimestamp();
        var there = new HashSet<string>(StringComparer.Ordinal);
        var whole = new List<WatchedFile>();
        foreach (var file in Files(problems))
        {
            there.Add(file.Path);
            if (_given.TryGetValue(file.Path, out var given) && given == (file.Length, file.Modified))
                continue;
            if (!_standing.TryGetValue(file.Path, out var standing) || (standing.Length, standing.Modified) != (file.Length, file.Modified))
                _standing[file.Path] = standing = (file.Length, file.Modified, now);
            if (_time.GetElapsedTime(standing.Since, now) < settle)
                continue;
            _standing.Remove(file.Path);
            _given[file.Path] = (file.Length, file.Modified);
            whole.Add(file);
        }
        Forget(there, problems.Count == 0);
        Problems = problems;
        return whole;
    }

    /// <summary>Looks every so often until it is told to stop.</summary>
    public async IAsyncEnumerable<WatchedFile> Watch(TimeSpan every, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop = default)
    {
        while (!stop.IsCancellationRequested)
        {
            foreach (var file in Look())
                yield return file;
            try
            {
                await Task.Delay(every, _time, stop).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                yield break;
            }
        }
    }

    // A file that went away and comes back is new; while the folder can't be read nothing is known to be gone.
    private void Forget(HashSet<string> there, bool isSure)
    {
        if (!isSure)
            return;
        foreach (var gone in _given.Keys.Concat(_standing.Keys).Where(p => !there.Contains(p)).ToList())
        {
            _given.Remove(gone);
            _standing.Remove(gone);
        }
    }

    private List<WatchedFile> Files(List<string> problems)
    {
        var files = new List<WatchedFile>();
        Walk(new DirectoryInfo(folder), 0, files, problems);
        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return files;
    }

    private static void Walk(DirectoryInfo at, int depth, List<WatchedFile> files, List<string> problems)
    {
        try
        {
            foreach (var entry in at.EnumerateFileSystemInfos())
            {
                // Hidden files are others' business; links to folders may lead in circles.
                if (entry.Name.StartsWith('.') || (entry is DirectoryInfo && entry.LinkTarget is not null) || files.Count >= MaxFiles)
                    continue;
                if (entry is DirectoryInfo inner && depth < MaxDepth)
                    Walk(inner, depth + 1, files, problems);
                else if (entry is FileInfo file && !Array.Exists(Unfinished, u => file.Name.EndsWith(u, StringComparison.OrdinalIgnoreCase)))
                    Add(file, files);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{at.FullName}: the folder can't be read ({e.Message.TrimEnd('.')}). Check that it is there and its permissions.");
        }
    }

    // Between being listed and being looked at a file may go; an empty one is one whose writer has only begun.
    private static void Add(FileInfo file, List<WatchedFile> files)
    {
        try
        {
            if (file.Length > 0)
                files.Add(new WatchedFile(file.FullName, file.Length, new DateTimeOffset(file.LastWriteTimeUtc)));
        }
        catch (FileNotFoundException)
        {
            // gone
        }
    }
}
