using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace Readout.Store.Watches;

/// <summary>Standing questions and what they found.</summary>
public sealed class WatchStore
{
    /// <summary>How an alert is written wherever it goes.</summary>
    public static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    private const string Columns = "name AS Name, kind AS Kind, value AS Value, notify AS Notify, budget AS Budget, quiet AS Quiet, zone AS Zone, created AS Created, seen AS Seen, owner AS Owner, shared AS Shared";

    // Without a name all are: whoever is on the machine keeps the workspace.
    private const string Visible = "(@who IS NULL OR shared = 1 OR owner = @who)";

    private readonly Database _database;

    internal WatchStore(Database database) => _database = database;

    /// <param name="who">Only what this person sees: their own and what is shared; null for all.</param>
    public IReadOnlyList<Watch> All(string? who = null) => [.. _database.Rows<WatchRow>($"SELECT {Columns} FROM watch WHERE {Visible} ORDER BY name", new { who }).Select(r => r.Watch())];

    /// <param name="who">Only where this person sees it; null for whoever keeps the workspace.</param>
    public Watch? Find(string name, string? who = null) => _database.Row<WatchRow>($"SELECT {Columns} FROM watch WHERE name = @name AND {Visible}", new { name, who })?.Watch();

    /// <summary>Keeps a new question; from now on it looks at what changes.</summary>
    /// <param name="owner">Who asks.</param>
    /// <param name="isShared">Everybody sees it; else they alone.</param>
    /// <returns>False where one of that name is there already, seen or not: names are everybody's.</returns>
    public bool Add(string name, WatchKind kind, string value, IReadOnlyList<string> notify, Budget? budget, QuietHours? quiet, Instant now, string owner, bool isShared = true) => _database.Execute(
        "INSERT INTO watch (name, kind, value, notify, budget, quiet, zone, created, seen, owner, shared) VALUES (@name, @kind, @value, @notify, @budget, @quiet, @zone, @now, @now, @owner, @isShared) ON CONFLICT DO NOTHING",
        new { owner, isShared, name, kind = JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()), value, notify = JsonSerializer.Serialize(notify), budget = budget?.ToString(), quiet = quiet?.ToString(), zone = quiet?.Zone, now = Instants.Write(now) }) > 0;

    /// <param name="who">Only where this person sees it; null for whoever keeps the workspace.</param>
    /// <returns>False where there is none.</returns>
    public bool Remove(string name, string? who = null) => _database.Execute($"DELETE FROM watch WHERE name = @name AND {Visible}", new { name, who }) > 0;

    /// <summary>Keeps what a question found and that it looked, in one step: nothing is found twice or lost.</summary>
    internal void Put(Watch watch, IReadOnlyList<(long Entry, Alert Alert)> found, string seen) => _database.Transaction(() =>
    {
        foreach (var (entry, alert) in found)
        {
            var added = _database.Execute(
                "INSERT INTO alert (watch, entry, at, content) VALUES (@Name, @entry, @seen, @content) ON CONFLICT DO NOTHING",
                new { watch.Name, entry, seen, content = JsonSerializer.Serialize(alert, Json) });
            if (added == 0)
                continue;
            foreach (var notify in watch.Notify)
                _database.Execute("INSERT INTO delivery (alert, notify) VALUES (last_insert_rowid(), @notify)", new { notify });
        }
        _database.Execute("UPDATE watch SET seen = @seen WHERE name = @Name", new { watch.Name, seen });
    });

    /// <summary>Alerts that may go out now, the oldest first.</summary>
    public IReadOnlyList<PendingAlert> Pending(Instant now) =>
    [
        .. _database.Rows<(long Id, string Watch, string Notify, string Content, long Attempts)>(
            """
            SELECT a.id, a.watch, d.notify, a.content, d.attempts FROM delivery d JOIN alert a ON a.id = d.alert
            WHERE d.done IS NULL AND (d.next IS NULL OR d.next <= @now) ORDER BY a.id, d.notify
            """,
            new { now = Instants.Write(now) })
        .Select(r => new PendingAlert(r.Id, r.Watch, r.Notify, JsonSerializer.Deserialize<Alert>(r.Content, Json)!, (int)r.Attempts)),
    ];

    /// <summary>How many of a watch's alerts went out one way since then.</summary>
    public long SentSince(string watch, string notify, Instant since) => _database.Value<long>(
        "SELECT count(*) FROM delivery d JOIN alert a ON a.id = d.alert WHERE a.watch = @watch AND d.notify = @notify AND d.done > @since",
        new { watch, notify, since = Instants.Write(since) });

    public void Delivered(PendingAlert alert, Instant now) => _database.Execute(
        "UPDATE delivery SET done = @now, attempts = attempts + 1, failure = NULL WHERE alert = @Id AND notify = @Notify", new { alert.Id, alert.Notify, now = Instants.Write(now) });

    /// <summary>Keeps that it did not go out, and when to try again.</summary>
    public void Failed(PendingAlert alert, string failure, Instant next) => _database.Execute(
        "UPDATE delivery SET attempts = attempts + 1, failure = @failure, next = @next WHERE alert = @Id AND notify = @Notify", new { alert.Id, alert.Notify, failure, next = Instants.Write(next) });

    /// <summary>The latest alerts of a watch, the latest first.</summary>
    /// <param name="before">Only those of smaller numbers; null for all.</param>
    public IReadOnlyList<(long Id, Alert Alert)> Latest(string watch, int most, long? before = null) =>
        [.. _database.Rows<(long Id, string Content)>("SELECT id, content FROM alert WHERE watch = @watch AND (@before IS NULL OR id < @before) ORDER BY id DESC LIMIT @most", new { watch, most, before })
            .Select(r => (r.Id, JsonSerializer.Deserialize<Alert>(r.Content, Json)!))];

    private sealed record WatchRow(string Name, string Kind, string Value, string Notify, string? Budget, string? Quiet, string? Zone, string Created, string Seen, string? Owner, long Shared)
    {
        public Watch Watch() => new(
            Name, Enum.Parse<WatchKind>(Kind, ignoreCase: true), Value, JsonSerializer.Deserialize<string[]>(Notify)!,
            Watches.Budget.Read(Budget), QuietHours.Read(Quiet, Zone), Created, Seen) { Owner = Owner, IsShared = Shared != 0 };
    }
}
