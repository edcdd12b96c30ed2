using System.Net;
using System.Net.Sockets;

namespace Readout.Acquire;

/// <summary>May this address be asked for pages? Only what anybody on the internet can reach may.</summary>
internal static class NetworkAddress
{
    // IANA's registries of special-purpose addresses: whatever is not globally reachable, and what carries another address inside.
    private static readonly (IPNetwork Network, string Kind)[] Special =
    [
        (IPNetwork.Parse("0.0.0.0/8"), "this network's own"),
        (IPNetwork.Parse("10.0.0.0/8"), "private"),
        (IPNetwork.Parse("100.64.0.0/10"), "shared by a provider's customers"),
        (IPNetwork.Parse("127.0.0.0/8"), "this machine's own"),
        (IPNetwork.Parse("169.254.0.0/16"), "link-local"),
        (IPNetwork.Parse("172.16.0.0/12"), "private"),
        (IPNetwork.Parse("192.0.0.0/24"), "reserved"),
        (IPNetwork.Parse("192.0.2.0/24"), "for documentation"),
        (IPNetwork.Parse("192.88.99.0/24"), "reserved"),
        (IPNetwork.Parse("192.168.0.0/16"), "private"),
        (IPNetwork.Parse("198.18.0.0/15"), "for benchmarks"),
        (IPNetwork.Parse("198.51.100.0/24"), "for documentation"),
        (IPNetwork.Parse("203.0.113.0/24"), "for documentation"),
        (IPNetwork.Parse("224.0.0.0/4"), "multicast"),
        (IPNetwork.Parse("240.0.0.0/4"), "reserved"),
        (IPNetwork.Parse("::/128"), "this network's own"),
        (IPNetwork.Parse("::1/128"), "this machine's own"),
        (IPNetwork.Parse("100::/64"), "discarded"),
        (IPNetwork.Parse("64:ff9b:1::/48"), "private"),
        (IPNetwork.Parse("2001::/23"), "reserved"),
        (IPNetwork.Parse("2001:db8::/32"), "for documentation"),
        (IPNetwork.Parse("3fff::/20"), "for documentation"),
        (IPNetwork.Parse("5f00::/16"), "reserved"),
        (IPNetwork.Parse("fc00::/7"), "private"),
        (IPNetwork.Parse("fe80::/10"), "link-local"),
        (IPNetwork.Parse("fec0::/10"), "private"),
        (IPNetwork.Parse("ff00::/8"), "multicast"),
    ];

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Compatible = IPNetwork.Parse("::/96");

    /// <summary>Why an address is refused; null where anybody can reach it.</summary>
    public static string? Refusal(IPAddress address)
    {
        foreach (var one in Meant(address))
        {
            foreach (var (network, kind) in Special)
            {
                if (network.BaseAddress.AddressFamily == one.AddressFamily && network.Contains(one))
                    return kind;
            }
        }
        return null;
    }

    // The address itself, and the one that it stands for: mapped, translated, tunnelled.
    private static IEnumerable<IPAddress> Meant(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            yield return address.MapToIPv4();
            yield break;
        }
        yield return address;
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            yield break;
        var bytes = address.GetAddressBytes();
        if (Nat64.Contains(address) || (Compatible.Contains(address) && !IPAddress.IPv6Loopback.Equals(address) && !IPAddress.IPv6Any.Equals(address)))
            yield return new IPAddress(bytes.AsSpan(12, 4));
        if (SixToFour.Contains(address))
            yield return new IPAddress(bytes.AsSpan(2, 4));
    }
}
