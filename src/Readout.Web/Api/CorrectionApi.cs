using Readout.Web.Serving;

namespace Readout.Web.Api;

/// <summary>The log of corrections.</summary>
internal static class CorrectionApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/corrections", List).SaysList("Every correction, the earliest first, as 'readout log --json' writes them.", "Correction");

    private static Answer List(Paging paging, WorkspacePool pool)
    {
        var all = pool.Ask(w => w.Corrections.All());
        var end = paging.Position + paging.Limit;
        return Answer.List(all.Skip((int)Math.Min(paging.Position, int.MaxValue)).Take(paging.Limit), end < all.Count ? paging.Next(end) : null);
    }
}
