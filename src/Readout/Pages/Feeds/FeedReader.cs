using Readout.Pages.Xml;

namespace Readout.Pages.Feeds;

/// <summary>Bytes in, feed out, whatever is wrong with them: one line per format.</summary>
public static class FeedReader
{
    /// <summary>More than any feed lists; the rest is left out and <see cref="Feed.IsCut"/> says so.</summary>
    public const int MaxItems = 20_000;

    /// <summary>Reads a feed.</summary>
    /// <param name="path">Where the bytes came from, for messages.</param>
    /// <param name="bytes">The file, compressed or not.</param>
    /// <param name="address">The feed's address, by which relative links are made whole; null where it is not known.</param>
    /// <param name="charset">What the server or message says of the encoding.</param>
    /// <exception cref="UnreadablePageException">The bytes hold no feed; the message names the input and a way on.</exception>
    public static Feed Read(string path, ReadOnlyMemory<byte> bytes, string? address = null, string? charset = null)
    {
        using var unpacked = Gzip.IsCompressed(bytes.Span) ? Gzip.Inflate(path, bytes) : null;
        var content = unpacked?.Memory ?? bytes;
        if (content.Length > PageReader.MaxBytes)
            throw new UnreadablePageException($"{path}: {content.Length} bytes are more than the {PageReader.MaxBytes} a feed may have. Ask the site for a shorter feed, or name its pages instead.");
        if (content.Length == 0)
            throw new UnreadablePageException($"{path}: the feed is empty. Fetch it again, or leave it out.");
        return Read(path, Decoder.Decode(content.Span, charset).Text, address);
    }

    /// <summary>True where a text begins as a feed does; the name says nothing.</summary>
    internal static bool IsFeed(string text) => IsXml(text) ? Root(text) is "rss" or "rdf" or "feed" : JsonFeed.IsFeed(text);

    internal static Feed Read(string path, string text, string? address)
    {
        if (!IsXml(text))
        {
            return JsonFeed.Read(text, address)
                ?? throw new UnreadablePageException($"{path}: this is neither RSS nor Atom nor JSON Feed. Open it to see what the server sent; if it is the site's page, look there for the address of the feed.");
        }
        var items = new FeedItems(address);
        var root = LooseXml.Read(text, items.Take);
        return root?.LocalName switch
        {
            "rss" or "rdf" or "channel" => RssFeed.Read(root, items, address, !Ends(text)),
            "feed" => AtomFeed.Read(root, items, address, !Ends(text)),
            "html" => throw new UnreadablePageException($"{path}: this is an HTML page, no feed. Name it as a site, so that its feeds are looked for, or find the feed's own address."),
            null => throw new UnreadablePageException($"{path}: the feed holds no element. Fetch it again, or leave it out."),
            var other => throw new UnreadablePageException($"{path}: the outermost element is {other}, which is no feed's. Open it to see what the server sent."),
        };
    }

    private static bool IsXml(string text)
    {
        var head = text.AsSpan().TrimStart().TrimStart('\uFEFF').TrimStart();
        if (head.StartsWith("<", StringComparison.Ordinal))
            return true;
        // Some servers print warnings before the feed.
        var json = head.StartsWith("{", StringComparison.Ordinal);
        return !json && head[..Math.Min(head.Length, 2000)].IndexOf("<?xml", StringComparison.OrdinalIgnoreCase) >= 0;
    }

    private static string? Root(string text)
    {
        var head = text.Length > 20_000 ? text[..20_000] : text;
        return LooseXml.Read(head)?.LocalName;
    }

    private static bool Ends(string text)
    {
        var end = text.AsSpan().TrimEnd();
        end = end[Math.Max(0, end.Length - 200)..];
        return end.Contains("</rss", StringComparison.OrdinalIgnoreCase) || end.Contains("</feed", StringComparison.OrdinalIgnoreCase)
            || end.Contains(":feed>", StringComparison.OrdinalIgnoreCase) || end.Contains("rdf>", StringComparison.OrdinalIgnoreCase) || end.Contains("</channel", StringComparison.OrdinalIgnoreCase);
    }
}
