using NodaTime.Text;
using Readout.Annotations;
using Readout.Articles;
using Readout.Store.Snapshots;
using Readout.Text;

namespace Readout.Store;

/// <summary>A page's particulars, as lists show them.</summary>
/// <param name="Failure">Why it can't be read; null where it was.</param>
/// <param name="Earliest">First day it can be of, <c>2025-05-07</c>.</param>
public sealed record DocumentRow(
    long Page, string Address, string Sha256, string Seen, string? Failure, string? Title, string? Outlet, string? Author, string? Language,
    string? Type, string? Earliest, string? Latest);

/// <summary>A page's headline and report alone.</summary>
internal sealed record DocumentText(long Page, string? Title, string Text, string? Earliest, string? Language);

/// <summary>Pages read, with all their layers: derived from the captures.</summary>
public sealed class DocumentStore
{
    private readonly Database _database;

    internal DocumentStore(Database database) => _database = database;

    /// <summary>By what each page that was read was made.</summary>
    public IReadOnlyDictionary<long, string> Made() =>
        _database.Rows<(long Page, string Made)>("SELECT page, made FROM document").ToDictionary(r => r.Page, r => r.Made);

    /// <summary>The first day that a page can be of, by its number; pages that state none are left out.</summary>
    internal IReadOnlyDictionary<long, string> Days() =>
        _database.Rows<(long Page, string Day)>("SELECT page, earliest FROM document WHERE earliest IS NOT NULL").ToDictionary(r => r.Page, r => r.Day);

    /// <summary>Headlines by the numbers of their pages.</summary>
    internal IReadOnlyDictionary<long, string> Titles() =>
        _database.Rows<(long Page, string Title)>("SELECT page, title FROM document WHERE title IS NOT NULL").ToDictionary(r => r.Page, r => r.Title);

    /// <summary>Keeps a page that was read.</summary>
    public void Put(long page, string made, Document document, byte[] snapshot)
    {
        var article = document.Article;
        _database.Execute(
            """
            INSERT INTO document (page, made, failure, title, outlet, author, language, type, earliest, latest)
            VALUES (@page, @made, NULL, @title, @outlet, @author, @language, @type, @earliest, @latest)
            ON CONFLICT (page) DO UPDATE SET made = excluded.made, failure = NULL, title = excluded.title, outlet = excluded.outlet, author = excluded.author,
              language = excluded.language, type = excluded.type, earliest = excluded.earliest, latest = excluded.latest
            """,
            new
            {
                page,
                made,
                title = article.Title?.Value,
                outlet = article.Outlet?.Value,
                author = article.Byline?.Value,
                language = article.Language,
                type = article.Type.ToString(),
                earliest = Day(article.Published?.When.Earliest),
                latest = Day(article.Published?.When.Latest),
            });
        _database.Execute("INSERT INTO snapshot (page, bytes) VALUES (@page, @snapshot) ON CONFLICT (page) DO UPDATE SET bytes = excluded.bytes", new { page, snapshot });
    }

    /// <summary>Keeps that a page can't be read, and why.</summary>
    public void PutFailure(long page, string made, string failure)
    {
        _database.Execute(
            "INSERT INTO document (page, made, failure) VALUES (@page, @made, @failure) ON CONFLICT (page) DO UPDATE SET made = excluded.made, failure = excluded.failure",
            new { page, made, failure });
        _database.Execute("DELETE FROM snapshot WHERE page = @page", new { page });
    }

    /// <summary>The documents of those pages; pages that could not be read are left out.</summary>
    public IReadOnlyList<Document> Read(IReadOnlyCollection<long> pages)
    {
        var rows = new List<byte[]>(pages.Count);
        foreach (var part in pages.Order().Chunk(500))
            rows.AddRange(_database.Rows<byte[]>("SELECT bytes FROM snapshot WHERE page IN @part ORDER BY page", new { part }));
        return [.. rows.AsParallel().AsOrdered().Select(b => DocumentSnapshot.Read(b))];
    }

