using Readout.Store.Searching;
using Readout.Web.Access;
using Readout.Web.Serving;

namespace Readout.Web.Api;

/// <summary>Search.</summary>
internal static class SearchApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/search", Search).Says("Articles, claims, quotations and prospects: the hits as 'readout search --json' writes them.", "SearchAnswer", "q", "facets", "limit", "cursor");

    private static Answer Search(string? q, bool? facets, Paging paging, Visitor visitor, WorkspacePool pool)
    {
        if (string.IsNullOrWhiteSpace(q))
            throw new ApiException(StatusCodes.Status400BadRequest, "q: what is searched for? Words, \"a phrase\", field:value; docs/command-line.md says all of it.");
        var (found, build) = pool.Ask(w => (w.Search.Find(new SearchRequest(q, paging.Limit, (int)Math.Min(paging.Position, int.MaxValue), facets ?? false, w.Visits.Last(visitor.Name, ""))), w.LastBuild));
        paging.Check(build);
        var end = paging.Position + found.Hits.Count;
        return Answer.Of(new { items = found.Hits, next = end < found.Total && found.Hits.Count > 0 ? paging.Next(end, build) : null, found.Total, found.IsRanked, found.Counted, found.Facets });
    }
}
