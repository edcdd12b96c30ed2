using System.Text.Json;
using Readout.Articles;
using Readout.Bench;
using Readout.Pages;

namespace Readout.Eval;

/// <summary>Does any page cost far more than its size? Milliseconds per megabyte of markup, beside the median of a set of real pages.</summary>
internal static class Pathological
{
    private const double MaxFactor = 50;
    private const int Rounds = 3;
    private const double MaxRepeated = 2000;    // milliseconds

    public static int Run(string input, TextWriter output)
    {
        var pages = ThroughputPages.In(input).ToList();
        if (pages.Count == 0)
        {
            Console.Error.WriteLine($"{input}: no pages here. Name a folder of pages or a JSONL file with 'text' or 'html'.");
            return 2;
        }
        // Once over the set first: the methods it needs are compiled then.
        pages.ForEach(p => Cost(p.Name, p.Body));
        var costs = pages.ConvertAll(p => Cost(p.Name, p.Body));
        costs.Sort();
        var median = costs[costs.Count / 2];
        var slow = 0;
        foreach (var name in PathologicalPages.Names)
        {
            var cost = Cost(PathologicalPages.FileName(name), PathologicalPages.Make(name));
            var factor = cost / median;
            slow += factor > MaxFactor ? 1 : 0;
            output.WriteLine(JsonSerializer.Serialize(new Dictionary<string, object>(StringComparer.Ordinal) { ["page"] = name, ["ms/MB"] = Math.Round(cost, 1), ["times the median"] = Math.Round(factor, 1) }));
        }
        output.WriteLine(JsonSerializer.Serialize(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["pages"] = pages.Count, ["median ms/MB"] = Math.Round(median, 1), ["slowest ms/MB"] = Math.Round(costs[^1], 1), ["pages above the bound"] = slow,
        }));
        return slow == 0 ? 0 : 1;
    }

    // The quickest of a few readings, by the processor's time: what the page costs, not what else the machine did.
    private static double Cost(string name, byte[] bytes)
    {
        var best = double.MaxValue;
        for (var round = 0; round < Rounds && (round == 0 || best < MaxRepeated); round++)
        {
            var started = Environment.CpuUsage.TotalTime;
            ArticleReader.Read(PageReader.Read(name, bytes));
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - started).TotalMilliseconds);
        }
        using var unpacked = Gzip.IsCompressed(bytes) ? Gzip.Inflate(name, bytes) : null;
        return best / ((unpacked?.Memory.Length ?? bytes.Length) / 1e6);
    }
}
