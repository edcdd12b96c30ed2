namespace Readout.Stories.Streams;

/// <summary>A day of the stream; one with very many texts has several parts.</summary>
internal readonly record struct StreamDayKey(int Day, int Part) : IComparable<StreamDayKey>
{
    public static readonly StreamDayKey None = new(int.MinValue, 0);

    public int CompareTo(StreamDayKey other) => Day != other.Day ? Day.CompareTo(other.Day) : Part.CompareTo(other.Part);

    public static bool operator <(StreamDayKey a, StreamDayKey b) => a.CompareTo(b) < 0;

    public static bool operator >(StreamDayKey a, StreamDayKey b) => a.CompareTo(b) > 0;

    public static bool operator <=(StreamDayKey a, StreamDayKey b) => a.CompareTo(b) <= 0;

    public static bool operator >=(StreamDayKey a, StreamDayKey b) => a.CompareTo(b) >= 0;
}

/// <summary>One day of a stream: its texts, and what placing them did, so that it can be taken back.</summary>
internal sealed class StreamDay(StreamDayKey key)
{
    private bool _closed;

    public StreamDayKey Key { get; } = key;

    /// <summary>Places of its texts, in order of arrival.</summary>
    public List<int> Texts { get; } = [];

    /// <summary>Its texts by their words; null until the day has been placed.</summary>
    public DayShelf? Shelf { get; set; }

    /// <summary>Events of earlier days that went into others on this one.</summary>
    public List<StreamEvent> Replaced { get; } = [];

    /// <summary>Takes back what placing did.</summary>
    public void Undo(List<StreamEntry> entries)
    {
        foreach (var replaced in Replaced)
            replaced.Next = null;
        Replaced.Clear();
        Shelf = null;
        Texts.ForEach(t => entries[t].Home = null);
    }

    /// <summary>Lets go of what taking back needs.</summary>
    public void Close(List<StreamEntry> entries)
    {
        if (_closed)
            return;
        _closed = true;
        Replaced.Clear();
        Texts.ForEach(t => entries[t].Features = null);
    }

    /// <summary>Lets go of what joining its events needs.</summary>
    public void Fade(List<StreamEntry> entries)
    {
        foreach (var text in Texts)
        {
            var home = entries[text].Home!.Latest();
            if (home.LastDay <= Key.Day)
                home.Fade();
        }
    }
}
