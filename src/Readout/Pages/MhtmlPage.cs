using System.Text;
using Readout.Text;

namespace Readout.Pages;

/// <summary>
/// Reads a page that a browser saved with all its parts as one message (MHTML, RFC 2557): the root part is the page;
/// the message's header says where and when it was saved.
/// </summary>
internal static class MhtmlPage
{
    private const int Head = 8192;
    private const int MaxDepth = 8;

    private static readonly string[] First = ["mime-version:", "from:", "date:", "subject:", "content-type:", "snapshot-content-location:", "message-id:", "return-path:", "received:", "x-"];

    /// <summary>True where the bytes begin like a message that says it bears parts or a page; the name alone says nothing.</summary>
    public static bool IsMessage(ReadOnlySpan<byte> bytes)
    {
        var first = bytes.IndexOfAnyExcept("\r\n "u8);
        if (first < 0 || !char.IsAsciiLetter((char)bytes[first]))
            return false;
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Head)]).TrimStart('\r', '\n', ' ').ToLowerInvariant();
        if (!Array.Exists(First, f => head.StartsWith(f, StringComparison.Ordinal)))
            return false;
        var end = head.Replace("\r\n", "\n", StringComparison.Ordinal).IndexOf("\n\n", StringComparison.Ordinal);
        var header = end < 0 ? head : head[..Math.Min(head.Length, end + 200)];
        var typed = header.IndexOf("content-type:", StringComparison.Ordinal);
        if (typed < 0 || !header.Contains("mime-version:", StringComparison.Ordinal))
            return false;
        var type = header.AsSpan(typed + "content-type:".Length).TrimStart();
        return type.StartsWith("multipart/", StringComparison.Ordinal) || type.StartsWith("text/html", StringComparison.Ordinal);
    }

    public static Page Read(string path, string sha256, ReadOnlyMemory<byte> bytes)
    {
        var start = bytes.Span.IndexOfAnyExcept("\r\n "u8);
        var message = MimePart.Read(bytes[Math.Max(0, start)..]);
        var root = Root(path, message, 0)
            ?? throw new UnreadablePageException($"{path}: the message bears no page, only pictures or attachments. Save the page again, as HTML.");
        var content = root.Content();
        if (!root.IsWhole && !Ends(content.Span))
            throw new UnreadablePageException($"{path}: the message is cut off inside its page. Save the page again, or as HTML.");
        if (content.Length > PageReader.MaxBytes)
            throw PageReader.TooLarge(path, content.Length);
        BinaryCheck.Refuse(path, content.Span);
        var decoded = Decoder.Decode(content.Span, root.Charset);
        if (string.IsNullOrWhiteSpace(decoded.Text))
            throw new UnreadablePageException($"{path}: the page in the message is empty. Save the page again.");
        return root.Type == "text/plain" ? PlainTextPage.Read(path, sha256, decoded) : HtmlPage.Read(path, sha256, decoded, About(message, root));
    }

    private static MimePart? Root(string path, MimePart part, int depth)
    {
        if (!part.IsMultipart)
            return part.Type is "text/html" or "application/xhtml+xml" or "text/plain" ? part : null;
        if (depth >= MaxDepth)
            return null;
        var parts = part.Parts();
        if (parts.Count == 0)
            throw new UnreadablePageException($"{path}: the message's parts can't be told apart: its boundary {(part.Boundary is null ? "is not named" : $"\"{part.Boundary}\" stands nowhere")}. Save the page again, or as HTML.");
        if (part.Start is { } start && parts.Find(p => p.Field("content-id") is { } id && id.Trim('<', '>') == start.Trim('<', '>')) is { } named && Root(path, named, depth + 1) is { } page)
            return page;
        MimePart? plain = null;
        foreach (var inner in parts)
        {
            if (Root(path, inner, depth + 1) is not { } found)
                continue;
            if (found.Type != "text/plain")
                return found;
            plain ??= found;
        }
        return plain;
    }

    // Some savers leave out the last boundary; a page that ends is no page cut off.
    private static bool Ends(ReadOnlySpan<byte> content) =>
        Encoding.Latin1.GetString(content[Math.Max(0, content.Length - 200)..]).TrimEnd().EndsWith("</html>", StringComparison.OrdinalIgnoreCase);

    private static List<BorneLine> About(MimePart message, MimePart root) =>
    [
        new("mhtml", "url", "mhtml.content-location", Address(root.Field("content-location")) ?? Address(message.Field("snapshot-content-location")) ?? Address(message.Field("content-location"))),
        new("mhtml", "date", "mhtml.date", message.Field("date")),
        new("mhtml", "subject", "mhtml.subject", message.Field("subject") is { } subject ? MimeTransport.Words(subject) : null),
    ];

    // Parts that lie nowhere on the web are named by addresses that only the message knows.
    private static string? Address(string? location) =>
        location is not null && location.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? location.Replace(" ", "", StringComparison.Ordinal) : null;
}
