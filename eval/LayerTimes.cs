using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Readout.Annotations;
using Readout.Articles;
using Readout.Pages;
using Readout.Text;

namespace Readout.Eval;

/// <summary>
/// How many tokens a second each layer of annotation reads on one core, and how much of the memory it asks for is garbage afterwards, per token.
/// Processor time, not the clock's: other work on the machine does not count.
/// </summary>
internal sealed class LayerTimes
{
    private const int WarmUp = 2;

    private readonly Dictionary<string, (TimeSpan Time, long Bytes)> _layers = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly Process _process = Process.GetCurrentProcess();
    private long _tokens;

    public static int Run(string input, int repeat, TextWriter output)
    {
        var started = Stopwatch.GetTimestamp();
        SyntaxTagger.Load();
        var load = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var articles = ThroughputPages.In(input).Select(p => ArticleReader.Read(PageReader.Read(p.Name, p.Body))).ToList();
        var measured = new LayerTimes();
        for (var round = -WarmUp; round < Math.Max(1, repeat); round++)
        {
            if (round == 0)
                measured.Forget();
            measured.Pass(articles);
        }
        output.WriteLine(measured.Line(load));
        return 0;
    }

    private void Forget()
    {
        _layers.Clear();
        _tokens = 0;
    }

    // A layer over all articles, then the next: the processor's clock ticks too slowly for one article.
    private void Pass(List<Article> articles)
    {
        var documents = Timed("tokens", articles, a => Empty(a, Tokenizer.Tokenize(a)));
        _tokens += documents.Sum(d => (long)d.Tokens.Count);
        documents = Timed("sentences", documents, d => d with { Sentences = SentenceSplitter.Split(d.Article, d.Tokens) });
        documents = Timed("syntax", documents, d =>
        {
            var (words, sentences) = SyntaxTagger.Tag(d.Text, d.Tokens, d.Sentences);
            return d with { Words = words, Sentences = sentences };
        });
        documents = Timed("entities", documents, d =>
        {
            var (mentions, entities) = EntityTagger.Tag(d.Article, d.Tokens, d.Sentences, d.Words);
            return d with { Mentions = mentions, Entities = entities };
        });
        documents = Timed("times", documents, d => d with { Times = TimeTagger.Tag(d.Text, d.Tokens, d.Sentences, d.Anchor) });
        documents = Timed("quantities", documents, d => d with { Quantities = QuantityTagger.Tag(d.Text, d.Tokens, d.Sentences, d.Times) });
        documents = Timed("quotations", documents, d => d with { Quotations = QuotationTagger.Tag(d, new WordTree(d)) });
        documents = Timed("stances", documents, d => d with { Stances = StanceTagger.Tag(d, new WordTree(d)) });
        Timed("events", documents, d => EventTagger.Tag(d, new WordTree(d)) is var (events, open) ? d with { Events = events, OpenEvents = open } : d);
    }

    private static Document Empty(Article article, IReadOnlyList<Token> tokens) =>
        new("d", article, tokens, [], [], [], [], [], [], [], [], []);

    private List<Document> Timed<T>(string name, List<T> all, Func<T, Document> layer)
    {
        var read = new List<Document>(all.Count);
        var live = GC.GetTotalMemory(forceFullCollection: true);
        _process.Refresh();
        var time = _process.TotalProcessorTime;
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        foreach (var one in all)
            read.Add(layer(one));
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        _process.Refresh();
        time = _process.TotalProcessorTime - time;
        // what the layer gave is no garbage
        bytes -= Math.Max(0, GC.GetTotalMemory(forceFullCollection: true) - live);
        GC.KeepAlive(all);
        if (!_order.Contains(name))
            _order.Add(name);
        var (sum, asked) = _layers.GetValueOrDefault(name);
        _layers[name] = (sum + time, asked + bytes);
        return read;
    }

    private string Line(double load)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("tokens", _tokens);
            json.WriteNumber("ms to load the models", Math.Round(load));
            Group(json, "language layer", _order.TakeWhile(n => n != "quotations"));
            foreach (var name in _order)
                Group(json, name, [name]);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private void Group(Utf8JsonWriter json, string name, IEnumerable<string> layers)
    {
        var time = 0.0;
        long bytes = 0;
        foreach (var layer in layers)
        {
            time += _layers[layer].Time.TotalSeconds;
            bytes += _layers[layer].Bytes;
        }
        json.WriteStartObject(name);
        json.WriteNumber("tokens/CPU s", Math.Round(_tokens / time));
        json.WriteNumber("microseconds/token", Math.Round(time * 1e6 / _tokens, 2));
        json.WriteNumber("bytes of garbage/token", Math.Round(bytes / (double)_tokens));
        json.WriteEndObject();
    }
}
