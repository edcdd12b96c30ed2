using System.Text;
using NodaTime.Text;
using Readout.Store;
using Readout.Web.Serving;

namespace Readout.Web.Api;

/// <summary>Pages that came in.</summary>
internal static class DocumentApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/documents", (string? as_of, Paging paging, WorkspacePool pool) => List(as_of, null, paging, pool)).SaysList("The pages, in the order of arrival.", "Document", "as_of");
        var document = api.MapGroup("/documents/{id}");
        document.MapGet("", (string id, WorkspacePool pool) => Answer.Of(pool.Ask(w => Find(w, id)))).Says("One page, by the SHA-256 of its bytes or its id in a record.", "Document");
        document.MapGet("/text", (string id, WorkspacePool pool) => new Answer(Encoding.UTF8.GetBytes(pool.Ask(w => w.Documents.Text(Find(w, id).Page)?.Value) ?? throw Unread(id)), "text/plain; charset=utf-8"))
            .SaysType("The text that all places on the page count the code points of.", "text/plain");
        // as they came, for a check of the hash: never for a browser to show
        document.MapGet("/bytes", (string id, WorkspacePool pool) => pool.Ask(w => Find(w, id) is var row ? new Answer(w.Pages.Bytes(row.Sha256), "application/octet-stream") { FileName = row.Sha256 } : null))
            .SaysType("The bytes as they came in.", "application/octet-stream");
    }

    /// <summary>Pages of the workspace or of a story.</summary>
    public static Answer List(string? asOf, string? story, Paging paging, WorkspacePool pool)
    {
        if (!string.IsNullOrEmpty(asOf) && !LocalDatePattern.Iso.Parse(asOf).Success)
            throw new ApiException(StatusCodes.Status400BadRequest, $"as_of: '{asOf}' is no day; write it as 2025-05-07.");
        var rows = pool.Ask(w => w.Documents.List(paging.Position, paging.Limit + 1, string.IsNullOrEmpty(asOf) ? null : asOf, story));
        return Answer.List(rows.Take(paging.Limit), rows.Count > paging.Limit ? paging.Next(rows[paging.Limit - 1].Page) : null);
    }

    // Of several pages whose hash begins so, the one that came in last.
    private static DocumentRow Find(Workspace workspace, string id)
    {
        var hash = id.StartsWith('d') && id.Length < 64 ? id[1..] : id;
        if (hash.Length is < 6 or > 64 || !hash.All(char.IsAsciiHexDigitLower))
            throw ApiException.NotFound($"'{id}' is no page's id: write the SHA-256 of its bytes, or its id in a record (d4be1a0).");
        var pages = workspace.Pages.WithHash(hash);
        if (pages.Select(p => p.Sha256).Distinct(StringComparer.Ordinal).Count() > 1)
            throw new ApiException(StatusCodes.Status409Conflict, $"'{id}' may be several pages; write more of the hash.");
        return pages.Count == 0 ? throw ApiException.NotFound($"No page has the id '{id}'.")
            : workspace.Documents.Rows([pages[^1].Id]) is [var row] ? row
            : throw Unread(id);
    }

    private static ApiException Unread(string id) => new(StatusCodes.Status409Conflict, $"'{id}' is there, but no build has read it, or it can't be read.");
}
