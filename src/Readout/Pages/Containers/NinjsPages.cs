using System.Text;
using System.Text.Json;

namespace Readout.Pages;

/// <summary>Files with one item of news or many (ninjs): an object, a list of them, or an object that holds such a list.</summary>
internal static class NinjsPages
{
    private const int MaxItems = 100_000;

    private static readonly string[] Lists = ["items", "_items", "newsitems", "hits", "results"];

    public static bool Is(ContainerHead head)
    {
        var text = head.Text;
        if (text.Length == 0 || text[0] is not ('{' or '['))
            return false;
        // Names are those of the standard; the file may be longer than its head.
        return text.Contains("\"uri\"", StringComparison.Ordinal)
            && new[] { "\"body_text\"", "\"body_xhtml\"", "\"body_html\"", "\"bodies\"", "\"versioncreated\"", "\"versionCreated\"", "\"headlines\"" }.Any(n => text.Contains(n, StringComparison.Ordinal));
    }

    public static IEnumerable<ContainerEntry> Read(string path, Stream stream, ContainerOptions options)
    {
        var text = WholeInput.Text(path, stream);
        using var json = ForeignJson.Parse(text);
        if (json is null)
            throw new UnreadablePageException($"{path}: this is no JSON. Fetch the file again, or leave it out.");
        var items = Items(json.RootElement);
        var bearer = new PageBearer { MediaType = PageBearer.Ninjs };
        for (var i = 0; i < items.Count; i++)
        {
            var name = $"{path}#{i + 1}";
            yield return NinjsPage.IsItem(items[i])
                ? new ContainerEntry(new ContainedPage(name, i + 1, Encoding.UTF8.GetBytes(items[i].GetRawText()), bearer), name)
                : new ContainerEntry(null, name, $"{name}: this is no item of news (ninjs): it has no uri, or neither text nor headline. Leave it out.");
        }
        if (items.Count == 0)
            throw new UnreadablePageException($"{path}: no items of news (ninjs) were found in it. Name a file with items, or a list of them.");
    }

    private static List<JsonElement> Items(JsonElement root)
    {
        if (NinjsPage.IsItem(root))
            return [root];
        if (root.ValueKind == JsonValueKind.Array)
        {
            // What was mended stands in a list of its own.
            return root.GetArrayLength() == 1 && !NinjsPage.IsItem(root[0]) ? Items(root[0]) : [.. root.EnumerateArray().Take(MaxItems)];
        }
        foreach (var list in Lists)
        {
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty(list, out var items) && items.ValueKind == JsonValueKind.Array)
                return [.. items.EnumerateArray().Take(MaxItems)];
        }
        return [];
    }
}
