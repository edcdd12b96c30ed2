using System.Collections.Concurrent;

namespace Readout.Acquire;

/// <summary>One request at a time to each server, with a pause in between.</summary>
internal sealed class HostTurns(TimeProvider time)
{
    private sealed class Host
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public long? Ended { get; set; }
    }

    private readonly ConcurrentDictionary<string, Host> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the server's turn, and gives it back when what it returns is disposed of.</summary>
    public async Task<IDisposable> Wait(Uri address, TimeSpan pause, CancellationToken stop)
    {
        var host = _hosts.GetOrAdd($"{address.IdnHost}:{address.Port}", _ => new Host());
        await host.Turn.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            // Time stamps, not the clock: a clock that is set back must not make anybody wait for hours.
            if (host.Ended is { } ended && pause - time.GetElapsedTime(ended) is { Ticks: > 0 } rest)
                await Task.Delay(rest, time, stop).ConfigureAwait(false);
        }
        catch
        {
            host.Turn.Release();
            throw;
        }
        return new Held(host, time);
    }

    private sealed class Held(Host host, TimeProvider time) : IDisposable
    {
        public void Dispose()
        {
            host.Ended = time.GetTimestamp();
            host.Turn.Release();
        }
    }
}
