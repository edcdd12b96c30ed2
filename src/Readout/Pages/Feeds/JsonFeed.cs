using System.Globalization;
using System.Text.Json;

namespace Readout.Pages.Feeds;

/// <summary>JSON Feed 1.0 and 1.1, strict or as loose as a site writes it.</summary>
internal static class JsonFeed
{
    public static bool IsFeed(string text)
    {
        var head = text.AsSpan().TrimStart().TrimStart('\uFEFF');
        return head.StartsWith("{", StringComparison.Ordinal) && head[..Math.Min(head.Length, 4000)].Contains("jsonfeed.org/version", StringComparison.OrdinalIgnoreCase);
    }

    public static Feed? Read(string text, string? address)
    {
        using var json = ForeignJson.Parse(text);
        if (json is null || ForeignJson.FirstObject(json.RootElement) is not { } root || !(root.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array))
            return null;
        var self = Address(root, "feed_url", address);
        var version = ForeignJson.Text(root, "version");
        return new Feed
        {
            Format = "json",
            Version = version is null ? null : version[(version.LastIndexOf('/') + 1)..],
            Title = FeedText.Folded(ForeignJson.Text(root, "title")),
            Description = ForeignJson.Text(root, "description"),
            Link = Address(root, "home_page_url", address),
            Self = self,
            Next = Address(root, "next_url", address),
            Language = ForeignJson.Text(root, "language"),
            Authors = Authors(root),
            Items = [.. items.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object).Take(FeedReader.MaxItems).Select(i => Item(i, self ?? address))],
            IsCut = items.GetArrayLength() > FeedReader.MaxItems,
        };
    }

    private static FeedItem Item(JsonElement item, string? address)
    {
        var (url, external) = (Address(item, "url", address), Address(item, "external_url", address));
        var id = ForeignJson.Text(item, "id");
        return new FeedItem
        {
            Id = id,
            Link = url ?? external ?? (WebAddress.IsWeb(id) ? id : null),
            Links = [.. new[] { url, external }.OfType<string>()],
            Title = FeedText.Folded(ForeignJson.Text(item, "title")),
            Published = FeedTime.Read(ForeignJson.Text(item, "date_published")),
            Updated = FeedTime.Read(ForeignJson.Text(item, "date_modified")),
            Authors = Authors(item),
            Summary = ForeignJson.Text(item, "summary"),
            Content = ForeignJson.Text(item, "content_html") ?? (ForeignJson.Text(item, "content_text") is { } plain ? FeedText.Escape(plain) : null),
            Language = ForeignJson.Text(item, "language"),
            Enclosures = [.. ForeignJson.List(item, "attachments").Where(a => ForeignJson.Text(a, "url") is not null).Select(a => new FeedEnclosure(Address(a, "url", address)!, ForeignJson.Text(a, "mime_type"), Length(a)))],
            Categories = [.. ForeignJson.List(item, "tags").Where(t => t.ValueKind == JsonValueKind.String).Select(t => t.GetString()!)],
        };
    }

    private static List<string> Authors(JsonElement element)
    {
        var people = ForeignJson.List(element, "authors").ToList();
        if (people.Count == 0 && element.TryGetProperty("author", out var single))
            people.Add(single);
        return [.. people.Select(p => FeedText.Folded(ForeignJson.Text(p, "name") ?? (p.ValueKind == JsonValueKind.String ? p.GetString() : null))).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    private static string? Address(JsonElement element, string name, string? address) =>
        ForeignJson.Text(element, name) is { } written ? WebAddress.Resolve(address, written.Trim()) ?? written : null;

    private static long? Length(JsonElement attachment) =>
        attachment.TryGetProperty("size_in_bytes", out var size) && size.ValueKind == JsonValueKind.Number && size.TryGetInt64(out var bytes) ? bytes
            : long.TryParse(ForeignJson.Text(attachment, "size_in_bytes"), NumberStyles.None, CultureInfo.InvariantCulture, out bytes) ? bytes : null;
}
