using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Readout.Web.Pages;
using Readout.Web.Parts;
using Readout.Web.Serving;

namespace Readout.Web.Writing;

/// <summary>Taking pages in, and how the building of them stands.</summary>
internal static class AddEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/add", (WorkspacePool pool, Builds builds) => Page(pool, builds));
        app.MapGet("/building", (Builds builds) => new RazorComponentResult<BuildNote>(new { builds.State }));
        app.MapPost("/add/files", async ([FromForm] IFormFileCollection files, Intake intake, WorkspacePool pool, Builds builds) =>
            Answer(await intake.Files(await Read(files)), pool, builds));
        app.MapPost("/add/text", async ([FromForm] string text, [FromForm] string? name, Intake intake, WorkspacePool pool, Builds builds) =>
            string.IsNullOrWhiteSpace(text) ? Page(pool, builds, "Paste a text.") : Answer(await intake.Text(name ?? "", text), pool, builds));
        app.MapPost("/add/address", async ([FromForm] string? address, Intake intake, WorkspacePool pool, Builds builds, CancellationToken stop) =>
            string.IsNullOrWhiteSpace(address) ? Page(pool, builds, "Write an address.") : Answer(await intake.Address(address.Trim(), stop), pool, builds));
    }

    private static async Task<IReadOnlyList<(string Name, byte[] Bytes)>> Read(IFormFileCollection files)
    {
        var read = new List<(string, byte[])>(files.Count);
        foreach (var file in files)
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes);
            // a browser may send a path; only its last part is the file's name
            read.Add((file.FileName.Replace('\\', '/').Split('/')[^1] is { Length: > 0 } name ? name : "file", bytes.ToArray()));
        }
        return read;
    }

    private static IResult Answer(IntakeReport report, WorkspacePool pool, Builds builds)
    {
        if (report.New + report.Versions > 0)
            builds.Ask();
        return report.New + report.Versions + report.Known == 0
            ? Page(pool, builds, report.Failed.Count == 0 ? "Nothing came in." : string.Join(' ', report.Failed.Take(10)))
            : Page(pool, builds, told: report.Words);
    }

    private static RazorComponentResult Page(WorkspacePool pool, Builds builds, string? fault = null, string? told = null)
    {
        var (pages, built) = pool.Ask(w => (w.Pages.Count().Addresses, w.LastBuilt));
        return new RazorComponentResult<AddPage>(new { IsFirst = pages == 0, Building = builds.State, Fault = fault, Told = told, Built = built })
        {
            StatusCode = fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }
}