    /// <summary>A page's text; null where the page was not read.</summary>
    /// <exception cref="InvalidDataException">It is kept in the form of another version of this program; the next build makes it again.</exception>
    public SourceText? Text(long page) =>
        _database.Value<byte[]>("SELECT bytes FROM snapshot WHERE page = @page", new { page }) is { } bytes ? DocumentSnapshot.ReadText(bytes) : null;

    /// <summary>What telling stories apart needs of those pages; pages without a report are left out.</summary>
    internal IReadOnlyList<DocumentText> Texts(IReadOnlyCollection<long> pages)
    {
        var rows = new List<(long Page, byte[] Bytes)>(pages.Count);
        foreach (var part in pages.Order().Chunk(500))
            rows.AddRange(_database.Rows<(long, byte[])>("SELECT s.page, s.bytes FROM snapshot s WHERE s.page IN @part ORDER BY s.page", new { part }));
        return
        [
            .. rows.AsParallel().AsOrdered()
                .Select(r => (r.Page, Article: DocumentSnapshot.ReadArticle(r.Bytes)))
                .Where(r => r.Article.Paragraphs.Count > 0 && r.Article.Type is not (PageType.Index or PageType.Error))
                .Select(r => new DocumentText(
                    r.Page, r.Article.Title?.Value, string.Join('\n', r.Article.Paragraphs.Select(p => r.Article.Page.Text.Slice(p.Span))),
                    Day(r.Article.Published?.When.Earliest), r.Article.Language)),
        ];
    }

    /// <summary>The particulars of those pages, in the order of arrival.</summary>
    public IReadOnlyList<DocumentRow> Rows(IReadOnlyCollection<long> pages)
    {
        var rows = new List<DocumentRow>(pages.Count);
        foreach (var part in pages.Order().Chunk(500))
            rows.AddRange(_database.Rows<DocumentRow>(Select + " WHERE d.page IN @part ORDER BY d.page", new { part }));
        return rows;
    }

    /// <summary>The particulars of a page by its bytes and address; null where it was not read.</summary>
    public DocumentRow? Row(string sha256, string address) =>
        _database.Row<DocumentRow>(Select + " WHERE p.sha256 = @sha256 AND p.address = @address ORDER BY d.page LIMIT 1", new { sha256, address });

    /// <summary>The particulars of all pages that were read or tried, in the order of arrival.</summary>
    /// <param name="after">Only those that came in after the page of this number.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="until">Leaves out what was surely published after this day, <c>2025-05-07</c>; null for nothing.</param>
    /// <param name="story">Only pages of this story; null for all.</param>
    public IReadOnlyList<DocumentRow> List(long after, int most, string? until = null, string? story = null) =>
    [
        .. _database.Rows<DocumentRow>(
            Select + """
             WHERE d.page > @after AND (@until IS NULL OR d.earliest IS NULL OR d.earliest <= @until)
              AND (@story IS NULL OR d.page IN (SELECT page FROM story_page WHERE story = @story)) ORDER BY d.page LIMIT @most
            """,
            new { after, most, until, story }),
    ];

    /// <summary>The pages that can't be read.</summary>
    public IReadOnlyList<DocumentRow> Failed() => [.. _database.Rows<DocumentRow>(Select + " WHERE d.failure IS NOT NULL ORDER BY d.page")];

    /// <summary>Throws away what was read, so that the next build reads again.</summary>
    public void Clear() => _database.Transaction(() =>
    {
        _database.Execute("DELETE FROM snapshot");
        _database.Execute("DELETE FROM hit");
        _database.Execute("DELETE FROM name");
        _database.Execute("INSERT INTO search (search) VALUES ('delete-all')");
        _database.Execute("DELETE FROM document");
    });

    private const string Select =
        """
        SELECT d.page AS Page, p.address AS Address, p.sha256 AS Sha256, p.seen AS Seen, d.failure AS Failure, d.title AS Title, d.outlet AS Outlet,
          d.author AS Author, d.language AS Language, d.type AS Type, d.earliest AS Earliest, d.latest AS Latest
        FROM document d JOIN page p ON p.id = d.page
        """;

    private static string? Day(NodaTime.LocalDate? day) => day is { } d ? LocalDatePattern.Iso.Format(d) : null;
}
