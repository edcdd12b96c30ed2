namespace Readout.Stories.Streams;

/// <summary>Where a text stands in the stream's own order, which is not that of arrival.</summary>
/// <param name="Day">Days since 1970; <see cref="StreamEvent.NoDay"/> stands behind all.</param>
/// <param name="Id">The caller's id.</param>
/// <param name="Words">Hash of its words.</param>
internal readonly record struct StreamPlace(int Day, string Id, ulong Words) : IComparable<StreamPlace>
{
    public int CompareTo(StreamPlace other)
    {
        if (Day != other.Day)
            return Day.CompareTo(other.Day);
        var byId = string.CompareOrdinal(Id, other.Id);
        return byId != 0 ? byId : Words.CompareTo(other.Words);
    }

    public static bool operator <(StreamPlace a, StreamPlace b) => a.CompareTo(b) < 0;

    public static bool operator >(StreamPlace a, StreamPlace b) => a.CompareTo(b) > 0;

    public static bool operator <=(StreamPlace a, StreamPlace b) => a.CompareTo(b) <= 0;

    public static bool operator >=(StreamPlace a, StreamPlace b) => a.CompareTo(b) >= 0;

    /// <summary>An id that a founder gives its event: the same whatever came in before it.</summary>
    public string EventId()
    {
        var hash = 14695981039346656037UL;
        foreach (var c in Id)
            hash = (hash ^ c) * 1099511628211UL;
        hash = (hash ^ Words) * 1099511628211UL;
        hash = (hash ^ (uint)Day) * 1099511628211UL;
        return "e" + (hash ^ (hash >> 29)).ToString("x16", System.Globalization.CultureInfo.InvariantCulture)[4..];
    }
}
