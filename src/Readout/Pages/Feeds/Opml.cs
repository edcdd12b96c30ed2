using Readout.Pages.Xml;

namespace Readout.Pages.Feeds;

/// <summary>A feed that somebody keeps in a list of feeds.</summary>
/// <param name="Feed">The feed's address.</param>
/// <param name="Title">What the list calls it.</param>
/// <param name="Site">The address of its site.</param>
/// <param name="Folders">The folders it lies in, outermost first.</param>
public sealed record OpmlEntry(string Feed, string? Title, string? Site, IReadOnlyList<string> Folders);

/// <summary>Reads lists of feeds (OPML 1.0 and 2.0), as feed readers write them.</summary>
public static class Opml
{
    /// <summary>Reads a list of feeds; every feed once, in the list's order.</summary>
    /// <param name="path">Where the bytes came from, for messages.</param>
    /// <param name="bytes">The file, compressed or not.</param>
    /// <exception cref="UnreadablePageException">The bytes are no list of feeds; the message names the input and a way on.</exception>
    public static IReadOnlyList<OpmlEntry> Read(string path, ReadOnlyMemory<byte> bytes)
    {
        using var unpacked = Gzip.IsCompressed(bytes.Span) ? Gzip.Inflate(path, bytes) : null;
        var content = unpacked?.Memory ?? bytes;
        if (content.Length > PageReader.MaxBytes)
            throw new UnreadablePageException($"{path}: {content.Length} bytes are more than the {PageReader.MaxBytes} a list of feeds may have. Split the list.");
        var root = LooseXml.Read(Decoder.Decode(content.Span).Text);
        if (root?.LocalName != "opml")
            throw new UnreadablePageException($"{path}: this is no list of feeds (OPML){(root is null ? "" : $"; its outermost element is {root.LocalName}")}. Have the feed reader write the list again.");
        var entries = new List<OpmlEntry>();
        Walk(root, [], entries, new HashSet<string>(StringComparer.Ordinal));
        return entries;
    }

    private static void Walk(XmlElement element, IReadOnlyList<string> folders, List<OpmlEntry> entries, HashSet<string> seen)
    {
        foreach (var child in element.Children)
        {
            if (child.Name != "outline")
            {
                Walk(child, folders, entries, seen);
                continue;
            }
            var title = FeedText.Plain(child.Attribute("title") is { Length: > 0 } given ? given : child.Attribute("text"));
            if (child.Attribute("xmlurl")?.Trim() is { Length: > 0 } address && WebAddress.IsWeb(address) && seen.Add(address))
                entries.Add(new OpmlEntry(address, title, child.Attribute("htmlurl") is { Length: > 0 } site ? site.Trim() : null, folders));
            Walk(child, title is null ? folders : [.. folders, title], entries, seen);
        }
    }
}
