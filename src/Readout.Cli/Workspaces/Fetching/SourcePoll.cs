using NodaTime;
using Readout.Acquire;
using Readout.Pages;
using Readout.Pages.Feeds;
using Readout.Pages.Sitemaps;
using Readout.Store.Sources;

namespace Readout.Cli.Workspaces.Fetching;

/// <summary>What came of asking a source.</summary>
/// <param name="Source">What is known of it from now on.</param>
/// <param name="Pages">The addresses that it names.</param>
internal sealed record Polled(Source Source, IReadOnlyList<Sighting> Pages)
{
    /// <summary>True where the server says that nothing changed.</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>Where it lives from now on; null where it stays.</summary>
    public string? Moved { get; init; }

    /// <summary>The feed as it came, for pages that can be had nowhere else.</summary>
    public ReadOnlyMemory<byte> Feed { get; init; }

    /// <summary>What else went wrong, a sentence each.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}

/// <summary>Asks a feed or sitemap once.</summary>
internal static class SourcePoll
{
    // Sites with more child sitemaps than that sort them by month; the latest are enough.
    private const int MostChildren = 50;

    public static async Task<Polled> Ask(Fetcher fetcher, Source source, Instant now, CancellationToken stop)
    {
        var (answer, failure) = await fetcher.Fetch(new FetchRequest(source.Address) { ETag = source.ETag, LastModified = source.Modified }, stop).ConfigureAwait(false);
        if (answer is null)
            return Failed(source, now, failure!.Message, failure.RetryAfter);
        if (answer.IsUnchanged)
            return new Polled(Well(source, answer, now), []) { IsUnchanged = true };
        try
        {
            return await Read(fetcher, source, answer, now, stop).ConfigureAwait(false);
        }
        catch (UnreadablePageException e)
        {
            return Failed(source, now, e.Message, null);
        }
    }

    /// <summary>Reads what a source answered.</summary>
    /// <exception cref="UnreadablePageException">It is neither feed nor sitemap.</exception>
    public static async Task<Polled> Read(Fetcher fetcher, Source source, Fetched answer, Instant now, CancellationToken stop)
    {
        var moved = answer.Permanent == source.Address ? null : answer.Permanent;
        if (source.Kind == SourceKind.Sitemap)
            return await Sitemap(fetcher, source, answer, now, stop).ConfigureAwait(false) with { Moved = moved };
        var feed = FeedReader.Read(source.Address, answer.Body, answer.Final, answer.Charset);
        var known = Well(source, answer, now) with
        {
            Title = feed.Title ?? source.Title,
            Ttl = feed.Ttl is { } minutes ? Duration.FromMinutes(Math.Clamp(minutes, 0, 60 * 24)) : MaxAge(answer),
            SkipHours = feed.SkipHours,
            SkipDays = feed.SkipDays,
        };
        return new Polled(known, [.. ListedPages.Of(feed, source, now)]) { Moved = moved, Feed = answer.Body, Problems = feed.IsCut ? [$"{source.Address}: the feed is cut off; what stands before is read."] : [] };
    }

    private static async Task<Polled> Sitemap(Fetcher fetcher, Source source, Fetched answer, Instant now, CancellationToken stop)
    {
        var root = SitemapReader.Read(source.Address, answer.Body, answer.Charset);
        if (!root.IsIndex)
            return new Polled(Well(source, answer, now), [.. ListedPages.Of(root, source, now)]);
        var pages = new List<Sighting>();
        var problems = new List<string>();
        var children = Children(root, source);
        // said when it is first read; later rounds ask for what changed since
        if (source.Asked is null && children.Count < root.Entries.Count && children.Count == MostChildren)
            problems.Add($"{source.Address}: of its {root.Entries.Count} sitemaps the latest {MostChildren} are read. Add an older one by its own address where its pages are wanted.");
        foreach (var child in children)
        {
            var (part, failure) = await fetcher.Fetch(new FetchRequest(child.Address), stop).ConfigureAwait(false);
            try
            {
                if (part is null)
                    problems.Add(failure!.Message);
                else
                    pages.AddRange(ListedPages.Of(SitemapReader.Read(child.Address, part.Body, part.Charset), source, now));
            }
            catch (UnreadablePageException e)
            {
                problems.Add(e.Message);
            }
        }
        // An index stays the same while its parts change, so it bears no mark.
        return new Polled(Well(source, answer, now) with { ETag = null, Modified = null }, pages) { Problems = problems };
    }

    // Those that changed since the last time, as far as the index tells; the latest first.
    private static List<SitemapEntry> Children(Sitemap index, Source source)
    {
        var since = source.Asked is { } asked ? asked - Duration.FromDays(1) : source.Since?.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
        return
        [
            .. index.Entries.Where(e => e.Modified?.Moment is not { } changed || since is null || changed >= since)
                .OrderByDescending(e => e.Modified?.Moment ?? Instant.MaxValue).ThenByDescending(e => e.Address, StringComparer.Ordinal).Take(MostChildren),
        ];
    }

    private static Source Well(Source source, Fetched answer, Instant now) => source with
    {
        Asked = now, Failures = 0, Failure = null, Wait = null, Ttl = MaxAge(answer) ?? source.Ttl,
        // The marks are of the address that was asked; behind a redirect lies another.
        ETag = answer.Redirects.Count > 0 ? null : answer.ETag ?? (answer.IsUnchanged ? source.ETag : null),
        Modified = answer.Redirects.Count > 0 ? null : answer.LastModified ?? (answer.IsUnchanged ? source.Modified : null),
    };

    private static Duration? MaxAge(Fetched answer) => answer.MaxAge is { } age ? Duration.FromTimeSpan(age < TimeSpan.FromDays(1) ? age : TimeSpan.FromDays(1)) : null;

    private static Polled Failed(Source source, Instant now, string message, TimeSpan? wait) => new(
        source with { Asked = now, Failures = source.Failures + 1, Failure = message, Wait = wait is { } time ? now + Duration.FromTimeSpan(time) : null }, []) { Problems = [message] };
}
