using NodaTime;
using NodaTime.Text;
using Readout.Annotations;
using Readout.Text;

namespace Readout.Formats;

/// <summary>How time types and dates are spelled in exports; enums are by <see cref="EnumNames"/>.</summary>
internal static class JsonNames
{
    /// <summary>TIMEX3 spells its types in capitals.</summary>
    public static string Of(TimexType type) => type.ToString().ToUpperInvariant();

    public static string? Day(LocalDate? day) => day is { } d ? LocalDatePattern.Iso.Format(d) : null;

    /// <summary>A day, or the two ends of an interval with <c>..</c> between them, an open end empty.</summary>
    public static string? Range(DateRange range) => range.IsUnknown ? null : range.ToString();
}
