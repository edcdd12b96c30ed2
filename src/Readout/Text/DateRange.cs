using NodaTime;

namespace Readout.Text;

/// <summary>Days between two bounds, both inclusive; a null bound is open. A single day has equal bounds.</summary>
public readonly record struct DateRange(LocalDate? Earliest, LocalDate? Latest)
{
    public static DateRange Unknown => default;

    public static DateRange Day(LocalDate day) => new(day, day);

    public static DateRange Month(int year, int month)
    {
        var first = new LocalDate(year, month, 1);
        return new(first, first.PlusMonths(1).PlusDays(-1));
    }

    public static DateRange Year(int year) => new(new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));

    public bool IsDay => Earliest is not null && Earliest == Latest;

    public bool IsUnknown => Earliest is null && Latest is null;

    public bool IsBounded => Earliest is not null && Latest is not null;

    /// <summary>True where the two intervals share no day.</summary>
    public bool IsDisjoint(DateRange other) =>
        (Latest is { } l && other.Earliest is { } oe && l < oe) || (other.Latest is { } ol && Earliest is { } e && ol < e);

    public bool Contains(DateRange other) =>
        (Earliest is null || (other.Earliest is { } e && e >= Earliest)) && (Latest is null || (other.Latest is { } l && l <= Latest));

    /// <summary>The days that lie in both; null where there are none.</summary>
    public DateRange? Intersect(DateRange other)
    {
        if (IsDisjoint(other))
            return null;
        return new(Max(Earliest, other.Earliest), Min(Latest, other.Latest));
    }

    private static LocalDate? Max(LocalDate? a, LocalDate? b) => a is null ? b : b is null ? a : a > b ? a : b;

    private static LocalDate? Min(LocalDate? a, LocalDate? b) => a is null ? b : b is null ? a : a < b ? a : b;

    /// <summary><c>2031-05-06</c>, <c>2031-05</c> or <c>2031</c> for a day, a whole month or year; else <c>2031-05-06..2031-07-01</c>.</summary>
    public override string ToString()
    {
        if (IsDay)
            return Iso(Earliest);
        if (Earliest is { Day: 1 } first && Latest is { } last)
        {
            if (first.Month == 1 && last == new LocalDate(first.Year, 12, 31))
                return Iso(Earliest)[..4];
            if (last == first.PlusMonths(1).PlusDays(-1))
                return Iso(Earliest)[..7];
        }
        return $"{Iso(Earliest)}..{Iso(Latest)}";
    }

    private static string Iso(LocalDate? date) => date is { } d ? NodaTime.Text.LocalDatePattern.Iso.Format(d) : "";
}
