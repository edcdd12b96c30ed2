using BenchmarkDotNet.Attributes;
using Readout.Annotations;
using Readout.Articles;
using Readout.Pages;

namespace Readout.Bench;

/// <summary>Times and quantities over the pages of one sample story, tokens and sentences given; divide by <see cref="Tokens"/> for a token's share.</summary>
[MemoryDiagnoser]
public class TaggerBenchmark
{
    private List<Document> _documents = [];

    /// <summary>Tokens read in one operation.</summary>
    public int Tokens => _documents.Sum(d => d.Tokens.Count);

    [GlobalSetup]
    public void Load()
    {
        _documents = [.. Samples.Load("dam").Select(i => ArticleReader.Read(PageReader.Read(i.Path, i.Bytes))).Select(a => Annotator.Annotate("d" + a.Page.Sha256[..6], a))];
        Console.WriteLine($"{Tokens} tokens an operation");
    }

    [Benchmark]
    public int Times() => _documents.Sum(d => TimeTagger.Tag(d.Text, d.Tokens, d.Sentences, d.Anchor).Count);

    [Benchmark]
    public int Quantities() => _documents.Sum(d => QuantityTagger.Tag(d.Text, d.Tokens, d.Sentences, d.Times).Count);
}
