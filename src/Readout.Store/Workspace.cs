using Microsoft.Data.Sqlite;
using NodaTime;
using Readout.Store.Access;
using Readout.Store.Corrections;
using Readout.Store.Searching;
using Readout.Store.Sources;
using Readout.Store.Watches;

namespace Readout.Store;

/// <summary>A run of build.</summary>
/// <param name="Id">Its number, from 1 up.</param>
/// <param name="Ended">Null while it runs, or where it was stopped.</param>
/// <param name="Program">Which program built.</param>
/// <param name="Pages">Pages it read.</param>
/// <param name="Stories">Records it made.</param>
public sealed record BuildRow(long Id, string Began, string? Ended, string Program, long Pages, long Stories)
{
    internal const string Select = "SELECT id AS Id, began AS Began, ended AS Ended, program AS Program, pages AS Pages, stories AS Stories FROM build";
}

/// <summary>
/// A folder with everything that came in and what was derived from it. One process writes, many read; whatever happens to a process,
/// pages that were acknowledged stay.
/// </summary>
public sealed class Workspace : IDisposable
{
    /// <summary>The folder inside the user's folder.</summary>
    public const string FolderName = ".readout";

    internal const string FileName = "workspace.db";

    private readonly WriterLock? _lock;

    private Workspace(string folder, Database database, WriterLock? writer, IClock clock)
    {
        (Folder, Database, _lock, Clock) = (folder, database, writer, clock);
        Pages = new PageStore(database);
        Documents = new DocumentStore(database);
        Stories = new StoryStore(database);
        Streams = new StreamStore(database);
        Entries = new EntryStore(database);
        Visits = new VisitStore(database);
        Corrections = new CorrectionLog(folder);
        Index = new SearchIndex(database);
        Search = new Searcher(database);
        Watches = new WatchStore(database);
        Intakes = new IntakeStore(database);
        Sources = new SourceStore(database);
        Sightings = new SightingStore(database);
        Requests = new RequestStore(database);
        Accounts = new AccountStore(database);
    }

    /// <summary>Full path of the <c>.readout</c> folder.</summary>
    public string Folder { get; }

    public PageStore Pages { get; }

    public DocumentStore Documents { get; }

    public StoryStore Stories { get; }

    internal StreamStore Streams { get; }

    public EntryStore Entries { get; }

    public VisitStore Visits { get; }

    public CorrectionLog Corrections { get; }

    public Searcher Search { get; }

    public WatchStore Watches { get; }

    public IntakeStore Intakes { get; }

    public SourceStore Sources { get; }

    public SightingStore Sightings { get; }

    public RequestStore Requests { get; }

    public AccountStore Accounts { get; }

    internal SearchIndex Index { get; }

    internal Database Database { get; }

    internal IClock Clock { get; }

    /// <summary>The workspace of a folder: in it, or in the nearest folder above that has one; null where there is none.</summary>
    public static string? Find(string directory)
    {
        for (var folder = new DirectoryInfo(directory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, FolderName, FileName)))
                return Path.Combine(folder.FullName, FolderName);
        }
        return null;
    }

    /// <summary>Makes a workspace in a folder; one that is there stays as it is.</summary>
    /// <returns>Its <c>.readout</c> folder, and whether it is new.</returns>
    public static (string Folder, bool IsNew) Create(string directory, IClock clock)
    {
        var folder = Path.Combine(directory, FolderName);
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"{folder}: it can't be made ({e.Message.TrimEnd('.')}).", e);
        }
        var isNew = !File.Exists(Path.Combine(folder, FileName));
        using var writer = WriterLock.Take(folder, "init", TimeSpan.FromSeconds(10), clock);
        using var database = Database.Open(Path.Combine(folder, FileName), SqliteOpenMode.ReadWriteCreate);
        Migrations.Run(database);
        return (folder, isNew);
    }

    /// <summary>Opens a workspace to read; others may write meanwhile, and each question sees one state.</summary>
    /// <param name="isSparing">Keep little of the file in memory: for several connections in one process.</param>
    /// <exception cref="StoreException">It can't be opened.</exception>
    public static Workspace Read(string folder, IClock clock, bool isSparing = false)
    {
        var database = Database.Open(Path.Combine(folder, FileName), SqliteOpenMode.ReadWrite);
        try
        {
            if (isSparing)
                database.Execute("PRAGMA cache_size = -8192; PRAGMA mmap_size = 0;");
            if (database.SchemaVersion < Migrations.Latest)
            {
                using var writer = WriterLock.Take(folder, "upgrade", TimeSpan.FromSeconds(10), clock);
                Migrations.Run(database);
            }
            Migrations.Check(database);
            return new Workspace(folder, database, null, clock);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Opens a workspace to write, as the only writer.</summary>
    /// <param name="doing">The verb that writes, for whoever has to wait.</param>
    /// <param name="patience">How long to wait for another writer.</param>
    /// <exception cref="StoreException">Another process is writing (the message says which), or it can't be opened.</exception>
    public static Workspace Write(string folder, string doing, TimeSpan patience, IClock clock)
    {
        var writer = WriterLock.Take(folder, doing, patience, clock);
        Database? database = null;
        try
        {
            database = Database.Open(Path.Combine(folder, FileName), SqliteOpenMode.ReadWrite);
            Migrations.Run(database);
            return new Workspace(folder, database, writer, clock);
        }
        catch
        {
            database?.Dispose();
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Takes a turn that only one process has at a time and that lasts longer than it writes, such as fetching; others may write meanwhile.</summary>
    /// <param name="name">The verb that takes it.</param>
    /// <exception cref="StoreException">Another process has it (the message says which), or the workspace may not be written.</exception>
    public static IDisposable Turn(string folder, string name, IClock clock) => WriterLock.Take(folder, name, TimeSpan.Zero, clock, name);

    /// <summary>The latest builds, the latest first.</summary>
    /// <param name="before">Only those of smaller numbers; null for all.</param>
    public IReadOnlyList<BuildRow> Builds(int most, long? before = null) =>
        [.. Database.Rows<BuildRow>(BuildRow.Select + " WHERE @before IS NULL OR id < @before ORDER BY id DESC LIMIT @most", new { before, most })];

    /// <summary>The builds that ended after the one of that number, the first one first.</summary>
    public IReadOnlyList<BuildRow> BuildsSince(long number) =>
        [.. Database.Rows<BuildRow>(BuildRow.Select + " WHERE id > @number AND ended IS NOT NULL ORDER BY id", new { number })];

    /// <summary>The number of the last build that ended; 0 for none.</summary>
    public long LastBuild => Database.Value<long?>("SELECT max(id) FROM build WHERE ended IS NOT NULL") ?? 0;

    /// <summary>When a build ended; null where there was none of that number, or it did not.</summary>
    public string? BuildEnded(long number) => Database.Value<string>("SELECT ended FROM build WHERE id = @number", new { number });

    /// <summary>When the last build ended, as <see cref="Instants"/> writes it; null for never.</summary>
    public string? LastBuilt => Database.Value<string>("SELECT max(ended) FROM build");

    /// <summary>Another number whenever somebody else, in this process or another, has written since it was last asked for.</summary>
    public long DataVersion => Database.Value<long>("PRAGMA data_version");

    /// <summary>All of it or nothing.</summary>
    public void Transaction(Action change) => Database.Transaction(change);

    public void Dispose()
    {
        Database.Dispose();
        _lock?.Dispose();
    }
}
