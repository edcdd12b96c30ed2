using NodaTime;

namespace Readout.Store.Tests;

/// <summary>A clock that goes on by a step a question.</summary>
internal sealed class FakeClock(Instant start, Duration step = default) : IClock
{
    private Instant _now = start;

    public Instant GetCurrentInstant() => (_now += step) - step;
}
