using NodaTime;
using Readout.Annotations;
using Readout.Text;

namespace Readout.Stories;

/// <summary>Orders things whose dates may only be known as intervals.</summary>
internal static class Chronology
{
    /// <summary>
    /// A day to sort by: two thirds into the interval (its end is often an announced day, and reports gather before such a day),
    /// or its known end; unknown sorts last.
    /// </summary>
    public static LocalDate SortDay(DateRange when)
    {
        if (when.Earliest is { } earliest && when.Latest is { } latest)
            return earliest.PlusDays(Period.DaysBetween(earliest, latest) * 2 / 3);
        return when.Earliest ?? when.Latest ?? LocalDate.MaxIsoValue;
    }

    /// <summary>By the day the words speak from, then the day of printing; of copies printed on one day the origin first.</summary>
    public static IReadOnlyList<Document> Order(IEnumerable<Document> documents, IReadOnlySet<string> origins) =>
    [
        .. documents
            .OrderBy(d => SortDay(d.Anchor))
            .ThenBy(d => SortDay(d.Article.Published?.When ?? DateRange.Unknown))
            .ThenBy(d => !origins.Contains(d.Id))
            .ThenBy(d => d.Id, StringComparer.Ordinal),
    ];

    /// <summary>Each document's place in an ordered list.</summary>
    public static Dictionary<string, int> Ranks(IReadOnlyList<Document> ordered) =>
        ordered.Select((d, i) => (d.Id, i)).ToDictionary(x => x.Id, x => x.i, StringComparer.Ordinal);

    /// <summary>True where the first surely lies before the second.</summary>
    public static bool IsBefore(DateRange a, DateRange b) => a.Latest is { } latest && b.Earliest is { } earliest && latest < earliest;
}
