using NodaTime;
using NodaTime.Text;
using Readout.Text;

namespace Readout.Formats;

/// <summary>Dates as a reader says them: "7 May 2025", "1–9 May 2025", "by 9 May 2025".</summary>
internal static class Dates
{
    private static readonly LocalDatePattern Full = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");
    private static readonly LocalDatePattern WithoutYear = LocalDatePattern.CreateWithInvariantCulture("d MMMM");

    public static string Of(LocalDate day) => Full.Format(day);

    public static string Of(DateRange range) => range switch
    {
        { Earliest: { } a, Latest: { } b } => a == b ? Of(a) : Between(a, b),
        { Earliest: { } a } => "since " + Of(a),
        { Latest: { } b } => "by " + Of(b),
        _ => "no date",
    };

    private static string Between(LocalDate a, LocalDate b)
    {
        var wholeMonths = a.Day == 1 && b == b.With(DateAdjusters.EndOfMonth);
        if (wholeMonths && a is { Month: 1 } && b is { Month: 12 })
            return a.Year == b.Year ? Year(a) : $"{Year(a)}–{Year(b)}";
        if (wholeMonths && a.Year == b.Year && a.Month == b.Month)
            return Of(a)[2..];
        var from = a.Year != b.Year ? Full.Format(a) + " – " : a.Month != b.Month ? WithoutYear.Format(a) + " – " : Year(a, "%d") + "–";
        return from + Full.Format(b);
    }

    private static string Year(LocalDate day, string pattern = "uuuu") => LocalDatePattern.CreateWithInvariantCulture(pattern).Format(day);
}
