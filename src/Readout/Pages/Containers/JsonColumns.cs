namespace Readout.Pages;

/// <summary>Which member of a JSON object holds what; each by the names that are tried in turn.</summary>
public sealed record JsonColumns
{
    private static readonly Dictionary<string, string[]> Usual = new(StringComparer.Ordinal)
    {
        ["text"] = ["text", "body", "body_text", "articleBody", "maintext", "full_text", "fulltext", "article", "content", "body_html", "content_html", "html", "raw_html"],
        ["title"] = ["title", "headline", "name"],
        ["url"] = ["url", "link", "canonical_url", "canonical", "address", "source_url", "uri"],
        ["published"] = ["published", "date_published", "datePublished", "published_at", "publishedAt", "publish_date", "pubdate", "pubDate", "date_publish", "date", "timestamp"],
        ["updated"] = ["updated", "modified", "date_modified", "dateModified", "updated_at", "updatedAt", "lastmod"],
        ["author"] = ["author", "authors", "byline", "creator"],
        ["outlet"] = ["outlet", "publisher", "publication", "site_name", "source_name", "site", "source", "source_domain", "domain"],
        ["language"] = ["language", "lang"],
        ["captured"] = ["captured", "captured_at", "fetched", "fetched_at", "crawled", "crawled_at", "date_crawled", "date_download", "scraped_at", "retrieved"],
    };

    private readonly Dictionary<string, string[]> _names;

    private JsonColumns(Dictionary<string, string[]> names) => _names = names;

    /// <summary>The names that lists commonly use.</summary>
    public static JsonColumns Default { get; } = new(Usual);

    /// <summary>What can be named.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Usual.Keys];

    /// <summary>The names tried for one of <see cref="All"/>.</summary>
    public IReadOnlyList<string> this[string column] => _names[column];

    /// <summary>Reads <c>text=body,title=headline</c>; what is not named keeps its usual names.</summary>
    /// <exception cref="FormatException">It names no column; the message says which there are.</exception>
    public static JsonColumns Parse(string written)
    {
        var names = new Dictionary<string, string[]>(Usual, StringComparer.Ordinal);
        foreach (var pair in written.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=');
            var column = equals < 0 ? pair : pair[..equals].Trim();
            if (equals <= 0 || equals == pair.Length - 1 || !Usual.ContainsKey(column))
                throw new FormatException($"'{pair}' names no column; write text=NAME, with one of {string.Join(", ", All)}.");
            names[column] = [pair[(equals + 1)..].Trim()];
        }
        return new JsonColumns(names);
    }

    /// <summary>As <see cref="Parse"/> reads it; empty for the usual names.</summary>
    public override string ToString() =>
        string.Join(',', _names.Where(n => !ReferenceEquals(n.Value, Usual[n.Key])).Select(n => $"{n.Key}={n.Value[0]}").Order(StringComparer.Ordinal));

    public bool Equals(JsonColumns? other) => other is not null && ToString() == other.ToString();

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());
}
