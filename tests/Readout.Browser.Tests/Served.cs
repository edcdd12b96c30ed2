using System.Diagnostics;

namespace Readout.Browser.Tests;

/// <summary>A workspace that the program made, and the program serving it on a free port.</summary>
public sealed class Served : IAsyncDisposable
{
    private Process? _server;

    private Served(string folder) => Folder = folder;

    /// <summary>The folder that holds the workspace.</summary>
    public string Folder { get; }

    /// <summary><c>http://127.0.0.1:PORT</c>.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Serves an empty workspace, or one of samples.</summary>
    public static async Task<Served> Of(params string[] samples)
    {
        var served = new Served(Directory.CreateTempSubdirectory("readout-browser-").FullName);
        await Terminal.Run(served.Folder, "init");
        if (samples.Length > 0)
            await Terminal.Run(served.Folder, ["add", "--build", .. samples.Select(Sample)]);
        await served.Start();
        return served;
    }

    public static string Sample(string name) => Path.Combine(Root(), "samples", name);

    /// <summary>Stops the server and starts another over the same workspace, on another port.</summary>
    public async Task Restart()
    {
        Stop();
        await Start();
    }

    /// <summary>Runs the program on the workspace, beside the server.</summary>
    public Task<string> Run(params string[] arguments) => Terminal.Run(Folder, arguments);

    private async Task Start()
    {
        _server = Terminal.Begin(Folder, "serve", "--port", "0", "-q");
        _server.ErrorDataReceived += (_, _) => { };
        _server.BeginErrorReadLine();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        Address = (await _server.StandardOutput.ReadLineAsync(patience.Token))?.TrimEnd('/') ?? throw new InvalidOperationException("The server ended before it said where it listens.");
    }

    private void Stop()
    {
        _server?.Kill();
        _server?.WaitForExit();
        _server?.Dispose();
        _server = null;
    }

    public ValueTask DisposeAsync()
    {
        Stop();
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Readout.slnx")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
