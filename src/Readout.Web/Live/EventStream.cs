using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Readout.Web.Api;
using Readout.Web.Serving;

namespace Readout.Web.Live;

/// <summary>Server-sent events: what each build changed, with what was missed since <c>Last-Event-ID</c> first.</summary>
internal static class EventStream
{
    // Proxies cut connections on which nothing moves for a minute.
    private static readonly TimeSpan s_beat = TimeSpan.FromSeconds(20);

    // A browser whose buffers stay full that long is not reading.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private static readonly byte[] s_nothing = ":\n\n"u8.ToArray();
    private static readonly byte[] s_begin = "retry: 3000\n\n"u8.ToArray();

    public static void Map(RouteGroupBuilder api) => api.MapGet("/events", Listen)
        .SaysType("Server-sent events: what each build changed ('change', its id the build's number). With Last-Event-ID, or after= such an id, what was missed comes first.", "text/event-stream", "story", "after");

    private static async Task Listen(HttpContext context, string? story, ChangeFeed feed, WorkspacePool pool, IHostApplicationLifetime life)
    {
        var last = Last(context.Request);
        // A story that takes pages in may go on under another id; who listens to the old one means it still.
        Func<string, bool>? isWanted = string.IsNullOrEmpty(story) ? null : id => pool.Ask(w => w.Stories.Find(id)?.Id is { } now && now == w.Stories.Find(story)?.Id);
        if (isWanted is not null)
            pool.Ask(w => StoryApi.Find(w, story!));
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping);
        // listens before it looks back, so that nothing falls in between
        var changes = feed.Listen(ended.Token);
        var told = last ?? pool.Ask(w => w.LastBuild);
        try
        {
            await Send(context, s_begin, ended.Token);
            foreach (var missed in last is null ? [] : feed.Since(told))
            {
                await Send(context, missed.Event(isWanted) ?? s_nothing, ended.Token);
                told = missed.Run;
            }
            while (await Next(changes, ended.Token) is { } more)
            {
                if (!more)
                    await Send(context, s_nothing, ended.Token);
                while (changes.TryRead(out var change))
                {
                    if (change.Run <= told)
                        continue;
                    told = change.Run;
                    if (change.Event(isWanted) is { } bytes)
                        await Send(context, bytes, ended.Token);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // gone, or too slow: either way there is nobody to tell
            context.Abort();
        }
        finally
        {
            await ended.CancelAsync();
        }
    }

    // True: something to read; false: nothing for a while; null: the feed closed.
    private static async Task<bool?> Next(System.Threading.Channels.ChannelReader<Change> changes, CancellationToken stop)
    {
        using var beat = CancellationTokenSource.CreateLinkedTokenSource(stop);
        beat.CancelAfter(s_beat);
        try
        {
            return await changes.WaitToReadAsync(beat.Token) ? true : null;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }

    private static async Task Send(HttpContext context, byte[] bytes, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(s_patience);
        await context.Response.Body.WriteAsync(bytes, patience.Token);
        await context.Response.Body.FlushAsync(patience.Token);
    }

    private static long? Last(HttpRequest request)
    {
        // a browser sends the header only when it comes back; a page says at first what it was made of
        var given = request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } header ? header : request.Query["after"].ToString();
        return given.Length == 0 ? null
            : long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var run) ? run
            : throw new ApiException(StatusCodes.Status400BadRequest, "Last-Event-ID, after: it is no id that this stream gave; ids are numbers of builds.");
    }
}
