using System.Text.Json;
using NodaTime;
using Readout.Briefs;
using Readout.Formats;
using Readout.Store;
using Readout.Web.Access;
using Readout.Web.Serving;

namespace Readout.Web.Api;

/// <summary>Stories and the parts of their records.</summary>
internal static class StoryApi
{
    private static readonly string[] s_filters = ["as_of", "about", "by", "from", "to"];

    // Name of the list, the verb that shows it, array of the record, what it holds, filters beside the usual ones.
    private static readonly (string Name, Report Report, string Array, string Summary, string[] Filters)[] s_parts =
    [
        ("timeline", Report.Timeline, "timeline", "Dated sentences of all days, earliest first.", []),
        ("claims", Report.Claims, "claims", "Statements with who makes them, on whose word, and the three counts.", ["speakers", "disputed"]),
        ("quotes", Report.Quotes, "quotations", "Who said what.", ["form"]),
        ("disputes", Report.Disputes, "disputes", "Where the sources differ, both sides.", ["type"]),
        ("updates", Report.Disputes, "changes", "Values that moved and statements that became narrower.", []),
        ("prospects", Report.Prospects, "prospects", "Events that may come, with every step of their status.", ["status"]),
        ("sources", Report.Sources, "families", "Near-copies and who took from whom.", []),
    ];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/stories", List).SaysList("The stories, the one with the latest page first.", "Story");
        var story = api.MapGroup("/stories/{id}");
        story.MapGet("", (string id, WorkspacePool pool) => Answer.Of(pool.Ask(w => Find(w, id)))).Says("One story.", "Story");
        story.MapGet("/brief", Brief).Says("The whole record, as 'readout brief --json' writes it.", "Record", [.. s_filters, "max_sentences", "since", "include_text"]);
        foreach (var part in s_parts)
        {
            story.MapGet("/" + part.Name, (string id, Asked asked, Paging paging, WorkspacePool pool, Ledgers ledgers, CancellationToken stop) =>
                Part(id, part.Array, asked with { Options = asked.Options with { Report = part.Report } }, paging, pool, ledgers, stop)).SaysList(part.Summary, $"Record/properties/{part.Array}/items", [.. s_filters, .. part.Filters]);
        }
        story.MapGet("/documents", (string id, string? as_of, Paging paging, WorkspacePool pool) => DocumentApi.List(as_of, pool.Ask(w => Find(w, id)).Id, paging, pool))
            .SaysList("The story's pages, in the order of arrival.", "Document", "as_of");
        story.MapGet("/changes", Changes).Says("What changed in the ledger since a build, or since your visit, as 'readout diff --json' writes it.", "Difference", "run", "visit");
        story.MapPost("/visit", (string id, Visitor visitor, WorkspacePool pool, IClock clock) => pool.Ask(w =>
        {
            w.Visits.Put(visitor.Name, Find(w, id).Id, clock.GetCurrentInstant());
            return Results.NoContent();
        })).WithMetadata(new ApiDoc("Keeps that you have seen the story as it stands.", null) { Status = StatusCodes.Status204NoContent });
        ExportApi.Map(story);
    }

    /// <summary>The story of an id, or the one that took its pages in.</summary>
    public static StoryRow Find(Workspace workspace, string id) => workspace.Stories.Find(id) ?? throw ApiException.NotFound($"No story has the id '{id}'; /v1/stories lists them.");

    /// <summary>A story's record for a question.</summary>
    public static async Task<ReadOnlyMemory<byte>> Record(string id, Asked asked, WorkspacePool pool, Ledgers ledgers, CancellationToken stop)
    {
        var (story, made, record) = pool.Ask(w => Find(w, id) is var found ? (found, w.Stories.Made(found.Id), asked.IsPlain ? w.Stories.Record(found.Id) : null) : default);
        if (made is null)
            throw new ApiException(StatusCodes.Status503ServiceUnavailable, "No build has made this story's record yet; 'readout build' makes it.");
        return record ?? await ledgers.Json(story, made, asked, stop);
    }

    private static Answer List(Paging paging, WorkspacePool pool)
    {
        var (stories, total, build) = pool.Ask(w => (w.Stories.List(paging.Limit, (int)Math.Min(paging.Position, int.MaxValue)), w.Stories.Count(), w.LastBuild));
        paging.Check(build);
        var end = paging.Position + stories.Count;
        return Answer.List(stories, end < total && stories.Count > 0 ? paging.Next(end, build) : null);
    }

    private static async Task<Answer> Brief(string id, Asked asked, WorkspacePool pool, Ledgers ledgers, CancellationToken stop) =>
        new(await Record(id, asked, pool, ledgers, stop), Answer.Json);

    private static async Task<Answer> Part(string id, string array, Asked asked, Paging paging, WorkspacePool pool, Ledgers ledgers, CancellationToken stop)
    {
        var build = pool.Ask(w => w.LastBuild);
        paging.Check(build);
        var record = await Record(id, asked, pool, ledgers, stop);
        var (items, total) = Items(record.Span, array, paging);
        var end = Math.Min(paging.Position + paging.Limit, total);
        return Answer.List(items, end < total ? paging.Next(end, build) : null);
    }

    // Only what is asked for becomes elements: a record can have tens of megabytes.
    private static (IReadOnlyList<JsonElement> Items, int Total) Items(ReadOnlySpan<byte> record, string array, Paging paging)
    {
        var (items, total) = (new List<JsonElement>(), 0);
        var reader = new Utf8JsonReader(record);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isArray = reader.ValueTextEquals(array);
            reader.Read();
            if (!isArray)
            {
                reader.Skip();
                continue;
            }
            for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray; total++)
            {
                if (total >= paging.Position && total - paging.Position < paging.Limit)
                    items.Add(JsonElement.ParseValue(ref reader));
                else
                    reader.Skip();
            }
            return (items, total);
        }
        throw new InvalidOperationException($"A record without '{array}'.");
    }

    private static Answer Changes(string id, long? run, bool? visit, Visitor visitor, WorkspacePool pool)
    {
        using var json = new MemoryStream();
        DifferenceFormat.WriteJson(
            pool.Ask(w =>
            {
                var since = visit is true ? w.Visits.Last(visitor.Name, Find(w, id).Id) ?? "" : run is null or 0 ? "" : w.BuildEnded(run.Value) ?? throw new ApiException(StatusCodes.Status400BadRequest, $"run: no build has the number {run}; the last one is {w.LastBuild}.");
                return w.Entries.Difference(since, Find(w, id).Id);
            }),
            json);
        return new Answer(json.ToArray(), Answer.Json);
    }
}
