using System.Globalization;
using NodaTime;
using Readout.Pages.Xml;

namespace Readout.Pages.Feeds;

/// <summary>RSS 0.9x, 1.0 and 2.0 with the modules that sites use: Dublin Core, content, media, iTunes, Atom.</summary>
internal static class RssFeed
{
    public static Feed Read(XmlElement root, FeedItems items, string? address, bool isCut)
    {
        var channel = root.Child("channel") ?? root;
        var links = Links(channel, address);
        return new Feed
        {
            Format = root.LocalName == "rdf" ? "rdf" : "rss",
            Version = root.Attribute("version"),
            Title = FeedText.Plain(channel.Value("title", "dc:title", "itunes:title")),
            Description = Markup(channel, "description", "itunes:summary", "itunes:subtitle", "dc:description"),
            Link = links.Count > 0 ? links[^1] : AtomLink(channel, "alternate", address),
            Self = AtomLink(channel, "self", address),
            Next = AtomLink(channel, "next", address),
            Language = channel.Value("language", "dc:language") ?? channel.Language,
            Updated = FeedTime.Read(channel.Value("lastbuilddate", "pubdate", "dc:date", "dcterms:modified", "atom:updated")),
            Authors = Authors(channel, "managingeditor", "dc:creator", "dc:author", "itunes:author", "webmaster"),
            Ttl = int.TryParse(channel.Value("ttl"), NumberStyles.None, CultureInfo.InvariantCulture, out var ttl) ? ttl : Syndication(channel),
            SkipHours = [.. Hours(channel)],
            SkipDays = [.. Days(channel)],
            Items = items.Found,
            IsCut = isCut || items.IsFull,
        };
    }

    public static FeedItem Item(XmlElement item, string? address)
    {
        var links = Links(item, address);
        var guid = item.Child("guid");
        var id = item.Value("guid") ?? item.Attribute("rdf:about") ?? item.Attribute("about");
        var permanent = guid is not null && !string.Equals(guid.Attribute("ispermalink"), "false", StringComparison.OrdinalIgnoreCase) && WebAddress.IsWeb(id) ? id : null;
        return new FeedItem
        {
            Id = id,
            Link = item.Value("feedburner:origlink") ?? (links.Count > 0 ? links[^1] : AtomLink(item, "alternate", address) ?? permanent),
            Links = links,
            Title = FeedText.Plain(item.Value("title", "dc:title", "media:title", "itunes:title")),
            Published = FeedTime.Read(item.Value("pubdate", "dc:date", "dcterms:issued", "dcterms:created", "atom:published", "atom:issued")),
            Updated = FeedTime.Read(item.Value("atom:updated", "dcterms:modified", "atom:modified", "dc:date")),
            Authors = Authors(item, "author", "dc:creator", "dc:author", "atom:author", "itunes:author"),
            Summary = Markup(item, "description", "dc:description", "itunes:summary", "media:description", "atom:summary"),
            Content = Markup(item, "content:encoded", "xhtml:body", "content", "fulltext") ?? FeedText.Html(item.Child("atom:content")),
            Language = item.Value("dc:language") ?? item.Attribute("xml:lang"),
            Source = item.Child("source") is { } source ? new FeedSource(FeedText.Plain(source.Text), source.Attribute("url") is { } url ? source.Resolve(url, address) : null) : null,
            Enclosures = [.. Enclosures(item, address)],
            Categories = [.. item.Children.Where(c => c.Name is "category" or "dc:subject").Select(c => FeedText.Plain(c.Text)).OfType<string>()],
        };
    }

    // Most write the address between the tags, some into an attribute as Atom does.
    private static List<string> Links(XmlElement element, string? address)
    {
        var links = new List<string>();
        foreach (var link in element.All("link"))
        {
            var written = link.Text is { Length: > 0 } text ? text : link.Attribute("href");
            if (written is not null && link.Attribute("rel") is null or "alternate")
                links.Add(link.Resolve(written, address));
        }
        return links;
    }

    private static string? AtomLink(XmlElement element, string relation, string? address)
    {
        foreach (var link in element.Children.Where(c => c.Name is "atom:link" or "atom10:link" or "link"))
        {
            if (string.Equals(link.Attribute("rel") ?? "alternate", relation, StringComparison.OrdinalIgnoreCase) && link.Attribute("href") is { } href)
                return link.Resolve(href, address);
        }
        return null;
    }

    private static string? Markup(XmlElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var child in element.Children)
            {
                if (child.Name == name && child.Markup is { Length: > 0 } markup)
                    return markup;
            }
        }
        return null;
    }

    private static List<string> Authors(XmlElement element, params ReadOnlySpan<string> names)
    {
        var authors = new List<string>();
        foreach (var name in names)
        {
            foreach (var person in element.All(name))
            {
                if (FeedText.Name(person.Value("name", "atom:name") ?? (person.HasMarkup && name == "atom:author" ? null : person.Text)) is { } found && !authors.Contains(found))
                    authors.Add(found);
            }
            if (authors.Count > 0)
                break;
        }
        return authors;
    }

    private static IEnumerable<FeedEnclosure> Enclosures(XmlElement item, string? address)
    {
        var media = item.Children.Concat(item.All("media:group").SelectMany(g => g.Children)).Where(c => c.Name is "enclosure" or "media:content");
        foreach (var file in media)
        {
            if (file.Attribute("url") is { Length: > 0 } url)
                yield return new FeedEnclosure(file.Resolve(url, address), file.Attribute("type") ?? file.Attribute("medium"), Length(file.Attribute("length") ?? file.Attribute("filesize")));
        }
    }

    private static long? Length(string? written) => long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null;

    private static int? Syndication(XmlElement channel)
    {
        var times = int.TryParse(channel.Value("sy:updatefrequency"), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 ? n : 1;
        int? period = channel.Value("sy:updateperiod")?.ToLowerInvariant() switch { "hourly" => 60, "daily" => 1440, "weekly" => 10_080, "monthly" => 43_200, "yearly" => 525_600, _ => null };
        return period / times;
    }

    private static IEnumerable<int> Hours(XmlElement channel)
    {
        foreach (var hour in channel.Child("skiphours")?.All("hour") ?? [])
        {
            if (int.TryParse(hour.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n <= 24)
                yield return n % 24;
        }
    }

    private static IEnumerable<IsoDayOfWeek> Days(XmlElement channel)
    {
        foreach (var day in channel.Child("skipdays")?.All("day") ?? [])
        {
            if (Enum.TryParse<IsoDayOfWeek>(day.Text, ignoreCase: true, out var named) && named is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday)
                yield return named;
        }
    }
}
