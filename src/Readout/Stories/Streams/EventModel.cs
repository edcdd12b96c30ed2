namespace Readout.Stories.Streams;

/// <summary>The numbers by which a row of <see cref="EventRow"/> becomes a decision: above 0, one event.</summary>
internal static class EventModel
{
    /// <summary>
    /// Fitted by <c>src/Readout.Training</c> (<c>events</c>), one set for all kinds of streams; docs/methods.md says on what. They weigh
    /// cosines and days and bear no words.
    /// </summary>
    public static readonly double[] Weights =
    [
        -2.16, 0.79, 1.60, 2.96, -0.32, 0.75, 0.70, -0.64, 2.66, -1.13, 0.03, 0.51, 2.01, -0.94, -1.88, -0.44, -1.76, -0.14, -0.42,
    ];

    public static double Score(ReadOnlySpan<double> row, double[] weights)
    {
        var score = 0.0;
        for (var k = 0; k < row.Length; k++)
            score += row[k] * weights[k];
        return score;
    }
}
