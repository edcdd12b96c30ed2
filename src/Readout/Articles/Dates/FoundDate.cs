using NodaTime;
using Readout.Text;

namespace Readout.Articles.Dates;

/// <summary>A date as it stands in a text.</summary>
/// <param name="Year">Null where none is written.</param>
/// <param name="Span">Its words; a weekday before it and a time after it are left out.</param>
internal sealed record FoundDate(int? Year, int Month, int Day, Span Span)
{
    /// <summary>The other reading of a date like 03/04/2023; null where there is one reading.</summary>
    public LocalDate? Alternative { get; init; }

    /// <summary>Only year and month are written; <see cref="Day"/> is 1.</summary>
    public bool IsMonth { get; init; }

    /// <summary>A weekday stands before it.</summary>
    public bool HasWeekday { get; init; }

    /// <summary>The time of day beside it; null where there is none.</summary>
    public ClockReading? Clock { get; init; }

    /// <summary>The time names its zone.</summary>
    public bool HasZone { get; init; }

    public bool HasTime => Clock is not null;

    /// <summary>The zone is Greenwich's, so that the local day may be another.</summary>
    public bool IsUtc => HasZone && Clock?.Offset == Offset.Zero;

    /// <summary>The day; null where no year is written.</summary>
    public LocalDate? Date => Year is { } year ? new LocalDate(year, Month, Day) : null;

    /// <summary>The days it may mean.</summary>
    public DateRange When => Date is not { } day ? DateRange.Unknown
        : IsMonth ? DateRange.Month(day.Year, day.Month)
        : Alternative is not { } other ? DateRange.Day(day)
        : day < other ? new DateRange(day, other) : new DateRange(other, day);

    public static bool IsDay(int year, int month, int day) =>
        year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);
}
