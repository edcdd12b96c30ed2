using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Readout.Web.Serving;

/// <summary>Says that a page is the same for everybody as long as nothing in the workspace changes: no form with a token stands on it.</summary>
public sealed class SharedPage;

/// <summary>
/// Pages that are shared are rendered once for each state of the workspace. A browser may keep them, too, but has to ask whether they
/// still hold.
/// </summary>
internal sealed class StateCachePolicy : IOutputCachePolicy
{
    public static StateCachePolicy Instance { get; } = new();

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var isShared = http.GetEndpoint()?.Metadata.GetMetadata<SharedPage>() is not null && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method));
        context.EnableOutputCaching = isShared;
        if (!isShared)
            return ValueTask.CompletedTask;
        // What somebody has not seen yet, and what a search finds new, differs from one to the other.
        var mark = http.RequestServices.GetRequiredService<SiteState>().Mark() + (http.RequestServices.GetRequiredService<SiteOptions>().IsOpen ? "" : "-" + Store.PageStore.Hash(System.Text.Encoding.UTF8.GetBytes(http.User.Identity?.Name ?? ""))[..8]);
        context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = TimeSpan.FromHours(1);
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.HeaderNames = new StringValues([HeaderNames.AcceptEncoding, Fragment.Header]);
        context.CacheVaryByRules.VaryByValues["state"] = mark;
        // originals look otherwise on their own port, whatever host a request names
        context.CacheVaryByRules.VaryByValues["port"] = http.Connection.LocalPort.ToString(System.Globalization.CultureInfo.InvariantCulture);
        http.Response.Headers.ETag = $"W/\"{mark}{(Fragment.IsAskedFor(http.Request) ? "-part" : "")}\"";
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.Append(HeaderNames.Vary, Fragment.Header);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        if (context.HttpContext.Response.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(context.HttpContext.Response.Headers.SetCookie))
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}

/// <summary>A part of a page, asked for by the script to be put into the page that is open.</summary>
internal static class Fragment
{
    public const string Header = "HX-Request";

    public static bool IsAskedFor(HttpRequest request) => request.Headers[Header] == "true";
}
