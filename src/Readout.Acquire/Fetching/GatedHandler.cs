using System.Net;

namespace Readout.Acquire;

/// <summary>Connections that lead nowhere an address gate refuses.</summary>
internal static class GatedHandler
{
    public static SocketsHttpHandler Of(FetchOptions options, AddressGate gate)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,     // unpacked by the reader, within bounds
            ConnectTimeout = options.ConnectTimeout + TimeSpan.FromSeconds(1),
            MaxResponseHeadersLength = 64,      // KB
            MaxConnectionsPerServer = 2,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),     // a name may come to mean another server
            Proxy = options.Proxy is null ? null : new WebProxy(options.Proxy),
            UseProxy = options.Proxy is not null,
            ActivityHeadersPropagator = null,
        };
        // A proxy connects by itself; what it is told to reach was checked as far as the address shows.
        if (options.Proxy is null)
            handler.ConnectCallback = (context, stop) => gate.Connect(context.DnsEndPoint, options.ConnectTimeout, stop);
        return handler;
    }
}
