using Readout.Acquire;
using Readout.Cli.Workspaces.Fetching;
using Readout.Pages;
using Readout.Store;
using Readout.Store.Sources;

namespace Readout.Cli.Workspaces.Adding;

/// <summary>Takes in what lies at web addresses: a page, a feed or sitemap to be followed, a list of pages.</summary>
internal sealed class AddressIntake(Shell shell, Workspace workspace, PageIntake pages, SourceIntake sources, FileIntake files)
{
    /// <param name="follow">The address is a site's: its feeds and sitemaps are meant.</param>
    public async Task Take(Fetcher fetcher, string address, bool follow)
    {
        var (answer, failure) = await fetcher.Fetch(address).ConfigureAwait(false);
        if (answer is null)
        {
            pages.Fail(address, Without(failure!.Message, address));
            return;
        }
        try
        {
            await Take(fetcher, answer, follow).ConfigureAwait(false);
        }
        catch (UnreadablePageException e)
        {
            pages.Fail(address, Without(e.Message, address));
        }
    }

    private async Task Take(Fetcher fetcher, Fetched answer, bool follow)
    {
        var head = answer.Body[..Math.Min(answer.Body.Length, PageContainers.HeadLength)];
        switch (PageContainers.KindOf(answer.Final, head))
        {
            case "feed":
                await Follow(fetcher, answer, SourceKind.Feed).ConfigureAwait(false);
                break;
            case "sitemap":
                await Follow(fetcher, answer, SourceKind.Sitemap).ConfigureAwait(false);
                break;
            case "opml":
                sources.TakeFeeds(answer.Final, answer.Body);
                break;
            case { }:
                files.TakeList(answer.Final, answer.Body);
                break;
            default:
                if (follow)
                    await Discover(fetcher, answer).ConfigureAwait(false);
                else
                    TakePage(answer);
                break;
        }
    }

    private async Task Follow(Fetcher fetcher, Fetched answer, SourceKind kind)
    {
        var polled = await SourcePoll.Read(fetcher, sources.Of(kind, answer.Permanent), answer, shell.Clock.GetCurrentInstant(), CancellationToken.None).ConfigureAwait(false);
        foreach (var problem in polled.Problems)
            pages.Fail(answer.Requested, Without(problem, answer.Requested));
        sources.Take(polled);
    }

    private async Task Discover(Fetcher fetcher, Fetched answer)
    {
        var (feeds, maps, _) = await SiteDiscovery.Find(fetcher, answer.Final).ConfigureAwait(false);
        foreach (var feed in feeds)
            sources.Take(sources.Of(SourceKind.Feed, feed.Address, feed.Title, answer.Final));
        foreach (var map in maps)
            sources.Take(sources.Of(SourceKind.Sitemap, map, via: answer.Final));
        if (feeds.Count + maps.Count == 0)
            pages.Fail(answer.Requested, "the site names no feed and no sitemap; add the address of one, or leave --follow out to take the page in.");
    }

    // A page that somebody named is looked at again as others are.
    private void TakePage(Fetched answer)
    {
        if (answer.Body.IsEmpty)
            throw new UnreadablePageException($"{answer.Requested}: the server sent an empty page. Try again later.");
        var now = shell.Clock.GetCurrentInstant();
        var look = PageLook.Of(new Sighting(AddressKey.Of(answer.Final) ?? answer.Final, answer.Final, null, now), answer with { Redirects = [] }, now);
        if (look.Page is not { } page)
            throw new UnreadablePageException(look.Problem!);
        pages.Take(page);
        pages.Flush(() => workspace.Sightings.See([look.Sighting]));
    }

    private static string Without(string message, string name) => message.StartsWith(name + ": ", StringComparison.Ordinal) ? message[(name.Length + 2)..] : message;
}
