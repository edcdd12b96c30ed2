using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using NodaTime;
using Readout.Pages.Archives;

namespace Readout.Acquire;

/// <summary>What came of one request: an answer, an address to ask instead, or why there is neither.</summary>
internal sealed record HttpAnswer(int Status, Fetched? Fetched, string? Location, FetchFailure? Failure);

/// <summary>One request and its answer, with bounds on everything that a server decides.</summary>
internal sealed class HttpExchange : IDisposable
{
    private readonly FetchOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpClient _client;

    public HttpExchange(FetchOptions options, AddressGate gate, TimeProvider time)
    {
        _options = options;
        _time = time;
        _client = new HttpClient(GatedHandler.Of(options, gate)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public void Dispose() => _client.Dispose();

    public async Task<HttpAnswer> Ask(Uri address, FetchRequest request, bool isFirst, CancellationToken stop)
    {
        using var whole = CancellationTokenSource.CreateLinkedTokenSource(stop);
        whole.CancelAfter(_options.WholeTimeout);
        using var head = CancellationTokenSource.CreateLinkedTokenSource(whole.Token);
        head.CancelAfter(_options.HeadTimeout);
        var began = false;
        try
        {
            using var message = Message(address, request, isFirst);
            using var response = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, head.Token).ConfigureAwait(false);
            began = true;
            return await Read(address, response, whole.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            var limit = began ? _options.WholeTimeout : _options.HeadTimeout;
            return Fail(address, FetchProblem.TimedOut, $"{(began ? "the answer was not whole" : "no answer came")} after {limit.TotalSeconds:0.#} s. Try again later, or raise the limit.", mayPass: true);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException or InvalidOperationException or FormatException)
        {
            return Explain(address, e);
        }
    }

    private HttpRequestMessage Message(Uri address, FetchRequest request, bool isFirst)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, address) { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionOrHigher };
        message.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        message.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br, deflate");
        // The marks are those of the address asked for; another one that it leads to has its own.
        if (isFirst && request.ETag is not null)
            message.Headers.TryAddWithoutValidation("If-None-Match", request.ETag);
        if (isFirst && request.LastModified is not null)
            message.Headers.TryAddWithoutValidation("If-Modified-Since", request.LastModified);
        return message;
    }

