using NodaTime;
using Readout.Acquire;
using Readout.Pages;
using Readout.Store;
using Readout.Store.Sources;

namespace Readout.Cli.Workspaces.Fetching;

/// <summary>What a look at an address gave: the page to be kept, and when to look again.</summary>
/// <param name="Sighting">What is known of the address from now on.</param>
/// <param name="Page">The page that came; null where none did.</param>
/// <param name="Problem">Why none came; null where the server says that nothing changed.</param>
internal sealed record PageLook(Sighting Sighting, IncomingPage? Page, string? Problem)
{
    private const int MostAttempts = 8;

    private static readonly Duration s_first = Duration.FromMinutes(10);
    private static readonly Duration s_longest = Duration.FromDays(1);

    /// <summary>What follows from what a server answered.</summary>
    public static PageLook Of(Sighting sighting, FetchResult result, Instant now)
    {
        // A clock that was set back: what was seen in days to come was seen now.
        var known = sighting with { Fetched = sighting.Fetched is { } at ? Instant.Min(at, now) : null, Looked = now };
        if (result.Answer is not { } answer)
            return Failed(known, result.Failure!, now);
        if (NoPage(answer) is { } kind)
            return new PageLook(known with { Next = null, Failure = $"it is no page but {kind}" }, null, $"{sighting.Address}: it is no page but {kind}.");
        var well = known with
        {
            Fetched = known.Fetched ?? now,
            Next = RecheckSchedule.Default.Next(known.Fetched ?? now, now),
            Attempts = 0,
            Failure = null,
            ETag = answer.Redirects.Count > 0 ? null : answer.ETag ?? (answer.IsUnchanged ? known.ETag : null),
            Modified = answer.Redirects.Count > 0 ? null : answer.LastModified ?? (answer.IsUnchanged ? known.Modified : null),
        };
        return new PageLook(well, answer.IsUnchanged ? null : PageOf(answer, sighting), null);
    }

    /// <summary>The page of an answer.</summary>
    /// <param name="sighting">What is known of its address before.</param>
    public static IncomingPage PageOf(Fetched answer, Sighting sighting) =>
        new(answer.Final, AddressKey.Of(answer.Final) ?? sighting.Key, answer.Body, sighting.Source, answer.Bearer with { Listed = sighting.Listed });

    /// <summary>The same look where the feed itself bears the text of a page that can't be had.</summary>
    public PageLook With(ContainedPage page, Instant now) =>
        new(Sighting with { Fetched = now, Next = null }, new IncomingPage(Sighting.Address, Sighting.Key, page.Bytes, Sighting.Source, page.Bearer), null);

    private static PageLook Failed(Sighting known, FetchFailure failure, Instant now)
    {
        var attempts = known.Attempts + 1;
        var pause = Duration.Min(s_longest, s_first * (1L << Math.Min(attempts - 1, 10)));
        if (failure.RetryAfter is { } wait)
            pause = Duration.Max(pause, Duration.Min(Duration.FromTimeSpan(wait), Duration.FromDays(7)));
        // A page that came once is looked at again all the same: whether it is gone for good is worth knowing.
        Instant? next = failure.MayPass && attempts < MostAttempts ? now + pause : known.Fetched is { } first ? RecheckSchedule.Default.Next(first, now) : null;
        return new PageLook(known with { Next = next, Attempts = attempts, Failure = failure.Message }, null, failure.Message);
    }

    private static string? NoPage(Fetched answer) => answer.IsUnchanged ? null : answer.MediaType switch
    {
        { } type when type.StartsWith("image/", StringComparison.Ordinal) || type.StartsWith("video/", StringComparison.Ordinal) || type.StartsWith("audio/", StringComparison.Ordinal) || type.StartsWith("font/", StringComparison.Ordinal) => type,
        "application/pdf" or "application/zip" or "application/msword" or "application/epub+zip" => answer.MediaType,
        _ => null,
    };
}
