namespace Readout.Stories.Streams;

/// <summary>A text that came in.</summary>
internal sealed class StreamEntry(StreamPlace place, TextFeatures? features)
{
    public StreamPlace Place { get; } = place;

    /// <summary>What it is compared by; null once its day lies too far back to be placed anew.</summary>
    public TextFeatures? Features { get; set; } = features;

    /// <summary>The event it was placed in on its own day; follow <see cref="StreamEvent.Latest"/> to today's.</summary>
    public StreamEvent? Home { get; set; }
}
