using BenchmarkDotNet.Attributes;
using Readout.Annotations;
using Readout.Articles;
using Readout.Briefs;
using Readout.Claims;
using Readout.Pages;
using Readout.Stories;

namespace Readout.Bench;

/// <summary>Each stage by itself over the pages of one sample story, on what the stage before it gives.</summary>
[MemoryDiagnoser]
public class StageBenchmark
{
    private IReadOnlyList<PageInput> _inputs = [];
    private List<Page> _pages = [];
    private List<Article> _articles = [];
    private List<Document> _documents = [];
    private Story? _story;
    private Ledger? _ledger;

    [GlobalSetup]
    public void Load()
    {
        _inputs = Samples.Load("dam");
        _pages = [.. _inputs.Select(i => PageReader.Read(i.Path, i.Bytes))];
        _articles = [.. _pages.Select(p => ArticleReader.Read(p))];
        _documents = Annotations();
        _story = Story();
        _ledger = LedgerBuilder.Build(_story);
    }

    [Benchmark]
    public int Pages() => _inputs.Sum(i => PageReader.Read(i.Path, i.Bytes).Blocks.Count);

    [Benchmark]
    public int Articles() => _pages.Sum(p => ArticleReader.Read(p).Paragraphs.Count);

    [Benchmark]
    public List<Document> Annotations() => [.. _articles.Select(a => Annotator.Annotate("d" + a.Page.Sha256[..6], a))];

    [Benchmark]
    public Story Story() => StoryBuilder.Build(DocumentIds.Assign(_documents));

    [Benchmark]
    public Ledger Ledger() => LedgerBuilder.Build(_story!);

    [Benchmark]
    public Brief Brief() => BriefComposer.Compose(_ledger!);
}
