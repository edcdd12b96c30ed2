using System.Globalization;
using Readout.Store.Snapshots;
using Readout.Text;

namespace Readout.Store.Searching;

/// <summary>Answers searches over a workspace.</summary>
public sealed class Searcher
{
    private static readonly string s_weights = string.Join(", ", QueryFields.Words.Select(f => f.Weight.ToString(CultureInfo.InvariantCulture)));

    private static readonly (string Name, string Sql)[] s_facets =
    [
        ("outlet", "h.outlet"),
        ("story", "coalesce(h.story, (SELECT story FROM story_page sp WHERE sp.page = h.page))"),
        ("speaker", "h.speaker"),
        ("month", "substr(h.earliest, 1, 7)"),
    ];

    private readonly Database _database;

    internal Searcher(Database database) => _database = database;

    /// <summary>The hits, the best first; of equals the latest, then the one that came in first.</summary>
    /// <exception cref="QueryException">The search can't be understood.</exception>
    public SearchResult Find(SearchRequest request)
    {
        if (request.Text.Length > 10_000)
            throw new QueryException("the search is longer than 10,000 characters.");
        var query = QueryParser.Parse(request.Text);
        var sql = new QuerySql(query, Languages(), request.Visit);
        sql.Values.Add("most", request.Most);
        sql.Values.Add("skip", request.Skip);
        var score = sql.MatchText is null ? "0.0" : $"bm25(search, {s_weights})";
        var rows = _database.Rows<Row>(
            $"""
            SELECT h.kind AS Kind, h.page AS Page, h.item AS Item, h.start AS Start, h."end" AS "End", h.earliest AS Earliest, h.latest AS Latest,
              h.language AS Language, h.outlet AS Outlet, h.speaker AS Speaker, {score} AS Score
            {sql.From} ORDER BY Score, h.latest DESC, h.id LIMIT @most OFFSET @skip
            """,
            sql.Values).ToList();
        var terms = PositiveTerms(query).ToHashSet(StringComparer.Ordinal);
        var texts = Texts([.. rows.Select(r => r.Page).Distinct()]);
        return new SearchResult(
            [.. rows.Select(r => Hit(r, texts[r.Page], terms))],
            _database.Value<long>($"SELECT count(*) {sql.From}", sql.Values),
            request.WithFacets ? s_facets.ToDictionary(f => f.Name, f => Facets(f.Sql, sql), StringComparer.Ordinal) : new Dictionary<string, IReadOnlyList<Facet>>(StringComparer.Ordinal),
            new SearchExplanation(query.ToString(), sql.MatchText, sql.Conditions));
    }

    /// <summary>What is found, without its words: stories and the ids of claims, quotations and prospects in them; the best first.</summary>
    /// <exception cref="QueryException">The search can't be understood.</exception>
    public IReadOnlyList<(string Story, string Item)> Items(string text, int most)
    {
        var sql = new QuerySql(QueryParser.Parse(text), Languages(), null);
        sql.Values.Add("most", most);
        var score = sql.MatchText is null ? "0.0" : $"bm25(search, {s_weights})";
        return
        [
            .. _database.Rows<(string? Story, string? Item)>(
                $"SELECT (SELECT story FROM story_page sp WHERE sp.page = h.page), h.item {sql.From} AND h.item IS NOT NULL ORDER BY {score}, h.latest DESC, h.id LIMIT @most", sql.Values)
            .Where(r => r is { Story: not null, Item: not null }).Select(r => (r.Story!, r.Item!)).Distinct(),
        ];
    }

    private IReadOnlyList<Facet> Facets(string value, QuerySql sql) =>
        [.. _database.Rows<(string Value, long Count)>($"SELECT {value} AS Value, count(*) AS Count {sql.From} AND {value} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20", sql.Values).Select(f => new Facet(f.Value, f.Count))];

    // A word is looked for by its stem in every language that is there.
    private List<string?> Languages()
    {
        var languages = _database.Rows<string?>("SELECT DISTINCT language FROM document WHERE language IS NOT NULL ORDER BY language").ToList();
        return languages.Count == 0 ? [null] : languages;
    }

    private Dictionary<long, PageText> Texts(IReadOnlyList<long> pages) =>
        _database.Rows<(long Page, byte[] Bytes, string Sha256, string Address, string? Title, string? Story)>(
            """
            SELECT s.page, s.bytes, p.sha256, p.address, d.title, (SELECT story FROM story_page sp WHERE sp.page = s.page)
            FROM snapshot s JOIN page p ON p.id = s.page JOIN document d ON d.page = s.page WHERE s.page IN @pages
            """,
            new { pages })
        .ToDictionary(r => r.Page, r => new PageText(DocumentSnapshot.ReadText(r.Bytes), r.Sha256, r.Address, r.Title, r.Story));

    private static SearchHit Hit(Row row, PageText page, HashSet<string> terms)
    {
        var place = page.Text.FromCodePoints((int)row.Start, (int)row.End);
        var wanted = terms.Select(t => t.EndsWith('*') ? t : Terms.Of(t, row.Language)).ToHashSet(StringComparer.Ordinal);
        return new SearchHit(
            row.Kind, page.Story, row.Item, page.Sha256, page.Address, page.Title, row.Outlet, row.Speaker, row.Earliest, row.Latest,
            Snippets.Of(page.Text.Value, place, row.Language, wanted), (int)row.Start, (int)row.End, Math.Round(-row.Score, 4));
    }

    private static IEnumerable<string> PositiveTerms(Query query) => query switch
    {
        Query.Phrase phrase => phrase.Words.Select((w, i) => phrase.IsPrefix && i == phrase.Words.Count - 1 ? w + "*" : w),
        Query.Near near => near.Phrases.SelectMany(PositiveTerms),
        Query.And all => all.Parts.SelectMany(PositiveTerms),
        Query.Or either => either.Parts.SelectMany(PositiveTerms),
        _ => [],
    };

    private sealed record PageText(SourceText Text, string Sha256, string Address, string? Title, string? Story);

    // Columns that are worked out have no type where no row comes, so these are set one by one.
    private sealed record Row
    {
        public string Kind { get; init; } = "";

        public long Page { get; init; }

        public string? Item { get; init; }

        public long Start { get; init; }

        public long End { get; init; }

        public string? Earliest { get; init; }

        public string? Latest { get; init; }

        public string? Language { get; init; }

        public string? Outlet { get; init; }

        public string? Speaker { get; init; }

        public double Score { get; init; }
    }
}
