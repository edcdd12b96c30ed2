using System.Collections.Concurrent;

namespace Readout.Acquire;

/// <summary>The robots files of the servers asked lately.</summary>
/// <param name="get">Fetches an address without asking for robots.</param>
/// <param name="time">How old they get.</param>
internal sealed class RobotsCache(Func<string, CancellationToken, Task<FetchResult>> get, TimeProvider time)
{
    // RFC 9309, section 2.4: no longer than a day.
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(24);
    private static readonly TimeSpan Failed = TimeSpan.FromMinutes(10);

    private sealed record Known(RobotsFile? File, FetchFailure? Failure, long At, TimeSpan For);

    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The file that holds for an address, or why it can't be known.</summary>
    public async Task<(RobotsFile? File, FetchFailure? Failure)> For(Uri address, CancellationToken stop)
    {
        var origin = address.GetLeftPart(UriPartial.Authority);
        if (_known.TryGetValue(origin, out var known) && time.GetElapsedTime(known.At) < known.For)
            return (known.File, known.Failure);
        var (answer, failure) = await get(origin + "/robots.txt", stop).ConfigureAwait(false);
        known = answer is not null ? new Known(RobotsFile.Read(answer.Body.Span), null, time.GetTimestamp(), Fresh)
            // The site has none, or won't show it: everything may be fetched.
            : failure is { Problem: FetchProblem.Status, Status: >= 400 and < 500 and not 429 } or { Problem: FetchProblem.Redirects } ? new Known(RobotsFile.Open, null, time.GetTimestamp(), Fresh)
            : failure is { Problem: FetchProblem.TooLarge } ? new Known(RobotsFile.Open, null, time.GetTimestamp(), Fresh)
            // It has one that can't be had: nothing may be fetched until it can.
            : new Known(null, failure, time.GetTimestamp(), Failed);
        _known[origin] = known;
        return (known.File, known.Failure);
    }
}
