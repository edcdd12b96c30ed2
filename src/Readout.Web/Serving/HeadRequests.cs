namespace Readout.Web.Serving;

/// <summary>Answers HEAD as GET without its body (RFC 9110, 9.3.2): link checkers and feed readers ask so whether something changed.</summary>
internal static class HeadRequests
{
    public static async Task Answer(HttpContext context, RequestDelegate next)
    {
        // A stream of events has no end that one could wait for.
        if (!HttpMethods.IsHead(context.Request.Method) || context.Request.Path.StartsWithSegments("/v1/events", StringComparison.Ordinal))
        {
            await next(context);
            return;
        }
        var body = context.Response.Body;
        context.Request.Method = HttpMethods.Get;
        context.Response.Body = Stream.Null;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
            context.Request.Method = HttpMethods.Head;
        }
    }
}
