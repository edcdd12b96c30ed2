using System.Globalization;

namespace Readout.Formats.Exports;

/// <summary>How exports name pages and parts of a record where a standard asks for an address.</summary>
internal static class PageNames
{
    /// <summary>The bytes of a page by their hash (RFC 6920); null where the record has no proper hash.</summary>
    public static string? ByHash(Row page)
    {
        if (page.Text("sha256") is not { Length: 64 } hex || !hex.All(char.IsAsciiHexDigit))
            return null;
        return "ni:///sha-256;" + Convert.ToBase64String(Convert.FromHexString(hex)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    /// <summary>Where a page is to be found: the address it gives as its own, else its bytes by their hash, else a name.</summary>
    public static string Of(Row page) => RecordView.Address(page) ?? ByHash(page) ?? Part(page.Id);

    /// <summary>A part of the record. No two parts of a record share an id, and ids come of content: equal names mean equal things.</summary>
    public static string Part(string id) => "urn:x-readout:" + Uri.EscapeDataString(id).Replace("%3A", ":", StringComparison.Ordinal);

    public static string Place((int Start, int End) place) => string.Create(CultureInfo.InvariantCulture, $"{place.Start}-{place.End}");
}
