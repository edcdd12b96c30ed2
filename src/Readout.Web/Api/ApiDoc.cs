namespace Readout.Web.Api;

/// <summary>What <c>/openapi.json</c> says of an endpoint.</summary>
/// <param name="Summary">What it does, in a sentence.</param>
/// <param name="Schema">Of the answer, a name in <c>schemas.json</c> or a place in the record's schema; null where it is no JSON.</param>
/// <param name="IsList">The answer is a part of a list of such items.</param>
internal sealed record ApiDoc(string Summary, string? Schema, bool IsList = false)
{
    /// <summary>Names of query parameters.</summary>
    public IReadOnlyList<string> Takes { get; init; } = [];

    /// <summary>Schema of the body; null for none.</summary>
    public string? Body { get; init; }

    /// <summary>Media type of the body.</summary>
    public string BodyType { get; init; } = "application/json";

    /// <summary>Media type of the answer.</summary>
    public string Type { get; init; } = "application/json";

    /// <summary>Status of an answer that holds.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;
}

internal static class ApiDocExtensions
{
    /// <summary>Documents an endpoint.</summary>
    public static RouteHandlerBuilder Says(this RouteHandlerBuilder endpoint, string summary, string? schema, params string[] takes) =>
        endpoint.WithMetadata(new ApiDoc(summary, schema) { Takes = takes });

    /// <summary>Documents an endpoint that answers with a list.</summary>
    public static RouteHandlerBuilder SaysList(this RouteHandlerBuilder endpoint, string summary, string schema, params string[] takes) =>
        endpoint.WithMetadata(new ApiDoc(summary, schema, IsList: true) { Takes = [.. takes, "limit", "cursor"] });

    /// <summary>Documents an endpoint whose answer is no JSON.</summary>
    public static RouteHandlerBuilder SaysType(this RouteHandlerBuilder endpoint, string summary, string type, params string[] takes) =>
        endpoint.WithMetadata(new ApiDoc(summary, null) { Takes = takes, Type = type });
}
