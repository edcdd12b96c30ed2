using NodaTime;
using Readout.Store.Access;
using Readout.Web.Serving;

namespace Readout.Web.Access;

/// <summary>Looks at passwords and tokens, locks accounts that are guessed at, and writes down what came of it.</summary>
internal sealed class Doorkeeper(WorkspacePool pool, SiteOptions options, IClock clock) : IDisposable
{
    /// <summary>Wrong passwords in a row after which an account is locked.</summary>
    public const int MostFailures = 5;

    private static readonly Duration s_lock = Duration.FromMinutes(15);

    private readonly AuditLog _audit = new(options.Folder);
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>The account of a name and password; null where they are wrong or the account is locked.</summary>
    public async Task<Account?> SignIn(string name, string password, string? from)
    {
        // One at a time: a hash takes a processor for a while on purpose, and guesses at the same moment must all be counted.
        await _one.WaitAsync();
        try
        {
            var now = clock.GetCurrentInstant();
            var account = pool.Ask(w => w.Accounts.Find(name));
            var isLocked = account?.Locked is { } until && string.CompareOrdinal(until, Store.Instants.Write(now)) > 0;
            var isRight = Passwords.IsRight(account?.Password, password) && !isLocked;
            if (account is not null && !isLocked && (!isRight || account.Failures > 0))
            {
                pool.Ask(w =>
                {
                    w.Accounts.Tried(name, isRight, !isRight && account.Failures + 1 >= MostFailures ? now + s_lock : null);
                    return true;
                });
            }
            Note(name, "sign-in", isRight ? "done" : isLocked ? "refused: locked" : "refused", from);
            return isRight ? account : null;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Whoever holds a token.</summary>
    public Visitor? Holder(string token) => pool.Ask(w => w.Accounts.Holder(token, clock.GetCurrentInstant())) is { } row ? new Visitor(row.Name, row.Role) : null;

    /// <summary>The account of a session as it is now; null where the session has ended.</summary>
    public Visitor? Still(string name, string? stamp, string? session) => pool.Ask(w => session is null || w.Accounts.HasEnded(session) ? null : w.Accounts.Find(name)) is { } account && account.Stamp == stamp
        ? new Visitor(account.Name, account.Role) : null;

    /// <summary>Ends a session for good, also for whoever has a copy of its cookie.</summary>
    public void End(string session) => pool.Ask(w =>
    {
        w.Accounts.End(session, clock.GetCurrentInstant());
        return true;
    });

    public void Note(string who, string what, string outcome, string? from) => _audit.Add(who, what, outcome, from, clock.GetCurrentInstant());

    public IEnumerable<AuditEntry> Audit() => _audit.Read();

    public void Dispose() => _one.Dispose();
}
