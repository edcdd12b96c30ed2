using System.Diagnostics;

namespace Readout.Browser.Tests;

/// <summary>The program as it is run from a terminal, in a process of its own.</summary>
internal static class Terminal
{
    // Far above what anything takes: only for what hangs.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    /// <summary>Runs it to its end and gives what it printed.</summary>
    /// <exception cref="InvalidOperationException">It did not end with 0; the message holds its complaints.</exception>
    public static async Task<string> Run(string folder, params string[] arguments)
    {
        using var process = Begin(folder, arguments);
        using var patience = new CancellationTokenSource(s_patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var complaints = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"readout {string.Join(' ', arguments)} ended with {process.ExitCode}: {await output}{await complaints}");
    }

    /// <summary>Starts it in a folder.</summary>
    public static Process Begin(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Readout.Cli.dll"), .. arguments])
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
