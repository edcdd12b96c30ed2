using System.Runtime.InteropServices;

namespace Readout.Store;

/// <summary>What the stream of texts knew at the end of weeks: derived, and dropped where the pages before it are others.</summary>
internal sealed class StreamStore
{
    private readonly Database _database;

    internal StreamStore(Database database) => _database = database;

    /// <summary>What was kept at the end of a week, and the pages placed up to then; null where nothing was kept for those pages.</summary>
    /// <param name="pages">Digest of the pages up to that week.</param>
    public (IReadOnlyList<long> Placed, byte[] State)? Get(int week, string pages)
    {
        if (_database.Value<byte[]>("SELECT state FROM stream_state WHERE week = @week AND pages = @pages", new { week, pages }) is not { } bytes || bytes.Length < sizeof(int))
            return null;
        var count = MemoryMarshal.Read<int>(bytes);
        return count < 0 || bytes.Length - sizeof(int) < (long)count * sizeof(long) ? null
            : (MemoryMarshal.Cast<byte, long>(bytes.AsSpan(sizeof(int), count * sizeof(long))).ToArray(), bytes[(sizeof(int) + count * sizeof(long))..]);
    }

    public void Put(int week, string pages, IReadOnlyList<long> placed, byte[] state)
    {
        var bytes = new byte[sizeof(int) + placed.Count * sizeof(long) + state.Length];
        MemoryMarshal.Write(bytes, placed.Count);
        MemoryMarshal.AsBytes<long>(placed.ToArray()).CopyTo(bytes.AsSpan(sizeof(int)));
        state.CopyTo(bytes.AsSpan(sizeof(int) + placed.Count * sizeof(long)));
        _database.Execute(
            "INSERT INTO stream_state (week, pages, state) VALUES (@week, @pages, @bytes) ON CONFLICT (week) DO UPDATE SET pages = excluded.pages, state = excluded.state",
            new { week, pages, bytes });
    }

    /// <summary>Drops what was kept at the end of other weeks.</summary>
    public void Retain(IReadOnlyCollection<int> weeks)
    {
        foreach (var week in _database.Rows<int>("SELECT week FROM stream_state").Except(weeks))
            _database.Execute("DELETE FROM stream_state WHERE week = @week", new { week });
    }
}
