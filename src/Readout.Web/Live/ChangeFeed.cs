using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Readout.Store;
using Readout.Web.Api;
using Readout.Web.Serving;

namespace Readout.Web.Live;

/// <summary>A build that changed something, as it is told to whoever listens.</summary>
/// <param name="Run">The build's number, which is the event's id.</param>
internal sealed record Change(long Run, string Ended, IReadOnlyList<StoryChange> Stories)
{
    /// <summary>The event as it goes over the wire.</summary>
    /// <param name="isWanted">Which stories are listened to, by their ids; null for all.</param>
    /// <returns>Null where none of them changed.</returns>
    public byte[]? Event(Func<string, bool>? isWanted)
    {
        var stories = isWanted is null ? Stories : [.. Stories.Where(s => isWanted(s.Story))];
        return stories.Count == 0 ? null : Encoding.UTF8.GetBytes(FormattableString.Invariant($"id: {Run}\nevent: change\ndata: {JsonSerializer.Serialize(new { Run, Ended, stories }, ApiJson.Options)}\n\n"));
    }
}

/// <summary>Looks for builds that ended, once for all who listen, and tells them. Builds of other processes are told like this one's.</summary>
internal sealed class ChangeFeed(WorkspacePool pool, SiteState state, ILogger<ChangeFeed> log) : BackgroundService
{
    // Whoever lets so many changes wait is not reading; it can come back and say what it had last.
    private const int MostWaiting = 64;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<Channel<Change>, bool> _listeners = [];
    private long _told;

    /// <summary>How many listen.</summary>
    public int Listeners => _listeners.Count;

    /// <summary>What ended after a build; at most the last hundred that changed something are told one by one.</summary>
    public IReadOnlyList<Change> Since(long run) => pool.Ask(w => (IReadOnlyList<Change>)
        [.. w.BuildsSince(run).TakeLast(1000).Select(b => new Change(b.Id, b.Ended!, w.Entries.ChangedBy(b.Began))).Where(c => c.Stories.Count > 0).TakeLast(100)]);

    /// <summary>Hears of every change from now on, until it is closed; a listener that falls behind is closed by the feed.</summary>
    public ChannelReader<Change> Listen(CancellationToken stop)
    {
        var channel = Channel.CreateBounded<Change>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
        _listeners[channel] = true;
        stop.Register(() => Close(channel));
        return channel.Reader;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _told = pool.Ask(w => w.LastBuild);
        var seen = "";
        using var timer = new PeriodicTimer(s_pause);
        while (await Tick(timer, stoppingToken))
        {
            try
            {
                // the mark is cheap; only where it moved is a table read
                if (state.Mark() is var mark && mark == seen)
                    continue;
                seen = mark;
                foreach (var change in Since(_told))
                {
                    foreach (var listener in _listeners.Keys.Where(l => !l.Writer.TryWrite(change)))
                        Close(listener);
                }
                _told = pool.Ask(w => w.LastBuild);
            }
            catch (Exception e)
            {
                // Nobody waits for this task, and what fails in it would take the server down; the next look may find the disk well again.
                log.LogError(e, "Changes can't be told just now.");
            }
        }
        foreach (var listener in _listeners.Keys)
            Close(listener);
    }

    private void Close(Channel<Change> channel)
    {
        if (_listeners.TryRemove(channel, out _))
            channel.Writer.TryComplete();
    }

    private static async Task<bool> Tick(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
