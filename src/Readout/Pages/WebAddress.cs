using System.Buffers;
using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace Readout.Pages;

/// <summary>Addresses on the web, read as browsers read them (WHATWG URL Standard).</summary>
public static class WebAddress
{
    private const int MaxLength = 8000;

    // The standard's forbidden host code points.
    private static readonly SearchValues<char> NoHost = SearchValues.Create(" #/<>?@[\\]^|%:");

    /// <summary>An address made whole: relative ones by where they stand. Null where it is none, or longer than any server takes.</summary>
    /// <param name="baseAddress">Where it stands; null where that is not known.</param>
    /// <param name="address">The address as written.</param>
    public static string? Resolve(string? baseAddress, string address)
    {
        if (address.Length > MaxLength || baseAddress is { Length: > MaxLength })
            return null;
        var url = baseAddress is null ? new Url(address) : new Url(new Url(baseAddress), address);
        return url.IsInvalid || url.IsRelative ? null : Mend(url.Href);
    }

    // What the parser leaves undone of the standard: hosts with marks that no host has, ports beyond the last,
    // fragments and quotes that are to be escaped.
    private static string? Mend(string href)
    {
        var isWeb = href.StartsWith("http://", StringComparison.Ordinal) || href.StartsWith("https://", StringComparison.Ordinal);
        var mark = href.IndexOf('#');
        var (front, fragment) = mark < 0 ? (href, "") : (href[..mark], href[mark..]);
        if (isWeb && !IsServer(front))
            return null;
        var query = isWeb ? front.IndexOf('?') : -1;
        if (query >= 0 && front.IndexOf('\'', query) >= 0)
            front = front[..query] + front[query..].Replace("'", "%27", StringComparison.Ordinal);
        return front + Escaped(fragment);
    }

    private static bool IsServer(string address)
    {
        var start = address.IndexOf("//", StringComparison.Ordinal) + 2;
        var end = address.AsSpan(start).IndexOfAny('/', '?');
        var server = end < 0 ? address.AsSpan(start) : address.AsSpan(start, end);
        server = server[(server.LastIndexOf('@') + 1)..];
        var isLiteral = server.Length > 0 && server[0] == '[';
        var colon = server[(isLiteral ? Math.Max(0, server.IndexOf(']')) : 0)..].LastIndexOf(':');
        var port = colon < 0 ? default : server[(server.LastIndexOf(':') + 1)..];
        var host = colon < 0 ? server : server[..server.LastIndexOf(':')];
        return host.Length > 0 && (isLiteral || host.IndexOfAny(NoHost) < 0) && (port.Length == 0 || (port.Length <= 5 && int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 65535));
    }

    private static string Escaped(string fragment)
    {
        if (Ascii.IsValid(fragment) && fragment.AsSpan().IndexOfAny(" \"<>`") < 0 && !fragment.AsSpan().ContainsAnyInRange('\0', '\u001f'))
            return fragment;
        var escaped = new StringBuilder(fragment.Length + 16);
        foreach (var b in Encoding.UTF8.GetBytes(fragment))
        {
            if (b is <= 0x20 or >= 0x7f or (byte)'"' or (byte)'<' or (byte)'>' or (byte)'`')
                escaped.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
            else
                escaped.Append((char)b);
        }
        return escaped.ToString();
    }

    /// <summary>True for an address of a page on the web: http or https, with a host.</summary>
    public static bool IsWeb(string? address) =>
        address is not null && (address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            && address.Length <= MaxLength && new Url(address) is { IsInvalid: false, HostName.Length: > 0 };
}
