using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using NodaTime.Text;
using Readout.Store;
using Readout.Web.Access;
using Readout.Web.Captures;
using Readout.Web.Pages;
using Readout.Web.Records;

namespace Readout.Web.Serving;

/// <summary>The pages of a story, each by its address.</summary>
internal static class StoryEndpoints
{
    public static void Map(RouteGroupBuilder pages)
    {
        var story = pages.MapGroup("/stories/{id}");
        story.MapGet("", (string id, string? as_of, Library library, WorkspacePool pool, Visitor visitor) => In(library, id, as_of, view =>
            new RazorComponentResult<StoryPage>(new { Story = view, News = pool.Ask(w => StoryNews.Of(w, view.Id, visitor.Name)), Built = Built(pool) })));
        story.MapGet("/timeline", (string id, string? as_of, string? from, string? to, Library library, WorkspacePool pool) => In(library, id, as_of, view =>
            Day(from, "from") ?? Day(to, "to") ?? new RazorComponentResult<TimelinePage>(new { Story = view, From = Given(from), To = Given(to), Built = Built(pool) })));
        story.MapGet("/claims", (string id, string? as_of, string? disputed, Library library, WorkspacePool pool, int page = 1) => In(library, id, as_of, view =>
            IsPage(page, view.ClaimLines.Count, ClaimsPage.Size) ? new RazorComponentResult<ClaimsPage>(new { Story = view, Disputed = disputed == "yes", Page = page, Built = Built(pool) }) : NoSuchPage()));
        story.MapGet("/disputes", (string id, string? as_of, Library library, WorkspacePool pool, int page = 1) => In(library, id, as_of, view =>
            IsPage(page, view.Record.Disputes.Count, DisputesPage.Size) ? new RazorComponentResult<DisputesPage>(new { Story = view, Page = page, Built = Built(pool) }) : NoSuchPage()));
        story.MapGet("/quotes", (string id, string? as_of, string? by, Library library, WorkspacePool pool, int page = 1) => In(library, id, as_of, view =>
            IsPage(page, view.Voices.Count, QuotesPage.Size) ? new RazorComponentResult<QuotesPage>(new { Story = view, By = Given(by), Page = page, Built = Built(pool) }) : NoSuchPage()));
        story.MapGet("/prospects", (string id, string? as_of, Library library, WorkspacePool pool) => In(library, id, as_of, view =>
            new RazorComponentResult<ProspectsPage>(new { Story = view, Built = Built(pool) })));
        story.MapGet("/prospects/{prospect}", (string id, string prospect, string? as_of, Library library, WorkspacePool pool) => In(library, id, as_of, view =>
            view.Item(prospect) is ProspectRecord found ? new RazorComponentResult<ProspectPage>(new { Story = view, Prospect = found, Built = Built(pool) }) : NotFound("No prospect of this story has this id.")));
        story.MapGet("/sources", (string id, string? as_of, Library library, WorkspacePool pool) => In(library, id, as_of, view =>
            new RazorComponentResult<SourcesPage>(new { Story = view, Built = Built(pool) })));
        story.MapGet("/evidence/{item}", Item);
        story.MapGet("/evidence/{item}/{part}", (string id, string item, string part, string? as_of, HttpRequest request, Library library, WorkspacePool pool) =>
            part is "outlets" or "texts" or "speakers" ? Item(id, item, as_of, request, library, pool, part) : Place(id, item, part, as_of, request, library, pool));
        story.MapGet("/pages/{document}", Reader);
        story.MapGet("/pages/{document}/capture", Capture);
    }

    /// <summary>Runs a page of a story, or says why there is none.</summary>
    public static IResult In(Library library, string id, string? asOf, Func<StoryView, IResult> page)
    {
        if (Day(asOf, "as_of") is { } wrong)
            return wrong;
        LocalDate? day = Given(asOf) is { } text ? LocalDatePattern.Iso.Parse(text).Value : null;
        return library.Story(id, day) is { } story ? page(story) : NotFound("No story has this id.");
    }

