using NodaTime;

namespace Readout.Acquire;

/// <summary>What is known of a feed that is asked again and again.</summary>
public sealed record PollHistory
{
    /// <summary>When it was asked last; null where never.</summary>
    public Instant? Asked { get; init; }

    /// <summary>When new items were found lately, an entry for each; the latest twenty are enough.</summary>
    public IReadOnlyList<Instant> NewItems { get; init; } = [];

    /// <summary>Since when it is followed; null where not yet.</summary>
    public Instant? Since { get; init; }

    /// <summary>How often in a row it failed.</summary>
    public int Failures { get; init; }

    /// <summary>Until when the server asked to be left alone.</summary>
    public Instant? NotBefore { get; init; }

    /// <summary>What the feed itself or its server says is soon enough.</summary>
    public Duration? Ttl { get; init; }

    /// <summary>Hours of the day (UTC) in which the feed asks not to be read.</summary>
    public IReadOnlyList<int> SkipHours { get; init; } = [];

    /// <summary>Days of the week (UTC) in which the feed asks not to be read.</summary>
    public IReadOnlyList<IsoDayOfWeek> SkipDays { get; init; } = [];
}

/// <summary>When is a feed asked next? As often as it brings something, within bounds, and more rarely while it fails.</summary>
/// <param name="Shortest">The shortest time between two requests.</param>
/// <param name="Longest">The longest.</param>
/// <param name="First">The time for a feed of which nothing is known.</param>
public sealed record PollSchedule(Duration Shortest, Duration Longest, Duration First)
{
    /// <summary>Five minutes to a day; an hour to begin with.</summary>
    public static PollSchedule Default { get; } = new(Duration.FromMinutes(5), Duration.FromHours(24), Duration.FromHours(1));

    // A clock that is this far behind the last request has been set back, not read twice.
    private static readonly Duration Backwards = Duration.FromMinutes(1);

    /// <summary>The moment at which the feed is due.</summary>
    /// <param name="history">What is known of it.</param>
    /// <param name="now">The clock. Only a clock set back behind the last request changes the answer: the feed is then due.</param>
    public Instant Next(PollHistory history, Instant now)
    {
        if (history.Asked is not { } asked || asked > now + Backwards)
            return now;
        var next = asked + Interval(history);
        // A wait that a server asked for before the clock was set back is not taken for a year.
        if (history.NotBefore is { } wait && wait > next)
            next = Instant.Min(wait, asked + Duration.Max(Longest, Duration.FromDays(7)));
        return Allowed(history, next);
    }

    public bool IsDue(PollHistory history, Instant now) => Next(history, now) <= now;

    /// <summary>The time between two requests, before what the feed asks to be spared.</summary>
    public Duration Interval(PollHistory history)
    {
        var usual = Clamp(Usual(history));
        if (history.Ttl is { } ttl && ttl > usual)
            usual = Clamp(ttl);
        // Half an hour of silence becomes an hour, two, four.
        var failing = Math.Min(Math.Max(history.Failures, 0), 12);
        return Clamp(usual * (1L << failing));
    }

    // As long as half of one new item is to be expected: so that few wait long, and few requests are for nothing.
    private Duration Usual(PollHistory history)
    {
        if (history.Asked is not { } asked)
            return First;
        var items = history.NewItems.Where(i => i <= asked).Order().ToList();
        var since = Instant.Min(history.Since ?? asked, items.Count > 0 ? items[0] : asked);
        if (items.Count == 0)
            return Duration.Max(First, (asked - since) / 4);
        // What the latest of a kept list say: their number over the time since the first of them.
        var span = asked - items[0];
        var expected = span / items.Count / 2;
        // A feed that fell silent is asked more rarely, the longer the silence.
        var silence = (asked - items[^1]) / 8;
        return items.Count == 1 && span < First ? First : Duration.Max(expected, silence);
    }

    private Duration Clamp(Duration duration) => Duration.Min(Duration.Max(duration, Shortest), Longest);

    private static Instant Allowed(PollHistory history, Instant moment)
    {
        // A feed that asks to be spared always would never be read; its wish is then left aside.
        var later = moment;
        for (var hours = 0; hours < 24 * 7; hours++)
        {
            var time = later.InUtc();
            if (!history.SkipHours.Contains(time.Hour) && !history.SkipDays.Contains(time.DayOfWeek))
                return later;
            later = new LocalDateTime(time.Year, time.Month, time.Day, time.Hour, 0).InUtc().ToInstant() + Duration.FromHours(1);
        }
        return moment;
    }
}
