using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Readout.Store.Snapshots;
using Readout.Text;

namespace Readout.Store.Searching;

/// <summary>Answers searches over a workspace.</summary>
public sealed class Searcher
{
    private static readonly string s_weights = string.Join(", ", QueryFields.Words.Select(f => f.Weight.ToString(CultureInfo.InvariantCulture)));

    private readonly Database _database;

    internal Searcher(Database database) => _database = database;

    /// <summary>
    /// The hits, the best first; of equals the latest, then what came in last. Very many, and those of a search without words, stand by
    /// their day, the latest first.
    /// </summary>
    /// <exception cref="QueryException">The search can't be understood.</exception>
    public SearchResult Find(SearchRequest request)
    {
        if (request.Text.Length > 10_000)
            throw new QueryException("the search is longer than 10,000 characters.");
        var query = QueryParser.Parse(request.Text);
        var sql = new QuerySql(query, Languages(), request.Visit);
        var total = _database.Value<long>($"SELECT count(*) {sql.From}", sql.Values);
        var (isRanked, counted) = (sql.MatchText is not null && total <= request.MostRanked, Math.Min(total, request.MostRanked));
        var found = isRanked ? Best(sql, request) : Latest(sql, request);
        var rows = Rows(found.ConvertAll(f => f.Id));
        var terms = PositiveTerms(query).ToHashSet(StringComparer.Ordinal);
        var texts = Texts([.. rows.Values.Select(r => r.Page).Distinct()]);
        return new SearchResult(
            [.. found.Select(f => Hit(rows[f.Id], f.Score, texts[rows[f.Id].Page], terms))],
            total,
            request.WithFacets ? SearchFacets.Count(_database, sql, counted) : new Dictionary<string, IReadOnlyList<Facet>>(StringComparer.Ordinal),
            new SearchExplanation(query.ToString(), sql.MatchText, sql.Conditions))
        {
            IsRanked = isRanked,
            Counted = counted,
        };
    }

    /// <summary>What is found, without its words: stories and the ids of claims, quotations and prospects in them; the latest first.</summary>
    /// <exception cref="QueryException">The search can't be understood.</exception>
    public IReadOnlyList<(string Story, string Item)> Items(string text, int most)
    {
        var sql = new QuerySql(QueryParser.Parse(text), Languages(), null);
        sql.Values.Add("most", most);
        return
        [
            .. _database.Rows<(string? Story, string? Item)>(
                $"SELECT (SELECT story FROM story_page sp WHERE sp.page = h.page), h.item {sql.FromHits} AND h.story IS NOT NULL ORDER BY {sql.Id} DESC LIMIT @most", sql.Values)
            .Where(r => r is { Story: not null, Item: not null }).Select(r => (r.Story!, r.Item!)).Distinct(),
        ];
    }

    private List<(long Id, double Score)> Best(QuerySql sql, SearchRequest request) =>
        [.. _database.Rows<(long, double)>($"SELECT {sql.Id}, bm25(search, {s_weights}) AS score {sql.From} ORDER BY score, {sql.Id} DESC LIMIT {request.Most} OFFSET {request.Skip}", sql.Values)];

    private List<(long Id, double Score)> Latest(QuerySql sql, SearchRequest request) =>
        [.. _database.Rows<long>($"SELECT {sql.Id} {sql.From} ORDER BY {sql.Id} DESC LIMIT {request.Most} OFFSET {request.Skip}", sql.Values).Select(id => (id, 0.0))];

    private Dictionary<long, Row> Rows(IReadOnlyList<long> ids) =>
        _database.Rows<Row>(
            """
            SELECT h.id AS Id, h.page AS Page, h.item AS Item, h.start AS Start, h.length AS Length, h.days AS Days,
              (SELECT value FROM name WHERE id = h.language) AS Language, (SELECT value FROM name WHERE id = h.outlet) AS Outlet, (SELECT value FROM name WHERE id = h.speaker) AS Speaker
            FROM hit h WHERE h.id IN (SELECT value FROM json_each(@ids))
            """,
            new { ids = JsonSerializer.Serialize(ids) })
        .ToDictionary(r => r.Id);

    // A word is looked for by its stem in every language that is there; from one to the next by the table's index.
    private List<string?> Languages()
    {
        var languages = _database.Rows<string?>(
            """
            WITH RECURSIVE known (language) AS (
              SELECT min(language) FROM document
              UNION ALL
              SELECT (SELECT min(language) FROM document WHERE language > known.language) FROM known WHERE known.language IS NOT NULL
            )
            SELECT language FROM known WHERE language IS NOT NULL
            """).ToList();
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

    private static SearchHit Hit(Row row, double score, PageText page, HashSet<string> terms)
    {
        var (start, end) = ((int)row.Start, (int)(row.Start + row.Length));
        var latest = HitId.Day(row.Id);
        var wanted = terms.Select(t => t.EndsWith('*') ? t : Terms.Of(t, row.Language)).ToHashSet(StringComparer.Ordinal);
        return new SearchHit(
            HitId.Kind(row.Id), page.Story, row.Item, page.Sha256, page.Address, page.Title, row.Outlet, row.Speaker, Day(latest?.PlusDays((int)-row.Days)), Day(latest),
            Snippets.Of(page.Text.Value, page.Text.FromCodePoints(start, end), row.Language, wanted), start, end, Math.Round(-score, 4));
    }

    private static string? Day(LocalDate? day) => day is { } d ? LocalDatePattern.Iso.Format(d) : null;

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
        public long Id { get; init; }

        public long Page { get; init; }

        public string? Item { get; init; }

        public long Start { get; init; }

        public long Length { get; init; }

        public long Days { get; init; }

        public string? Language { get; init; }

        public string? Outlet { get; init; }

        public string? Speaker { get; init; }
    }
}
