using System.Security.Cryptography;
using NodaTime;
using Readout.Pages;

namespace Readout.Store;

/// <summary>A page on its way in.</summary>
/// <param name="Address">As given: a path or a web address; its last part is the file name that the record shows.</param>
/// <param name="Key">What versions of one address have in common: a full path, a normalised web address.</param>
/// <param name="Bytes">As they came.</param>
/// <param name="Origin">The feed, archive or folder it came through; null where it was named itself.</param>
/// <param name="Bearer">What its input says of it; null for a file of its own.</param>
public sealed record IncomingPage(string Address, string Key, ReadOnlyMemory<byte> Bytes, string? Origin = null, PageBearer? Bearer = null);

/// <summary>What became of a page that came in. Bytes that an address shows again after others are a new version, too.</summary>
public enum Arrival { New, NewVersion, Known }

/// <summary>One sight of bytes at an address.</summary>
/// <param name="Id">Its number in the workspace, in the order of arrival.</param>
/// <param name="Seen">When it came in, as <see cref="Instants"/> writes it.</param>
/// <param name="Captured">When it was fetched; null where that is not known.</param>
/// <param name="Said">What its input says of it, as it is stored.</param>
public sealed record StoredPage(long Id, string Address, string Key, string Sha256, string Seen, string? Captured, string? Origin, string? Said)
{
    /// <summary>What its input says of it; null for a file of its own.</summary>
    public PageBearer? Bearer => BearerText.Read(Said);
}

/// <summary>What an address showed from a time on.</summary>
/// <param name="At">When it was fetched, else when it came in.</param>
public sealed record PageVersion(long Page, string Sha256, string At);

/// <summary>The pages of a workspace: bytes once by their hash, and every sight of them. Nothing here is ever changed.</summary>
public sealed class PageStore
{
    private const string Columns = "id AS Id, address AS Address, key AS Key, sha256 AS Sha256, seen AS Seen, captured AS Captured, origin AS Origin, bearer AS Said";

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
        _database.Rows<StoredPage>($"SELECT {Columns} FROM page WHERE id NOT IN (SELECT page FROM page_superseded) ORDER BY id");

    /// <summary>Every sight of every page, in the order of arrival.</summary>
    public IEnumerable<StoredPage> All() => _database.Rows<StoredPage>($"SELECT {Columns} FROM page ORDER BY id");

    /// <summary>The pages whose document is not there, or was made by something else.</summary>
    internal IEnumerable<StoredPage> NotMadeBy(string program) =>
        _database.Rows<StoredPage>($"SELECT {Columns} FROM page WHERE id NOT IN (SELECT page FROM document WHERE made = @program) ORDER BY id", new { program });

    /// <summary>The versions of one address in the order of time; one that came back after another stands there twice.</summary>
    public IReadOnlyList<PageVersion> Versions(string key) =>
        [.. _database.Rows<PageVersion>("SELECT v.page AS Page, p.sha256 AS Sha256, v.at AS At FROM page_version v JOIN page p ON p.id = v.page WHERE v.key = @key ORDER BY v.at, v.page", new { key })];

    /// <summary>The addresses that showed more than one version, by their keys.</summary>
    public IReadOnlyList<string> Changed() => [.. _database.Rows<string>("SELECT key FROM page GROUP BY key HAVING count(*) > 1 ORDER BY min(id)")];

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
        var before = Versions(page.Key);
        var (seen, captured) = (Instants.Write(now), page.Bearer?.Captured is { } at ? Instants.Write(at) : null);
        if (before.FirstOrDefault(v => v.Sha256 == sha256) is { } known)
            return Again(known, before[^1], captured ?? seen);
        _database.Execute(
            "INSERT INTO page (address, key, sha256, seen, captured, origin, bearer) VALUES (@Address, @Key, @sha256, @seen, @captured, @Origin, @said)",
            new { page.Address, page.Key, sha256, seen, captured, page.Origin, said = BearerText.Write(page.Bearer) });
        return before.Count == 0 ? Arrival.New : Arrival.NewVersion;
    }

    // Bytes that were shown before and are shown again now that others were in between.
    private Arrival Again(PageVersion known, PageVersion latest, string at)
    {
        if (latest.Sha256 == known.Sha256 || string.CompareOrdinal(at, latest.At) <= 0)
            return Arrival.Known;
        _database.Execute("INSERT INTO page_again (page, at) VALUES (@Page, @at)", new { known.Page, at });
        return Arrival.NewVersion;
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
