using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace Readout.Cli.Tests;

/// <summary>Runs the program in a process of its own and kills it.</summary>
internal static class KilledProcess
{
    /// <summary>The pages that it said were safe.</summary>
    /// <param name="after">Killed so many milliseconds after it began, or after it first said so.</param>
    /// <param name="first">How a line on standard error ends that is waited for first; null for none.</param>
    public static IReadOnlyList<string> Run(string folder, int after, string? first, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true, StandardErrorEncoding = Encoding.UTF8, WorkingDirectory = folder };
        foreach (var argument in arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "Readout.Cli.dll")))
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var lines = new ConcurrentQueue<string>();
        process.ErrorDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        process.OutputDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        while (first is not null && !process.HasExited && !lines.Any(l => l.EndsWith(first, StringComparison.Ordinal)))
            Thread.Sleep(5);
        if (!process.WaitForExit(after))
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
        return [.. lines.Where(l => l.EndsWith(": safe", StringComparison.Ordinal)).Select(l => l[..^6])];
    }
}
