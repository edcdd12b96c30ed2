namespace Readout.Cli;

/// <summary>A file that is there whole or not at all: written beside its place, then moved onto it.</summary>
internal static class AtomicFile
{
    private static string? _unfinished;

    public static void Write(string path, Action<Stream> write)
    {
        var unfinished = path + ".unfinished";
        _unfinished = unfinished;
        try
        {
            using (var stream = File.Create(unfinished))
                write(stream);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            // Another may be written at the same time; only its own is discarded here.
            Interlocked.CompareExchange(ref _unfinished, null, unfinished);
            File.Delete(unfinished);
        }
    }

    /// <summary>For an interrupted run.</summary>
    public static void DiscardUnfinished()
    {
        if (Interlocked.Exchange(ref _unfinished, null) is { } path)
            File.Delete(path);
    }
}
