using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Readout.Store.Access;
using Readout.Web.Api;
using Readout.Web.Serving;

namespace Readout.Web.Access;

/// <summary>
/// Lets requests in. Where only this machine can come, everybody is its user; elsewhere by session or token: readers look, editors change,
/// admins see the audit log. Whatever is changed, or refused, is written down.
/// </summary>
internal sealed class Gate(RequestDelegate next, SiteOptions options, Doorkeeper doorkeeper)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (options.IsOpen)
        {
            context.User = new Visitor(options.Who, Role.Admin).Principal("here");
            await next(context);
            return;
        }
        var path = context.Request.Path;
        var isChange = !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method);
        if (path == "/sign-in" || path.StartsWithSegments("/assets", StringComparison.Ordinal) || path.StartsWithSegments("/health", StringComparison.Ordinal))
        {
            await next(context);
            return;
        }
        if (await Visitor(context) is not { } visitor)
        {
            await Refuse(context, StatusCodes.Status401Unauthorized);
            return;
        }
        if (visitor.Role < Needed(path, isChange))
        {
            doorkeeper.Note(visitor.Name, $"{context.Request.Method} {path}", "refused: role", From(context));
            await Refuse(context, StatusCodes.Status403Forbidden);
            return;
        }
        try
        {
            await next(context);
        }
        finally
        {
            if (isChange)
                doorkeeper.Note(visitor.Name, $"{context.Request.Method} {path}", context.Response.StatusCode.ToString(System.Globalization.CultureInfo.InvariantCulture), From(context));
        }
    }

    public static string? From(HttpContext context) => context.Connection.RemoteIpAddress?.ToString();

    private static Role Needed(PathString path, bool isChange) =>
        path.StartsWithSegments("/v1/audit", StringComparison.Ordinal) ? Role.Admin
        // what one has seen, and that one leaves, is one's own
        : !isChange || path == "/sign-out" || (path.StartsWithSegments("/stories", StringComparison.Ordinal) && path.Value!.EndsWith("/seen", StringComparison.Ordinal)) || (path.StartsWithSegments("/v1/stories", StringComparison.Ordinal) && path.Value!.EndsWith("/visit", StringComparison.Ordinal)) ? Role.Reader
        : Role.Editor;

    private async Task<Visitor?> Visitor(HttpContext context)
    {
        if (Token(context.Request) is { } token)
        {
            if (doorkeeper.Holder(token) is not { } holder)
                return null;
            context.User = holder.Principal("token");
            return holder;
        }
        if (await context.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme) is not { Succeeded: true, Principal: { } principal })
            return null;
        context.User = principal;
        if (Access.Visitor.Of(context) is not { } signed || doorkeeper.Still(signed.Name, principal.FindFirst(Access.Visitor.StampClaim)?.Value, principal.FindFirst(Access.Visitor.SessionClaim)?.Value) is not { } visitor)
        {
            context.User = new();
            return null;
        }
        context.User = visitor.Principal("session");
        return visitor;
    }

    // As a bearer, or as the password of readers of feeds, which know no other way.
    private static string? Token(HttpRequest request)
    {
        var given = request.Headers.Authorization.ToString();
        if (given.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return given["Bearer ".Length..].Trim();
        if (!given.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            return null;
        var bytes = new byte[given.Length];
        return Convert.TryFromBase64String(given["Basic ".Length..].Trim(), bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2)[^1] : "";
    }

    private static async Task Refuse(HttpContext context, int status)
    {
        var path = context.Request.Path;
        var isProgram = new[] { "/v1", "/openapi.json", "/metrics", "/feeds" }.Any(p => path.StartsWithSegments(p, StringComparison.Ordinal));
        if (status == StatusCodes.Status401Unauthorized)
            context.Response.Headers.WWWAuthenticate = "Bearer realm=\"readout\", Basic realm=\"readout\"";
        if (isProgram)
            await Problem.Write(context, status, status == StatusCodes.Status401Unauthorized ? "Who asks? Send a token: 'Authorization: Bearer TOKEN' ('readout token add' makes one)." : "This is not for the role that you have.");
        else if (status == StatusCodes.Status401Unauthorized && HttpMethods.IsGet(context.Request.Method))
            context.Response.Redirect("/sign-in?to=" + Uri.EscapeDataString(path + context.Request.QueryString));
        else
            await Failures.Answer(status, status == StatusCodes.Status401Unauthorized ? "Your session has ended; sign in again." : "This is not for the role that you have; ask whoever keeps this workspace.").ExecuteAsync(context);
    }
}
