using System.Text.Json;

namespace Readout.Pages;

/// <summary>Reads what schema.org data says about the article: also inside <c>@graph</c>, lists and broken JSON.</summary>
internal sealed class JsonLd
{
    private const int MaxNodes = 200;
    private const int MaxIds = 500;

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 128 };

    private readonly PageWriter _writer;
    private readonly Dictionary<string, JsonElement> _byId = new(StringComparer.Ordinal);
    private int _objects;

    public JsonLd(PageWriter writer) => _writer = writer;

    /// <summary>Writes the statements of one script element.</summary>
    public void Write(string json)
    {
        using var document = Parse(json);
        if (document is null)
            return;
        var nodes = Nodes(document.RootElement);
        _byId.Clear();
        foreach (var node in nodes)
        {
            if (_byId.Count < MaxIds && node.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String && node.TryGetProperty("name", out _))
                _byId.TryAdd(Text(id) ?? "", node);
        }
        foreach (var node in nodes)
        {
            _writer.Part = ++_objects;
            WriteNode(node);
        }
        _writer.Part = 0;
    }

    // Objects at the top, in lists and graphs, and what a page says it is about.
    private static List<JsonElement> Nodes(JsonElement root)
    {
        var nodes = new List<JsonElement>();
        var queue = new Queue<JsonElement>([root]);
        for (var seen = 0; queue.Count > 0 && seen < MaxNodes; seen++)
        {
            var node = queue.Dequeue();
            if (node.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in node.EnumerateArray())
                    queue.Enqueue(item);
            }
            else if (node.ValueKind == JsonValueKind.Object)
            {
                nodes.Add(node);
                foreach (var key in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage"])
                {
                    if (node.TryGetProperty(key, out var inner))
                        queue.Enqueue(inner);
                }
            }
        }
        return nodes;
    }

    private void WriteNode(JsonElement node)
    {
        JsonLdKind.Write(node, _writer);
        var kind = KindOf(node);
        if (kind is null)
            return;
        var (name, label) = kind.Length == 0 ? ("", "ld.") : (kind + ".", "ld." + kind + ".");
        foreach (var key in (ReadOnlySpan<string>)["headline", "name", "datePublished", "dateModified", "dateCreated", "uploadDate", "url", "inLanguage"])
        {
            if (node.TryGetProperty(key, out var value) && Text(value) is { } text && (key != "name" || kind.Length > 0 || !node.TryGetProperty("headline", out _)))
                _writer.Line("json-ld", name + key.ToLowerInvariant(), label + key, text);
        }
        if (kind.Length == 0)
        {
            if (node.TryGetProperty("mainEntityOfPage", out var page))
                _writer.Line("json-ld", "mainentityofpage", "ld.mainEntityOfPage", page.ValueKind == JsonValueKind.Object && page.TryGetProperty("@id", out var id) ? Text(id) : Text(page));
            foreach (var key in (ReadOnlySpan<string>)["author", "creator", "publisher", "isBasedOn"])
            {
                if (node.TryGetProperty(key, out var value))
                    WriteAgents(value, key == "creator" ? "author" : key.ToLowerInvariant(), key);
            }
        }
        else if (kind == "webpage")
        {
            foreach (var key in (ReadOnlySpan<string>)["publisher", "author"])
            {
                if (node.TryGetProperty(key, out var value))
                    WriteAgents(value, "webpage." + key, "webpage." + key);
            }
        }
    }

    // Empty for articles, a prefix for things that only surround one, null for the rest.
    private static string? KindOf(JsonElement node)
    {
        if (!node.TryGetProperty("@type", out var type))
            return null;
        string? best = null;
        foreach (var name in type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(Text) : [Text(type)])
        {
            var kind = name is null ? null
                : name.EndsWith("Article", StringComparison.Ordinal) || name.EndsWith("Posting", StringComparison.Ordinal) || name is "Report" or "Review" or "AnalysisNewsArticle" or "OpinionNewsArticle" ? ""
                : name.EndsWith("Page", StringComparison.Ordinal) ? "webpage"
                : name is "WebSite" ? "website"
                : name is "NewsMediaOrganization" or "Organization" ? "organization"
                : name is "VideoObject" ? "video"
                : name is "CreativeWork" or "Recipe" or "HowTo" or "Episode" or "PodcastEpisode" or "RadioEpisode" or "TVEpisode" or "Photograph" ? "work"
                : null;
            if (kind is not null && (best is null || kind.Length == 0))
                best = kind;
        }
        return best;
    }

    // All names stand on one line, so that a byline of several people has one place in the text.
    private void WriteAgents(JsonElement value, string name, string label)
    {
        List<string> people = [], bodies = [];
        foreach (var agent in Flat(value))
        {
            if (agent.ValueKind != JsonValueKind.Object)
            {
                Add(people, agent);
                continue;
            }
            var named = agent;
            // In a graph an author is often no more than the id of a person described elsewhere.
            if (!agent.TryGetProperty("name", out var names) && !(agent.TryGetProperty("@id", out var id) && Text(id) is { } key && _byId.TryGetValue(key, out named) && named.TryGetProperty("name", out names)))
                continue;
            var organisation = named.TryGetProperty("@type", out var type) && (Text(type)?.EndsWith("Organization", StringComparison.Ordinal) ?? false) && name is "author" or "webpage.author";
            foreach (var one in Flat(names))
                Add(organisation ? bodies : people, one);
        }
        _writer.Line("json-ld", name, "ld." + label + (name == "isbasedon" ? "" : ".name"), string.Join(", ", people));
        _writer.Line("json-ld", name + ".organization", "ld." + label + ".name", string.Join(", ", bodies));
    }

    private static IEnumerable<JsonElement> Flat(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Take(12).SelectMany(item => item.ValueKind == JsonValueKind.Array ? item.EnumerateArray().Take(12) : [item])
            : [value];

    private static void Add(List<string> names, JsonElement name)
    {
        if (Text(name) is { Length: > 0 } text && !names.Contains(text))
            names.Add(text);
    }

    internal static string? Text(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0)
            value = value[0];
        if (value.ValueKind == JsonValueKind.Number)
            return value.GetRawText();
        if (value.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            return Plain(value.GetString());
        }
        catch (InvalidOperationException)
        {
            return null;    // half of a surrogate pair: no text
        }
    }

    // Many systems escape HTML inside JSON, some twice, and leave a headline's tags in it.
    private static string? Plain(string? text)
    {
        for (var round = 0; round < 2 && text is not null && text.Contains('&', StringComparison.Ordinal); round++)
            text = System.Net.WebUtility.HtmlDecode(text);
        return text is null ? null : WithoutTags(text);
    }

    private static string WithoutTags(string text)
    {
        var at = 0;
        while ((at = text.IndexOf('<', at)) >= 0)
        {
            var end = text.IndexOf('>', at);
            // "<3" and "a < b" are no tags.
            if (end < 0 || at + 1 >= text.Length || !(char.IsAsciiLetter(text[at + 1]) || text[at + 1] == '/'))
                at++;
            else
                text = text.Remove(at, end + 1 - at);
        }
        return text;
    }

    private static JsonDocument? Parse(string json)
    {
        json = json.Trim();
        if (json.StartsWith("<![CDATA[", StringComparison.Ordinal) || json.StartsWith("//<![CDATA[", StringComparison.Ordinal))
            json = json[(json.IndexOf('[', json.IndexOf('[', StringComparison.Ordinal) + 1) + 1)..].Replace("]]>", "", StringComparison.Ordinal);
        if (json.StartsWith("<!--", StringComparison.Ordinal))
            json = json[4..].Replace("-->", "", StringComparison.Ordinal);
        json = json.Trim().TrimEnd(';');
        if (json.Length == 0)
            return null;
        try
        {
            return JsonDocument.Parse(json, Options);
        }
        catch (JsonException)
        {
            var escaped = !json.Contains('"', StringComparison.Ordinal) && json.Contains("&quot;", StringComparison.Ordinal);
            return LooseJson.Parse(escaped ? System.Net.WebUtility.HtmlDecode(json) : json);
        }
    }
}
