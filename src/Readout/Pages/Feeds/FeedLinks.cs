using Readout.Pages.Xml;

namespace Readout.Pages.Feeds;

/// <summary>A feed that a page names.</summary>
/// <param name="Address">The feed's whole address.</param>
/// <param name="Title">What the page calls it.</param>
/// <param name="MediaType">What it is said to be.</param>
public sealed record FeedLink(string Address, string? Title, string MediaType);

/// <summary>Here is a site's page: which feeds does it name?</summary>
public static class FeedLinks
{
    private const int Max = 100;

    private static readonly HashSet<string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "text/xml", "application/xml", "application/json",
    };

    /// <summary>The feeds in the page's <c>link</c> elements, each once, in its order.</summary>
    /// <param name="bytes">The page.</param>
    /// <param name="address">Its address.</param>
    /// <param name="charset">What the server says of its encoding.</param>
    public static IReadOnlyList<FeedLink> Find(ReadOnlyMemory<byte> bytes, string? address, string? charset = null)
    {
        if (bytes.Length > PageReader.MaxBytes)
            return [];
        var found = new List<FeedLink>();
        var home = address;
        foreach (var tag in Tags(Decoder.Decode(bytes.Span, charset).Text))
        {
            var href = Attribute(tag, "href")?.Trim();
            if (tag.Name.Equals("base", StringComparison.OrdinalIgnoreCase) && href is not null)
                home = WebAddress.Resolve(address, href) ?? home;
            if (Attribute(tag, "rel")?.Split(' ').Contains("alternate", StringComparer.OrdinalIgnoreCase) != true || Attribute(tag, "type")?.Split(';')[0].Trim() is not { } type)
                continue;
            if (href is not null && Types.Contains(type) && WebAddress.Resolve(home, href) is { } whole && WebAddress.IsWeb(whole) && !found.Exists(f => f.Address == whole) && found.Count < Max)
                found.Add(new FeedLink(whole, FeedText.Plain(Attribute(tag, "title")), type.ToLowerInvariant()));
        }
        return found;
    }

    private static string? Attribute(XmlTag tag, string name) => tag.Attributes.FirstOrDefault(a => a.Name == name).Value;

    // The page's start tags that can name a feed; none that stand in comments and scripts.
    private static IEnumerable<XmlTag> Tags(string text)
    {
        var at = 0;
        while (at < text.Length && text.IndexOf('<', at) is >= 0 and var open && open + 1 < text.Length)
        {
            at = open + 1;
            if (Is(text, at, "!--"))
                at = After(text, at, "-->");
            else if (Is(text, at, "script"))
                at = After(text, at, "</script");
            else if (Is(text, at, "style"))
                at = After(text, at, "</style");
            else if (Is(text, at, "link") || Is(text, at, "a ") || Is(text, at, "base"))
            {
                var tag = XmlTag.Read(text, at);
                at = Math.Max(at, tag.End);
                yield return tag;
            }
        }
    }

    private static bool Is(string text, int at, string word) => string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static int After(string text, int at, string end)
    {
        var found = text.IndexOf(end, at, StringComparison.OrdinalIgnoreCase);
        return found < 0 ? text.Length : found + end.Length;
    }
}
