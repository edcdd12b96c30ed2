using System.Text.Json;
using Readout.Claims;

namespace Readout.Store;

/// <summary>An entry of a story's ledger as a build saw it.</summary>
/// <param name="Seen">When a build first had it so.</param>
/// <param name="Gone">When a build no longer had it so; null while it stands.</param>
public sealed record LedgerEntry(long Id, string Story, StateItem Item, string Seen, string? Gone);

/// <summary>What a build changed in one story's ledger.</summary>
public sealed record StoryChange
{
    // Columns that are worked out have no type where no row comes, so these are set one by one.

    public string Story { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>Entries that are new, or say something else than before.</summary>
    public long Came { get; init; }

    /// <summary>Entries that no longer stand so.</summary>
    public long Went { get; init; }
}

/// <summary>The ledger's entries over time. They only grow: nothing is taken out, what no longer holds is marked as gone.</summary>
public sealed class EntryStore
{
    private const string Select = "SELECT id AS Id, story AS Story, kind AS Kind, item AS Item, words AS Words, state AS State, content AS Content, seen AS Seen, gone AS Gone FROM entry";

    private readonly Database _database;

    internal EntryStore(Database database) => _database = database;

    /// <summary>What a story's ledger held at a time; what it holds now without one.</summary>
    /// <param name="at">A time as <see cref="Instants"/> writes it.</param>
    public LedgerState State(string story, string? at = null)
    {
        var rows = at is null
            ? _database.Rows<EntryRow>(Select + " WHERE story = @story AND gone IS NULL ORDER BY id", new { story })
            : _database.Rows<EntryRow>(Select + " WHERE story = @story AND seen <= @at AND (gone IS NULL OR gone > @at) ORDER BY id", new { story, at });
        return new LedgerState([.. rows.Select(r => r.Entry().Item)]);
    }

    /// <summary>Entries that came or went after a time, in the order of their coming.</summary>
    public IReadOnlyList<LedgerEntry> Since(string at, string? story = null) =>
        [.. _database.Rows<EntryRow>(Select + " WHERE (seen > @at OR gone > @at) AND (@story IS NULL OR story = @story) ORDER BY id", new { at, story }).Select(r => r.Entry())];

    /// <summary>The latest times at which builds changed something, the latest first.</summary>
    public IReadOnlyList<string> Times(int most) =>
        [.. _database.Rows<string>("SELECT seen FROM entry UNION SELECT gone FROM entry WHERE gone IS NOT NULL ORDER BY 1 DESC LIMIT @most", new { most })];

    /// <summary>Entries of some stories that came or went at a time, in the order of their coming.</summary>
    public IReadOnlyList<LedgerEntry> At(string time, IEnumerable<string> stories) =>
        [.. _database.Rows<EntryRow>(Select + " WHERE (seen = @time OR gone = @time) AND story IN (SELECT value FROM json_each(@stories)) ORDER BY id", new { time, stories = JsonSerializer.Serialize(stories) }).Select(r => r.Entry())];

    /// <summary>What changed since a time, over all stories or in one.</summary>
    /// <param name="at">A time as <see cref="Instants"/> writes it; empty for the beginning.</param>
    /// <param name="story">A story's id; null for all.</param>
    public LedgerDifference Difference(string at, string? story = null)
    {
        var stories = Since(at, story).Select(e => e.Story).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return LedgerDifference.Between(
            new LedgerState([.. stories.SelectMany(s => State(s, at).Items)]),
            new LedgerState([.. stories.SelectMany(s => State(s).Items)]));
    }

    /// <summary>In which stories a build changed something, and how many entries came and went there.</summary>
    /// <param name="began">When the build began, as <see cref="Instants"/> writes it.</param>
    public IReadOnlyList<StoryChange> ChangedBy(string began) =>
    [
        .. _database.Rows<StoryChange>(
            """
            SELECT e.story AS Story, coalesce(s.name, '') AS Name, sum(e.seen = @began) AS Came, sum(coalesce(e.gone, '') = @began) AS Went
            FROM entry e LEFT JOIN story s ON s.id = e.story WHERE e.seen = @began OR e.gone = @began GROUP BY e.story ORDER BY e.story
            """,
            new { began }),
    ];

    /// <summary>Lays a story's new state beside the last one and keeps what came and what went.</summary>
    /// <returns>What changed.</returns>
    internal LedgerDifference Put(string story, LedgerState after, string now)
    {
        var rows = _database.Rows<EntryRow>(Select + " WHERE story = @story AND gone IS NULL ORDER BY id", new { story }).Select(r => r.Entry()).ToList();
        var ids = rows.ToDictionary<LedgerEntry, StateItem, long>(r => r.Item, r => r.Id, ReferenceEqualityComparer.Instance);
        var difference = LedgerDifference.Between(new LedgerState([.. rows.Select(r => r.Item)]), after);
        foreach (var item in difference.Removed.Concat(difference.Changed.Select(c => c.Before)))
            _database.Execute("UPDATE entry SET gone = @now WHERE id = @id", new { now, id = ids[item] });
        foreach (var item in difference.Added.Concat(difference.Changed.Select(c => c.After)))
            Insert(story, item, now);
        return difference;
    }

    private void Insert(string story, StateItem item, string now)
    {
        var said = item.Steps.Select(s => s.Date).Where(d => d.Length > 0).Max(StringComparer.Ordinal);
        _database.Execute(
            "INSERT INTO entry (story, kind, item, words, state, content, said, seen) VALUES (@story, @kind, @Id, @Words, @State, @content, @said, @now)",
            new { story, kind = KindName(item.Kind), item.Id, item.Words, item.State, content = JsonSerializer.Serialize(Content.Of(item)), said, now });
    }

#pragma warning disable CA1308 // the table's check constraint lists them so
    private static string KindName(StateKind kind) => kind.ToString().ToLowerInvariant();
#pragma warning restore CA1308

    private sealed record EntryRow(long Id, string Story, string Kind, string Item, string? Words, string State, string Content, string Seen, string? Gone)
    {
        public LedgerEntry Entry()
        {
            var content = JsonSerializer.Deserialize<Content>(this.Content)!;
            var item = new StateItem(
                Enum.Parse<StateKind>(Kind, ignoreCase: true), Item, Words, State,
                [.. content.Places.Select(p => new StatePlace(p.Document, p.Start, p.End))],
                [.. content.Steps.Select(s => new StateStep(s.Date, s.Value, new StatePlace(s.Place.Document, s.Place.Start, s.Place.End)))]);
            return new LedgerEntry(Id, Story, item, Seen, Gone);
        }
    }

    private sealed record Content(IReadOnlyList<StatePlace> Places, IReadOnlyList<StateStep> Steps)
    {
        public static Content Of(StateItem item) => new(item.Places, item.Steps);
    }
}
