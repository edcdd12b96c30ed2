using NodaTime;
using Readout.Cli.Workspaces.Fetching;
using Readout.Pages.Feeds;
using Readout.Pages.Sitemaps;
using Readout.Store;
using Readout.Store.Sources;

namespace Readout.Cli.Workspaces.Adding;

/// <summary>Takes in what names pages and holds none: feeds, lists of feeds, sitemaps, folders to be looked into.</summary>
/// <param name="since">What a source dates before this day is left alone; null for what suits its kind.</param>
internal sealed class SourceIntake(Shell shell, Workspace workspace, LocalDate? since)
{
    // A sitemap lists years; whoever wants them says so.
    private static readonly Period s_recent = Period.FromDays(7);

    /// <summary>Sources that are new.</summary>
    public int Added { get; private set; }

    /// <summary>Sources that were there already.</summary>
    public int Known { get; private set; }

    /// <summary>Addresses that are new and wait to be fetched.</summary>
    public int Addresses { get; private set; }

    /// <summary>A source as it is before it was asked.</summary>
    public Source Of(SourceKind kind, string address, string? title = null, string? via = null)
    {
        var now = shell.Clock.GetCurrentInstant();
        return new Source(address, kind, title, via, since ?? (kind == SourceKind.Sitemap ? now.InUtc().Date - s_recent : null), now);
    }

    /// <summary>Follows a source from now on.</summary>
    public void Take(Source source)
    {
        if (workspace.Sources.Add(source))
            Added++;
        else
            Known++;
    }

    /// <summary>Follows a source that was asked just now.</summary>
    public void Take(Polled polled)
    {
        Take(polled.Source);
        workspace.Sources.Put(polled.Source);
        Addresses += workspace.Sightings.See(polled.Pages);
    }

    /// <summary>Follows the feeds of a list.</summary>
    /// <param name="name">The list's path or address.</param>
    public void TakeFeeds(string name, ReadOnlyMemory<byte> list)
    {
        foreach (var entry in Opml.Read(name, list))
            Take(Of(SourceKind.Feed, entry.Feed, entry.Title, name));
    }

    /// <summary>Takes the addresses of a sitemap that is a file.</summary>
    public void TakeSitemap(string name, ReadOnlyMemory<byte> file)
    {
        var sitemap = SitemapReader.Read(name, file);
        if (sitemap.IsIndex)
        {
            foreach (var entry in sitemap.Entries)
                Take(Of(SourceKind.Sitemap, entry.Address, via: name));
            return;
        }
        var source = Of(SourceKind.Sitemap, name) with { Since = since };
        Addresses += workspace.Sightings.See(ListedPages.Of(sitemap, source, shell.Clock.GetCurrentInstant()));
    }
}
