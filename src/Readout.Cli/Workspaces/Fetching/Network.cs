using Readout.Acquire;
using Readout.Cli.Settings;

namespace Readout.Cli.Workspaces.Fetching;

/// <summary>How the settings (<c>fetch.…</c>) say that the network is used.</summary>
internal static class Network
{
    public static FetchOptions Options(Shell shell)
    {
        var settings = new SettingsReader(shell);
        var whole = TimeSpan.FromSeconds(settings.Number("fetch.timeout"));
        var defaults = new FetchOptions();
        return defaults with
        {
            Agent = settings.Text("fetch.agent")!,
            Contact = settings.Text("fetch.contact"),
            WholeTimeout = whole,
            HeadTimeout = whole < defaults.HeadTimeout ? whole : defaults.HeadTimeout,
            MaxBytes = settings.Number("fetch.max-bytes"),
            MaxRetries = settings.Number("fetch.retries"),
            HostDelay = TimeSpan.FromSeconds(settings.Number("fetch.delay")),
            AllowedHosts = settings.List("fetch.allowed-hosts"),
            Proxy = settings.Text("fetch.proxy") is { Length: > 0 } proxy ? new Uri(proxy) : null,
        };
    }

    /// <summary>A fetcher for one run.</summary>
    public static Fetcher Fetcher(Shell shell) => new(Options(shell), shell.Time);
}
