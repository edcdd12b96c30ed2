using NodaTime.Text;

namespace Readout.Store.Searching;

/// <summary>Counts hits by what they have in common.</summary>
internal static class SearchFacets
{
    private const int Most = 20;

    /// <param name="most">At most so many of the latest hits.</param>
    /// <returns>By outlet, story, speaker and month: the values that most hits have.</returns>
    public static IReadOnlyDictionary<string, IReadOnlyList<Facet>> Count(Database database, QuerySql sql, long most)
    {
        // the hits are gathered once; names are looked up for what is shown
        var counted = database.Rows<(string Name, string Value, long Count)>(
            $"""
            WITH found AS MATERIALIZED (
              SELECT h.outlet AS outlet, h.speaker AS speaker, h.story AS story, h.page AS page, {HitId.DayOf("h.id")} - h.days AS day
              {sql.FromHits} ORDER BY {sql.Id} DESC LIMIT {most}
            )
            SELECT * FROM (SELECT 'outlet', n.value, f.hits FROM (SELECT outlet AS id, count(*) AS hits FROM found GROUP BY 1) f JOIN name n ON n.id = f.id ORDER BY 3 DESC, 2 LIMIT {Most})
            UNION ALL
            SELECT * FROM (SELECT 'speaker', n.value, f.hits FROM (SELECT speaker AS id, count(*) AS hits FROM found GROUP BY 1) f JOIN name n ON n.id = f.id ORDER BY 3 DESC, 2 LIMIT {Most})
            UNION ALL
            SELECT * FROM (
              SELECT 'story', coalesce(n.value, f.home), sum(f.hits) FROM (
                SELECT story AS id, NULL AS home, count(*) AS hits FROM found WHERE story IS NOT NULL GROUP BY 1
                UNION ALL
                SELECT NULL, (SELECT story FROM story_page sp WHERE sp.page = found.page), count(*) FROM found WHERE story IS NULL GROUP BY 2
              ) f LEFT JOIN name n ON n.id = f.id WHERE coalesce(n.value, f.home) IS NOT NULL GROUP BY 2 ORDER BY 3 DESC, 2 LIMIT {Most})
            UNION ALL
            SELECT 'day', CAST(day AS TEXT), count(*) FROM found WHERE day > 0 GROUP BY day
            """,
            sql.Values).ToLookup(r => r.Name, StringComparer.Ordinal);
        var months = counted["day"]
            .GroupBy(r => YearMonthPattern.Iso.Format(HitId.Date(long.Parse(r.Value, System.Globalization.CultureInfo.InvariantCulture)).ToYearMonth()), StringComparer.Ordinal)
            .Select(m => new Facet(m.Key, m.Sum(r => r.Count))).OrderByDescending(f => f.Count).ThenBy(f => f.Value, StringComparer.Ordinal).Take(Most);
        return new Dictionary<string, IReadOnlyList<Facet>>(StringComparer.Ordinal)
        {
            ["outlet"] = Of("outlet"),
            ["story"] = Of("story"),
            ["speaker"] = Of("speaker"),
            ["month"] = [.. months],
        };

        IReadOnlyList<Facet> Of(string name) => [.. counted[name].Select(r => new Facet(r.Value, r.Count))];
    }
}
