using System.Net;

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

    /// <summary>Why it can't be served so; null where it can.</summary>
    public string? Fault => IPAddress.IsLoopback(Address)
        ? null
        : $"{Address} can be reached by others, and there are no accounts yet that would keep them out; leave --host out, or tunnel to this machine (ssh -L {Port}:127.0.0.1:{Port} …).";
}
