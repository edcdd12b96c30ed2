using System.Text.Json;
using Readout.Pages.Feeds;

namespace Readout.Pages;

/// <summary>Reads a page from a JSON object: its text from one member, what is stated beside it from others.</summary>
internal static class JsonRowPage
{
    private static readonly string[] Facts = ["title", "author", "published", "updated", "outlet", "language"];

    public static Page Read(string path, string sha256, string text, PageBearer bearer)
    {
        using var json = ForeignJson.Parse(text);
        if (json is null || ForeignJson.FirstObject(json.RootElement) is not { } row)
            throw new UnreadablePageException($"{path}: this is no JSON object. Check the line, or leave it out.");
        var columns = bearer.Columns ?? JsonColumns.Default;
        var body = Value(row, columns["text"])
            ?? throw new UnreadablePageException($"{path}: there is no text in {Names(columns["text"])}. Say which member holds it with --columns text=NAME; it has {Names([.. row.EnumerateObject().Take(12).Select(p => p.Name)])}.");
        var facts = new List<BorneFact>();
        foreach (var fact in Facts)
        {
            if (Value(row, columns[fact]) is { } value)
                facts.Add(new BorneFact(fact, value));
        }
        return BornePage.Read(path, sha256, body, BornePage.IsHtml(body), Describe(row, bearer) with { Facts = facts });
    }

    /// <summary>What bears the row, with the address and time of capture that it states; as it is where it can't be read.</summary>
    public static PageBearer Describe(string text, PageBearer bearer)
    {
        using var json = ForeignJson.Parse(text);
        if (json is null || ForeignJson.FirstObject(json.RootElement) is not { } row)
            return bearer;
        return Describe(row, bearer);
    }

    private static PageBearer Describe(JsonElement row, PageBearer bearer)
    {
        var columns = bearer.Columns ?? JsonColumns.Default;
        return bearer with { Address = bearer.Address ?? Value(row, columns["url"]), Captured = bearer.Captured ?? FeedTime.Read(Value(row, columns["captured"]))?.Moment };
    }

    private static string? Value(JsonElement row, IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            if (row.TryGetProperty(name, out var value) && Words(value) is { Length: > 0 } words)
                return words;
        }
        return null;
    }

    // Names come as words, as objects that have one, or as lists of either.
    private static string? Words(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Safe(value)?.Trim(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Object => ForeignJson.Text(value, "name") ?? ForeignJson.Text(value, "title") ?? ForeignJson.Text(value, "value"),
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Take(50).Select(v => v.ValueKind == JsonValueKind.Array ? null : Words(v)).Where(w => !string.IsNullOrEmpty(w))),
        _ => null,
    };

    private static string? Safe(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Names(IReadOnlyList<string> names) => names.Count == 0 ? "none" : string.Join(", ", names.Select(n => $"'{n}'"));
}
