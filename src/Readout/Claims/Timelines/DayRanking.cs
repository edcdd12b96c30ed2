using NodaTime;
using Readout.Annotations;
using Readout.Text;

namespace Readout.Claims;

/// <summary>Ranks the days of a pile by how much of it tells of them.</summary>
/// <remarks>
/// After the date features of Tran et al. (2013) and Gholipour Ghalandari and Ifrim (2020): a day weighs as many pages as name it,
/// those from two days later on half as much again, for they look back at it; a part of its busier neighbour is taken off, for a
/// large event spills over into the days beside it.
/// </remarks>
internal static class DayRanking
{
    // What pages that look back add, and what a neighbour takes. By leaving one topic out in turn; between .25 and 1, .1 and .4 little changes.
    private const double LookingBack = 0.5;
    private const double Neighbour = 0.25;

    /// <summary>The days that pages name or were published on, the weightiest first; ties by day.</summary>
    /// <param name="documents">With their times.</param>
    /// <param name="within">Days outside are left out; unknown for all.</param>
    public static IReadOnlyList<LocalDate> Rank(IReadOnlyList<Document> documents, DateRange within)
    {
        var days = new Dictionary<LocalDate, (int Pages, int Back)>();
        foreach (var document in documents)
        {
            var published = document.Anchor.IsDay ? document.Anchor.Earliest : null;
            if (published is { } day && within.Contains(DateRange.Day(day)))
                days.TryAdd(day, default);
            foreach (var named in document.Times.Where(t => t.When.IsDay && IsPoint(t)).Select(t => t.When.Earliest!.Value).Distinct())
            {
                if (!within.Contains(DateRange.Day(named)))
                    continue;
                var (pages, back) = days.GetValueOrDefault(named);
                days[named] = (pages + 1, back + (published is { } from && Period.DaysBetween(named, from) >= 2 ? 1 : 0));
            }
        }
        double Weight(LocalDate day)
        {
            var (pages, back) = days[day];
            var beside = Math.Max(days.GetValueOrDefault(day.PlusDays(-1)).Pages, days.GetValueOrDefault(day.PlusDays(1)).Pages);
            return pages + (LookingBack * back) - (Neighbour * beside);
        }
        return [.. days.Keys.OrderByDescending(Weight).ThenBy(d => d)];
    }

    /// <summary>A time that names when something is; lengths and repetitions do not.</summary>
    public static bool IsPoint(TimeExpression time) => time.Type is TimexType.Date or TimexType.Time;
}
