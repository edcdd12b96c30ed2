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
    private const string Select = "SELECT id AS Id, story AS Story, seen AS Seen, gone AS Gone, bytes AS Bytes FROM entry";

    private readonly Database _database;

    internal EntryStore(Database database) => _database = database;

    /// <summary>What a story's ledger held at a time; what it holds now without one.</summary>
    /// <param name="at">A time as <see cref="Instants"/> writes it.</param>
    public LedgerState State(string story, string? at = null)
    {
        var entries = at is null
            ? Read(Select + " WHERE story = @story AND gone IS NULL", new { story })
            : Read(Select + " WHERE story = @story AND seen <= @at AND (gone IS NULL OR gone > @at)", new { story, at });
        return new LedgerState([.. entries.Select(e => e.Item)]);
    }

    /// <summary>Entries that came or went after a time, in the order of their coming.</summary>
    public IReadOnlyList<LedgerEntry> Since(string at, string? story = null) =>
        Read(Select + " WHERE (seen > @at OR gone > @at) AND (@story IS NULL OR story = @story)", new { at, story });

    /// <summary>The latest times at which builds changed something, the latest first.</summary>
    public IReadOnlyList<string> Times(int most) =>
        [.. _database.Rows<string>("SELECT seen FROM entry UNION SELECT gone FROM entry WHERE gone IS NOT NULL ORDER BY 1 DESC LIMIT @most", new { most })];

    /// <summary>Entries of some stories that came or went at a time, in the order of their coming.</summary>
    public IReadOnlyList<LedgerEntry> At(string time, IEnumerable<string> stories) =>
        Read(Select + " WHERE (seen = @time OR gone = @time) AND story IN (SELECT value FROM json_each(@stories))", new { time, stories = JsonSerializer.Serialize(stories) });

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
            SELECT e.story AS Story, coalesce(s.name, '') AS Name, sum(iif(e.seen = @began, e.count, 0)) AS Came, sum(iif(e.gone = @began, e.count, 0)) AS Went
            FROM entry e LEFT JOIN story s ON s.id = e.story WHERE e.seen = @began OR e.gone = @began GROUP BY e.story ORDER BY e.story
            """,
            new { began }),
    ];

    /// <summary>Lays a story's new state beside the last one and keeps what came and what went.</summary>
    /// <returns>What changed.</returns>
    internal LedgerDifference Put(string story, LedgerState after, string now)
    {
        var blocks = Blocks(Select + " WHERE story = @story AND gone IS NULL", new { story });
        var standing = blocks.SelectMany(b => b.Items).OrderBy(i => i.Id).ToList();
        var difference = LedgerDifference.Between(new LedgerState([.. standing.Select(i => i.Item)]), after);
        Leave(blocks, [.. difference.Removed.Concat(difference.Changed.Select(c => c.Before))], now);
        var next = (_database.Value<long?>("SELECT max(last) FROM entry") ?? 0) + 1;
        Insert(story, now, null, [.. difference.Added.Concat(difference.Changed.Select(c => c.After)).Select((item, i) => new NumberedItem(next + i, item))]);
        return difference;
    }

    /// <summary>Writes down entries that came and went together.</summary>
    /// <param name="items">By number.</param>
    internal void Insert(string story, string seen, string? gone, IReadOnlyList<NumberedItem> items)
    {
        foreach (var part in items.Chunk(EntryBlock.Most))
        {
            _database.Execute(
                "INSERT INTO entry (story, seen, gone, count, last, bytes) VALUES (@story, @seen, @gone, @count, @last, @bytes)",
                new { story, seen, gone, count = part.Length, last = part[^1].Id, bytes = EntryBlock.Write(part) });
        }
    }

    // They go out of the blocks of those that stand, into blocks of their own.
    private void Leave(IReadOnlyList<Block> blocks, IReadOnlyCollection<StateItem> leaving, string now)
    {
        var gone = leaving.ToHashSet<StateItem>(ReferenceEqualityComparer.Instance);
        foreach (var block in blocks)
        {
            var (stay, go) = (block.Items.Where(i => !gone.Contains(i.Item)).ToList(), block.Items.Where(i => gone.Contains(i.Item)).ToList());
            if (go.Count == 0)
                continue;
            if (stay.Count == 0)
            {
                _database.Execute("UPDATE entry SET gone = @now WHERE id = @Id", new { now, block.Id });
                continue;
            }
            _database.Execute(
                "UPDATE entry SET count = @count, last = @last, bytes = @bytes WHERE id = @Id",
                new { count = stay.Count, last = stay[^1].Id, bytes = EntryBlock.Write(stay), block.Id });
            Insert(block.Story, block.Seen, now, go);
        }
    }

    private List<LedgerEntry> Read(string sql, object values) =>
        [.. Blocks(sql, values).SelectMany(b => b.Items.Select(i => new LedgerEntry(i.Id, b.Story, i.Item, b.Seen, b.Gone))).OrderBy(e => e.Id)];

    private List<Block> Blocks(string sql, object values) =>
        [.. _database.Rows<BlockRow>(sql, values).Select(r => new Block(r.Id, r.Story, r.Seen, r.Gone, EntryBlock.Read(r.Bytes)))];

    private sealed record BlockRow(long Id, string Story, string Seen, string? Gone, byte[] Bytes);

    private sealed record Block(long Id, string Story, string Seen, string? Gone, IReadOnlyList<NumberedItem> Items);
}
