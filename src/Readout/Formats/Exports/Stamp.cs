namespace Readout.Formats.Exports;

/// <summary>A page's day as RFC 3339 and schema.org write moments.</summary>
internal static class Stamp
{
    /// <summary>The moment, where the page states it to the minute with its zone; null otherwise.</summary>
    public static string? Moment(Row? day) =>
        day is { } d && d.Text("time") is { } time && d.Text("offset") is { } offset && Day(d) is { } date
            ? $"{date}T{(time.Length == 5 ? time + ":00" : time)}{offset}"
            : null;

    /// <summary>The moment, else the day, else nothing.</summary>
    public static string? MomentOrDay(Row? day) => Moment(day) ?? (day is { } d ? Day(d) : null);

    /// <summary>The first moment of a day; where only an interval is known, of its last day: by then it was so.</summary>
    public static string? Updated(Row? day) =>
        Moment(day) ?? (day is { } d && (d.Text("latest") ?? d.Text("earliest")) is { } date ? Midnight(date) : null);

    /// <summary>A day alone names no moment; feeds demand one.</summary>
    public static string Midnight(string day) => day + "T00:00:00Z";

    private static string? Day(Row day) => day.Text("earliest") is { } date && date == day.Text("latest") ? date : null;
}
