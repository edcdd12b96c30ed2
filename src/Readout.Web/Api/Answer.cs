using System.IO.Compression;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using Readout.Store;

namespace Readout.Web.Api;

/// <summary>Bytes with a strong mark: the same bytes have the same one, whenever and by whichever process they were made.</summary>
internal sealed class Answer(ReadOnlyMemory<byte> body, string type) : IResult
{
    public const string Json = "application/json; charset=utf-8";

    // Below that, the names of the headers are longer than what is saved.
    private const int WorthPacking = 1024;

    /// <summary>It is done, and there is nothing to say.</summary>
    public static Answer Nothing { get; } = new(default, Json) { Status = StatusCodes.Status204NoContent };

    public ReadOnlyMemory<byte> Body => body;

    /// <summary>Value of Location; null for none.</summary>
    public string? Location { get; init; }

    /// <summary>HTTP status.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Saved under this name and never shown by the browser itself; null for what it may show.</summary>
    public string? FileName { get; init; }

    public static Answer Of<T>(T value, int status = StatusCodes.Status200OK, string? location = null) =>
        new(JsonSerializer.SerializeToUtf8Bytes(value, ApiJson.Options), Json) { Status = status, Location = location };

    /// <summary>A part of a list.</summary>
    /// <param name="next">Cursor of what follows; null at the end.</param>
    public static Answer List<T>(IEnumerable<T> items, string? next) => Of(new { items, next });

    /// <summary>The mark of some bytes.</summary>
    public static string Tag(ReadOnlySpan<byte> bytes) => PageStore.Hash(bytes)[..24];

    public async Task ExecuteAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (Status == StatusCodes.Status204NoContent)
        {
            response.StatusCode = Status;
            return;
        }
        // Packed bytes are other bytes, so they have another mark.
        var isPacked = body.Length >= WorthPacking && request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        var tag = $"\"{Tag(body.Span)}{(isPacked ? "-br" : "")}\"";
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (Location is not null)
            response.Headers.Location = Location;
        if (HttpMethods.IsGet(request.Method) && request.Headers.IfNoneMatch is { Count: > 0 } known && known.ToString().Split(',').Any(t => t.Trim() == tag || t.Trim() == "*"))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.StatusCode = Status;
        response.ContentType = type;
        if (FileName is not null)
            response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = FileName }.ToString();
        if (isPacked)
            response.Headers.ContentEncoding = "br";
        await response.Body.WriteAsync(isPacked ? Pack(body) : body);
    }

    private static byte[] Pack(ReadOnlyMemory<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            brotli.Write(bytes.Span);
        return packed.ToArray();
    }
}
