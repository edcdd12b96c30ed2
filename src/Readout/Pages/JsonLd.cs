using System.Text;
using System.Text.Json;
using AngleSharp.Dom;

namespace Readout.Pages;

/// <summary>Reads what schema.org data says about the article: also inside <c>@graph</c>, lists and slightly broken JSON.</summary>
internal static class JsonLd
{
    private const int MaxNodes = 200;

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 128 };

    public static void Write(string json, PageWriter writer)
    {
        using var document = Parse(json);
        if (document is null)
        {
            WriteFragments(json, writer);
            return;
        }
        var queue = new Queue<JsonElement>();
        queue.Enqueue(document.RootElement);
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
                WriteNode(node, writer);
                foreach (var key in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage"])
                {
                    if (node.TryGetProperty(key, out var inner))
                        queue.Enqueue(inner);
                }
            }
        }
    }

    private static void WriteNode(JsonElement node, PageWriter writer)
    {
        JsonLdKind.Write(node, writer);
        var kind = KindOf(node);
        if (kind is null)
            return;
        var (name, label) = kind.Length == 0 ? ("", "ld.") : (kind + ".", "ld." + kind + ".");
        foreach (var key in (ReadOnlySpan<string>)["headline", "name", "datePublished", "dateModified", "dateCreated", "uploadDate", "url", "inLanguage"])
        {
            if (node.TryGetProperty(key, out var value) && Text(value) is { } text && (key != "name" || kind.Length > 0 || !node.TryGetProperty("headline", out _)))
                writer.Line("json-ld", name + key.ToLowerInvariant(), label + key, text);
        }
        if (kind.Length == 0)
        {
            foreach (var key in (ReadOnlySpan<string>)["author", "creator", "publisher", "isBasedOn"])
            {
                if (node.TryGetProperty(key, out var value))
                    WriteAgents(value, key == "creator" ? "author" : key.ToLowerInvariant(), key, writer);
            }
        }
        else if (kind == "webpage" && node.TryGetProperty("publisher", out var publisher))
        {
            WriteAgents(publisher, "webpage.publisher", "webpage.publisher", writer);
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
                : null;
            if (kind is not null && (best is null || kind.Length == 0))
                best = kind;
        }
        return best;
    }

    // All names stand on one line, so that a byline of several people has one place in the text.
    private static void WriteAgents(JsonElement value, string name, string label, PageWriter writer)
    {
        List<string> people = [], bodies = [];
        foreach (var agent in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Take(12).ToArray() : [value])
        {
            if (agent.ValueKind != JsonValueKind.Object)
            {
                Add(people, agent);
                continue;
            }
            var organisation = agent.TryGetProperty("@type", out var type) && (Text(type)?.EndsWith("Organization", StringComparison.Ordinal) ?? false) && name == "author";
            if (!agent.TryGetProperty("name", out var named))
                continue;
            foreach (var one in named.ValueKind == JsonValueKind.Array ? named.EnumerateArray().Take(12).ToArray() : [named])
                Add(organisation ? bodies : people, one);
        }
        writer.Line("json-ld", name, "ld." + label + (name == "isbasedon" ? "" : ".name"), string.Join(", ", people));
        writer.Line("json-ld", "author.organization", "ld." + label + ".name", string.Join(", ", bodies));
    }

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
            return Unescape(value.GetString());
        }
        catch (InvalidOperationException)
        {
            return null;    // half of a surrogate pair: no text
        }
    }

    // Many systems escape HTML inside JSON.
    private static string? Unescape(string? text) =>
        text is not null && text.Contains('&', StringComparison.Ordinal) ? System.Net.WebUtility.HtmlDecode(text) : text;

    private static JsonDocument? Parse(string json)
    {
        json = json.Trim();
        if (json.StartsWith("<![CDATA[", StringComparison.Ordinal))
            json = json[9..].Replace("]]>", "", StringComparison.Ordinal);
        if (json.StartsWith("<!--", StringComparison.Ordinal))
            json = json[4..].Replace("-->", "", StringComparison.Ordinal);
        json = json.Trim().TrimEnd(';');
        if (json.Length == 0)
            return null;
        return TryParse(json) ?? TryParse(Repair(json));
    }

    private static JsonDocument? TryParse(string json)
    {
        try
        {
            return JsonDocument.Parse(json, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Line breaks and tabs inside strings and a backslash before anything are what most broken data has.
    private static string Repair(string json)
    {
        var repaired = new StringBuilder(json.Length);
        for (var i = 0; i < json.Length; i++)
        {
            var c = json[i];
            if (char.IsControl(c))
                repaired.Append(' ');
            else if (c == '\\' && i + 1 < json.Length && json[i + 1] is not ('"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' or 'u'))
                continue;
            else if (c == '\\' && i + 1 < json.Length)
                repaired.Append(c).Append(json[++i]);
            else
                repaired.Append(c);
        }
        return repaired.ToString();
    }

    // What can't be parsed still shows its dates and headline to a reader's eye.
    private static void WriteFragments(string json, PageWriter writer)
    {
        foreach (var key in (ReadOnlySpan<string>)["headline", "datePublished", "dateModified"])
        {
            var at = json.IndexOf($"\"{key}\"", StringComparison.Ordinal);
            if (at < 0)
                continue;
            var rest = json.AsSpan(at + key.Length + 2).TrimStart();
            if (rest.Length == 0 || rest[0] != ':')
                continue;
            rest = rest[1..].TrimStart();
            if (rest.Length < 2 || rest[0] != '"')
                continue;
            var end = rest[1..].IndexOfAny('"', '\n');
            if (end > 0)
                writer.Line("json-ld", key.ToLowerInvariant(), "ld." + key, Unescape(rest.Slice(1, end).ToString()));
        }
    }
}
