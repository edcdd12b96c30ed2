using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;
using Readout.Store.Building;
using Readout.Store.Snapshots;

namespace Readout.Store.Care;

/// <summary>How bad a finding is: it is well, it can be made again, or bytes that came in are lost.</summary>
public enum Health { Well, Derived, Lost }

/// <summary>What one check found.</summary>
/// <param name="Check">What was looked at.</param>
/// <param name="Message">What was found, and what to do.</param>
/// <param name="Items">What is concerned: pages, stories.</param>
public sealed record Finding(string Check, Health Health, string Message, IReadOnlyList<string> Items);

/// <summary>Looks over a workspace: are the bytes those that came in, and does everything else follow from them?</summary>
public sealed class Doctor
{
    private readonly string _folder;
    private readonly IClock _clock;

    /// <param name="folder">The <c>.readout</c> folder.</param>
    public Doctor(string folder, IClock clock) => (_folder, _clock) = (folder, clock);

    private string File => Path.Combine(_folder, Workspace.FileName);

    /// <summary>Every check in order; one that can't be made says why.</summary>
    /// <param name="progress">Told how far it is; null for nobody.</param>
    public IReadOnlyList<Finding> Check(Action<BuildProgress>? progress = null)
    {
        try
        {
            using var workspace = Workspace.Read(_folder, _clock);
            return
            [
                Guard("database", () => Integrity(workspace)),
                Guard("pages", () => Captures(workspace, progress)),
                Guard("documents", () => Snapshots(workspace)),
                Guard("stories", () => Stories(workspace)),
                Guard("search", () => Search(workspace)),
                Guard("corrections", () => Corrections(workspace)),
            ];
        }
        catch (StoreException e)
        {
            return [new Finding("database", Health.Lost, e.Message, [])];
        }
    }

    /// <summary>
    /// Mends what can be: throws away derived data that is broken (the next build makes it again), fetches lost bytes from a backup, and
    /// where the file itself is damaged saves every page that can still be read into a new one.
    /// </summary>
    /// <param name="backup">The <c>.readout</c> folder of a backup; null for none.</param>
    /// <returns>What was done, a line each.</returns>
    public IReadOnlyList<string> Mend(IReadOnlyList<Finding> findings, string? backup)
    {
        var done = new List<string>();
        using var writer = WriterLock.Take(_folder, "doctor", TimeSpan.FromSeconds(10), _clock);
        if (findings.Any(f => f is { Check: "database", Health: not Health.Well }))
            done.Add(Salvage());
        using var database = Database.Open(File, SqliteOpenMode.ReadWrite);
        if (backup is not null)
            done.Add(Fetch(database, backup));
        if (findings.Any(f => f.Health != Health.Well && f.Check is "documents" or "stories" or "search"))
        {
            database.Transaction(() =>
            {
                database.Execute("DELETE FROM snapshot; DELETE FROM document; DELETE FROM hit; UPDATE story SET made = NULL, members = '';");
                database.Execute("INSERT INTO search (search) VALUES ('delete-all')");
            });
            done.Add("threw away what was derived; 'readout build' makes it again");
        }
        return done;
    }

    private static Finding Guard(string check, Func<Finding> look)
    {
        try
        {
            return look();
        }
        catch (Exception e) when (e is StoreException or SqliteException)
        {
            return new Finding(check, check is "pages" or "database" ? Health.Lost : Health.Derived, $"can't be looked at: {e.Message}", []);
        }
    }

    private static Finding Integrity(Workspace workspace)
    {
        var faults = workspace.Database.Rows<string>("PRAGMA integrity_check").Where(r => r != "ok").ToList();
        // bytes that are gone are for the next check
        faults.AddRange(workspace.Database.Rows<string>("SELECT \"table\" || ' row ' || rowid || ' points to a missing row of ' || parent FROM pragma_foreign_key_check WHERE parent <> 'capture'"));
        return faults.Count == 0 ? Well("database", "whole") : new Finding("database", Health.Lost, "the file is damaged; '--mend' saves every page that can still be read", faults);
    }

