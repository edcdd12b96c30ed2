using AngleSharp.Dom;

namespace Readout.Pages;

/// <summary>Addresses on the web, read as browsers read them (WHATWG URL Standard).</summary>
public static class WebAddress
{
    private const int MaxLength = 8000;

    /// <summary>An address made whole: relative ones by where they stand. Null where it is none, or longer than any server takes.</summary>
    /// <param name="baseAddress">Where it stands; null where that is not known.</param>
    /// <param name="address">The address as written.</param>
    public static string? Resolve(string? baseAddress, string address)
    {
        if (address.Length > MaxLength || baseAddress is { Length: > MaxLength })
            return null;
        var url = baseAddress is null ? new Url(address) : new Url(new Url(baseAddress), address);
        return url.IsInvalid || url.IsRelative ? null : url.Href;
    }

    /// <summary>True for an address of a page on the web: http or https, with a host.</summary>
    public static bool IsWeb(string? address) =>
        address is not null && (address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            && address.Length <= MaxLength && new Url(address) is { IsInvalid: false, HostName.Length: > 0 };
}