    private async Task<HttpAnswer> Read(Uri address, HttpResponseMessage response, CancellationToken stop)
    {
        var status = (int)response.StatusCode;
        var fields = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated).SelectMany(h => h.Value.Select(v => (h.Key, v))).ToList();
        var head = new HttpHead(status, fields, 0);
        if (status is 301 or 302 or 303 or 307 or 308)
        {
            return head.Field("location") is { Length: > 0 } location
                ? new HttpAnswer(status, null, location, null)
                : Fail(address, FetchProblem.Redirects, $"the server answers {status} and names no other address. Open it in a browser and take the address it ends at.");
        }
        if (status is not (>= 200 and < 300 or 304))
            return Refused(address, status, head);
        if (response.Content.Headers.ContentLength > _options.MaxBytes)
            return TooLarge(address, $"{response.Content.Headers.ContentLength} bytes");
        var body = status == 304 ? [] : await Body(response, stop).ConfigureAwait(false);
        if (body is null)
            return TooLarge(address, "the answer");
        var (unpacked, problem) = HttpBody.Unpack(head.Field("content-encoding"), body, _options.MaxBytes);
        if (problem is not null)
            return Fail(address, problem.Contains("more than", StringComparison.Ordinal) ? FetchProblem.TooLarge : FetchProblem.Damaged, problem + ".");
        return new HttpAnswer(status, Answer(address, status, head, unpacked), null, null);
    }

    private Fetched Answer(Uri address, int status, HttpHead head, ReadOnlyMemory<byte> body) => new()
    {
        Requested = address.AbsoluteUri,
        Final = address.AbsoluteUri,
        Status = status,
        At = Instant.FromDateTimeOffset(_time.GetUtcNow()),
        MediaType = HttpHead.Parameterless(head.Field("content-type")),
        Charset = HttpHead.Parameter(head.Field("content-type"), "charset"),
        Body = body,
        ETag = head.Field("etag"),
        LastModified = head.Field("last-modified"),
        MaxAge = MaxAge(head.Field("cache-control")),
        Fields = head.Fields,
    };

    // Null where there is more than may be.
    private async Task<byte[]?> Body(HttpResponseMessage response, CancellationToken stop)
    {
        using var room = new MemoryStream();
        var piece = new byte[1 << 14];
        var stream = await response.Content.ReadAsStreamAsync(stop).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            while (await stream.ReadAsync(piece, stop).ConfigureAwait(false) is > 0 and var read)
            {
                if (room.Length + read > _options.MaxBytes)
                    return null;
                room.Write(piece, 0, read);
            }
        }
        return room.ToArray();
    }

    private HttpAnswer Refused(Uri address, int status, HttpHead head)
    {
        var after = RetryAfter(head.Field("retry-after"));
        var (says, mayPass) = status switch
        {
            401 or 407 => ("asks for a name and password. Save the page yourself and add the file", false),
            402 or 403 or 451 => ("won't give it. Save the page yourself and add the file", false),
            404 => ("has no such page. Check the address", false),
            410 => ("no longer has it. Look for it in an archive", false),
            408 or 425 or 429 => ("asks to come later", true),
            >= 500 => ("failed. Try again later", status is 500 or 502 or 503 or 504),
            _ => ("gave no page", false),
        };
        var wait = after is { } time ? $"; it asks to wait {(time.TotalMinutes >= 2 ? $"{time.TotalMinutes:0} min" : $"{time.TotalSeconds:0} s")}" : "";
        var failed = Fail(address, FetchProblem.Status, string.Create(CultureInfo.InvariantCulture, $"the server {says} (status {status}{wait})."), mayPass);
        return failed with { Failure = failed.Failure! with { Status = status, RetryAfter = after } };
    }

    private TimeSpan? RetryAfter(string? field)
    {
        if (int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(seconds);
        if (!DateTimeOffset.TryParse(field, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            return null;
        var wait = moment - _time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    private static TimeSpan? MaxAge(string? field)
    {
        foreach (var part in (field ?? "").Split(',', StringSplitOptions.TrimEntries))
        {
            if (part.StartsWith("max-age=", StringComparison.OrdinalIgnoreCase) && int.TryParse(part.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
                return TimeSpan.FromSeconds(seconds);
        }
        return null;
    }

    private HttpAnswer TooLarge(Uri address, string what) =>
        Fail(address, FetchProblem.TooLarge, $"{what} exceeds the {_options.MaxBytes} bytes that a page may have. If it is one page, save its text and add the file.");

    private static HttpAnswer Explain(Uri address, Exception failure)
    {
        for (var e = failure; e is not null; e = e.InnerException)
        {
            switch (e)
            {
                case RefusedServerException:
                    return Fail(address, FetchProblem.Refused, e.Message);
                case TimeoutException:
                    return Fail(address, FetchProblem.TimedOut, $"{e.Message}. Try again later.", mayPass: true);
                case AuthenticationException:
                    return Fail(address, FetchProblem.Unsafe, $"the connection is not safe ({e.Message.TrimEnd('.')}). Check the address; the site's certificate may be wrong or outdated.");
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData }:
                    return Fail(address, FetchProblem.NoServer, $"there is no server called {address.Host}. Check the address.");
                case SocketException { SocketErrorCode: SocketError.TryAgain }:
                    return Fail(address, FetchProblem.NoServer, $"the name {address.Host} can't be looked up now. Check the network and try again.", mayPass: true);
                case SocketException socket:
                    return Fail(address, FetchProblem.NoServer, $"the server can't be reached ({socket.SocketErrorCode}). Try again later.", mayPass: true);
                case HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded }:
                    return Fail(address, FetchProblem.TooLarge, "the head of the answer is larger than 64 KB. Save the page yourself and add the file.");
            }
        }
        return Fail(address, FetchProblem.Damaged, $"the answer is cut off or makes no sense ({failure.Message.TrimEnd('.')}). Try again later.", mayPass: true);
    }

    private static HttpAnswer Fail(Uri address, FetchProblem problem, string says, bool mayPass = false) =>
        new(0, null, null, new FetchFailure(problem, address.AbsoluteUri, $"{address}: {says}") { MayPass = mayPass });
}
