using Readout.Annotations;

namespace Readout.Claims;

/// <summary>Units that measure one thing, so that forty minutes and three hours can be set beside each other.</summary>
internal static class Dimensions
{
    // Units whose size differs from country to country (the ton, the gallon) measure what only they measure; months have no one length.
    private static readonly Dictionary<string, (string Name, double Size)> Sizes = new(StringComparer.Ordinal)
    {
        ["second"] = ("time", 1), ["minute"] = ("time", 60), ["hour"] = ("time", 3600), ["day"] = ("time", 86_400), ["week"] = ("time", 604_800),
        ["month"] = ("months", 1), ["year"] = ("months", 12), ["decade"] = ("months", 120),
        ["millimetre"] = ("length", 0.001), ["centimetre"] = ("length", 0.01), ["metre"] = ("length", 1), ["kilometre"] = ("length", 1000),
        ["inch"] = ("length", 0.0254), ["foot"] = ("length", 0.3048), ["yard"] = ("length", 0.9144), ["mile"] = ("length", 1609.344),
        ["gram"] = ("weight", 0.001), ["kilogram"] = ("weight", 1), ["tonne"] = ("weight", 1000), ["pound"] = ("weight", 0.45359237),
        ["acre"] = ("area", 4046.8564224), ["hectare"] = ("area", 10_000), ["square metre"] = ("area", 1), ["square kilometre"] = ("area", 1e6), ["square mile"] = ("area", 2_589_988.11),
    };

    /// <summary>What a unit measures, and how many of that dimension's unit it is.</summary>
    public static (string Name, double Size) Of(string unit) => Sizes.TryGetValue(unit, out var size) ? size : (unit, 1);

    /// <summary>
    /// What a number may have been before it was rounded, in the unit of its dimension: half a step of its last digit that is not zero
    /// either way ("three hours" may be 150 minutes). Null where it is open.
    /// </summary>
    public static (double? Low, double? High) Range(Quantity quantity)
    {
        var size = Of(quantity.Unit ?? "").Size;
        return (quantity.Low is { } low ? (low - HalfStep(low)) * size : null, quantity.High is { } high ? (high + HalfStep(high)) * size : null);
    }

    private static double HalfStep(double value)
    {
        if (value == 0 || value != Math.Floor(value))
            return 0.05;
        var step = 1.0;
        while (value % (step * 10) == 0)
            step *= 10;
        return step / 2;
    }
}
