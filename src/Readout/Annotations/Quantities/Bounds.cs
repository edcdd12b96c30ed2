using Readout.Languages;

namespace Readout.Annotations;

/// <summary>What the words before a number make of it: least, most, about.</summary>
internal static class Bounds
{
    // "some 1,000" may be 950 to 1,050: rounded figures of news differ by about a twentieth.
    private const double Tolerance = 0.05;

    public static (double? Low, double? High, bool About) Interval(double low, double high, Bound bound) => bound switch
    {
        Bound.Low => (low, null, false),
        Bound.High => (null, high, false),
        Bound.About => (Round(low * (1 - Tolerance)), Round(high * (1 + Tolerance)), true),
        Bound.Nearly => (Round(low * (1 - Tolerance)), high, true),
        Bound.OverByLittle => (low, Round(high * (1 + Tolerance)), true),
        _ => (low, high, false),
    };

    // Binary fractions do not multiply cleanly; the bytes of an export must.
    private static double Round(double value) => Math.Round(value, 6, MidpointRounding.AwayFromZero);
}
