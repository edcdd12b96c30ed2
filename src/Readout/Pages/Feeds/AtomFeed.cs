using System.Globalization;
using Readout.Pages.Xml;

namespace Readout.Pages.Feeds;

/// <summary>Atom 0.3 and 1.0.</summary>
internal static class AtomFeed
{
    public static Feed Read(XmlElement root, FeedItems items, string? address, bool isCut) => new()
    {
        Format = "atom",
        Version = root.Attribute("version") ?? "1.0",
        Title = Plain(root, "title"),
        Description = FeedText.Html(Child(root, "subtitle") ?? Child(root, "tagline")),
        Link = Link(root, address),
        Self = Related(root, "self", address),
        Next = Related(root, "next", address),
        Language = root.Attribute("xml:lang") ?? root.Value("dc:language"),
        Updated = Time(root, "updated", "modified"),
        Authors = Authors(root),
        Items = items.Found,
        IsCut = isCut || items.IsFull,
    };

    public static FeedItem Entry(XmlElement entry, string? address)
    {
        var id = Text(entry, "id");
        return new FeedItem
        {
            Id = id,
            Link = entry.Value("feedburner:origlink") ?? Link(entry, address) ?? (WebAddress.IsWeb(id) ? id : null),
            Links = [.. Links(entry).Where(l => Relation(l) == "alternate").Select(l => l.Resolve(Href(l), address))],
            Title = Plain(entry, "title"),
            Published = Time(entry, "published", "issued", "created") ?? FeedTime.Read(entry.Value("dc:date")),
            Updated = Time(entry, "updated", "modified"),
            Authors = Authors(entry) is { Count: > 0 } authors ? authors : [.. entry.All("dc:creator").Select(c => FeedText.Name(c.Text)).OfType<string>()],
            Summary = FeedText.Html(Child(entry, "summary") ?? entry.Child("media:description") ?? entry.Child("media:group")?.Child("media:description")),
            Content = FeedText.Html(Child(entry, "content")),
            Language = entry.Attribute("xml:lang") ?? Child(entry, "content")?.Attribute("xml:lang"),
            Source = Child(entry, "source") is { } source ? new FeedSource(Plain(source, "title"), Link(source, address)) : null,
            Enclosures = [.. Links(entry).Where(l => Relation(l) == "enclosure").Select(l => new FeedEnclosure(l.Resolve(Href(l), address), l.Attribute("type"), Length(l.Attribute("length"))))],
            Categories = [.. entry.Children.Where(c => c.Name is "category" or "atom:category" or "dc:subject").Select(c => FeedText.Plain(c.Attribute("label") ?? c.Attribute("term") ?? c.Text)).OfType<string>()],
        };
    }

    private static XmlElement? Child(XmlElement element, string name) => element.Children.Find(c => c.Name == "atom:" + name || c.Name == name);

    private static string? Text(XmlElement element, string name) => element.Value("atom:" + name, name);

    private static string? Plain(XmlElement element, string name) => FeedText.Plain(FeedText.Html(Child(element, name)));

    private static FeedTime? Time(XmlElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (FeedTime.Read(Text(element, name)) is { } time)
                return time;
        }
        return null;
    }

    private static IEnumerable<XmlElement> Links(XmlElement element) =>
        element.Children.Where(c => c.Name is "atom:link" or "link" && (c.Attribute("href") is not null || c.Text.Length > 0));

    private static string Href(XmlElement link) => link.Attribute("href") ?? link.Text;

    private static string Relation(XmlElement link)
    {
        var relation = (link.Attribute("rel") ?? "alternate").Trim().ToLowerInvariant();
        return relation[(relation.LastIndexOf('/') + 1)..];     // the registry's addresses are names too
    }

    private static string? Related(XmlElement element, string relation, string? address) =>
        Links(element).FirstOrDefault(l => Relation(l) == relation) is { } link ? link.Resolve(Href(link), address) : null;

    // The page itself, in HTML where there is a choice.
    private static string? Link(XmlElement element, string? address)
    {
        var pages = Links(element).Where(l => Relation(l) == "alternate").ToList();
        var best = pages.Find(l => l.Attribute("type") is null or "text/html" or "application/xhtml+xml") ?? pages.FirstOrDefault();
        return best?.Resolve(Href(best), address);
    }

    private static List<string> Authors(XmlElement element) =>
        [.. element.Children.Where(c => c.Name is "author" or "atom:author").Select(a => FeedText.Name(Text(a, "name") ?? (a.HasMarkup ? null : a.Text))).OfType<string>().Distinct(StringComparer.Ordinal)];

    private static long? Length(string? written) => long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null;
}
