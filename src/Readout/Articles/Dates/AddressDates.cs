using Readout.Text;

namespace Readout.Articles.Dates;

/// <summary>Year, month and day in the path of the page's address: /2023/04/04/, /2023-04-04-word, /20230404/, /2023/apr/04/.</summary>
internal static class AddressDates
{
    public static DateEvidence? Find(string text, Span address)
    {
        var scheme = text.IndexOf("//", address.Start, address.Length, StringComparison.Ordinal);
        var host = scheme < 0 ? address.Start : scheme + 2;
        var path = text.IndexOf('/', host, address.End - host);
        if (path < 0)
            return null;
        foreach (var found in DateScanner.Scan(text, new Span(path, address.End), null, DateOrder.Unknown))
        {
            var before = text[found.Span.Start - 1];
            var compact = found.Span.Length == 8 && char.IsAsciiDigit(text[found.Span.Start + 4]);
            var ends = found.Span.End >= address.End || !char.IsAsciiDigit(text[found.Span.End]);
            if (found.Date is { Year: >= 1995 } && char.IsAsciiDigit(text[found.Span.Start]) && found.Alternative is null && ends && before is '/' or '-' or '_' or '.' or '=')
                return DateEvidence.From(found with { Clock = null }, "url", compact ? 78 : 84, "year, month and day in the page's address");
        }
        return null;
    }
}
