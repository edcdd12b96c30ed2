using NodaTime;
using NodaTime.Text;
using Readout.Store;
using Readout.Store.Corrections;

namespace Readout.Cli.Workspaces.Adding;

/// <summary>Takes pages into a workspace, a batch at a time. A page that was counted is safe on the disk.</summary>
/// <param name="saysEach">Whether each page is named once it is safe.</param>
internal sealed class PageIntake(Shell shell, Workspace workspace, bool saysEach)
{
    private const int Batch = 256;
    private const long BatchBytes = 16 << 20;

    // A list of all that is broken in a large archive would not fit into memory; standard error has it all.
    private const int MostFailures = 10_000;

    private readonly List<(IncomingPage Page, LocalDate? Day)> _batch = [];
    private readonly List<FailedInput> _failed = [];
    private long _size;

    /// <summary>Pages whose address is new.</summary>
    public long Added { get; private set; }

    /// <summary>Other bytes at known addresses.</summary>
    public long NewVersions { get; private set; }

    /// <summary>Pages that were there already.</summary>
    public long Known { get; set; }

    /// <summary>Inputs that could not be taken in.</summary>
    public long FailedCount { get; private set; }

    /// <summary>The first of them, with the reason.</summary>
    public IReadOnlyList<FailedInput> Failed => _failed;

    /// <summary>True where a batch is full and should be written.</summary>
    public bool IsFull => _batch.Count >= Batch || _size >= BatchBytes;

    /// <summary>Takes a page; it is safe after the next <see cref="Flush"/>.</summary>
    /// <param name="day">The day that the user says it is of.</param>
    public void Take(IncomingPage page, LocalDate? day = null)
    {
        _batch.Add((page, day));
        _size += page.Bytes.Length;
    }

    /// <summary>Says that an input could not be taken in, and goes on.</summary>
    public void Fail(string name, string reason)
    {
        shell.Complain($"{name}: {reason}");
        FailedCount++;
        if (_failed.Count < MostFailures)
            _failed.Add(new FailedInput(name, reason));
    }

    /// <summary>Writes what was taken; when it returns, that is safe.</summary>
    /// <param name="along">What is written in the same step; null for nothing.</param>
    public void Flush(Action? along = null)
    {
        if (_batch.Count == 0 && along is null)
            return;
        var now = shell.Clock.GetCurrentInstant();
        IReadOnlyList<Arrival> arrivals = [];
        workspace.Transaction(() =>
        {
            arrivals = workspace.Pages.Add([.. _batch.Select(p => p.Page)], now);
            along?.Invoke();
        });
        foreach (var (page, day) in _batch)
        {
            if (day is { } given)
                SetDay(page, LocalDatePattern.Iso.Format(given), now);
        }
        if (saysEach)
            shell.Error.Write(string.Concat(_batch.Select(p => p.Page.Address + ": safe\n")));
        Added += arrivals.Count(a => a == Arrival.New);
        NewVersions += arrivals.Count(a => a == Arrival.NewVersion);
        Known += arrivals.Count(a => a == Arrival.Known);
        _batch.Clear();
        _size = 0;
    }

    // What a user says of a page's day is a correction like any other: it stands in the log and outlives rebuilds.
    private void SetDay(IncomingPage page, string day, Instant now)
    {
        var sha256 = PageStore.Hash(page.Bytes.Span);
        if (workspace.Corrections.Current().DayOf(sha256) is { } known && LocalDatePattern.Iso.Format(known) == day)
            return;
        workspace.Corrections.Add(CorrectionVerb.SetDate, [sha256], day, Author.Name(shell), "given when the page was added", now);
    }
}
