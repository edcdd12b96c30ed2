using System.Security.Cryptography;
using NodaTime;

namespace Readout.Store;

/// <summary>A page on its way in.</summary>
/// <param name="Address">As given: a path or a web address; its last part is the file name that the record shows.</param>
/// <param name="Key">What versions of one address have in common: a full path, a normalised web address.</param>
/// <param name="Bytes">As they came.</param>
/// <param name="Origin">The feed, archive or folder it came through; null where it was named itself.</param>
/// <param name="Captured">When an archive says it was fetched; null otherwise.</param>
public sealed record IncomingPage(string Address, string Key, ReadOnlyMemory<byte> Bytes, string? Origin = null, Instant? Captured = null);

/// <summary>What became of a page that came in.</summary>
public enum Arrival { New, NewVersion, Known }

/// <summary>One sight of bytes at an address.</summary>
/// <param name="Id">Its number in the workspace, in the order of arrival.</param>
/// <param name="Seen">When it came in, as <see cref="Instants"/> writes it.</param>
public sealed record StoredPage(long Id, string Address, string Key, string Sha256, string Seen, string? Captured, string? Origin);

/// <summary>The pages of a workspace: bytes once by their hash, and every sight of them. Nothing here is ever changed.</summary>
public sealed class PageStore
{
    private const string Columns = "id AS Id, address AS Address, key AS Key, sha256 AS Sha256, seen AS Seen, captured AS Captured, origin AS Origin";

    private readonly Database _database;

    internal PageStore(Database database) => _database = database;

    /// <summary>Takes pages in; when it returns, they are safe on the disk.</summary>
    public IReadOnlyList<Arrival> Add(IReadOnlyList<IncomingPage> pages, Instant now)
    {
        var packed = pages.Select(p => (Page: p, Sha256: Hash(p.Bytes.Span))).ToList();
        var arrivals = new List<Arrival>(pages.Count);
        _database.Transaction(() =>
        {
            foreach (var (page, sha256) in packed)
                arrivals.Add(Add(page, sha256, now));
        });
        return arrivals;
    }

    /// <summary>How many addresses there are, and how many versions of them.</summary>
    public (long Addresses, long Versions) Count() =>
        (_database.Value<long>("SELECT count(DISTINCT key) FROM page"), _database.Value<long>("SELECT count(*) FROM page"));

    /// <summary>The latest version of every address, in the order of arrival.</summary>
    public IEnumerable<StoredPage> Current() =>
        _database.Rows<StoredPage>($"SELECT {Columns} FROM page WHERE id IN (SELECT max(id) FROM page GROUP BY key) ORDER BY id");

    /// <summary>Every sight of every page, in the order of arrival.</summary>
    public IEnumerable<StoredPage> All() => _database.Rows<StoredPage>($"SELECT {Columns} FROM page ORDER BY id");

    /// <summary>The versions of one address, the first first.</summary>
    public IReadOnlyList<StoredPage> Versions(string key) =>
        [.. _database.Rows<StoredPage>($"SELECT {Columns} FROM page WHERE key = @key ORDER BY id", new { key })];

    public StoredPage? Find(long id) => _database.Row<StoredPage>($"SELECT {Columns} FROM page WHERE id = @id", new { id });

    /// <summary>The pages whose hash begins so.</summary>
    public IReadOnlyList<StoredPage> WithHash(string start) =>
        [.. _database.Rows<StoredPage>($"SELECT {Columns} FROM page WHERE sha256 >= @start AND sha256 < @start || 'g' ORDER BY id", new { start })];

    /// <summary>The bytes as they came in, checked against their hash.</summary>
    /// <exception cref="StoredBytesException">They are no longer those that came in.</exception>
    public byte[] Bytes(string sha256)
    {
        var row = _database.Row<CaptureRow>("SELECT length AS Length, coding AS Coding, bytes AS Bytes FROM capture WHERE sha256 = @sha256", new { sha256 })
            ?? throw StoredBytesException.Of(sha256, "they are gone");
        byte[] bytes;
        try
        {
            bytes = Compression.Unpack(row.Coding, row.Bytes, (int)row.Length);
        }
        catch (InvalidDataException)
        {
            throw StoredBytesException.Of(sha256, "they can't be unpacked");
        }
        return Hash(bytes) == sha256 ? bytes : throw StoredBytesException.Of(sha256, "their hash is another");
    }

    /// <summary>Lower-case hex SHA-256.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private Arrival Add(IncomingPage page, string sha256, Instant now)
    {
        if (_database.Value<long>("SELECT count(*) FROM capture WHERE sha256 = @sha256", new { sha256 }) == 0)
        {
            var (coding, bytes) = Compression.Pack(page.Bytes.Span);
            _database.Execute("INSERT INTO capture (sha256, length, coding, bytes) VALUES (@sha256, @length, @coding, @bytes)", new { sha256, length = page.Bytes.Length, coding, bytes });
        }
        var before = _database.Value<long>("SELECT count(*) FROM page WHERE key = @key", new { key = page.Key });
        var added = _database.Execute(
            "INSERT INTO page (address, key, sha256, seen, captured, origin) VALUES (@Address, @Key, @sha256, @seen, @captured, @Origin) ON CONFLICT DO NOTHING",
            new { page.Address, page.Key, sha256, seen = Instants.Write(now), captured = page.Captured is { } at ? Instants.Write(at) : null, page.Origin });
        return added == 0 ? Arrival.Known : before == 0 ? Arrival.New : Arrival.NewVersion;
    }

    private sealed record CaptureRow(long Length, string Coding, byte[] Bytes);
}

/// <summary>Stored bytes no longer match their hash.</summary>
public sealed class StoredBytesException : Exception
{
    public StoredBytesException()
    {
    }

    public StoredBytesException(string message)
        : base(message)
    {
    }

    public StoredBytesException(string message, Exception inner)
        : base(message, inner)
    {
    }

    internal static StoredBytesException Of(string sha256, string what) =>
        new($"The stored bytes of {sha256} can't be trusted: {what}; 'readout doctor' lists every page concerned, a backup brings them back.");
}
