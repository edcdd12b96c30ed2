using NodaTime;

namespace Readout.Store.Access;

/// <summary>The answer that a request had, kept so that the same request sent again does nothing again.</summary>
/// <param name="Key">Who asked, and the key they chose.</param>
/// <param name="Asked">Digest of the request.</param>
public sealed record KeptAnswer(string Key, string Asked, long Status, string? Location, byte[] Body);

/// <summary>Answers to requests that may be sent again.</summary>
public sealed class RequestStore
{
    private readonly Database _database;

    internal RequestStore(Database database) => _database = database;

    /// <summary>The answer of that key; null where there is none, or only an older one.</summary>
    public KeptAnswer? Find(string key, Instant since) => _database.Row<KeptAnswer>(
        "SELECT key AS Key, asked AS Asked, status AS Status, location AS Location, body AS Body FROM request WHERE key = @key AND at > @since", new { key, since = Instants.Write(since) });

    /// <summary>Keeps an answer, and forgets those of more than a day ago.</summary>
    public void Put(KeptAnswer answer, Instant now) => _database.Transaction(() =>
    {
        _database.Execute("DELETE FROM request WHERE at <= @before", new { before = Instants.Write(now - Duration.FromDays(1)) });
        _database.Execute(
            "INSERT INTO request (key, asked, status, location, body, at) VALUES (@Key, @Asked, @Status, @Location, @Body, @at) ON CONFLICT (key) DO UPDATE SET asked = excluded.asked, status = excluded.status, location = excluded.location, body = excluded.body, at = excluded.at",
            new { answer.Key, answer.Asked, answer.Status, answer.Location, answer.Body, at = Instants.Write(now) });
    });
}
