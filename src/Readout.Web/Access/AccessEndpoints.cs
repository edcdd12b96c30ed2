using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Readout.Store.Access;
using Readout.Web.Api;

namespace Readout.Web.Access;

/// <summary>Signing in and out, and the log of who did what.</summary>
internal static class AccessEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/sign-in", (string? to) => Page(to, null));
        app.MapPost("/sign-in", SignIn);
        app.MapGet("/account", (Visitor visitor, SiteOptions options) => new RazorComponentResult<AccountPage>(new { Visitor = visitor, options.IsOpen }));
        app.MapPost("/sign-out", async ([FromForm] string? _, HttpContext context, Doorkeeper doorkeeper) =>
        {
            var cookie = await context.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            if (cookie.Principal?.FindFirst(Visitor.SessionClaim)?.Value is { } session)
                doorkeeper.End(session);
            await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            context.Response.Redirect("/sign-in");
        });
        app.MapGet("/v1/audit", (Paging paging, Doorkeeper doorkeeper) =>
        {
            var some = doorkeeper.Audit().Skip((int)Math.Min(paging.Position, int.MaxValue)).Take(paging.Limit + 1).ToList();
            return Answer.List(some.Take(paging.Limit), some.Count > paging.Limit ? paging.Next(paging.Position + paging.Limit) : null);
        }).SaysList("Who came in and who changed what, the earliest first. For admins.", "AuditEntry");
    }

    private static async Task<IResult> SignIn([FromForm] string? name, [FromForm] string? password, [FromForm] string? to, HttpContext context, Doorkeeper doorkeeper)
    {
        if (string.IsNullOrEmpty(name) || name.Length > 100 || string.IsNullOrEmpty(password) || password.Length > 1000)
            return Page(to, "Write your name and your password.");
        // the same words for a wrong name, a wrong password and a locked account: who guesses learns nothing
        if (await doorkeeper.SignIn(name, password, Gate.From(context)) is not { } account)
            return Page(to, $"That is not right, or the account is locked: after {Doorkeeper.MostFailures} wrong passwords it takes none for 15 minutes.");
        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new Visitor(account.Name, account.Role).Principal(CookieAuthenticationDefaults.AuthenticationScheme, account.Stamp));
        context.Response.Headers.CacheControl = "no-store";
        return Results.LocalRedirect(Local(to));
    }

    private static RazorComponentResult Page(string? to, string? fault) => new RazorComponentResult<SignInPage>(new { Fault = fault, To = Local(to) })
    {
        StatusCode = fault is null ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized,
    };

    // Only ways on this site: no other host, by whatever spelling.
    private static string Local(string? to) => to is ['/', ..] && !(to.Length > 1 && to[1] is '/' or '\\') && !to.Any(char.IsControl) ? to : "/";
}
