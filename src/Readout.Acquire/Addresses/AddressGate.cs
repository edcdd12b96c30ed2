using System.Net;
using System.Net.Sockets;
using Readout.Pages;

namespace Readout.Acquire;

/// <summary>Which addresses may be fetched: pages of the web, from servers that anybody can reach, unless a server is allowed by name.</summary>
/// <param name="allowed">Hosts that may be asked though their address is private: <c>intranet.example</c>, <c>127.0.0.1:8080</c>.</param>
internal sealed class AddressGate(IReadOnlyCollection<string> allowed)
{
    private readonly HashSet<string> _allowed = new(allowed.Select(a => a.Trim().TrimEnd('.')), StringComparer.OrdinalIgnoreCase);

    /// <summary>The address to ask, or why it is refused.</summary>
    public (Uri? Address, FetchFailure? Failure) Check(string written, string? from = null)
    {
        var whole = WebAddress.Resolve(from, written.Trim());
        if (whole is null || !Uri.TryCreate(whole, UriKind.Absolute, out var uri))
            return (null, new(FetchProblem.BadAddress, written, $"{Shown(written)}: this is no address. Write it whole, with https:// before it."));
        if (uri.Scheme is not ("http" or "https"))
            return (null, new(FetchProblem.Refused, written, $"{Shown(written)}: only http and https are fetched, not {uri.Scheme}. Save the page as a file and add that."));
        if (uri.UserInfo.Length > 0)
            return (null, new(FetchProblem.Refused, uri.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped), $"{uri.Host}: the address bears a name or password, which would be stored and shown. Leave it out."));
        if (uri.Host.Length == 0)
            return (null, new(FetchProblem.BadAddress, written, $"{Shown(written)}: the address names no server."));
        if (IPAddress.TryParse(uri.IdnHost.Trim('[', ']'), out var literal) && Refusal(uri.IdnHost, uri.Port, literal) is { } refusal)
            return (null, new(FetchProblem.Refused, whole, $"{Shown(whole)}: {refusal}"));
        return (uri, null);
    }

    /// <summary>Why a server's address is refused, as a sentence that says how to allow it; null where it may be asked.</summary>
    public string? Refusal(string host, int port, IPAddress address)
    {
        if (NetworkAddress.Refusal(address) is not { } kind || IsAllowed(host, port))
            return null;
        return $"{host} is at {address}, which is {kind}; pages are fetched only from servers that anybody can reach. If it is meant, allow it by name (setting fetch.allowed-hosts: {host}).";
    }

    /// <summary>Connects to a server by an address that was checked: what a name means may change between two look-ups.</summary>
    public async ValueTask<Stream> Connect(DnsEndPoint server, TimeSpan timeout, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(timeout);
        try
        {
            var host = server.Host.Trim('[', ']');
            var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, limit.Token).ConfigureAwait(false);
            foreach (var address in addresses)
            {
                // One private address among public ones is no accident: none is asked.
                if (Refusal(host, server.Port, address) is { } refusal)
                    throw new RefusedServerException(refusal);
            }
            return await ConnectAny(addresses, server.Port, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!stop.IsCancellationRequested)
        {
            throw new TimeoutException($"no connection after {timeout.TotalSeconds:0.#} s", e);
        }
    }

    private static async Task<Stream> ConnectAny(IPAddress[] addresses, int port, CancellationToken stop)
    {
        SocketException? failure = null;
        foreach (var address in addresses)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, port), stop).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException e)
            {
                failure = e;
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
        throw failure ?? new SocketException((int)SocketError.HostNotFound);
    }

    private bool IsAllowed(string host, int port)
    {
        var bare = host.Trim('[', ']').TrimEnd('.');
        return _allowed.Contains(bare) || _allowed.Contains($"{bare}:{port}") || _allowed.Contains($"[{bare}]:{port}");
    }

    // Messages go to terminals and logs.
    private static string Shown(string address) => new([.. address.Take(300).Where(c => !char.IsControl(c))]);
}

/// <summary>A server that may not be asked.</summary>
internal sealed class RefusedServerException : Exception
{
    public RefusedServerException()
    {
    }

    public RefusedServerException(string message)
        : base(message)
    {
    }

    public RefusedServerException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
