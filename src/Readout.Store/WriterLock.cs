using System.Diagnostics;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Readout.Store;

/// <summary>Who writes to a workspace.</summary>
/// <param name="Process">Its process id.</param>
/// <param name="Machine">The machine it runs on.</param>
/// <param name="Doing">The verb it carries out.</param>
/// <param name="Since">When it began.</param>
public sealed record Writer(int Process, string Machine, string Doing, string Since);

/// <summary>One writer at a time: held as a lock on a file, which the system lets go of when the process ends, however it ends.</summary>
internal sealed class WriterLock : IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    private readonly FileStream _file;
    private readonly string _note;

    private WriterLock(FileStream file, string note) => (_file, _note) = (file, note);

    /// <summary>Takes the lock, waiting for whoever holds it.</summary>
    /// <exception cref="StoreException">It was still held after <paramref name="patience"/>; the message says by whom.</exception>
    public static WriterLock Take(string folder, string doing, TimeSpan patience, IClock clock, string name = "writer")
    {
        var (path, note) = (Path.Combine(folder, name + ".lock"), Path.Combine(folder, name + ".json"));
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                var writer = new Writer(Environment.ProcessId, Environment.MachineName, doing, InstantPattern.General.Format(clock.GetCurrentInstant()));
                File.WriteAllText(note, JsonSerializer.Serialize(writer));
                return new WriterLock(file, note);
            }
            catch (UnauthorizedAccessException e)
            {
                throw new StoreException($"{folder}: it may not be written; change its permissions, or copy the workspace to where you may write.", e);
            }
            catch (DirectoryNotFoundException e)
            {
                throw new StoreException($"{folder}: there is no workspace here any more.", e);
            }
            catch (IOException e) when (!IsHeld(path))
            {
                throw new StoreException($"{path}: it can't be written ({e.Message.TrimEnd('.')}).", e);
            }
            catch (IOException e)
            {
                if (waiting.Elapsed >= patience)
                    throw new StoreException($"{folder}: {Holder(note)}; wait for it to end, or let this command wait (--wait SECONDS).", e);
                Thread.Sleep(s_pause);
            }
        }
    }

    public void Dispose()
    {
        File.Delete(_note);
        _file.Dispose();
    }

    // Told apart from a full or read-only disk: somebody else's lock leaves the file there and readable by its attributes.
    private static bool IsHeld(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (IOException e)
        {
            const int inUseUnix = 11, inUseWindows = unchecked((int)0x80070020);
            return e.HResult is inUseUnix or inUseWindows;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string Holder(string note)
    {
        try
        {
            var writer = JsonSerializer.Deserialize<Writer>(File.ReadAllText(note))!;
            return FormattableString.Invariant($"'readout {writer.Doing}' (process {writer.Process} on {writer.Machine}) has been writing to it since {writer.Since}");
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            return "another readout is writing to it";
        }
    }
}
