using NodaTime;
using Readout.Store;
using Readout.Store.Corrections;
using Readout.Store.Searching;
using Readout.Store.Watches;
using Readout.Web.Writing;

namespace Readout.Web.Api;

/// <summary>What changes the workspace: corrections, watches, pages, builds.</summary>
internal static class WriteApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/corrections", Send(Correct)).WithMetadata(new ApiDoc("Makes a correction. 'targets' are ids as the command line takes them; 'seen' is the last correction of the same object that you know ('' for none): 409 where there is a later one.", "Correction")
        { Body = "CorrectionRequest", Status = StatusCodes.Status201Created });
        api.MapPost("/watches", Send(Watch)).WithMetadata(new ApiDoc("Asks a standing question.", "Watch") { Body = "WatchRequest", Status = StatusCodes.Status201Created });
        api.MapDelete("/watches/{name}", Send(Remove)).WithMetadata(new ApiDoc("Stops asking.", null) { Status = StatusCodes.Status204NoContent });
        api.MapPost("/documents", Send(Add)).WithMetadata(new ApiDoc("Takes in the body as a page, or as what holds pages. What it is, its bytes say.", "Intake")
        { Body = "", BodyType = "application/octet-stream", Takes = ["name", "build"], Status = StatusCodes.Status202Accepted });
        api.MapPost("/jobs", Send(Build)).WithMetadata(new ApiDoc("Builds what is out of date, beside the requests.", "JobState") { Status = StatusCodes.Status202Accepted });
        api.MapGet("/jobs/running", (Builds builds) => Answer.Of(State(builds))).Says("How the build of this server stands.", "JobState");
    }

    private static RequestDelegate Send(Func<HttpContext, IServiceProvider, Once, Task<Answer>> act) => context => Send(context, act);

    private static async Task Send(HttpContext context, Func<HttpContext, IServiceProvider, Once, Task<Answer>> act)
    {
        var services = context.RequestServices;
        var answer = await services.GetRequiredService<Idempotency>().Answer(context, once => act(context, services, once));
        await answer.ExecuteAsync(context);
    }

    private static async Task<Answer> Correct(HttpContext context, IServiceProvider services, Once once)
    {
        var asked = await Body<CorrectionRequest>(context);
        if (string.IsNullOrWhiteSpace(asked.Reason) || asked.Reason.Length > 2000 || asked.Value?.Length > 2000 || asked.Targets.Count is 0 or > 500)
            throw ApiException.Unprocessable("A correction has a reason (at most 2,000 characters, as its value) and what it is about: whoever reads the log later has only that.");
        var answer = await once.Write("correct", workspace =>
        {
            try
            {
                // The log is a file, which no transaction covers; so each line of it says which request made it.
                if (once.Before(workspace.Corrections) is { } made)
                    return Created(made, "/v1/corrections");
                var (targets, value) = CorrectionTargets.Of(workspace, asked.Verb, asked.Targets, asked.Value);
                if (asked.Seen is not null)
                    Check(workspace, targets, asked.Seen);
                return Created(workspace.Corrections.Add(asked.Verb, targets, value, Who(context, services), asked.Reason.Trim(), services.GetRequiredService<IClock>().GetCurrentInstant(), once.Mark), "/v1/corrections");
            }
            catch (CorrectionException e)
            {
                throw ApiException.Unprocessable(e.Message);
            }
        });
        if (asked.Build)
            services.GetRequiredService<Builds>().Ask();
        return answer;
    }

    // Looked at by the only writer: of two who know the same, the second one hears of the first.
    private static void Check(Workspace workspace, IReadOnlyList<string> targets, string seen)
    {
        var last = workspace.Corrections.All().LastOrDefault(c => c.Targets.Intersect(targets, StringComparer.Ordinal).Any());
        if ((last?.Id ?? "") != seen)
            throw new ApiException(StatusCodes.Status409Conflict, last is null ? $"No correction '{seen}' is about this." : $"{last.Author} corrected the same at {last.At} ({last.Id}: {last.Reason}). Look at it, and send the correction again with \"seen\": \"{last.Id}\" if it still holds.");
    }

    private static async Task<Answer> Watch(HttpContext context, IServiceProvider services, Once once)
    {
        var asked = await Body<WatchRequest>(context);
        var value = asked.Value ?? "";
        if (string.IsNullOrWhiteSpace(asked.Name) || asked.Name.Length > 100 || asked.Name.Any(char.IsControl))
            throw ApiException.Unprocessable("name: 1 to 100 characters.");
        if (value.Length > 1000 || (asked.Kind != WatchKind.All && value.Length == 0))
            throw ApiException.Unprocessable("value: what is watched? The search, the story's or prospect's id, the person's name.");
        // A file or a command would be one of the server's; those are given where somebody already works on it.
        if (asked.Notify?.FirstOrDefault(n => !n.StartsWith("webhook:https://", StringComparison.Ordinal)) is { } way)
            throw ApiException.Unprocessable($"notify: '{way}' can't be set from afar; webhook:https://… can, all others on the command line. Alerts stand at /v1/watches/NAME/alerts in any case.");
        var budget = asked.Budget is null ? null : Budget.Read(asked.Budget) ?? throw ApiException.Unprocessable($"budget: '{asked.Budget}' is none; write 5/d or 2/h.");
        var quiet = asked.QuietHours is null ? null : QuietHours.Read(asked.QuietHours, asked.Zone) ?? throw ApiException.Unprocessable("quietHours: write 22:00-07:00, and as zone an IANA name such as Europe/Oslo.");
        if (asked.Kind == WatchKind.Query)
            QueryParser.Parse(value);
        return await once.Write("watch", workspace =>
        {
            if (asked.Kind == WatchKind.Story)
                value = StoryApi.Find(workspace, value).Id;
            return workspace.Watches.Add(asked.Name, asked.Kind, value, asked.Notify ?? [], budget, quiet, services.GetRequiredService<IClock>().GetCurrentInstant(), Who(context, services), asked.Shared)
                ? Created(WatchApi.Row(workspace.Watches.Find(asked.Name)!), "/v1/watches/" + Uri.EscapeDataString(asked.Name))
                : throw new ApiException(StatusCodes.Status409Conflict, $"A watch is called '{asked.Name}' already.");
        });
    }

    private static Task<Answer> Remove(HttpContext context, IServiceProvider services, Once once)
    {
        var name = (string)context.Request.RouteValues["name"]!;
        return once.Write("watch", w => w.Watches.Remove(name, Who(context, services)) ? Answer.Nothing : throw ApiException.NotFound($"No watch is called '{name}'; /v1/watches lists them."));
    }

    private static async Task<Answer> Add(HttpContext context, IServiceProvider services, Once once)
    {
        var name = context.Request.Query["name"].ToString().Replace('\\', '/').Split('/')[^1].Trim();
        if (name.Length is 0 or > 255 || name.Any(char.IsControl))
            throw new ApiException(StatusCodes.Status400BadRequest, "name: what is the page called? A file name of at most 255 characters.");
        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
        if (bytes.Length == 0)
            throw ApiException.Unprocessable("The body is empty; it is the page's bytes.");
        var read = Intake.Read([(name, bytes.ToArray())]);
        if (read.Pages.Count == 0)
            throw ApiException.Unprocessable($"Nothing came in. {string.Join(' ', read.Failed.Take(10))}");
        var isNews = false;
        var answer = await once.Write("add", workspace =>
        {
            var report = Intake.Put(workspace, read, services.GetRequiredService<IClock>().GetCurrentInstant());
            isNews = report.New + report.Versions > 0;
            return Answer.Of(new { report.New, report.Versions, report.Known, report.Failed }, StatusCodes.Status202Accepted, "/v1/jobs/running");
        });
        if (isNews && context.Request.Query["build"] != "false")
            services.GetRequiredService<Builds>().Ask();
        return answer;
    }

    private static async Task<Answer> Build(HttpContext context, IServiceProvider services, Once once)
    {
        var builds = services.GetRequiredService<Builds>();
        // A build asked for changes nothing by itself, and is gone with the process: its key is kept first, not to wait for the build.
        var answer = Answer.Of(State(builds), StatusCodes.Status202Accepted, "/v1/jobs/running");
        if (once.Mark is not null)
            answer = await once.Write("keep an answer", _ => answer);
        builds.Ask();
        return answer;
    }

    private static JobState State(Builds builds) => builds.State is var state ? new JobState(state.Doing, state.Done, state.Total, state.Failure) : null!;

    private static async Task<T> Body<T>(HttpContext context)
        where T : class
    {
        if (!context.Request.HasJsonContentType())
            throw new ApiException(StatusCodes.Status415UnsupportedMediaType, "The body is to be JSON: 'Content-Type: application/json'.");
        return await System.Text.Json.JsonSerializer.DeserializeAsync<T>(context.Request.Body, ApiJson.Options, context.RequestAborted) ?? throw new ApiException(StatusCodes.Status400BadRequest, "The body is null.");
    }

    private static Answer Created<T>(T value, string location) => Answer.Of(value, StatusCodes.Status201Created, location);

    private static string Who(HttpContext context, IServiceProvider services) => context.User.Identity?.Name ?? services.GetRequiredService<SiteOptions>().Who;
}

/// <summary>A correction to be made.</summary>
/// <param name="Seen">The last correction of the same object that its author knows; empty for none, null where it does not matter.</param>
/// <param name="Build">Whether to build what it changes now.</param>
internal sealed record CorrectionRequest(CorrectionVerb Verb, IReadOnlyList<string> Targets, string Reason, string? Value = null, string? Seen = null, bool Build = true);

/// <summary>A standing question to be asked.</summary>
/// <param name="Shared">Everybody sees it; else who asks it alone.</param>
internal sealed record WatchRequest(string Name, WatchKind Kind, string? Value = null, IReadOnlyList<string>? Notify = null, string? Budget = null, string? QuietHours = null, string? Zone = null, bool Shared = true);

/// <summary>How the build stands.</summary>
internal sealed record JobState(string? Doing, int Done, int Total, string? Failure);
