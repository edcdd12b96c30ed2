using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Readout.Formats;
using Readout.Store;
using Readout.Text;

namespace Readout.Web.Records;

/// <summary>Days, times and numbers in words, the same on every page.</summary>
public static class InWords
{
    private static readonly InstantPattern s_time = InstantPattern.CreateWithInvariantCulture("d MMMM uuuu, HH:mm 'UTC'");

    /// <summary>7 May 2025; 3–9 May 2025; “no date” where nothing is known.</summary>
    public static string Of(Days days) => days.IsUnknown ? "no date" : Dates.Of(new DateRange(Day(days.Earliest), Day(days.Latest)));

    /// <summary>A day with a note where the page does not state it.</summary>
    public static string PublishedOn(PageRecord page) => Of(page.Day) + (page.IsDayInferred ? " (inferred)" : "");

    /// <summary>Outlet and day, as a citation bears them.</summary>
    public static string Credit(PageRecord page) => $"{page.Name}, {PublishedOn(page)}";

    /// <summary>A time of the workspace; as it stands where it is none.</summary>
    public static string Time(string? time) => Instants.Read(time) is { } instant ? s_time.Format(instant) : time ?? "never";

    /// <summary>1 page, 2 pages, 3 stories; thousands apart.</summary>
    public static string Count(long number, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? thing : thing.EndsWith('y') ? thing[..^1] + "ies" : thing + "s")}");

    /// <summary>A name of the record in words: <c>did-not-happen</c> is “did not happen”.</summary>
    public static string Name(string name) => name.Replace('-', ' ');

    /// <summary>A number for an attribute.</summary>
    public static string Number(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);

    private static LocalDate? Day(string? text) => text is not null && LocalDatePattern.Iso.Parse(text) is { Success: true } parsed ? parsed.Value : null;
}
