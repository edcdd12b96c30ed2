namespace Readout.Acquire.Tests;

/// <summary>A clock on which every wait is over at once, and which remembers what was waited for.</summary>
internal sealed class FastTime : TimeProvider
{
    private long _ticks = new DateTimeOffset(2025, 5, 6, 12, 0, 0, TimeSpan.Zero).UtcTicks;

    public List<TimeSpan> Waits { get; } = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public void Pass(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero)
        {
            lock (Waits)
                Waits.Add(dueTime);
            Pass(dueTime);
        }
        if (dueTime >= TimeSpan.Zero)
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        return new Timer(this, callback, state);
    }

    private sealed class Timer(FastTime time, TimerCallback callback, object? state) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime >= TimeSpan.Zero)
                time.CreateTimer(callback, state, dueTime, period);
            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
