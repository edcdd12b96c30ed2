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
        -2.95, 1.55, 0.87, 2.88, 0.36, 0.70, 1.02, -2.74, 0.79, -0.01, -0.90, 0.09, 0.96, -0.62, -1.92, 0.56, -2.38, -0.23, 0.89, 0.53, -0.34, 0.27, 1.05, 0.22,
        -1.09, 0.00, 2.70, 1.15,
    ];

    public static double Score(ReadOnlySpan<double> row, double[] weights)
    {
        var score = 0.0;
        for (var k = 0; k < row.Length; k++)
            score += row[k] * weights[k];
        return score;
    }
}
