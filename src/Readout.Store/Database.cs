using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Readout.Store;

/// <summary>One connection to a workspace's SQLite file. Not for several threads at once.</summary>
internal sealed class Database : IDisposable
{
    // A commit is written through to the disk before it is acknowledged: FULL, as WAL with NORMAL may lose the last ones when the power fails.
    private const string Settings = "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 10000; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536; PRAGMA mmap_size = 268435456;";

    private readonly SqliteConnection _connection;
    private int _depth;

    private Database(SqliteConnection connection) => _connection = connection;

    static Database() => SQLitePCL.Batteries_V2.Init();

    /// <summary>Opens the file; creates it where <paramref name="access"/> says so.</summary>
    /// <exception cref="StoreException">It can't be opened, or is no workspace.</exception>
    public static Database Open(string file, SqliteOpenMode access)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = access, Pooling = false, DefaultTimeout = 10 }.ToString());
        try
        {
            connection.Open();
            connection.Execute(Settings);
            if (access == SqliteOpenMode.ReadWriteCreate)
                connection.Execute("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL;");
            return new Database(connection);
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw StoreException.Of(file, e);
        }
    }

    public SqliteConnection Connection => _connection;

    /// <summary>All of it or nothing; inside another, part of that one.</summary>
    public void Transaction(Action change)
    {
        if (_depth > 0)
        {
            change();
            return;
        }
        Execute("BEGIN IMMEDIATE");
        _depth = 1;
        try
        {
            change();
            Execute("COMMIT");
        }
        catch
        {
            // A full disk rolls back by itself; asking again would hide the first error.
            try
            {
                _connection.Execute("ROLLBACK");
            }
            catch (SqliteException)
            {
            }
            throw;
        }
        finally
        {
            _depth = 0;
        }
    }

    public int Execute(string sql, object? values = null) => Guard(() => _connection.Execute(sql, values));

    public T? Value<T>(string sql, object? values = null) => Guard(() => _connection.ExecuteScalar<T>(sql, values));

    public IEnumerable<T> Rows<T>(string sql, object? values = null) => Guard(() => _connection.Query<T>(sql, values));

    public T? Row<T>(string sql, object? values = null) => Guard(() => _connection.QueryFirstOrDefault<T>(sql, values));

    /// <summary>Rows one by one, without holding them all.</summary>
    public IEnumerable<T> Stream<T>(string sql, object? values = null) => _connection.Query<T>(sql, values, buffered: false);

    public int SchemaVersion
    {
        get => Value<int>("PRAGMA user_version");
        set => Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {value}"));
    }

    public void Dispose() => _connection.Dispose();

    private T Guard<T>(Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (SqliteException e)
        {
            throw StoreException.Of(_connection.DataSource, e);
        }
    }
}
