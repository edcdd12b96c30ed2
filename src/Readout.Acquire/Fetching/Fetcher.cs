using System.Net;
using NodaTime;
using Polly;
using Polly.Retry;

namespace Readout.Acquire;

/// <summary>
/// Fetches pages over HTTP, with manners (robots files, one request at a time to each server, an honest name) and with care:
/// whatever a server does, a fetch ends in bounded time and memory, and never reaches where it may not. One for a whole run.
/// </summary>
public sealed class Fetcher : IDisposable
{
    private readonly FetchOptions _options;
    private readonly AddressGate _gate;
    private readonly HttpExchange _exchange;
    private readonly HostTurns _turns;
    private readonly RobotsCache _robots;
    private readonly ResiliencePipeline<FetchResult> _retry;

    /// <param name="options">How pages are fetched; null for the defaults.</param>
    /// <param name="time">The clock that pauses and retries go by; null for the machine's.</param>
    public Fetcher(FetchOptions? options = null, TimeProvider? time = null)
    {
        _options = options ?? new FetchOptions();
        time ??= TimeProvider.System;
        _gate = new AddressGate(_options.AllowedHosts);
        _exchange = new HttpExchange(_options, _gate, time);
        _turns = new HostTurns(time);
        _robots = new RobotsCache((address, stop) => Retried(new FetchRequest(address) { Accept = "text/plain,*/*;q=0.5" }, asksRobots: false, stop), time);
        _retry = new ResiliencePipelineBuilder<FetchResult> { TimeProvider = time }
            .AddRetry(Retry())
            .Build();
    }

    /// <summary>Fetches a page. Never throws for what a server does; only if <paramref name="stop"/> says so.</summary>
    public Task<FetchResult> Fetch(FetchRequest request, CancellationToken stop = default) => Retried(request, _options.ObeysRobots, stop);

    /// <summary>Fetches a page.</summary>
    public Task<FetchResult> Fetch(string address, CancellationToken stop = default) => Fetch(new FetchRequest(address), stop);

    /// <summary>The robots file that holds for an address; null where it can't be had.</summary>
    public async Task<RobotsFile?> Robots(string address, CancellationToken stop = default) =>
        _gate.Check(address).Address is { } uri ? (await _robots.For(uri, stop).ConfigureAwait(false)).File : null;

    public void Dispose() => _exchange.Dispose();

    private RetryStrategyOptions<FetchResult> Retry() => new()
    {
        ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Result?.Failure is { MayPass: true } failure && !(failure.RetryAfter > _options.MaxRetryAfter)),
        MaxRetryAttempts = Math.Max(1, _options.MaxRetries),
        Delay = _options.RetryDelay,
        MaxDelay = _options.MaxRetryAfter,
        BackoffType = DelayBackoffType.Exponential,
        // Polly's own delay where the server asks for none.
        DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result?.Failure?.RetryAfter),
    };

    private async Task<FetchResult> Retried(FetchRequest request, bool asksRobots, CancellationToken stop) =>
        _options.MaxRetries < 1
            ? await Follow(request, asksRobots, stop).ConfigureAwait(false)
            : await _retry.ExecuteAsync(async inner => await Follow(request, asksRobots, inner).ConfigureAwait(false), stop).ConfigureAwait(false);

    // Redirects are followed by hand: each address is checked as the first one was.
    private async Task<FetchResult> Follow(FetchRequest request, bool asksRobots, CancellationToken stop)
    {
        var redirects = new List<Redirect>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (address, failure) = _gate.Check(request.Address);
        while (true)
        {
            if (failure is not null)
                return redirects.Count == 0 ? failure : failure with { Message = $"{failure.Message} {Via(request, redirects)}" };
            if (!seen.Add(address!.AbsoluteUri))
                return new FetchFailure(FetchProblem.Redirects, request.Address, $"{request.Address}: redirects lead in a circle, back to {address}. Open it in a browser and take the address it ends at.");
            if (redirects.Count > _options.MaxRedirects)
                return new FetchFailure(FetchProblem.Redirects, request.Address, $"{request.Address}: more than {_options.MaxRedirects} redirects. Open it in a browser and take the address it ends at.");
            var (pause, forbidden) = asksRobots ? await AskRobots(address, stop).ConfigureAwait(false) : (_options.HostDelay, null);
            if (forbidden is not null)
                return forbidden;
            HttpAnswer answer;
            using (await _turns.Wait(address, pause, stop).ConfigureAwait(false))
                answer = await _exchange.Ask(address, request, redirects.Count == 0, stop).ConfigureAwait(false);
            if (answer.Failure is not null)
                return answer.Failure;
            if (answer.Location is null)
                return answer.Fetched! with { Requested = request.Address, Redirects = redirects };
            var (next, wrong) = _gate.Check(answer.Location, address.AbsoluteUri);
            redirects.Add(new Redirect(address.AbsoluteUri, next?.AbsoluteUri ?? answer.Location, answer.Status));
            (address, failure) = (next, wrong);
        }
    }

    private async Task<(TimeSpan Pause, FetchFailure? Forbidden)> AskRobots(Uri address, CancellationToken stop)
    {
        var (robots, failure) = await _robots.For(address, stop).ConfigureAwait(false);
        if (robots is null)
        {
            return (default, failure! with
            {
                Problem = failure.Problem is FetchProblem.Refused ? FetchProblem.Refused : FetchProblem.Robots,
                Address = address.AbsoluteUri,
                Message = $"{address}: the site's robots.txt can't be had, and without it nothing is fetched ({failure.Message}) Try again later.",
            });
        }
        if (!robots.Allows(_options.Agent, address.AbsoluteUri))
            return (default, new FetchFailure(FetchProblem.Robots, address.AbsoluteUri, $"{address}: the site's robots.txt asks {_options.Agent} not to fetch this. Save the page yourself and add the file."));
        var asked = robots.Delay(_options.Agent) ?? TimeSpan.Zero;
        var pause = asked > _options.HostDelay ? asked : _options.HostDelay;
        return (pause < _options.MaxCrawlDelay ? pause : _options.MaxCrawlDelay, null);
    }

    private static string Via(FetchRequest request, List<Redirect> redirects) =>
        $"({request.Address} led there{(redirects.Count > 1 ? $" in {redirects.Count} steps" : "")}.)";
}
