using Readout.Pages;

namespace Readout.Acquire;

/// <summary>How pages are fetched.</summary>
public sealed record FetchOptions
{
    /// <summary>The crawler's name, by which robots files know it.</summary>
    public string Agent { get; init; } = "Readout";

    /// <summary>Where a site's owner can complain: an address of mail or of a page. Sent with every request.</summary>
    public string? Contact { get; init; }

    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a server may take until it begins to answer.</summary>
    public TimeSpan HeadTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long an answer may take in all: what drips is cut off.</summary>
    public TimeSpan WholeTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The largest body, as it comes and unpacked.</summary>
    public int MaxBytes { get; init; } = PageReader.MaxBytes;

    public int MaxRedirects { get; init; } = 8;

    /// <summary>How often a fetch is tried again that failed for a reason that may pass.</summary>
    public int MaxRetries { get; init; } = 2;

    /// <summary>What the first wait before trying again is; it doubles each time.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait that a server can ask for; if it asks for more, the fetch fails and says until when.</summary>
    public TimeSpan MaxRetryAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The pause between two requests to one server; a longer one that its robots file asks for is kept.</summary>
    public TimeSpan HostDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause that a robots file can ask for.</summary>
    public TimeSpan MaxCrawlDelay { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether robots files are asked first.</summary>
    public bool ObeysRobots { get; init; } = true;

    /// <summary>Servers that may be asked though only this network can reach them: <c>intranet.example</c>, <c>127.0.0.1:8080</c>.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>A proxy that all requests go through; null for none. It must check by itself where names lead.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>What is said of oneself to every server.</summary>
    public string UserAgent => $"{Agent}/{typeof(FetchOptions).Assembly.GetName().Version?.ToString(2) ?? "0.1"} ({(Contact is null ? "reads news for its user" : Contact)})";
}
