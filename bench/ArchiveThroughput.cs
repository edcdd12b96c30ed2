using System.Diagnostics;
using System.Globalization;
using Readout.Articles;
using Readout.Pages;

namespace Readout.Bench;

/// <summary>How fast, and in how much memory, does an archive of many gigabytes stream?</summary>
internal static class ArchiveThroughput
{
    /// <summary><c>archive [--plain] [--articles] [--gigabytes N] [--seconds N]</c></summary>
    public static int Run(string[] arguments)
    {
        var gigabytes = Number(arguments, "--gigabytes", 5);
        var seconds = Number(arguments, "--seconds", 600);
        var reads = arguments.Contains("--articles", StringComparer.Ordinal);
        using var archive = new MadeArchive((long)(gigabytes * (1L << 30)), isCompressed: !arguments.Contains("--plain", StringComparer.Ordinal));
        var clock = Stopwatch.StartNew();
        var (pages, body, problems) = (0L, 0L, 0L);
        foreach (var entry in Entries(archive))
        {
            if (entry.Page is null)
                problems++;
            else if (reads)
                ArticleReader.Read(entry.Page.Read());
            pages++;
            body += entry.Page?.Bytes.Length ?? 0;
            if (clock.Elapsed.TotalSeconds > seconds)
                break;
        }
        using var process = Process.GetCurrentProcess();
        var used = process.TotalProcessorTime.TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{pages} pages, {archive.Position / (double)(1L << 30):0.00} GB of archive, {body / (double)(1L << 30):0.00} GB of pages, {problems} problems: {clock.Elapsed.TotalSeconds:0.0} s, {pages / clock.Elapsed.TotalSeconds:0} pages/s; {used:0.0} s of processor time, {pages / used:0} pages per second of it; peak memory {process.PeakWorkingSet64 / (1 << 20)} MB"));
        return problems == 0 ? 0 : 1;
    }

    // Straight from the stream, as a host reads a file: PageContainers asks for a stream that can be read twice.
    private static IEnumerable<ContainerEntry> Entries(Stream archive) => ArchivePages.Read("made.warc", archive, new ContainerOptions());

    private static double Number(string[] arguments, string name, double otherwise)
    {
        var at = Array.IndexOf(arguments, name);
        return at >= 0 && at + 1 < arguments.Length && double.TryParse(arguments[at + 1], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
    }
}
