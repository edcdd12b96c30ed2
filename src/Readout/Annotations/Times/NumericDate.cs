using System.Globalization;
using NodaTime;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>Reads dates in figures: "2025-05-07", "07.05.2025", "7/5/2025", with the time that stands beside them.</summary>
internal static class NumericDate
{
    public static Reading? Read(TimeCursor c, int i)
    {
        var norm = c.Norm(i);
        if (norm.Length is < 6 or > 32)
            return null;
        var time = norm.IndexOf('t', StringComparison.Ordinal);
        var date = time == 10 ? norm[..10] : norm;
        foreach (var mark in "-./")
        {
            var parts = date.Split(mark);
            if (parts.Length == 3 && (Parts(parts, mark) ?? Named(parts, c)) is { } dated)
                return Reading.Of(i, i + 1, dated, "date-in-figures") with { Suffix = time == 10 ? Clock(norm[11..]) : "", Type = time == 10 ? TimexType.Time : TimexType.Date };
        }
        return null;
    }

    /// <summary>"05-Aug-2016", "2016/Aug/05": the month by its name.</summary>
    private static Dated? Named(string[] parts, TimeCursor c)
    {
        var at = c.Words.Months.ContainsKey(parts[1]) ? 1 : c.Words.Months.ContainsKey(parts[0]) ? 0 : -1;
        if (at < 0)
            return null;
        var (yearAt, dayAt) = at == 0 ? (2, 1) : parts[0].Length == 4 ? (0, 2) : (2, 0);
        return parts[yearAt].Length == 4 && Int(parts[yearAt]) is { } year && Int(parts[dayAt]) is { } day && Dated.Date(year, c.Words.Months[parts[at]], day) is { } date
            ? Dated.Day(date)
            : null;
    }

    private static int? Int(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string Clock(string text) =>
        text.Length >= 5 && text[2] == ':' ? "T" + text[..5] : "";

    private static Dated? Parts(string[] parts, char mark)
    {
        var numbers = new int[3];
        for (var k = 0; k < 3; k++)
        {
            if (parts[k].Length is 0 or > 4 || !int.TryParse(parts[k], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[k]))
                return null;
        }
        if (parts[0].Length == 4 && parts[1].Length <= 2 && parts[2].Length <= 2)
            return Dated.Date(numbers[0], numbers[1], numbers[2]) is { } iso ? Dated.Day(iso) : null;
        if (parts[2].Length != 4 || parts[0].Length > 2 || parts[1].Length > 2 || numbers[2] < 1000)
            return null;
        var dayFirst = Dated.Date(numbers[2], numbers[1], numbers[0]);
        var monthFirst = Dated.Date(numbers[2], numbers[0], numbers[1]);
        if (mark is '.' || monthFirst is null || dayFirst == monthFirst)
            return dayFirst is { } d ? Dated.Day(d) : null;
        if (dayFirst is null)
            return Dated.Day(monthFirst.Value);
        // Half the world writes the day first, the other half the month: both stay possible.
        var (a, b) = dayFirst < monthFirst ? (dayFirst, monthFirst) : (monthFirst, dayFirst);
        return new Dated(parts[2] + "-XX-XX", new DateRange(a, b), Grain.None);
    }
}
