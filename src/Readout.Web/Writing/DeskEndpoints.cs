using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Readout.Claims;
using Readout.Store;
using Readout.Store.Corrections;
using Readout.Web.Access;
using Readout.Web.Pages;
using Readout.Web.Records;
using Readout.Web.Serving;

namespace Readout.Web.Writing;

/// <summary>Visits and corrections: what somebody saw, what they try out, what they decide, what they take back.</summary>
internal static class DeskEndpoints
{
    // Trying out makes the story's ledger twice.
    private const int MostTried = 300;

    public static void Map(WebApplication app)
    {
        app.MapGet("/desk", (WorkspacePool pool, Builds builds, int page = 1) => Desk(pool, builds, page));
        app.MapPost("/desk/undo", Undo);
        var story = app.MapGroup("/stories/{id}");
        story.MapGet("/changes", (string id, string? as_of, Library library, WorkspacePool pool, Visitor visitor) => StoryEndpoints.In(library, id, as_of, view =>
            new RazorComponentResult<ChangesPage>(new { Story = view, News = pool.Ask(w => StoryNews.Of(w, view.Id, visitor.Name)), Who = visitor.Name, Built = StoryEndpoints.Built(pool) })));
        story.MapPost("/seen", (string id, [FromForm] string? _, Library library, WorkspacePool pool, Visitor visitor, IClock clock) => StoryEndpoints.In(library, id, null, view =>
        {
            pool.Ask(w =>
            {
                w.Visits.Put(visitor.Name, view.Id, clock.GetCurrentInstant());
                return true;
            });
            return SeeOther(view.Address("changes"));
        }));
        story.MapGet("/desk", (string id, Library library, WorkspacePool pool, int page = 1) => StoryEndpoints.In(library, id, null, view =>
            StoryEndpoints.IsPage(page, view.Record.Documents.Count, StoryDeskPage.Size) ? StoryDesk(view, pool, page) : StoryEndpoints.NoSuchPage()));
        story.MapPost("/desk/preview", Preview);
        story.MapPost("/desk", Correct);
    }

    private static IResult Preview(string id, [FromForm] CorrectionForm form, Library library, WorkspacePool pool) => StoryEndpoints.In(library, id, null, view =>
    {
        try
        {
            var candidate = pool.Ask(w => form.Read(view, w));
            var difference = view.Record.Documents.Count > MostTried ? null : pool.Ask(w => CorrectionPreview.Of(w, view.Id, candidate));
            return new RazorComponentResult<PreviewPage>(new { Story = view, Form = form, Difference = difference, Built = StoryEndpoints.Built(pool) });
        }
        catch (FormException e)
        {
            return StoryDesk(view, pool, 1, e.Message);
        }
    });

    private static async Task<IResult> Correct(string id, [FromForm] CorrectionForm form, Library library, WorkspacePool pool, Pen pen, Builds builds, Visitor visitor, IClock clock)
    {
        if (library.Story(id) is not { } view)
            return StoryEndpoints.NotFound("No story has this id.");
        try
        {
            var made = await pen.Write("correct", workspace =>
            {
                var read = form.Read(view, workspace);
                return workspace.Corrections.Add(read.Verb, read.Targets, read.Value, visitor.Name, read.Reason, clock.GetCurrentInstant());
            });
            builds.Ask();
            return SeeOther("/desk#" + made.Id);
        }
        catch (FormException e)
        {
            return StoryDesk(view, pool, 1, e.Message);
        }
    }

    private static async Task<IResult> Undo([FromForm] string? id, [FromForm] string? reason, WorkspacePool pool, Pen pen, Builds builds, Visitor visitor, IClock clock)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > 2000)
            return Desk(pool, builds, 1, "A reason is asked for, in 2,000 characters at most.");
        var undone = await pen.Write("undo", workspace =>
        {
            // looked up by whoever writes: two who undo the same at once do it once
            if (!CorrectionLog.Standing(workspace.Corrections.All()).Any(c => c.Id == id))
                return false;
            workspace.Corrections.Add(CorrectionVerb.Undo, [id!], null, visitor.Name, reason.Trim(), clock.GetCurrentInstant());
            return true;
        });
        if (!undone)
            return Desk(pool, builds, 1, $"No correction '{id}' holds: it is not there, or somebody undid it already.");
        builds.Ask();
        return SeeOther("/desk");
    }

    private static IResult Desk(WorkspacePool pool, Builds builds, int page, string? fault = null)
    {
        var (all, built) = pool.Ask(w => (w.Corrections.All(), w.LastBuilt));
        if (!StoryEndpoints.IsPage(page, all.Count, DeskPage.Size))
            return StoryEndpoints.NoSuchPage();
        return new RazorComponentResult<DeskPage>(new
        {
            Entries = (IReadOnlyList<Correction>)[.. all.Reverse().Skip((page - 1) * DeskPage.Size).Take(DeskPage.Size)],
            Page = page,
            Standing = (IReadOnlySet<string>)CorrectionLog.Standing(all).Select(c => c.Id).ToHashSet(StringComparer.Ordinal),
            Total = all.Count,
            Building = builds.State,
            Fault = fault,
            Built = built,
        })
        { StatusCode = fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };
    }

    private static RazorComponentResult StoryDesk(StoryView view, WorkspacePool pool, int page, string? fault = null) =>
        new RazorComponentResult<StoryDeskPage>(new { Story = view, Others = pool.Ask(w => w.Stories.List(200)), Page = page, Fault = fault, Built = StoryEndpoints.Built(pool) })
        {
            StatusCode = fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };

    /// <summary>Done; the browser goes on with GET, so that loading again repeats nothing.</summary>
    public static IResult SeeOther(string address) => new SeeOtherResult(address);

    private sealed class SeeOtherResult(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
