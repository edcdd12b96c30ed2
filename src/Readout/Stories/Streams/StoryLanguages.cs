namespace Readout.Stories.Streams;

/// <summary>
/// Are two groups of events in different languages one story? Words have nothing to say there: what names sound like, places, numbers
/// and days decide, places and names both.
/// </summary>
internal static class StoryLanguages
{
    // Chosen on Spanish, French and English texts about three crises (docs/methods.md); the figures stay level from a bias of -5 to -2.
    private const double Bias = -4;
    private const double Sounds = 10;
    private const double Places = 3;
    private const double Numbers = 1;
    private const double LogLag = -0.2;
    private const double LogSmaller = -0.5;

    /// <summary>Above 0 for one story; null where all texts are of one language.</summary>
    public static double? Score(StreamEvent a, StreamEvent b)
    {
        var (x, y) = (a.Sum, b.Sum);
        if (x.Tongue == y.Tongue && x.Tongue != Tongue.Mixed)
            return null;
        var lag = a.LastDay == StreamEvent.NoDay || b.LastDay == StreamEvent.NoDay ? 0 : Math.Log(1 + a.Lag(b));
        return Bias + (Sounds * x.Sounds.Cosine(y.Sounds)) + (Places * x.Places.Cosine(y.Places)) + (Numbers * x.Numbers.Cosine(y.Numbers))
            + (LogLag * lag) + (LogSmaller * Math.Log(Math.Min(a.Count, b.Count)));
    }
}
