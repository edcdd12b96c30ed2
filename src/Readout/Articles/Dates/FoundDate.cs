using NodaTime;
using Readout.Text;

namespace Readout.Articles.Dates;

/// <summary>A date as it stands in a text.</summary>
/// <param name="Year">Null where none is written.</param>
/// <param name="Span">Its words; a weekday before it and a time after it are left out.</param>
/// <param name="Alternative">The other reading of a date like 03/04/2023; null where there is one reading.</param>
/// <param name="HasWeekday">A weekday stands before it.</param>
/// <param name="HasTime">A time of day stands beside it.</param>
/// <param name="HasZone">The time names its zone.</param>
/// <param name="IsUtc">The zone is Greenwich's, so that the local day may be another.</param>
internal sealed record FoundDate(
    int? Year, int Month, int Day, Span Span, LocalDate? Alternative, bool HasWeekday, bool HasTime, bool HasZone, bool IsUtc)
{
    /// <summary>The day; null where no year is written.</summary>
    public LocalDate? Date => Year is { } year ? new LocalDate(year, Month, Day) : null;

    public static bool IsDay(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);
}
