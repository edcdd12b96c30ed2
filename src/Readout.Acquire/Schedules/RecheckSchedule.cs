using NodaTime;

namespace Readout.Acquire;

/// <summary>When is an article looked at again, for changes that nobody announces? An hour, a day and a week after it was first seen.</summary>
public sealed record RecheckSchedule(IReadOnlyList<Duration> Steps)
{
    public static RecheckSchedule Default { get; } = new([Duration.FromHours(1), Duration.FromHours(24), Duration.FromDays(7)]);

    /// <summary>The moment of the next look; null once all were had. Looks that were missed while nothing ran are made up by one.</summary>
    /// <param name="first">When it was first seen.</param>
    /// <param name="last">When it was last looked at, the first time included.</param>
    public Instant? Next(Instant first, Instant last)
    {
        // A clock set back between the two: what was seen then counts as seen at first.
        var seen = last < first ? first : last;
        foreach (var step in Steps.Order())
        {
            if (first + step > seen)
                return first + step;
        }
        return null;
    }

    /// <summary>Whether a look is due; a clock that was set back makes none due.</summary>
    public bool IsDue(Instant first, Instant last, Instant now) => Next(first, last) is { } next && next <= now;
}
