using System.Text.Json;

namespace Readout.Pages;

/// <summary>Reads an item of the IPTC's JSON for news (ninjs 1.x, 2.x, 3.x), whatever the version writes its names like.</summary>
internal static class NinjsPage
{
    /// <summary>True for an object that can be such an item.</summary>
    public static bool IsItem(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object || Text(item, "uri") is null)
            return false;
        return Member(item, "bodytext", "bodyxhtml", "bodyhtml", "bodies", "headline", "headlines", "versioncreated") is not null;
    }

    public static Page Read(string path, string sha256, string text, PageBearer bearer)
    {
        using var json = ForeignJson.Parse(text);
        if (json is null || ForeignJson.FirstObject(json.RootElement) is not { } item || !IsItem(item))
            throw new UnreadablePageException($"{path}: this is no item of news (ninjs). Check the file, or leave it out.");
        var (body, type) = Best(item, "bodies") ?? (Text(item, "bodyxhtml", "bodyhtml", "body") is { } html ? (html, "text/html") : (Text(item, "bodytext") ?? "", "text/plain"));
        if (string.IsNullOrWhiteSpace(body))
            throw new UnreadablePageException($"{path}: the item has no text ({Text(item, "type") ?? "type unknown"}{(Text(item, "pubstatus") is { } status ? ", " + status : "")}). Leave it out, or fetch its text.");
        var facts = new List<BorneFact>();
        Add(facts, "title", Best(item, "headlines")?.Words ?? Text(item, "headline", "title", "name"));
        Add(facts, "author", Text(item, "byline", "by") ?? Names(item, "bylines"));
        Add(facts, "published", Text(item, "firstpublished", "contentcreated", "firstcreated") ?? Text(item, "versioncreated"));
        Add(facts, "updated", Text(item, "versioncreated"));
        Add(facts, "outlet", Names(item, "infosources", "infosource") ?? Text(item, "source", "copyrightholder"));
        Add(facts, "language", Text(item, "language"));
        var isHtml = type.Contains("html", StringComparison.OrdinalIgnoreCase) || BornePage.IsHtml(body);
        return BornePage.Read(path, sha256, body, isHtml, bearer with { Address = Address(item, bearer), Facts = facts });
    }

    /// <summary>What bears the item, with the address that it states; as it is where it can't be read.</summary>
    public static PageBearer Describe(string text, PageBearer bearer)
    {
        using var json = ForeignJson.Parse(text);
        return json is null || ForeignJson.FirstObject(json.RootElement) is not { } item ? bearer : bearer with { Address = Address(item, bearer) };
    }

    private static string? Address(JsonElement item, PageBearer bearer) =>
        bearer.Address ?? Text(item, "canonicalurl", "url") ?? (WebAddress.IsWeb(Text(item, "uri")) ? Text(item, "uri") : null);

    private static void Add(List<BorneFact> facts, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
            facts.Add(new BorneFact(name, value));
    }

    private static string? Text(JsonElement item, params ReadOnlySpan<string> names) =>
        Member(item, names) is { ValueKind: JsonValueKind.String } value && value.ToString() is { } words && !string.IsNullOrWhiteSpace(words) ? words : null;

    // Versions 2 and 3 give several wordings, each with what it is for: the main one, in markup where there is a choice.
    private static (string Words, string Type)? Best(JsonElement item, string list)
    {
        if (Member(item, list) is not { ValueKind: JsonValueKind.Array } values)
            return null;
        (string, string)? best = null;
        var rank = -1;
        foreach (var value in values.EnumerateArray())
        {
            if (value.ValueKind != JsonValueKind.Object || Text(value, "value") is not { } words)
                continue;
            var (role, type) = (Text(value, "role") ?? "", Text(value, "contenttype") ?? "");
            var weight = (role is "" or "main" or "headline" or "body" ? 2 : 0) + (type.Contains("html", StringComparison.OrdinalIgnoreCase) ? 1 : 0);
            if (weight > rank)
                (best, rank) = ((words, type), weight);
        }
        return best;
    }

    private static string? Names(JsonElement item, params ReadOnlySpan<string> lists)
    {
        if (Member(item, lists) is not { ValueKind: JsonValueKind.Array } values)
            return null;
        var names = values.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.String ? v.ToString() : v.ValueKind == JsonValueKind.Object ? Text(v, "name", "value") ?? Text(v, "byline") : null);
        return string.Join(", ", names.OfType<string>()) is { Length: > 0 } joined ? joined : null;
    }

    // body_text, bodyText and bodytext are one name.
    private static JsonElement? Member(JsonElement item, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var member in item.EnumerateObject())
            {
                if (member.Value.ValueKind != JsonValueKind.Null && member.Name.Replace("_", "", StringComparison.Ordinal).Equals(name, StringComparison.OrdinalIgnoreCase))
                    return member.Value;
            }
        }
        return null;
    }
}
