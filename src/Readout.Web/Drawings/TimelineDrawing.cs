using Readout.Web.Records;

namespace Readout.Web.Drawings;

/// <summary>A mark in the upper lane: something that happened, may, or is denied.</summary>
/// <param name="Kind">happened, planned or denied: the shape.</param>
/// <param name="IsSingle">One speaker stands behind it: drawn grey.</param>
/// <param name="ReportedX">Where it was reported, in the lower lane; null where that is unknown.</param>
public sealed record TimelineMark(double X, double Y, string Kind, bool IsSingle, double? ReportedX, TimelineRecord Entry);

/// <summary>A day on the axis.</summary>
public sealed record TimelineTick(double X, string Words);

/// <summary>
/// Two lanes, when it happened or should and when it was reported, side by side in the order of days but not to scale: one old day would
/// squeeze the rest into a corner.
/// </summary>
/// <param name="TodayX">The day the record speaks for: what lies right of it is to come; null where it lies outside.</param>
public sealed record TimelineDrawing(double Width, IReadOnlyList<TimelineMark> Marks, IReadOnlyList<TimelineTick> Ticks, double? TodayX)
{
    public const double Upper = 60, Lower = 128, Height = 232, Left = 92;

    private const double Column = 66, Stack = 12;
    private const int MostStacked = 4;

    /// <summary>Draws the entries; null where they have less than two days among them.</summary>
    public static TimelineDrawing? Of(StoryView story, IReadOnlyList<TimelineRecord> entries)
    {
        var dated = entries.Where(e => e.Date.Key is not null).ToList();
        var days = dated.Select(e => e.Date.Key!).Concat(dated.Select(e => e.Reported.Key).OfType<string>()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (days.Count < 2)
            return null;
        double X(string day) => Left + (days.BinarySearch(day, StringComparer.Ordinal) * Column);
        var stacked = new Dictionary<string, int>(StringComparer.Ordinal);
        var marks = new List<TimelineMark>(dated.Count);
        foreach (var entry in dated)
        {
            var level = stacked[entry.Date.Key!] = stacked.GetValueOrDefault(entry.Date.Key!) + 1;
            marks.Add(new TimelineMark(
                X(entry.Date.Key!), Upper - ((Math.Min(level, MostStacked) - 1) * Stack), Kind(entry.Modality), story.IsSingleOrigin(entry.Document, entry.Span),
                entry.Reported.Key is { } reported ? X(reported) : null, entry));
        }
        var ticks = days.ConvertAll(d => new TimelineTick(X(d), Tick(d, dated)));
        return new TimelineDrawing(Left + (days.Count * Column) + 20, marks, ticks, Today(story.Record.AsOf, days));
    }

    /// <summary>The shape of a modality: what is neither told as fact nor denied is to come, or open.</summary>
    public static string Kind(string modality) => modality switch
    {
        "denied" => "denied",
        "happened" or "ongoing" => "happened",
        _ => "planned",
    };

    // A column on which only months or years fall is called so, not by their first day.
    private static string Tick(string day, List<TimelineRecord> entries) =>
        entries.Exists(e => e.Reported.Key == day || e.Date.Day == day) ? InWords.Of(new Days(day, day)) : InWords.Of(entries.First(e => e.Date.Key == day).Date);

    private static double? Today(string? asOf, List<string> days)
    {
        if (asOf is null)
            return null;
        var after = days.FindIndex(d => string.CompareOrdinal(d, asOf) > 0);
        return after == 0 ? null : Left + ((after < 0 ? days.Count : after) * Column) - (Column / 2);
    }
}
