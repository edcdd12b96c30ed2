using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Readout.Web.Serving;

namespace Readout.Web.Captures;

/// <summary>
/// The origin of originals: a port of its own, on which nothing else answers. What stands there shares no origin with the workspace, shows
/// only in a frame of it, runs nothing and loads nothing.
/// </summary>
internal sealed class CaptureOrigin(SiteOptions options, IServer server)
{
    private static readonly string s_style = "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(CaptureView.Style)));

    // Listened on second, so told second.
    private readonly Lazy<int?> _port = new(() =>
        options.HasCaptures && server.Features.Get<IServerAddressesFeature>()?.Addresses.ElementAtOrDefault(1) is { } address ? new Uri(address).Port : null);

    /// <summary>The origin as whoever asks can reach it: <c>http://127.0.0.1:40123</c>; null where there is none.</summary>
    public string? For(HttpRequest request) => _port.Value is { } port ? $"{request.Scheme}://{request.Host.Host}:{port}" : null;

    /// <summary>The request came to the originals' port.</summary>
    public bool Is(HttpContext context) => _port.Value is { } port && context.Connection.LocalPort == port;

    /// <summary>Answers with an original: its view where it has one, else its bytes as text.</summary>
    public static IResult Answer(HttpContext context, string view)
    {
        context.Response.Headers.CacheControl = "private, no-cache";
        return Results.Text(view, "text/html", Encoding.UTF8);
    }

    /// <summary>What a browser may do with an original, on every answer: one that says "not modified" replaces what it said before.</summary>
    public static void Protect(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = $"sandbox; default-src 'none'; style-src '{s_style}'; base-uri 'none'; form-action 'none'; frame-ancestors {context.Request.Scheme}://{context.Request.Host.Host}:*";
        headers.Remove("X-Frame-Options");
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-site";
    }
}

/// <summary>Keeps the two ports apart, and lets pages of the workspace frame the other one and nothing else.</summary>
internal sealed class CaptureGate(RequestDelegate next, CaptureOrigin captures)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (captures.Is(context))
        {
            var isCapture = HttpMethods.IsGet(context.Request.Method) && context.Request.Path.Value is { } path && path.StartsWith("/stories/", StringComparison.Ordinal) && path.EndsWith("/capture", StringComparison.Ordinal);
            if (isCapture)
            {
                CaptureOrigin.Protect(context);
                return next(context);
            }
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        if (captures.For(context.Request) is { } origin)
            context.Response.Headers.ContentSecurityPolicy = $"{StrictHeaders.Policy}; frame-src {origin}";
        return next(context);
    }
}
