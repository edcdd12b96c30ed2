using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Readout.Store;
using Readout.Store.Searching;
using Readout.Store.Watches;
using Readout.Web.Access;
using Readout.Web.Pages;
using Readout.Web.Serving;

namespace Readout.Web.Writing;

/// <summary>Standing questions.</summary>
internal static class WatchEndpoints
{
    private const int MostAlerts = 20;

    public static void Map(WebApplication app)
    {
        app.MapGet("/watches", (WorkspacePool pool, Visitor visitor, string? value) => Page(pool, visitor, value));
        app.MapPost("/watches", Add);
        app.MapPost("/watches/remove", async ([FromForm] string? name, Pen pen, WorkspacePool pool, Visitor visitor) =>
            await pen.Write("watch", w => w.Watches.Remove(name ?? "", visitor.Name)) ? DeskEndpoints.SeeOther("/watches") : Page(pool, visitor, null, "There is no such watch."));
        app.MapPost("/watches/run", async ([FromForm] string? _, Pen pen) =>
        {
            await pen.Write("watch", w => new WatchRunner(w).Run());
            return DeskEndpoints.SeeOther("/watches");
        });
    }

    private static async Task<IResult> Add([FromForm] string? name, [FromForm] string? kind, [FromForm] string? value, [FromForm] string? budget, [FromForm] string? shared, Pen pen, WorkspacePool pool, Visitor visitor, IClock clock)
    {
        var (called, asked) = (name?.Trim() ?? "", value?.Trim() ?? "");
        if (called.Length is 0 or > 100 || called.Any(char.IsControl))
            return Page(pool, visitor, asked, "Give it a name of at most 100 characters.");
        if (!Enum.TryParse<WatchKind>(kind, ignoreCase: true, out var what) || !Enum.IsDefined(what))
            return Page(pool, visitor, asked, "There is no such question.");
        if (!string.IsNullOrWhiteSpace(budget) && Budget.Read(budget.Trim()) is null)
            return Page(pool, visitor, asked, "Write how many as 5/d or 2/h.");
        if (Fault(pool, what, asked) is { } fault)
            return Page(pool, visitor, asked, fault);
        return await pen.Write("watch", w => w.Watches.Add(called, what, what == WatchKind.All ? "" : asked, [], Budget.Read(budget?.Trim()), null, clock.GetCurrentInstant(), visitor.Name, shared == "yes"))
            ? DeskEndpoints.SeeOther("/watches")
            : Page(pool, visitor, asked, $"'{called}' is taken.");
    }

    private static string? Fault(WorkspacePool pool, WatchKind kind, string value)
    {
        if (kind == WatchKind.All)
            return null;
        if (value.Length is 0 or > 1000)
            return "Say what to watch.";
        if (kind == WatchKind.Story)
            return pool.Ask(w => w.Stories.Find(value)) is null ? $"No story has the id '{value}'." : null;
        if (kind != WatchKind.Query)
            return null;
        try
        {
            QueryParser.Parse(value);
            return null;
        }
        catch (QueryException e)
        {
            return e.Message;
        }
    }

    private static RazorComponentResult Page(WorkspacePool pool, Visitor visitor, string? value, string? fault = null)
    {
        var (watches, built) = pool.Ask(w => ((IReadOnlyList<(Watch, IReadOnlyList<(long, Alert)>)>)[.. w.Watches.All(visitor.Name).Select(x => (x, w.Watches.Latest(x.Name, MostAlerts)))], w.LastBuilt));
        return new RazorComponentResult<WatchesPage>(new { Watches = watches, Who = visitor.Name, Value = value, Fault = fault, Built = built })
        {
            StatusCode = fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }
}
