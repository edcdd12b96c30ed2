using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.HttpOverrides;
using Readout.Web.Api;

namespace Readout.Web.Access;

/// <summary>What stands before the pages: sessions, how often one may ask, whose word on who asks is taken.</summary>
internal static class Entrance
{
    // Guessing passwords is slow work beside the lock of each account.
    private const int MostSignIns = 20;

    public static void Add(WebApplicationBuilder builder, SiteOptions options)
    {
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Services.AddSingleton<Doorkeeper>();
        // A session is what its cookie says, the account's stamp, and that nobody signed out of it: nothing is kept in memory, so it goes on, or
        // stays ended, after a restart.
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "readout.session";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
            cookie.SlidingExpiration = true;
        });
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = options.Proxies.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            foreach (var proxy in options.Proxies)
                forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
        });
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Partition(context, options));
            limiter.OnRejected = async (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                await Problem.Write(rejected.HttpContext, StatusCodes.Status429TooManyRequests, "Too many requests from your address; Retry-After says in how many seconds to go on.");
            };
        });
    }

    private static RateLimitPartition<string> Partition(HttpContext context, SiteOptions options)
    {
        var path = context.Request.Path;
        if (options.IsOpen || path.StartsWithSegments("/health", StringComparison.Ordinal) || path.StartsWithSegments("/assets", StringComparison.Ordinal))
            return RateLimitPartition.GetNoLimiter("");
        var from = Gate.From(context) ?? "unknown";
        var isSignIn = path == "/sign-in" && HttpMethods.IsPost(context.Request.Method);
        return RateLimitPartition.GetFixedWindowLimiter((isSignIn ? "sign-in " : "") + from, _ => new FixedWindowRateLimiterOptions { PermitLimit = isSignIn ? MostSignIns : options.Rate, Window = TimeSpan.FromMinutes(1) });
    }
}