    private static IResult Item(string id, string item, string? as_of, HttpRequest request, Library library, WorkspacePool pool, string? part = null) => In(library, id, as_of, view =>
        view.Item(item) is { } found and (ClaimRecord or DisputeRecord or ChangeRecord or FamilyRecord) && (part is null || found is ClaimRecord)
            ? new RazorComponentResult<EvidencePage>(new { Story = view, Item = found, List = part, IsPart = Fragment.IsAskedFor(request), Built = Built(pool) })
            : NotFound("Nothing of this story has this id."));

    private static IResult Place(string id, string document, string place, string? as_of, HttpRequest request, Library library, WorkspacePool pool) => In(library, id, as_of, view =>
        Find(view, document) is { } page && Stretch.Parse(place) is { } span && view.Utf16(page.Id, span) is not null
            ? new RazorComponentResult<EvidencePage>(new { Story = view, Page = page, Span = span, Arrival = Stored(pool, view, page.Id), IsPart = Fragment.IsAskedFor(request), Built = Built(pool) })
            : NotFound("This story has no such words: the page or the place is not there."));

    private static IResult Reader(string id, string document, string? as_of, string? show, string? at, HttpRequest request, CaptureOrigin captures, Library library, WorkspacePool pool) => In(library, id, as_of, view =>
    {
        if (Find(view, document) is not { } page || view.Arrival(page.Id) is not { } row)
            return NotFound("This story has no such page.");
        var shown = (show?.Split(',') ?? ["quotation"]).Where(Highlight.Kinds.Contains).ToHashSet(StringComparer.Ordinal);
        var place = Stretch.Parse(at) is { } asked ? view.Utf16(page.Id, asked) : null;
        return pool.Ask(w => w.Documents.Read([row.Page])) is [var read]
            ? new RazorComponentResult<ReaderPage>(new { Story = view, Page = page, Paragraphs = Highlight.Of(read, shown, place), Shown = (IReadOnlySet<string>)shown, Arrival = Stored(pool, view, page.Id), Captures = captures.For(request), HasView = captures.For(request) is not null && CaptureView.Is(pool.Ask(w => w.Pages.Bytes(page.Sha256))), Built = Built(pool) })
            : NotFound("This page can't be read any more; 'readout build' reads it again.");
    });

    // Here as text alone, whatever the page was; from the originals' own port as they look.
    private static IResult Capture(string id, string document, string? as_of, HttpContext context, CaptureOrigin captures, Library library, WorkspacePool pool) => In(library, id, as_of, view =>
        Find(view, document) is { } page
            ? captures.Is(context) && CaptureView.Of(pool.Ask(w => w.Pages.Bytes(page.Sha256)), Stored(pool, view, page.Id)?.Bearer) is { } shown ? CaptureOrigin.Answer(context, shown)
            : Results.Text(Encoding.UTF8.GetString(pool.Ask(w => w.Pages.Bytes(page.Sha256))), "text/plain", Encoding.UTF8)
            : NotFound("This story has no such page."));

    // A page goes by its id in the record, or, from a search, by the hash of its bytes.
    private static PageRecord? Find(StoryView view, string document) => view.Page(document) ?? (document.Length == 64 ? view.Record.Documents.FirstOrDefault(d => d.Sha256 == document) : null);

    private static StoredPage? Stored(WorkspacePool pool, StoryView view, string document) => view.Arrival(document) is { } row ? pool.Ask(w => w.Pages.Find(row.Page)) : null;

    public static string? Built(WorkspacePool pool) => pool.Ask(w => w.LastBuilt);

    public static bool IsPage(int page, long total, int size) => page == 1 || (page > 1 && page <= 1_000_000 && (page - 1L) * size < total);

    public static IResult NoSuchPage() => NotFound("The list has no such page.");

    public static IResult NotFound(string words) => Failures.Answer(StatusCodes.Status404NotFound, words);

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private static RazorComponentResult? Day(string? day, string name) => Given(day) is null || LocalDatePattern.Iso.Parse(day!).Success
        ? null
        : Failures.Answer(StatusCodes.Status400BadRequest, $"{name}: '{day}' is no day; write it as 2025-05-07.");
}
