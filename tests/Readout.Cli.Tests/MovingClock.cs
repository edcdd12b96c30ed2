using NodaTime;

namespace Readout.Cli.Tests;

/// <summary>A clock that a test sets; waits are as long as they are.</summary>
internal sealed class MovingClock(Instant start) : TimeProvider, IClock
{
    public Instant Now { get; set; } = start;

    public Instant GetCurrentInstant() => Now;

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
}
