using Readout.Web.Live;
using Readout.Web.Serving;

namespace Readout.Web.Api;

/// <summary>The REST interface, <c>/v1</c>: one line for each kind of thing.</summary>
internal static class ApiEndpoints
{
    public static void Map(WebApplication app)
    {
        var api = app.MapGroup("/v1");
        var reads = api.MapGroup("").WithMetadata(new SharedPage());
        StoryApi.Map(reads);
        DocumentApi.Map(reads);
        SearchApi.Map(reads);
        CorrectionApi.Map(reads);
        WatchApi.Map(reads);
        FeedApi.Map(reads);
        JobApi.Map(reads);
        WriteApi.Map(api);
        EventStream.Map(api);
        // What no route takes gets problem details, with whatever method it is asked for.
        api.Map("/{**rest}", Unknown).WithOrder(int.MaxValue - 1);
        OpenApi.Map(app);
    }

    private static Task Unknown(HttpContext context)
    {
        if (Methods.Of(context) is not { Count: > 0 } known || known.Contains(context.Request.Method))
            return Problem.Write(context, StatusCodes.Status404NotFound, $"Nothing answers {context.Request.Method} at this address; /openapi.json lists what does.");
        context.Response.Headers.Allow = string.Join(", ", known);
        return Problem.Write(context, StatusCodes.Status405MethodNotAllowed, $"This address takes {string.Join(" and ", known)}, not {context.Request.Method}.");
    }
}
