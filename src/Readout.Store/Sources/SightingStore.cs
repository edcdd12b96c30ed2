using System.Text.Json;
using NodaTime;
using Readout.Pages;

namespace Readout.Store.Sources;

/// <summary>An address that a source named, or of a page that is looked at again.</summary>
/// <param name="Key">What versions of the address have in common.</param>
/// <param name="Source">The first that named it; null for a page that was named itself.</param>
/// <param name="Seen">When it was named first.</param>
public sealed record Sighting(string Key, string Address, string? Source, Instant Seen)
{
    /// <summary>What the source says of the page.</summary>
    public IReadOnlyList<BorneFact> Listed { get; init; } = [];

    /// <summary>When it appeared: as its source says, else when it was seen; null where it was there, undated, at the first look.</summary>
    public Instant? Appeared { get; init; }

    /// <summary>When it last changed, as its source says now; null where it does not. Not kept: it decides when to look again.</summary>
    public Instant? Changed { get; init; }

    /// <summary>When its page first came in; null for never.</summary>
    public Instant? Fetched { get; init; }

    /// <summary>When it was last asked for.</summary>
    public Instant? Looked { get; init; }

    /// <summary>When it is to be asked for; null for never again.</summary>
    public Instant? Next { get; init; }

    /// <summary>How often in a row it failed.</summary>
    public int Attempts { get; init; }

    /// <summary>Why it failed the last time; null where it did not.</summary>
    public string? Failure { get; init; }

    /// <summary>The server's mark of the version that is known.</summary>
    public string? ETag { get; init; }

    /// <summary>The time of that version, as the server wrote it.</summary>
    public string? Modified { get; init; }
}

/// <summary>The addresses that sources named, and when each is to be asked for.</summary>
public sealed class SightingStore
{
    private const string Columns =
        "key AS Key, address AS Address, source AS Source, listed AS Listed, appeared AS Appeared, seen AS Seen, fetched AS Fetched, looked AS Looked, next AS Next, attempts AS Attempts, failure AS Failure, etag AS ETag, modified AS Modified";

    // A clock this far behind what it said before was set back.
    private static readonly Duration s_backwards = Duration.FromMinutes(1);

    private static readonly Duration s_unlistened = Duration.FromHours(1);

    private readonly Database _database;

    internal SightingStore(Database database) => _database = database;

    public Sighting? Find(string key) => _database.Row<Row>($"SELECT {Columns} FROM sighting WHERE key = @key", new { key })?.Sighting();

    /// <summary>Keeps addresses that are new. One whose page came in before is due at once where its source says that it changed since it was last asked for.</summary>
    /// <returns>How many are new.</returns>
    public int See(IEnumerable<Sighting> sightings)
    {
        var added = 0;
        _database.Transaction(() =>
        {
            foreach (var sighting in sightings)
            {
                if (Insert(sighting))
                    added++;
                else if (sighting.Changed is { } changed && changed <= sighting.Seen)
                    LookAgain(sighting.Key, changed, sighting.Seen);
            }
        });
        return added;
    }

    private bool Insert(Sighting sighting) => _database.Execute(
        """
        INSERT INTO sighting (key, address, source, listed, appeared, seen, fetched, looked, next, attempts, failure, etag, modified)
        VALUES (@Key, @Address, @Source, @listed, @appeared, @seen, @fetched, @looked, @next, @Attempts, @Failure, @ETag, @Modified) ON CONFLICT DO NOTHING
        """,
        Values(sighting)) > 0;

    // Sources that stamp everything with the hour of asking would have it all fetched each time: not within an hour of the last look.
    private void LookAgain(string key, Instant changed, Instant now) => _database.Execute(
        "UPDATE sighting SET next = @now WHERE key = @key AND fetched IS NOT NULL AND looked < @changed AND looked <= @hourAgo AND (next IS NULL OR next > @now)",
        new { key, now = Instants.Write(now), changed = Instants.Write(changed), hourAgo = Instants.Write(now - s_unlistened) });

    /// <summary>Keeps what came of asking for one.</summary>
    public void Put(Sighting sighting) => _database.Execute(
        "UPDATE sighting SET fetched = @fetched, looked = @looked, next = @next, attempts = @Attempts, failure = @Failure, etag = @ETag, modified = @Modified WHERE key = @Key",
        Values(sighting));

    /// <summary>
    /// What is due: new addresses first, the latest of them before the others, then pages to be looked at again. What a clock that was set
    /// back has left waiting for a time long ahead is due, too.
    /// </summary>
    public IReadOnlyList<Sighting> Due(Instant now, int most) =>
    [
        .. _database.Rows<Row>(
            $"""
            SELECT {Columns} FROM sighting WHERE next IS NOT NULL AND (next <= @now OR coalesce(looked, seen) > @ahead)
            ORDER BY fetched IS NOT NULL, coalesce(appeared, seen) DESC, key LIMIT @most
            """,
            new { now = Instants.Write(now), ahead = Instants.Write(now + s_backwards), most }).Select(r => r.Sighting()),
    ];

    /// <summary>What will be asked for, now or some day.</summary>
    public IReadOnlyList<Sighting> Followed() => [.. _database.Rows<Row>($"SELECT {Columns} FROM sighting WHERE next IS NOT NULL ORDER BY fetched IS NOT NULL, coalesce(appeared, seen) DESC, key").Select(r => r.Sighting())];

    /// <summary>How many are due.</summary>
    public long CountDue(Instant now) => _database.Value<long>(
        "SELECT count(*) FROM sighting WHERE next IS NOT NULL AND (next <= @now OR coalesce(looked, seen) > @ahead)", new { now = Instants.Write(now), ahead = Instants.Write(now + s_backwards) });

    /// <summary>Makes everything due that is to be asked for again some day.</summary>
    public void MakeAllDue(Instant now) => _database.Execute("UPDATE sighting SET next = @now WHERE next IS NOT NULL", new { now = Instants.Write(now) });

    private static object Values(Sighting s) => new
    {
        s.Key, s.Address, s.Source, s.Attempts, s.Failure, s.ETag, s.Modified,
        listed = BearerText.Facts(s.Listed) is { } facts ? JsonSerializer.Serialize(facts) : null,
        appeared = Time(s.Appeared), seen = Instants.Write(s.Seen), fetched = Time(s.Fetched), looked = Time(s.Looked), next = Time(s.Next),
    };

    private static string? Time(Instant? at) => at is { } moment ? Instants.Write(moment) : null;

    private sealed record Row(
        string Key, string Address, string? Source, string? Listed, string? Appeared, string Seen, string? Fetched, string? Looked, string? Next, long Attempts, string? Failure, string? ETag, string? Modified)
    {
        public Sighting Sighting() => new(Key, Address, Source, Instants.Read(Seen) ?? default)
        {
            Listed = BearerText.Facts(Listed is null ? null : JsonSerializer.Deserialize<string[][]>(Listed)),
            Appeared = Instants.Read(Appeared), Fetched = Instants.Read(Fetched), Looked = Instants.Read(Looked), Next = Instants.Read(Next),
            Attempts = (int)Attempts, Failure = Failure, ETag = ETag, Modified = Modified,
        };
    }
}
