namespace Readout.Stories.Streams;

/// <summary>The numbers by which two groups of events are one story: subject and names decide, not the wording of a day.</summary>
internal static class StoryModel
{
    /// <summary>How much less likely than its own story another may be for an event to belong to both.</summary>
    public const double Beside = 1;

    /// <summary>Over the columns of <see cref="EventRow"/>; five numbers, chosen on a grid (docs/methods.md). Two large groups are joined with reluctance.</summary>
    public static readonly double[] Weights = Make(bias: -0.3, body: 9, names: 3, lag: -0.2, smaller: -1);

    private static double[] Make(double bias, double body, double names, double lag, double smaller)
    {
        var weights = new double[EventRow.Width];
        (weights[0], weights[3], weights[4], weights[13], weights[16]) = (bias, body, names, lag, smaller);
        return weights;
    }
}
