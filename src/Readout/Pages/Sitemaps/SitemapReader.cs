using System.Globalization;
using Readout.Pages.Feeds;
using Readout.Pages.Xml;

namespace Readout.Pages.Sitemaps;

/// <summary>Reads sitemaps, sitemap indexes and news sitemaps, as XML, as plain lists of addresses, or as feeds; compressed or not.</summary>
public static class SitemapReader
{
    /// <summary>The protocol's limit is 50 MB.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>The protocol's limit is 50,000; what goes far beyond is left out and <see cref="Sitemap.IsCut"/> says so.</summary>
    public const int MaxEntries = 200_000;

    /// <summary>Reads a sitemap.</summary>
    /// <param name="path">Where the bytes came from, for messages.</param>
    /// <param name="bytes">The file, compressed or not.</param>
    /// <param name="charset">What the server says of the encoding.</param>
    /// <exception cref="UnreadablePageException">The bytes hold no sitemap; the message names the input and a way on.</exception>
    public static Sitemap Read(string path, ReadOnlyMemory<byte> bytes, string? charset = null)
    {
        using var unpacked = Gzip.IsCompressed(bytes.Span) ? Gzip.Inflate(path, bytes, MaxBytes) : null;
        var content = unpacked?.Memory ?? bytes;
        if (content.Length == 0)
            throw new UnreadablePageException($"{path}: the sitemap is empty. Fetch it again, or leave it out.");
        if (content.Length > MaxBytes)
            throw new UnreadablePageException($"{path}: {content.Length} bytes are more than the {MaxBytes} a sitemap may have. Name the sitemaps of its index one by one.");
        return Read(path, Decoder.Decode(content.Span, charset).Text);
    }

    /// <summary>True where a text begins as a sitemap in XML does.</summary>
    internal static bool IsSitemap(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 4096));
        return head.Contains("<urlset", StringComparison.OrdinalIgnoreCase) || head.Contains("<sitemapindex", StringComparison.OrdinalIgnoreCase) || head.Contains(":urlset", StringComparison.OrdinalIgnoreCase);
    }

    private static Sitemap Read(string path, string text)
    {
        var head = text.AsSpan().TrimStart().TrimStart('\uFEFF').TrimStart();
        if (!head.StartsWith("<", StringComparison.Ordinal))
            return List(path, text);
        var list = new Entries();
        var root = LooseXml.Read(text, list.Take);
        switch (root?.LocalName)
        {
            case "urlset":
            case "sitemapindex":
                var isCut = list.IsFull || !Ends(text, root.LocalName);
                return new Sitemap(root.LocalName == "sitemapindex", list.Found, isCut);
            case "rss" or "rdf" or "feed":
                var feed = FeedReader.Read(path, text, null);
                return new Sitemap(false, [.. feed.Items.Where(i => WebAddress.IsWeb(i.Link)).Select(i => new SitemapEntry(i.Link!, i.Updated ?? i.Published))], feed.IsCut);
            case null:
                throw new UnreadablePageException($"{path}: the sitemap holds no element. Fetch it again, or leave it out.");
            default:
                throw new UnreadablePageException($"{path}: the outermost element is {root.LocalName}, which is no sitemap's. Open it to see what the server sent.");
        }
    }

    private static bool Ends(string text, string name)
    {
        var end = text.AsSpan().TrimEnd();
        end = end[Math.Max(0, end.Length - 200)..];
        return end.Contains("/" + name, StringComparison.OrdinalIgnoreCase) || end.Contains(":" + name + ">", StringComparison.OrdinalIgnoreCase);
    }

    // A plain list: one address a line, nothing else.
    private static Sitemap List(string path, string text)
    {
        var found = new List<SitemapEntry>();
        var isCut = false;
        foreach (var range in text.AsSpan().SplitAny('\n', '\r'))
        {
            var line = text.AsSpan(range).Trim().Trim('\uFEFF');
            if (!line.StartsWith("http", StringComparison.OrdinalIgnoreCase) || !WebAddress.IsWeb(line.ToString()))
                continue;
            if (isCut = found.Count >= MaxEntries)
                break;
            found.Add(new SitemapEntry(line.ToString(), null));
        }
        return found.Count > 0 ? new Sitemap(false, found, isCut)
            : throw new UnreadablePageException($"{path}: this is no sitemap: neither XML nor a list of addresses. Open it to see what the server sent.");
    }

    private sealed class Entries
    {
        public List<SitemapEntry> Found { get; } = [];

        public bool IsFull { get; private set; }

        public bool Take(XmlElement element)
        {
            if (element.Name is not ("url" or "sitemap") || element.Parent?.Name == "loc")
                return false;
            var before = Found.Count;
            SitemapEntry? entry = null;
            // A list whose <url> was forgotten now and then: each address takes what follows it.
            foreach (var child in element.Children)
            {
                if (child.Name == "loc")
                    entry = Add(FeedText.Plain(child.Text));
                else if (entry is not null)
                    Found[^1] = entry = With(entry, child);
            }
            if (Found.Count == before && !element.Children.Exists(c => c.Name == "loc"))
                Add(element.HasMarkup ? null : element.Text);
            return true;
        }

        private SitemapEntry? Add(string? address)
        {
            if (!WebAddress.IsWeb(address))
                return null;
            if (IsFull = Found.Count >= MaxEntries)
                return null;
            Found.Add(new SitemapEntry(address!, null));
            return Found[^1];
        }

        private static SitemapEntry With(SitemapEntry entry, XmlElement child) => child.Name switch
        {
            "lastmod" => entry with { Modified = FeedTime.Read(child.Text) },
            "changefreq" => entry with { Frequency = child.Text.ToLowerInvariant() },
            "priority" when double.TryParse(child.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) && weight is >= 0 and <= 1 => entry with { Priority = weight },
            "news:news" => entry with { News = News(child) },
            _ => entry,
        };

        private static SitemapNews News(XmlElement news)
        {
            var publication = news.Child("news:publication");
            return new SitemapNews(FeedText.Plain(news.Value("news:title")), FeedText.Plain(publication?.Value("news:name")), publication?.Value("news:language"), FeedTime.Read(news.Value("news:publication_date")));
        }
    }
}
