using System.Net;
using System.Text.Json;

namespace Readout.Web.Tests;

/// <summary>Asks the API.</summary>
internal static class Api
{
    /// <summary>An answer's JSON, with its status checked.</summary>
    public static async Task<JsonElement> Get(this HttpClient client, string address, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative));
        return await Read(response, address, status);
    }

    public static async Task<JsonElement> Read(this HttpResponseMessage response, string address, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(status, $"{address}: {text[..Math.Min(text.Length, 1000)]}");
        if ((int)status >= 400)
            response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json", address);
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>A whole list, part by part.</summary>
    public static async Task<IReadOnlyList<JsonElement>> All(this HttpClient client, string address, int limit)
    {
        var all = new List<JsonElement>();
        string? cursor = null;
        do
        {
            var part = await client.Get($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit={limit}{(cursor is null ? "" : "&cursor=" + cursor)}");
            var items = part.GetProperty("items").EnumerateArray().ToList();
            items.Count.ShouldBeLessThanOrEqualTo(limit);
            all.AddRange(items);
            cursor = part.GetProperty("next").GetString();
        }
        while (cursor is not null);
        return all;
    }
}
