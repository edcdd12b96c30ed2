using System.Globalization;

namespace Readout.Acquire;

/// <summary>Posts messages to addresses that somebody named, with the same care for where an address leads as fetching has. Follows no redirect.</summary>
public sealed class Sender : IDisposable
{
    private readonly FetchOptions _options;
    private readonly AddressGate _gate;
    private readonly HttpClient _client;

    /// <param name="options">How the network is used.</param>
    public Sender(FetchOptions options)
    {
        _options = options;
        _gate = new AddressGate(options.AllowedHosts);
        _client = new HttpClient(GatedHandler.Of(options, _gate)) { Timeout = options.WholeTimeout };
    }

    /// <summary>Posts a JSON body.</summary>
    /// <returns>Null where the server took it, else why it did not.</returns>
    public async Task<FetchFailure?> Post(string address, ReadOnlyMemory<byte> json, IEnumerable<(string Name, string Value)> fields, CancellationToken stop = default)
    {
        var (uri, failure) = _gate.Check(address);
        if (uri is null)
            return failure;
        using var request = new HttpRequestMessage(HttpMethod.Post, uri) { Content = new ReadOnlyMemoryContent(json) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
        foreach (var (name, value) in fields)
            request.Headers.TryAddWithoutValidation(name, value);
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop).ConfigureAwait(false);
            var status = (int)response.StatusCode;
            return status is >= 200 and < 300 ? null : new FetchFailure(FetchProblem.Status, address, string.Create(CultureInfo.InvariantCulture, $"{address}: it answered {status}.")) { Status = status };
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new FetchFailure(FetchProblem.TimedOut, address, $"{address}: it did not answer in time.") { MayPass = true };
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return e.InnerException is RefusedServerException refused
                ? new FetchFailure(FetchProblem.Refused, address, $"{address}: {refused.Message}")
                : new FetchFailure(FetchProblem.NoServer, address, $"{address}: {e.Message.TrimEnd('.')}.") { MayPass = true };
        }
    }

    public void Dispose() => _client.Dispose();
}
