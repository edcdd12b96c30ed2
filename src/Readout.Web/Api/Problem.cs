using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Readout.Store;
using Readout.Store.Searching;

namespace Readout.Web.Api;

/// <summary>Errors of the API as problem details (RFC 9457), whatever went wrong and wherever.</summary>
internal sealed class Problem(RequestDelegate next, ILogger<Problem> log)
{
    public const string Type = "application/problem+json";

    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/v1", StringComparison.Ordinal))
        {
            await next(context);
            return;
        }
        try
        {
            // before a byte of it is read
            if (context.Request.ContentLength > SiteOptions.MostBytes)
                throw new ApiException(StatusCodes.Status413PayloadTooLarge, Words(StatusCodes.Status413PayloadTooLarge));
            if (IsForeign(context.Request))
                throw new ApiException(StatusCodes.Status403Forbidden, "A page of another site sent this; only programs and this site's own pages may change the workspace.");
            await next(context);
            // What middleware refused without a word.
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null or 0, ContentType: null })
                await Write(context, context.Response.StatusCode, Words(context.Response.StatusCode));
        }
        catch (Exception e) when (!context.Response.HasStarted && e is not OperationCanceledException)
        {
            var (status, words) = Of(e);
            if (status == StatusCodes.Status500InternalServerError)
                log.LogError(e, "{Path} failed.", context.Request.Path);
            await Write(context, status, words);
        }
    }

    /// <summary>Writes the problem in place of whatever was prepared; what the headers forbid a browser stays.</summary>
    public static async Task Write(HttpContext context, int status, string words)
    {
        var response = context.Response;
        response.Headers.ETag = default;
        response.Headers.ContentEncoding = default;
        response.Headers.CacheControl = "no-store";
        response.StatusCode = status;
        response.ContentType = Type;
        var title = ReasonPhrases.GetReasonPhrase(status) is { Length: > 0 } phrase ? phrase : "Error";
        await response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(new { type = "about:blank", title, status, detail = words, instance = context.Request.Path.Value }, ApiJson.Options));
    }

    // Any page can send a form or a text to this machine; browsers say where it comes from, programs send neither header.
    private static bool IsForeign(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)
        && (request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none")
            || (request.Headers.Origin.ToString() is { Length: > 0 } origin && origin != $"{request.Scheme}://{request.Host}"));

    private static (int Status, string Words) Of(Exception e) => e switch
    {
        ApiException api => (api.Status, api.Message),
        QueryException query => (StatusCodes.Status400BadRequest, $"q: {query.Message}"),
        BadHttpRequestException bad => (bad.StatusCode, bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? Words(bad.StatusCode) : bad.Message),
        JsonException json => (StatusCodes.Status400BadRequest, $"The body can't be read: {json.Message}"),
        StoreException or StoredBytesException => (StatusCodes.Status503ServiceUnavailable, e.Message),
        InvalidDataException => (StatusCodes.Status503ServiceUnavailable, "What was derived here is of another version of Readout; 'readout build' makes it again."),
        _ => (StatusCodes.Status500InternalServerError, "Readout failed on this request. The server's terminal says where; please report it."),
    };

    private static string Words(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "Who asks? Send a token: 'Authorization: Bearer TOKEN' ('readout token add' makes one).",
        StatusCodes.Status403Forbidden => "This is not for the role that you have.",
        StatusCodes.Status405MethodNotAllowed => "This address takes other methods; Allow lists them.",
        StatusCodes.Status413PayloadTooLarge => "That is more than a request may hold; 'readout add' on the command line takes files of any size.",
        StatusCodes.Status415UnsupportedMediaType => "The body is in a form that this address does not take.",
        StatusCodes.Status429TooManyRequests => "Too many requests; Retry-After says when to go on.",
        _ => "The request can't be answered.",
    };
}
