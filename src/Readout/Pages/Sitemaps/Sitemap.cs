using Readout.Pages.Feeds;

namespace Readout.Pages.Sitemaps;

/// <summary>What a site says it has: pages, or other sitemaps.</summary>
/// <param name="IsIndex">True where the entries are sitemaps.</param>
/// <param name="Entries">In the file's order.</param>
/// <param name="IsCut">True where the file ended before its list did, or lists more than is read.</param>
public sealed record Sitemap(bool IsIndex, IReadOnlyList<SitemapEntry> Entries, bool IsCut);

/// <summary>A page or a sitemap that a sitemap lists.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Modified">When it last changed, as the site says.</param>
/// <param name="News">What a news sitemap says of it; null in others.</param>
public sealed record SitemapEntry(string Address, FeedTime? Modified, SitemapNews? News = null)
{
    /// <summary>How often it changes, as written: <c>daily</c>.</summary>
    public string? Frequency { get; init; }

    /// <summary>The site's own weight for it, 0 to 1.</summary>
    public double? Priority { get; init; }
}

/// <summary>What a news sitemap says of an article.</summary>
public sealed record SitemapNews(string? Title, string? Outlet, string? Language, FeedTime? Published);
