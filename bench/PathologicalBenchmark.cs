using BenchmarkDotNet.Attributes;
using Readout.Articles;
using Readout.Pages;

namespace Readout.Bench;

/// <summary>Pages made to stop a reader. `eval pathological` sets them against the pages of a set.</summary>
[MemoryDiagnoser]
public class PathologicalBenchmark
{
    private byte[] _bytes = [];
    private string _file = "";

    public static IReadOnlyList<string> Names => PathologicalPages.Names;

    [ParamsSource(nameof(Names))]
    public string Name { get; set; } = "";

    [GlobalSetup]
    public void Make() => (_bytes, _file) = (PathologicalPages.Make(Name), PathologicalPages.FileName(Name));

    [Benchmark]
    public int Read() => ArticleReader.Read(PageReader.Read(_file, _bytes)).Paragraphs.Count;
}
