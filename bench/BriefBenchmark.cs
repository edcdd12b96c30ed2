using BenchmarkDotNet.Attributes;
using Readout.Briefs;
using Readout.Formats;

namespace Readout.Bench;

/// <summary>The main job in one go: eleven pages in, the written brief out.</summary>
[MemoryDiagnoser]
public class BriefBenchmark
{
    private IReadOnlyList<PageInput> _pages = [];

    [Params("dam")]
    public string Story { get; set; } = "";

    [GlobalSetup]
    public void Load() => _pages = Samples.Load(Story);

    [Benchmark]
    public long Json() => Write("json");

    [Benchmark]
    public long Html() => Write("html");

    private long Write(string format)
    {
        using var stream = new MemoryStream();
        Format.Named(format)!.Write(Desk.Brief(_pages.Select(Desk.Read)), new FormatOptions(IncludeText: true), stream);
        return stream.Length;
    }
}
