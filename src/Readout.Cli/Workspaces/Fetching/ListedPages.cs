using NodaTime;
using Readout.Acquire;
using Readout.Pages;
using Readout.Pages.Feeds;
using Readout.Pages.Sitemaps;
using Readout.Store.Sources;

namespace Readout.Cli.Workspaces.Fetching;

/// <summary>From what a feed or sitemap lists to addresses to be fetched.</summary>
internal static class ListedPages
{
    /// <summary>The items of a feed that have a page.</summary>
    public static IEnumerable<Sighting> Of(Feed feed, Source source, Instant now) =>
        feed.Items.Select(i => Of(i.Link, source, now, (i.Published ?? i.Updated)?.Moment, i.Updated?.Moment, feed.Says(i))).OfType<Sighting>();

    /// <summary>The pages of a sitemap.</summary>
    public static IEnumerable<Sighting> Of(Sitemap sitemap, Source source, Instant now) =>
        sitemap.Entries.Select(e => Of(e.Address, source, now, (e.News?.Published ?? e.Modified)?.Moment, e.Modified?.Moment, Facts(e))).OfType<Sighting>();

    // What it dates too early is kept as seen, and never asked for.
    private static Sighting? Of(string? address, Source source, Instant now, Instant? dated, Instant? changed, IReadOnlyList<BorneFact> listed)
    {
        if (address is null || AddressKey.Of(address) is not { } key)
            return null;
        var isOld = source.Since is { } since && dated < since.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
        // Undated, and there when the source was first looked at: it says nothing about how often something new appears.
        var appeared = dated is { } day ? Instant.Min(day, now) : source.Asked is null ? (Instant?)null : now;
        return new Sighting(key, address, source.Address, now) { Listed = listed, Appeared = appeared, Changed = changed, Next = isOld ? null : now };
    }

    private static List<BorneFact> Facts(SitemapEntry entry)
    {
        var facts = new List<BorneFact>();
        void Add(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
                facts.Add(new BorneFact(name, value));
        }
        Add("title", entry.News?.Title);
        Add("published", entry.News?.Published?.Words);
        Add("outlet", entry.News?.Outlet);
        Add("language", entry.News?.Language);
        return facts;
    }
}
