using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Readout.Store.Access;

/// <summary>What somebody may do: look; correct, watch, add and build as well; see the audit log as well.</summary>
public enum Role { Reader, Editor, Admin }

/// <summary>Somebody who may sign in.</summary>
/// <param name="Password">Hashed.</param>
/// <param name="Stamp">Sessions with another one have ended.</param>
/// <param name="Failures">Wrong passwords in a row.</param>
/// <param name="Locked">No password is looked at before then; null for at once.</param>
public sealed record Account(string Name, Role Role, string Password, string Stamp, string Created, long Failures, string? Locked);

/// <summary>A token as lists show it.</summary>
/// <param name="Expires">Null for never.</param>
public sealed record TokenRow(string Id, string Name, Role Role, string Created, string? Expires);

/// <summary>Accounts and tokens.</summary>
public sealed class AccountStore
{
    /// <summary>How every token begins, so that one that leaked is found.</summary>
    public const string TokenStart = "readout_";

    private const string Account = "SELECT name AS Name, role AS Role, password AS Password, stamp AS Stamp, created AS Created, failures AS Failures, locked AS Locked FROM account";
    private const string Token = "SELECT id AS Id, name AS Name, role AS Role, created AS Created, expires AS Expires FROM token";

    private readonly Database _database;

    internal AccountStore(Database database) => _database = database;

    /// <summary>Somebody could come in: there is an account, or a token.</summary>
    public bool HasAny => _database.Value<long>("SELECT EXISTS (SELECT 1 FROM account) OR EXISTS (SELECT 1 FROM token)") != 0;

    public IReadOnlyList<Account> All() => [.. _database.Rows<AccountRow>(Account + " ORDER BY name").Select(r => r.Account())];

    public Account? Find(string name) => _database.Row<AccountRow>(Account + " WHERE name = @name", new { name })?.Account();

    /// <returns>False where one of that name is there already.</returns>
    public bool Add(string name, Role role, string password, Instant now) => _database.Execute(
        "INSERT INTO account (name, role, password, stamp, created) VALUES (@name, @role, @password, @stamp, @now) ON CONFLICT DO NOTHING",
        new { name, role = Written(role), password, stamp = Stamp(), now = Instants.Write(now) }) > 0;

    /// <summary>Another password, another role, or both; all sessions end, and a lock is lifted.</summary>
    /// <returns>False where there is no such account.</returns>
    public bool Change(string name, Role? role, string? password) => _database.Execute(
        "UPDATE account SET role = coalesce(@role, role), password = coalesce(@password, password), stamp = @stamp, failures = 0, locked = NULL WHERE name = @name",
        new { name, role = role is { } r ? Written(r) : null, password, stamp = Stamp() }) > 0;

    /// <returns>False where there is none.</returns>
    public bool Remove(string name) => _database.Execute("DELETE FROM account WHERE name = @name", new { name }) > 0;

    /// <summary>Keeps how signing in went: a wrong password, or the right one. One that was made anew by a better method is kept, too.</summary>
    /// <param name="locked">Until when no further password is looked at; null for no lock.</param>
    public void Tried(string name, bool isRight, Instant? locked = null) => _database.Execute(
        "UPDATE account SET failures = CASE WHEN @isRight THEN 0 ELSE failures + 1 END, locked = @locked WHERE name = @name",
        new { name, isRight, locked = locked is { } until ? Instants.Write(until) : null });

    /// <summary>Ends one session; others of the same account go on.</summary>
    public void End(string session, Instant now) =>
        _database.Execute("INSERT INTO ended_session (id, ended) VALUES (@session, @now) ON CONFLICT DO NOTHING", new { session, now = Instants.Write(now) });

    /// <summary>Somebody signed out of it.</summary>
    public bool HasEnded(string session) => _database.Value<long>("SELECT EXISTS (SELECT 1 FROM ended_session WHERE id = @session)", new { session }) != 0;

    /// <summary>Makes a token.</summary>
    /// <returns>The token, which is kept nowhere, and its row.</returns>
    public (string Token, TokenRow Row) AddToken(string name, Role role, Instant now, Instant? expires)
    {
        var token = TokenStart + System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var hash = Hash(token);
        var row = new TokenRow("t" + hash[..8], name, role, Instants.Write(now), expires is { } end ? Instants.Write(end) : null);
        _database.Execute("INSERT INTO token (id, name, role, hash, created, expires) VALUES (@Id, @Name, @role, @hash, @Created, @Expires)", new { row.Id, row.Name, role = Written(role), hash, row.Created, row.Expires });
        return (token, row);
    }

    public IReadOnlyList<TokenRow> Tokens() => [.. _database.Rows<TokenText>(Token + " ORDER BY created, id").Select(t => t.Row())];

    /// <returns>False where there is none.</returns>
    public bool RemoveToken(string id) => _database.Execute("DELETE FROM token WHERE id = @id", new { id }) > 0;

    /// <summary>Whose token it is; null where it is none, or no longer.</summary>
    public TokenRow? Holder(string token, Instant now) => token.Length > 200 ? null
        : _database.Row<TokenText>(Token + " WHERE hash = @hash AND (expires IS NULL OR expires > @now)", new { hash = Hash(token), now = Instants.Write(now) })?.Row();

    // Looked up by its hash: how long that takes says nothing about a token.
    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static string Stamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private static string Written(Role role) => Text.EnumNames.Of(role);

    private sealed record AccountRow(string Name, string Role, string Password, string Stamp, string Created, long Failures, string? Locked)
    {
        public Account Account() => new(Name, Enum.Parse<Role>(Role, ignoreCase: true), Password, Stamp, Created, Failures, Locked);
    }

    private sealed record TokenText(string Id, string Name, string Role, string Created, string? Expires)
    {
        public TokenRow Row() => new(Id, Name, Enum.Parse<Role>(Role, ignoreCase: true), Created, Expires);
    }
}
