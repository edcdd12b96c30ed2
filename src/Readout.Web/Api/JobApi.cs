using Readout.Store;
using Readout.Web.Serving;

namespace Readout.Web.Api;

/// <summary>Builds: what runs and what ran.</summary>
internal static class JobApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/jobs", (Paging paging, WorkspacePool pool) =>
        {
            var rows = pool.Ask(w => w.Builds(paging.Limit + 1, paging.Position == 0 ? null : paging.Position));
            return Answer.List(rows.Take(paging.Limit), rows.Count > paging.Limit ? paging.Next(rows[paging.Limit - 1].Id) : null);
        }).SaysList("The builds, the latest first. One without an end runs, or was stopped.", "Job");
        api.MapGet("/jobs/{id:long}", (long id, WorkspacePool pool) => Answer.Of(pool.Ask(w => Find(w, id)))).Says("One build.", "Job");
    }

    private static BuildRow Find(Workspace workspace, long id) =>
        workspace.Builds(1, id + 1) is [var row] && row.Id == id ? row : throw ApiException.NotFound($"No build has the number {id}.");
}
