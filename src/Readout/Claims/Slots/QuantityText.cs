using System.Globalization;
using Readout.Annotations;

namespace Readout.Claims;

/// <summary>A quantity in a few words, for the side of a dispute: "270,000,000 cubic metres", "≥ 2,000 jobs".</summary>
internal static class QuantityText
{
    public static string Of(Quantity quantity)
    {
        var number = quantity switch
        {
            { Low: { } low, High: { } high } when low.Equals(high) => Number(low),
            { Low: { } low, High: { } high } => $"{Number(low)}–{Number(high)}",
            { Low: { } low } => "≥ " + Number(low),
            { High: { } high } => "≤ " + Number(high),
            _ => "?",
        };
        var thing = quantity.Unit ?? quantity.Of;
        return thing is null ? number : $"{number} {(quantity is { Low: 1, High: 1 } ? thing : Plural(thing))}";
    }

    private static string Number(double value) => value.ToString("#,0.######", CultureInfo.InvariantCulture);

    // For display only; the singular stays in the record.
    private static string Plural(string noun) => noun switch
    {
        "percent" or "people" or "dead" or "wounded" or "injured" or "missing" => noun,
        "person" => "people",
        "man" or "woman" => noun[..^2] + "en",
        "child" => "children",
        _ when noun.EndsWith('s') || noun.EndsWith('x') || noun.EndsWith("ch", StringComparison.Ordinal) => noun + "es",
        _ when noun.EndsWith('y') && noun.Length > 1 && noun[^2] is not ('a' or 'e' or 'o' or 'u') => noun[..^1] + "ies",
        _ => noun + "s",
    };
}
