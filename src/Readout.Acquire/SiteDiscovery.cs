using Readout.Pages;
using Readout.Pages.Feeds;

namespace Readout.Acquire;

/// <summary>What can be followed of a site.</summary>
/// <param name="Feeds">Feeds that its page names.</param>
/// <param name="Sitemaps">Sitemaps that its robots file names.</param>
/// <param name="Failure">Why its page could not be read; null where it was.</param>
public sealed record SiteSources(IReadOnlyList<FeedLink> Feeds, IReadOnlyList<string> Sitemaps, FetchFailure? Failure = null);

/// <summary>Here is a site: which feeds and sitemaps does it have?</summary>
public static class SiteDiscovery
{
    /// <summary>Looks at the site's page and its robots file. An address that is itself a feed is found as such.</summary>
    public static async Task<SiteSources> Find(Fetcher fetcher, string address, CancellationToken stop = default)
    {
        var (answer, failure) = await fetcher.Fetch(address, stop).ConfigureAwait(false);
        var robots = await fetcher.Robots(answer?.Final ?? address, stop).ConfigureAwait(false);
        IReadOnlyList<string> sitemaps = [.. (robots?.Sitemaps ?? []).Select(s => WebAddress.Resolve(answer?.Final ?? address, s)).OfType<string>().Where(WebAddress.IsWeb).Distinct(StringComparer.Ordinal)];
        if (answer is null)
            return new SiteSources([], sitemaps, failure);
        try
        {
            var feed = FeedReader.Read(answer.Final, answer.Body, answer.Final, answer.Charset);
            return new SiteSources([new FeedLink(answer.Final, feed.Title, answer.MediaType ?? "application/xml")], sitemaps);
        }
        catch (UnreadablePageException)
        {
            return new SiteSources(FeedLinks.Find(answer.Body, answer.Final, answer.Charset), sitemaps);
        }
    }
}
