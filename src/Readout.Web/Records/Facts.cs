using Readout.Store.Searching;

namespace Readout.Web.Records;

/// <summary>One bar of a count over months.</summary>
public sealed record MonthBar(string Month, long Count);

/// <summary>Readings of a search's counts.</summary>
public static class Facts
{
    /// <summary>The counts by month in the order of the months, without gaps between the first and the last where that is no more than ten years.</summary>
    public static IReadOnlyList<MonthBar> Months(IReadOnlyDictionary<string, IReadOnlyList<Facet>> facets)
    {
        if (!facets.TryGetValue("month", out var months) || months.Count == 0)
            return [];
        var counts = months.Where(m => m.Value.Length == 7).ToDictionary(m => m.Value, m => m.Count, StringComparer.Ordinal);
        var all = counts.Keys.Order(StringComparer.Ordinal).ToList();
        if (all.Count == 0 || !NodaTime.Text.YearMonthPattern.Iso.Parse(all[0]).TryGetValue(default, out var month) || !NodaTime.Text.YearMonthPattern.Iso.Parse(all[^1]).TryGetValue(default, out var last))
            return [];
        var bars = new List<MonthBar>();
        for (; month <= last && bars.Count < 120; month = month.PlusMonths(1))
        {
            var name = NodaTime.Text.YearMonthPattern.Iso.Format(month);
            bars.Add(new MonthBar(name, counts.GetValueOrDefault(name)));
        }
        return bars;
    }
}
