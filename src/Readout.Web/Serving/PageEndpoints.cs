using Microsoft.AspNetCore.Http.HttpResults;
using Readout.Web.Api;
using Readout.Web.Pages;
using Readout.Web.Writing;

namespace Readout.Web.Serving;

/// <summary>The pages, each by its address.</summary>
internal static class PageEndpoints
{
    private const int PageSize = 50;

    public static void Map(WebApplication app)
    {
        var pages = app.MapGroup("").WithMetadata(new SharedPage());
        pages.MapGet("/", Stories);
        pages.MapGet("/methods", (WorkspacePool pool) => new RazorComponentResult<MethodsPage>(new { Built = StoryEndpoints.Built(pool) }));
        StoryEndpoints.Map(pages);
        SearchEndpoints.Map(pages);
        AddEndpoints.Map(app);
        DeskEndpoints.Map(app);
        WatchEndpoints.Map(app);
        app.MapFallback("{**path}", Unknown);
    }

    private static IResult Unknown(HttpContext context)
    {
        if (Methods.Of(context) is not { Count: > 0 } known || known.Contains(context.Request.Method))
            return StoryEndpoints.NotFound("Nothing stands at this address.");
        context.Response.Headers.Allow = string.Join(", ", known);
        return Failures.Answer(StatusCodes.Status405MethodNotAllowed, $"This address takes {string.Join(" and ", known)}, not {context.Request.Method}.");
    }

    private static IResult Stories(WorkspacePool pool, int page = 1)
    {
        var total = pool.Ask(w => w.Stories.Count());
        // nothing to show: the way in
        if (total == 0 && page == 1)
            return Results.Redirect("/add");
        if (!StoryEndpoints.IsPage(page, total, PageSize))
            return StoryEndpoints.NoSuchPage();
        var (stories, built) = pool.Ask(w => (w.Stories.List(PageSize, (page - 1) * PageSize), w.LastBuilt));
        return new RazorComponentResult<StoriesPage>(new { Stories = stories, Total = total, Page = page, Size = PageSize, Built = built });
    }
}
