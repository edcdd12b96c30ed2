namespace Readout.Claims;

/// <summary>The decision whether two statements tell of one event: a logistic model over <see cref="PairRow"/>.</summary>
internal static class SameEvent
{
    /// <summary>Scores from here on are one event: best F1 where half the pairs are.</summary>
    public const double Threshold = -0.5;

    /// <summary>Rather one event than not: what an accusation needs. Of pairs of large piles it leaves one in fifty, of small ones all.</summary>
    public const double Sure = 0;

    /// <summary>
    /// Fitted by <c>src/Readout.Training</c> (<c>pairs</c>) on topics 1 to 35 of ECB+ (Cybulska and Vossen 2014, CC BY 3.0); they weigh
    /// cosines and shares and bear no words. docs/methods.md says how well they do on topics left out.
    /// </summary>
    public static readonly double[] Weights =
    [
        -1.82, 0.05, -0.04, 0.20, 0.23, -0.26, -0.05, 0.05, -0.10, 0.61, -0.24, -0.50, 0.57, 0.33, 0.30, -0.30, -0.68, 1.33, 1.15, 0.59, 0.79, -0.42, -0.53, -0.23,
        0.12, -0.92, 1.53, -0.27, 0.84,
    ];

    /// <summary>Above zero: rather one event than not.</summary>
    public static double Score(ReadOnlySpan<double> row) => Score(row, Weights);

    public static double Score(ReadOnlySpan<double> row, ReadOnlySpan<double> weights)
    {
        var score = 0.0;
        for (var k = 0; k < row.Length; k++)
            score += row[k] * weights[k];
        return score;
    }
}