    private static Finding Captures(Workspace workspace, Action<BuildProgress>? progress)
    {
        var lost = new List<string>();
        var hashes = workspace.Database.Rows<string>("SELECT DISTINCT sha256 FROM page ORDER BY sha256").ToList();
        for (var i = 0; i < hashes.Count; i++)
        {
            try
            {
                workspace.Pages.Bytes(hashes[i]);
            }
            catch (StoredBytesException)
            {
                lost.AddRange(workspace.Pages.WithHash(hashes[i]).Select(p => p.Address));
            }
            progress?.Invoke(new BuildProgress("checking bytes", i + 1, hashes.Count));
        }
        return lost.Count == 0
            ? Well("pages", FormattableString.Invariant($"{hashes.Count} pages have the bytes that came in"))
            : new Finding("pages", Health.Lost, "bytes are no longer those that came in; '--mend --backup DIR' fetches them, or add the pages again", lost);
    }

    private static Finding Snapshots(Workspace workspace)
    {
        var broken = new List<string>();
        var count = 0;
        foreach (var (page, bytes) in workspace.Database.Stream<(long, byte[])>("SELECT page, bytes FROM snapshot"))
        {
            count++;
            try
            {
                DocumentSnapshot.Read(bytes);
            }
            catch (InvalidDataException)
            {
                broken.Add(FormattableString.Invariant($"page {page}"));
            }
        }
        return broken.Count == 0 ? Well("documents", FormattableString.Invariant($"{count} can be read back")) : Derived("documents", "can't be read back", broken);
    }

    private static Finding Stories(Workspace workspace)
    {
        var broken = workspace.Database.Rows<string>(
            "SELECT id FROM story WHERE pages <> (SELECT count(*) FROM story_page WHERE story = id) ORDER BY id").ToList();
        foreach (var id in workspace.Stories.Ids())
        {
            try
            {
                workspace.Stories.Record(id);
            }
            catch (Exception e) when (e is InvalidDataException or ArgumentException)
            {
                broken.Add(id);
            }
        }
        return broken.Count == 0 ? Well("stories", FormattableString.Invariant($"{workspace.Stories.Ids().Count} records can be read back")) : Derived("stories", "do not hold together", broken);
    }

    private static Finding Search(Workspace workspace)
    {
        var (hits, indexed) = (workspace.Database.Value<long>("SELECT count(*) FROM hit"), workspace.Database.Value<long>("SELECT count(*) FROM search_docsize"));
        return hits == indexed ? Well("search", FormattableString.Invariant($"{hits} entries are indexed")) : Derived("search", FormattableString.Invariant($"{hits} entries, {indexed} of them indexed"), []);
    }

    private static Finding Corrections(Workspace workspace)
    {
        var all = workspace.Corrections.All();
        var known = workspace.Database.Rows<string>("SELECT DISTINCT sha256 FROM page").ToHashSet(StringComparer.Ordinal);
        var idle = all.Where(c => c.Targets.Any(t => t.Length >= 64 && !known.Contains(t[..64]))).Select(c => c.Id).ToList();
        return Well("corrections", FormattableString.Invariant($"{all.Count} entries{(idle.Count == 0 ? "" : $"; {idle.Count} are about pages that are not here: {string.Join(", ", idle)}")}"));
    }

