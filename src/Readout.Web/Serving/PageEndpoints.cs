using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using NodaTime.Text;
using Readout.Web.Pages;
using Readout.Web.Records;

namespace Readout.Web.Serving;

/// <summary>The pages, each by its address.</summary>
internal static class PageEndpoints
{
    private const int PageSize = 50;

    public static void Map(WebApplication app)
    {
        var pages = app.MapGroup("").WithMetadata(new SharedPage());
        pages.MapGet("/", Stories);
        var story = pages.MapGroup("/stories/{id}");
        story.MapGet("", (string id, string? as_of, Library library, WorkspacePool pool) =>
            In(library, id, as_of, view => new RazorComponentResult<StoryPage>(new { Story = view, Built = Built(pool) })));
        app.MapFallback(() => Failures.Answer(StatusCodes.Status404NotFound, "Nothing stands at this address."));
    }

    private static IResult Stories(WorkspacePool pool, int page = 1)
    {
        if (page is < 1 or > 1_000_000)
            return Failures.Answer(StatusCodes.Status404NotFound, "The list has no such page.");
        var (stories, total, built) = pool.Ask(w => (w.Stories.List(PageSize, (page - 1) * PageSize), w.Stories.Count(), w.LastBuilt));
        return new RazorComponentResult<StoriesPage>(new { Stories = stories, Total = total, Page = page, Size = PageSize, Built = built });
    }

    private static IResult In(Library library, string id, string? asOf, Func<StoryView, IResult> page)
    {
        LocalDate? day = null;
        if (!string.IsNullOrEmpty(asOf))
        {
            if (LocalDatePattern.Iso.Parse(asOf) is not { Success: true } parsed)
                return Failures.Answer(StatusCodes.Status400BadRequest, $"as_of: '{asOf}' is no day; write it as 2025-05-07.");
            day = parsed.Value;
        }
        return library.Story(id, day) is { } story ? page(story) : Failures.Answer(StatusCodes.Status404NotFound, "No story has this id.");
    }

    private static string? Built(WorkspacePool pool) => pool.Ask(w => w.LastBuilt);
}
