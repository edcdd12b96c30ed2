using System.Text.Json;

namespace Readout.Pages;

/// <summary>Writes what schema.org data says about the kind of page, where it is more than an article, and about what readers must pay for.</summary>
internal static class JsonLdKind
{
    /// <summary>Types that tell a page from a plain article; articles show themselves by their headline and dates.</summary>
    public static bool Tells(ReadOnlySpan<char> type) =>
        type is "LiveBlogPosting" or "ImageGallery" or "MediaGallery" or "VideoGallery" or "VideoObject" or "CollectionPage" or "SearchResultsPage" or "ProfilePage" or "ItemList";

    public static void Write(JsonElement node, PageWriter writer)
    {
        if (node.TryGetProperty("@type", out var type))
        {
            foreach (var name in type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(JsonLd.Text) : [JsonLd.Text(type)])
            {
                if (name is not null && Tells(name))
                    writer.Line("json-ld", "@type", "ld.@type", name);
            }
        }
        if (IsClosed(node))
            writer.Line("json-ld", "isaccessibleforfree", "ld.isAccessibleForFree", "false");
        if (node.TryGetProperty("coverageStartTime", out var start))
            writer.Line("json-ld", "coveragestarttime", "ld.coverageStartTime", JsonLd.Text(start));
        if (!node.TryGetProperty("hasPart", out var parts))
            return;
        foreach (var part in parts.ValueKind == JsonValueKind.Array ? parts.EnumerateArray().Take(8).ToArray() : [parts])
        {
            if (part.ValueKind == JsonValueKind.Object && IsClosed(part) && part.TryGetProperty("cssSelector", out var selector))
                writer.Line("json-ld", "haspart.cssselector", "ld.hasPart.cssSelector", JsonLd.Text(selector));
        }
    }

    private static bool IsClosed(JsonElement node) =>
        node.TryGetProperty("isAccessibleForFree", out var free)
        && (free.ValueKind == JsonValueKind.False || (free.ValueKind == JsonValueKind.String && string.Equals(JsonLd.Text(free), "false", StringComparison.OrdinalIgnoreCase)));
}
