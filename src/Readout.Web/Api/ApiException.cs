namespace Readout.Web.Api;

/// <summary>A request can't be answered; what it says is for whoever sent it.</summary>
internal sealed class ApiException : Exception
{
    /// <param name="status">HTTP status.</param>
    /// <param name="message">What is wrong and what to do.</param>
    public ApiException(int status, string message)
        : base(message) => Status = status;

    public ApiException()
    {
    }

    public ApiException(string message)
        : base(message)
    {
    }

    public ApiException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public int Status { get; } = StatusCodes.Status400BadRequest;

    /// <summary>Nothing has the id.</summary>
    public static ApiException NotFound(string message) => new(StatusCodes.Status404NotFound, message);

    /// <summary>Well-formed, but it means nothing here.</summary>
    public static ApiException Unprocessable(string message) => new(StatusCodes.Status422UnprocessableEntity, message);
}
