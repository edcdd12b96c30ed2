using System.Text.Json;
using Readout.Formats.Exports;
using Readout.Store.Watches;
using Readout.Web.Serving;

namespace Readout.Web.Api;

/// <summary>Feeds of a search and of a prospect; those of a story and of a watch stand beside what they are of.</summary>
internal static class FeedApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/search/feed", Query).SaysType("What changed of what a search finds, as a watch with this search would have told it after each build: format=atom or json.", "application/atom+xml", "q", "format");
        api.MapGet("/stories/{id}/prospects/{prospect}/feed", Prospect).SaysType("How a prospect's status moved: format=atom or json.", "application/atom+xml", "format", "as_of");
    }

    /// <summary>The kind of feed that is asked for; Atom where nothing is said.</summary>
    /// <returns>Its name in <see cref="Export"/>, and its media type.</returns>
    /// <exception cref="ApiException">There is no such kind.</exception>
    public static (string Name, string MediaType) Way(string? format) => format switch
    {
        null or "" or "atom" => ("atom", "application/atom+xml"),
        "json" => ("json-feed", "application/feed+json"),
        _ => throw new ApiException(StatusCodes.Status400BadRequest, $"format: '{format}' is none; write atom or json."),
    };

    private static Answer Query(string? q, string? format, WorkspacePool pool)
    {
        if (string.IsNullOrWhiteSpace(q) || q.Length > 1000)
            throw new ApiException(StatusCodes.Status400BadRequest, "q: what is searched for, in at most 1,000 characters?");
        var way = Way(format);
        using var feed = new MemoryStream();
        AlertFeed.Write(way.Name, ("query", q), pool.Ask(w => new WatchRunner(w).Past(q, AlertFeed.Most)), feed);
        return new Answer(feed.ToArray(), way.MediaType);
    }

    private static async Task<Answer> Prospect(string id, string prospect, string? format, Asked asked, WorkspacePool pool, Ledgers ledgers, SiteOptions site, CancellationToken stop)
    {
        var way = Way(format);
        using var record = JsonDocument.Parse(await StoryApi.Record(id, asked, pool, ledgers, stop));
        if (!record.RootElement.GetProperty("prospects").EnumerateArray().Any(p => p.GetProperty("id").GetString() == prospect))
            throw ApiException.NotFound($"No prospect of this story has the id '{prospect}'; /v1/stories/{id}/prospects lists them.");
        using var feed = new MemoryStream();
        Export.Named(way.Name)!.Write(new RecordView(record.RootElement, ExportApi.Texts(record, pool)), new ExportOptions(Version: site.Version, Subject: prospect), feed);
        return new Answer(feed.ToArray(), way.MediaType);
    }
}
