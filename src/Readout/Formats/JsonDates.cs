using NodaTime.Text;
using Readout.Articles;
using Readout.Text;

namespace Readout.Formats;

/// <summary>Writes a page's days: the chosen ones and every candidate, with time and zone as far as the page states them.</summary>
internal static class JsonDates
{
    private static readonly LocalTimePattern ToMinute = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalTimePattern ToSecond = LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss");
    private static readonly OffsetPattern Zone = OffsetPattern.CreateWithInvariantCulture("+HH:mm");

    public static void Write(JsonSink json, SourceText text, Article article)
    {
        WriteDay(json, "published", text, article.Published);
        WriteDay(json, "modified", text, article.Modified);
        json.Array("dateCandidates", article.DateCandidates, candidate =>
        {
            json.Text("value", JsonNames.Range(candidate.When));
            WriteClock(json, candidate.When, candidate.Clock);
            json.Span("span", text, candidate.Span);
            json.Text("where", candidate.Where);
            json.Name("of", candidate.Of);
            json.Flag("chosen", candidate.Chosen);
            json.Text("reason", candidate.Reason);
        });
    }

    private static void WriteDay(JsonSink json, string name, SourceText text, Published? day)
    {
        if (day is null)
        {
            json.Null(name);
            return;
        }
        json.Object(name, () =>
        {
            json.Bounds(day.When);
            // A day that the user supplied stands nowhere on the page, so the page does not state it.
            json.Name("basis", day.Spans.Count == 0 ? DateBasis.Inferred : day.Basis);
            WriteClock(json, day.When, day.Clock);
            json.Spans("spans", text, day.Spans);
            json.Text("rule", day.Rule);
        });
    }

    private static void WriteClock(JsonSink json, DateRange when, ClockReading? clock)
    {
        json.Text("time", clock is null ? null : (clock.HasSeconds ? ToSecond : ToMinute).Format(clock.Time));
        json.Text("offset", clock?.Offset is { } offset ? Zone.Format(offset) : null);
        json.Text("granularity", Granularity(when, clock));
    }

    // How sharply it is stated; null for an interval between two days.
    private static string? Granularity(DateRange when, ClockReading? clock) =>
        when.IsDay && clock is not null ? (clock.HasSeconds ? "second" : "minute")
        : when.IsDay ? "day"
        : when.ToString().Length switch { 4 => "year", 7 => "month", _ => null };
}
