using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Readout.Text;

namespace Readout.Store.Sources;

/// <summary>The feeds, sitemaps and folders of a workspace.</summary>
public sealed class SourceStore
{
    private const string Columns =
        "address AS Address, kind AS Kind, title AS Title, via AS Via, since AS Since, added AS Added, asked AS Asked, etag AS ETag, modified AS Modified, ttl AS Ttl, skip AS Skip, wait AS Wait, failures AS Failures, failure AS Failure";

    private readonly Database _database;

    internal SourceStore(Database database) => _database = database;

    /// <summary>All of them, in the order of their addresses.</summary>
    public IReadOnlyList<Source> All() => [.. _database.Rows<Row>($"SELECT {Columns} FROM source ORDER BY address").Select(r => r.Source())];

    /// <summary>Keeps a new source.</summary>
    /// <returns>False where it is there already.</returns>
    public bool Add(Source source) => _database.Execute(
        "INSERT INTO source (address, kind, title, via, since, added) VALUES (@Address, @kind, @Title, @Via, @since, @added) ON CONFLICT DO NOTHING",
        new { source.Address, kind = EnumNames.Of(source.Kind), source.Title, source.Via, since = source.Since is { } day ? LocalDatePattern.Iso.Format(day) : null, added = Instants.Write(source.Added) }) > 0;

    /// <summary>Keeps what came of asking one; a source that was removed meanwhile stays away.</summary>
    public void Put(Source source) => _database.Execute(
        """
        UPDATE source SET title = @Title, asked = @asked, etag = @ETag, modified = @Modified, ttl = @ttl, skip = @skip, wait = @wait, failures = @Failures, failure = @Failure
        WHERE address = @Address
        """,
        new
        {
            source.Address, source.Title, source.ETag, source.Modified, source.Failures, source.Failure, asked = Time(source.Asked), wait = Time(source.Wait),
            ttl = (long?)source.Ttl?.TotalSeconds, skip = JsonSerializer.Serialize(new Skip(source.SkipHours, source.SkipDays)),
        });

    /// <summary>A source that lives elsewhere from now on.</summary>
    public void Move(string from, string to) => _database.Transaction(() =>
    {
        _database.Execute("UPDATE OR IGNORE source SET address = @to WHERE address = @from", new { from, to });
        _database.Execute("DELETE FROM source WHERE address = @from", new { from });
        _database.Execute("UPDATE sighting SET source = @to WHERE source = @from", new { from, to });
    });

    /// <summary>Forgets a source and the addresses of it that were never fetched; pages stay.</summary>
    /// <returns>False where there is none.</returns>
    public bool Remove(string address)
    {
        var removed = 0;
        _database.Transaction(() =>
        {
            removed = _database.Execute("DELETE FROM source WHERE address = @address", new { address });
            _database.Execute("DELETE FROM sighting WHERE source = @address AND fetched IS NULL", new { address });
        });
        return removed > 0;
    }

    /// <summary>How many addresses a source named.</summary>
    public long Count(string address) => _database.Value<long>("SELECT count(*) FROM sighting WHERE source = @address", new { address });

    /// <summary>When the latest of what a source named appeared; what was there undated at the first look says nothing and is left out.</summary>
    public IReadOnlyList<Instant> Appeared(string address) =>
        [.. _database.Rows<string>("SELECT appeared FROM sighting WHERE source = @address AND appeared IS NOT NULL ORDER BY appeared DESC LIMIT 20", new { address }).Select(Instants.Read).OfType<Instant>()];

    /// <summary>The files of a folder that were taken in.</summary>
    public IReadOnlyList<SourceFile> Files(string folder) =>
    [
        .. _database.Rows<(string Path, long Length, string Modified)>("SELECT path, length, modified FROM source_file WHERE source = @folder", new { folder })
            .Select(r => new SourceFile(r.Path, r.Length, InstantPattern.ExtendedIso.Parse(r.Modified).Value)),
    ];

    /// <summary>Keeps that a file of a folder was taken in as it is.</summary>
    public void Put(string folder, SourceFile file) => _database.Execute(
        "INSERT INTO source_file (source, path, length, modified) VALUES (@folder, @Path, @Length, @modified) ON CONFLICT (source, path) DO UPDATE SET length = excluded.length, modified = excluded.modified",
        new { folder, file.Path, file.Length, modified = InstantPattern.ExtendedIso.Format(file.Modified) });

    private static string? Time(Instant? at) => at is { } moment ? Instants.Write(moment) : null;

    private sealed record Skip(IReadOnlyList<int> Hours, IReadOnlyList<IsoDayOfWeek> Days);

    private sealed record Row(
        string Address, string Kind, string? Title, string? Via, string? Since, string Added, string? Asked, string? ETag, string? Modified, long? Ttl, string? Skip, string? Wait, long Failures, string? Failure)
    {
        public Source Source()
        {
            var skip = Skip is null ? null : JsonSerializer.Deserialize<Skip>(Skip);
            return new Source(Address, Enum.Parse<SourceKind>(Kind, ignoreCase: true), Title, Via, Since is null ? null : LocalDatePattern.Iso.Parse(Since).Value, Instants.Read(Added) ?? default)
            {
                Asked = Instants.Read(Asked), ETag = ETag, Modified = Modified, Ttl = Ttl is { } seconds ? Duration.FromSeconds(seconds) : null,
                SkipHours = skip?.Hours ?? [], SkipDays = skip?.Days ?? [], Wait = Instants.Read(Wait), Failures = (int)Failures, Failure = Failure,
            };
        }
    }
}