    // Page by page, as one unreadable row must not cost the others.
    private string Salvage()
    {
        var damaged = File + ".damaged";
        foreach (var rest in new[] { "-wal", "-shm" })
            System.IO.File.Delete(damaged + rest);
        System.IO.File.Move(File, damaged, overwrite: true);
        if (System.IO.File.Exists(File + "-wal"))
            System.IO.File.Move(File + "-wal", damaged + "-wal");
        System.IO.File.Delete(File + "-shm");
        using var to = Database.Open(File, SqliteOpenMode.ReadWriteCreate);
        Migrations.Run(to);
        long saved = 0;
        try
        {
            using var from = Database.Open(damaged, SqliteOpenMode.ReadWrite);
            foreach (var (table, key) in new[] { ("capture", "rowid"), ("page", "id"), ("page_again", "page"), ("watch", "rowid"), ("visit", "who"), ("source", "rowid"), ("sighting", "rowid") })
                saved += Copy(from, to, table, key);
        }
        catch (StoreException e)
        {
            return $"nothing of {damaged} can be read ({e.Message}); the workspace is empty now, and the damaged file is kept";
        }
        return FormattableString.Invariant($"saved {saved} rows into a new file; the damaged one is kept as {damaged}");
    }

    private static long Copy(Database from, Database to, string table, string key)
    {
        // A damaged file may be of an earlier schema.
        var columns = string.Join(", ", Names(to, table).Intersect(Names(from, table)).Select(c => $"\"{c}\""));
        long saved = 0;
        to.Execute("PRAGMA foreign_keys = OFF");
        List<object> keys;
        try
        {
            keys = [.. from.Rows<object>($"SELECT {key} AS k FROM {table}").Select(r => ((IDictionary<string, object>)r)["k"])];
        }
        catch (StoreException)
        {
            return 0;
        }
        foreach (var one in keys)
        {
            try
            {
                foreach (IDictionary<string, object> row in from.Rows<dynamic>($"SELECT {columns} FROM {table} WHERE {key} = @one", new { one }))
                {
                    var values = new DynamicParameters();
                    foreach (var (name, value) in row)
                        values.Add(name, value);
                    saved += to.Execute($"INSERT INTO {table} ({columns}) VALUES ({string.Join(", ", row.Keys.Select(k => "@" + k))}) ON CONFLICT DO NOTHING", values);
                }
            }
            catch (StoreException)
            {
                // this row is what is damaged
            }
        }
        return saved;
    }

    private static IEnumerable<string> Names(Database database, string table) => database.Rows<string>($"SELECT name FROM pragma_table_info('{table}') ORDER BY cid");

    private static string Fetch(Database database, string backup)
    {
        using var source = Database.Open(Path.Combine(backup, Workspace.FileName), SqliteOpenMode.ReadOnly);
        var (here, there) = (new PageStore(database), new PageStore(source));
        var fetched = 0;
        foreach (var sha256 in database.Rows<string>("SELECT DISTINCT sha256 FROM page").ToList())
        {
            try
            {
                here.Bytes(sha256);
            }
            catch (StoredBytesException)
            {
                try
                {
                    var bytes = there.Bytes(sha256);
                    var (coding, packed) = Compression.Pack(bytes);
                    database.Execute("PRAGMA foreign_keys = OFF");
                    database.Execute(
                        "INSERT INTO capture (sha256, length, coding, bytes) VALUES (@sha256, @length, @coding, @packed) ON CONFLICT (sha256) DO UPDATE SET length = excluded.length, coding = excluded.coding, bytes = excluded.bytes",
                        new { sha256, length = bytes.Length, coding, packed });
                    // so that it is read again
                    database.Execute("DELETE FROM document WHERE page IN (SELECT id FROM page WHERE sha256 = @sha256)", new { sha256 });
                    fetched++;
                }
                catch (StoredBytesException)
                {
                    // the backup has lost them, too
                }
            }
        }
        return FormattableString.Invariant($"fetched the bytes of {fetched} pages from the backup");
    }

    private static Finding Well(string check, string message) => new(check, Health.Well, message, []);

    private static Finding Derived(string check, string message, IReadOnlyList<string> items) =>
        new(check, Health.Derived, message + "; '--mend' throws what is derived away, 'readout build' makes it again", items);
}
