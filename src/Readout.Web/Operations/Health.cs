using Readout.Store;
using Readout.Web.Api;
using Readout.Web.Serving;

namespace Readout.Web.Operations;

/// <summary>For whatever watches over the server: does it live, can it answer, how is it doing?</summary>
internal static class Health
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("alive\n"));
        app.MapGet("/health/ready", (WorkspacePool pool) =>
        {
            try
            {
                return Results.Text($"ready, build {pool.Ask(w => w.LastBuild)}\n");
            }
            catch (Exception e) when (e is StoreException or IOException)
            {
                return Results.Text($"not ready: {e.Message}\n", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        });
        app.MapGet("/metrics", (Metrics metrics, WorkspacePool pool, Live.ChangeFeed feed) => Results.Text(metrics.Write(pool, feed), "text/plain; version=0.0.4; charset=utf-8"));
    }
}
