using Microsoft.AspNetCore.Http.HttpResults;
using Readout.Store;
using Readout.Web.Pages;

namespace Readout.Web.Serving;

/// <summary>What goes wrong while a page is made becomes a page that says what to do; no trace of the program gets out.</summary>
internal sealed class Failures(RequestDelegate next, ILogger<Failures> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (!context.Response.HasStarted && e is not OperationCanceledException)
        {
            var (status, words) = e switch
            {
                BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => (StatusCodes.Status413PayloadTooLarge, "That is more than 64 MB at once; 'readout add' on the command line takes files of any size."),
                BadHttpRequestException { InnerException: Microsoft.AspNetCore.Antiforgery.AntiforgeryValidationException } => (StatusCodes.Status400BadRequest, "The form is too old, or came from another site. Load its page again and send it once more."),
                BadHttpRequestException bad => (bad.StatusCode, "The request can't be read."),
                StoreException or StoredBytesException => (StatusCodes.Status503ServiceUnavailable, e.Message),
                InvalidDataException => (StatusCodes.Status503ServiceUnavailable, "What was derived here is of another version of Readout; 'readout build' makes it again."),
                _ => (StatusCodes.Status500InternalServerError, "Readout failed on this page. The server's terminal says where; please report it."),
            };
            if (status == StatusCodes.Status500InternalServerError)
                log.LogError(e, "{Path} failed.", context.Request.Path);
            context.Response.Clear();
            await new StrictHeaders(_ => Task.CompletedTask).InvokeAsync(context);
            await Answer(status, words).ExecuteAsync(context);
        }
    }

    /// <summary>A page that says what is wrong.</summary>
    public static RazorComponentResult Answer(int status, string words) =>
        new RazorComponentResult<ProblemPage>(new { Status = status, Words = words }) { StatusCode = status };
}
