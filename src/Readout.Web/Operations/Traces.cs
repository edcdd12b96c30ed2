using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Readout.Web.Operations;

/// <summary>
/// Tells a collector how long requests, writes and builds took (OpenTelemetry, OTLP over HTTP), where the setting <c>serve.otlp</c> names
/// one; else nothing is measured and nothing sent. Spans bear routes, never addresses: what is asked for may name people.
/// </summary>
internal sealed class Traces : IDisposable
{
    /// <summary>The source's name, for whoever listens inside the process.</summary>
    public const string SourceName = "Readout";

    private static readonly ActivitySource s_source = new(SourceName);

    private readonly TracerProvider? _provider;

    public Traces(SiteOptions options)
    {
        if (options.Otlp is not { } collector)
            return;
        _provider = Sdk.CreateTracerProviderBuilder()
            .ConfigureResource(resource => resource.AddService("readout", serviceVersion: options.Version.Length > 0 ? options.Version : null))
            .AddSource(SourceName)
            .AddOtlpExporter(otlp => (otlp.Endpoint, otlp.Protocol) = (new Uri(collector.AbsoluteUri.TrimEnd('/') + "/v1/traces"), OtlpExportProtocol.HttpProtobuf))
            .Build();
    }

    /// <summary>Begins a span inside the one that is open; null where nobody listens.</summary>
    /// <param name="name">One of a few: what is done, never to what.</param>
    public static Activity? Begin(string name) => s_source.StartActivity(name);

    /// <summary>Spans every request that passes.</summary>
    public static async Task Span(HttpContext context, RequestDelegate next)
    {
        if (!s_source.HasListeners())
        {
            await next(context);
            return;
        }
        // The server's own activity is not sent, so it must not become the parent; whoever calls with a trace is.
        var server = Activity.Current;
        Activity.Current = null;
        var isCalled = ActivityContext.TryParse(context.Request.Headers.TraceParent, context.Request.Headers.TraceState, isRemote: true, out var caller);
        using (var span = s_source.StartActivity(context.Request.Method, ActivityKind.Server, isCalled ? caller : default))
        {
            try
            {
                await next(context);
            }
            finally
            {
                Describe(span, context);
            }
        }
        Activity.Current = server;
    }

    public void Dispose() => _provider?.Dispose();

    // By the semantic conventions for HTTP.
    private static void Describe(Activity? span, HttpContext context)
    {
        if (span is null)
            return;
        var status = context.Response.StatusCode;
        span.SetTag("http.request.method", context.Request.Method).SetTag("http.response.status_code", status).SetTag("url.scheme", context.Request.Scheme);
        if ((context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText is { } route)
        {
            span.DisplayName = $"{context.Request.Method} /{route.Trim('/')}";
            span.SetTag("http.route", "/" + route.Trim('/'));
        }
        if (status >= StatusCodes.Status500InternalServerError)
            span.SetStatus(ActivityStatusCode.Error);
    }
}
