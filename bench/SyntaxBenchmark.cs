using BenchmarkDotNet.Attributes;
using Readout.Annotations;
using Readout.Articles;
using Readout.Languages;
using Readout.Pages;

namespace Readout.Bench;

/// <summary>Tags and trees of one sample story's pages, and how long the model takes to load.</summary>
[MemoryDiagnoser]
public class SyntaxBenchmark
{
    private List<(Article Article, IReadOnlyList<Token> Tokens, IReadOnlyList<Sentence> Sentences)> _pages = [];

    /// <summary>Tokens of all pages: what the time is to be divided by.</summary>
    public int Tokens => _pages.Sum(p => p.Tokens.Count);

    [GlobalSetup]
    public void Load()
    {
        foreach (var input in Samples.Load("dam"))
        {
            var article = ArticleReader.Read(PageReader.Read(input.Path, input.Bytes));
            var tokens = Tokenizer.Tokenize(article);
            _pages.Add((article, tokens, SentenceSplitter.Split(article, tokens)));
        }
        Console.WriteLine($"// {Tokens} tokens");
    }

    [Benchmark]
    public int Trees() => _pages.Sum(p => SyntaxTagger.Tag(p.Article.Page.Text, p.Tokens, p.Sentences).Words.Count);

    [Benchmark]
    public int LoadModel() => SyntaxModelFile.Read(Resource.Bytes("models/syntax-en.bin")).Labels.Relations.Count;
}
