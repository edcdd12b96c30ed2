using Microsoft.AspNetCore.Http.HttpResults;
using Readout.Store;
using Readout.Store.Searching;
using Readout.Web.Access;
using Readout.Web.Pages;

namespace Readout.Web.Serving;

/// <summary>Searching, and the pages of outlets and people, which are searches too.</summary>
internal static class SearchEndpoints
{
    private const int LongestName = 300;

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/search", Search);
        pages.MapGet("/outlets", (string? name, WorkspacePool pool) => Named(pool, name, "outlet", value => [("What it printed", $"kind:article outlet:{value}")]));
        pages.MapGet("/people", (string? name, WorkspacePool pool) => Named(pool, name, "person or body", value =>
            [("What they said", $"(kind:quotation OR kind:claim) says:{value}"), ("What names them", $"kind:article about:{value}")]));
    }

    private static IResult Search(WorkspacePool pool, Visitor visitor, string? q, int page = 1)
    {
        var (built, query) = (StoryEndpoints.Built(pool), q?.Trim() ?? "");
        if (page is < 1 or > 100_000)
            return StoryEndpoints.NoSuchPage();
        if (query.Length == 0)
            return new RazorComponentResult<SearchPage>(new { Query = "", Built = built });
        try
        {
            var result = pool.Ask(w => w.Search.Find(new SearchRequest(query, SearchPage.Size, (page - 1) * SearchPage.Size, WithFacets: true, w.Visits.Last(visitor.Name, ""))));
            return StoryEndpoints.IsPage(page, result.Total, SearchPage.Size) ? new RazorComponentResult<SearchPage>(new { Query = query, Result = result, Page = page, Built = built }) : StoryEndpoints.NoSuchPage();
        }
        catch (QueryException e)
        {
            return new RazorComponentResult<SearchPage>(new { Query = query, Fault = e.Message, Built = built }) { StatusCode = StatusCodes.Status400BadRequest };
        }
    }

    private static IResult Named(WorkspacePool pool, string? name, string kind, Func<string, (string Title, string Query)[]> lists)
    {
        // a name is looked for as a phrase: what would end the phrase is no part of any name
        if (name?.Replace('"', ' ').Trim() is not { Length: > 0 and <= LongestName } written || !written.Any(char.IsLetterOrDigit))
            return StoryEndpoints.NotFound("Nobody is called so here.");
        var found = lists($"\"{written}\"").Select(l => (l.Title, l.Query, pool.Ask(w => w.Search.Find(new SearchRequest(l.Query, 20, WithFacets: true))))).ToList();
        return new RazorComponentResult<NamePage>(new { Name = written, Kind = kind, Lists = (IReadOnlyList<(string, string, SearchResult)>)found, Built = StoryEndpoints.Built(pool) });
    }
}
