using System.Security.Cryptography;
using Readout.Text;

namespace Readout.Pages;

/// <summary>Bytes in, page out: one line per format.</summary>
public static class PageReader
{
    /// <summary>The largest page that is read, after decompression. A news page has 0.05–2 MB; what is larger is an archive or a mistake.</summary>
    public const int MaxBytes = 24 * 1024 * 1024;

    /// <summary>Reads a page.</summary>
    /// <param name="path">Where the bytes came from; kept for messages and for the record.</param>
    /// <param name="bytes">The file as it is, compressed or not.</param>
    /// <param name="bearer">What bears the page says about it; null for a file of its own.</param>
    /// <exception cref="UnreadablePageException">The bytes hold no page; the message names the input and a way on.</exception>
    public static Page Read(string path, ReadOnlyMemory<byte> bytes, PageBearer? bearer = null)
    {
        if (bytes.Length == 0)
            throw new UnreadablePageException($"{path}: the file is empty. Save the page again, or leave the file out.");
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        using var unpacked = Gzip.IsCompressed(bytes.Span) ? Gzip.Inflate(path, bytes) : null;
        var content = unpacked?.Memory ?? bytes;
        if (content.Length > MaxBytes)
            throw TooLarge(path, content.Length);
        if (bearer is null && MhtmlPage.IsMessage(content.Span))
            return MhtmlPage.Read(path, sha256, content);
        BinaryCheck.Refuse(path, content.Span);
        var decoded = Decoder.Decode(content.Span, bearer?.Charset);
        if (string.IsNullOrWhiteSpace(decoded.Text))
            throw new UnreadablePageException($"{path}: the file holds only white space. Save the page again, or leave the file out.");
        return bearer?.MediaType switch
        {
            PageBearer.JsonLine => JsonRowPage.Read(path, sha256, decoded.Text, bearer),
            PageBearer.Ninjs => NinjsPage.Read(path, sha256, decoded.Text, bearer),
            var said when MediaTypeOf(Name(path, said), decoded.Text) == MediaType.Html => HtmlPage.Read(path, sha256, decoded, bearer?.Lines()),
            _ => PlainTextPage.Read(path, sha256, decoded, bearer?.Lines()),
        };
    }

    // What a server calls a page weighs as much as the name of a file: where the content leaves it open.
    private static string Name(string path, string? said) => said switch
    {
        null => path,
        "text/html" or "application/xhtml+xml" => "page.html",
        "text/plain" => "page.txt",
        _ => "page",
    };

    internal static UnreadablePageException TooLarge(string path, long length) =>
        new($"{path}: {length} bytes are more than the {MaxBytes} a page may have. If the file holds many pages, split it; if one page, save its text alone.");

    // The content decides; the name only where the content leaves it open: saved pages often bear the wrong extension.
    private static MediaType MediaTypeOf(string path, string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 2048)).TrimStart();
        if (StartsWith(head, "<!doctype html") || StartsWith(head, "<html") || StartsWith(head, "<head") || StartsWith(head, "<body"))
            return MediaType.Html;
        var name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path.AsSpan(0, path.Length - 3) : path.AsSpan();
        var named = EndsWith(name, ".html") || EndsWith(name, ".htm") || EndsWith(name, ".xhtml") || EndsWith(name, ".shtml");
        if (named)
            return MediaType.Html;
        var plain = EndsWith(name, ".txt") || EndsWith(name, ".md") || EndsWith(name, ".text");
        var markup = head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.Contains("<body", StringComparison.OrdinalIgnoreCase);
        if (head.Length > 0 && head[0] == '<' && markup)
            return MediaType.Html;
        return !plain && head.Length > 0 && head[0] == '<' && head.Contains("</", StringComparison.Ordinal) ? MediaType.Html : MediaType.PlainText;
    }

    private static bool StartsWith(ReadOnlySpan<char> text, string prefix) => text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    private static bool EndsWith(ReadOnlySpan<char> text, string suffix) => text.EndsWith(suffix, StringComparison.OrdinalIgnoreCase);
}
