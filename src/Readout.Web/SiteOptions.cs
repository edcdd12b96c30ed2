using System.Net;
using System.Security.Cryptography.X509Certificates;
using Readout.Acquire;

namespace Readout.Web;

/// <summary>How a workspace is served.</summary>
/// <param name="Folder">The workspace's <c>.readout</c> folder.</param>
/// <param name="Who">Who looks and corrects while there are no accounts.</param>
/// <param name="Address">Where it listens.</param>
/// <param name="Port">0 for any that is free.</param>
public sealed record SiteOptions(string Folder, string Who, IPAddress Address, int Port)
{
    /// <summary>The largest request that is read.</summary>
    public const long MostBytes = 64 << 20;

    /// <summary>Readout's version, for what names the program that wrote it.</summary>
    public string Version { get; init; } = "";

    /// <summary>Names that it answers to where others can reach it; none for any.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Addresses of proxies whose word on who asks is taken.</summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <summary>What it shows for TLS; null for none.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>The port that originals are shown from, apart from everything else; 0 for any that is free, where only this machine can come, and for none elsewhere.</summary>
    public int CapturePort { get; init; }

    /// <summary>Originals are shown in a frame; else as text alone.</summary>
    public bool HasCaptures => Proxies.Count == 0 && (CapturePort != 0 || IPAddress.IsLoopback(Address));

    /// <summary>How an address that somebody adds is asked.</summary>
    public FetchOptions Fetch { get; init; } = new();

    /// <summary>Requests a minute from one address, where others can reach it.</summary>
    public int Rate { get; init; } = 600;

    /// <summary>The OpenTelemetry collector that is told how long things took; null for none.</summary>
    public Uri? Otlp { get; init; }

    /// <summary>Only this machine can come, so nobody is asked who they are. A proxy lets others in, wherever it listens itself.</summary>
    public bool IsOpen => IPAddress.IsLoopback(Address) && Proxies.Count == 0;

    /// <summary>What goes over the network can be read on its way.</summary>
    public bool IsReadable => !IPAddress.IsLoopback(Address) && Certificate is null && Proxies.Count == 0;

    /// <summary>Why it can't be served so; null where it can.</summary>
    /// <param name="hasAccounts">There is an account or a token.</param>
    public string? Fault(bool hasAccounts) => IsOpen || hasAccounts
        ? null
        : $"{Address}, port {Port}, can be reached by others, and nobody has an account or a token yet: 'readout user add NAME --role admin' makes an account, 'readout token add NAME' a token; without --host it answers to this machine alone.";
}
