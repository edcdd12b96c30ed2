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
        JobApi.Map(reads);
        WriteApi.Map(api);
        EventStream.Map(api);
        // A route of the API that is none gets problem details, with whatever method it is asked for.
        api.Map("/{**rest}", (HttpContext context) => Problem.Write(context, StatusCodes.Status404NotFound, $"Nothing answers {context.Request.Method} at this address; /openapi.json lists what does.")).WithOrder(int.MaxValue - 1);
        OpenApi.Map(app);
    }
}
