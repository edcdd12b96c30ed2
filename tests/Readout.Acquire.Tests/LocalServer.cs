using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Readout.Acquire.Tests;

/// <summary>A server on this machine that answers as a test says, byte for byte.</summary>
internal sealed class LocalServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, string, NetworkStream, CancellationToken, Task> _answer;

    private LocalServer(Func<string, string, NetworkStream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = Task.Run(Accept);
    }

    public ConcurrentQueue<string> Asked { get; } = [];

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Host => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    /// <summary>Answers by a path's text; what is not named is a 404.</summary>
    public static LocalServer Of(params (string Path, string Answer)[] answers) =>
        new(async (path, _, stream, stop) =>
        {
            var found = Array.Find(answers, a => a.Path == path).Answer ?? Response("", status: "404 Not Found");
            await stream.WriteAsync(Encoding.Latin1.GetBytes(found), stop);
        });

    public static LocalServer Raw(Func<string, string, NetworkStream, CancellationToken, Task> answer) => new(answer);

    public static string Response(string body, string fields = "Content-Type: text/html; charset=utf-8\r\n", string status = "200 OK") =>
        string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status}\r\n{fields}Content-Length: {Encoding.Latin1.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}");

    public string Address(string path) => $"http://{Host}{path}";

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Serve(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // stopped
        }
    }

    private async Task Serve(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var head = new StringBuilder();
                var piece = new byte[4096];
                while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
                {
                    var read = await stream.ReadAsync(piece, _stop.Token);
                    if (read == 0)
                        return;
                    head.Append(Encoding.Latin1.GetString(piece, 0, read));
                }
                var path = head.ToString().Split(' ')[1];
                Asked.Enqueue(path);
                await _answer(path, head.ToString(), stream, _stop.Token);
                client.Client.Shutdown(SocketShutdown.Send);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // the client went away
            }
        }
    }
}
