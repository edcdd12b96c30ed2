namespace Readout.Stories.Streams;

/// <summary>An event while it grows: the sum of its texts. Never changed; what grows is a new one.</summary>
internal sealed class StreamEvent
{
    public const int NoDay = int.MaxValue;

    public StreamEvent(MemberList members, WeighedText weighed, StreamPlace founder, int first)
    {
        (Members, Sum, Count, Founder, First) = (members, weighed, 1, founder, first);
        FirstDay = LastDay = founder.Day;
    }

    /// <summary>One that was kept.</summary>
    public StreamEvent(MemberList members, WeighedText sum, StreamPlace founder, int first, int count, int firstDay, int lastDay)
    {
        (Members, Sum, Founder, First, Count) = (members, sum, founder, first, count);
        (FirstDay, LastDay) = (firstDay, lastDay);
    }

    private StreamEvent(StreamEvent a, StreamEvent b)
    {
        Members = new MemberList(a.Members, b.Members);
        Sum = a.Sum.Plus(b.Sum);
        Count = a.Count + b.Count;
        (Founder, First) = a.Founder <= b.Founder ? (a.Founder, a.First) : (b.Founder, b.First);
        FirstDay = Math.Min(a.FirstDay, b.FirstDay);
        LastDay = a.LastDay == NoDay ? b.LastDay : b.LastDay == NoDay ? a.LastDay : Math.Max(a.LastDay, b.LastDay);
    }

    public MemberList Members { get; }

    /// <summary>Each text's fields, summed; empty once the event is too old for anything to join it.</summary>
    public WeighedText Sum { get; private set; }

    /// <summary>Texts that are no copies of one another.</summary>
    public int Count { get; }

    /// <summary>Its first text: gives the event its id.</summary>
    public StreamPlace Founder { get; }

    /// <summary>The place of its first text among those that came in.</summary>
    public int First { get; }

    /// <summary>The event that this one became part of on a later day.</summary>
    public StreamEvent? Next { get; set; }

    public int FirstDay { get; }

    public int LastDay { get; }

    /// <summary>Days between two events; 0 where they overlap.</summary>
    public int Lag(StreamEvent other) => Math.Max(0, Math.Max(FirstDay - other.LastDay, other.FirstDay - LastDay));

    /// <summary>The event as it stands now.</summary>
    public StreamEvent Latest()
    {
        var latest = this;
        while (latest.Next is { } next)
            latest = next;
        return latest;
    }

    public void Fade() => Sum = WeighedText.Empty;

    public StreamEvent With(StreamEvent other) => new(this, other);
}
