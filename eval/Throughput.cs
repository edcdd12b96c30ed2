using System.Diagnostics;
using System.Runtime;
using System.Text;
using System.Text.Json;
using Readout.Annotations;
using Readout.Articles;
using Readout.Briefs;
using Readout.Claims;
using Readout.Formats;
using Readout.Pages;
using Readout.Stories;

namespace Readout.Eval;

/// <summary>How fast is each stage, and how much memory does the whole take? One core: what a stage costs, not what a machine hides.</summary>
internal sealed class Throughput
{
    // While the runtime still compiles and counts calls, a pass says nothing about the thousandth page. Some methods are called so
    // seldom that they go on being compiled for a long time; a handful in a pass is none that counts.
    private const int MinWarmUp = 3;
    private const int MaxWarmUp = 60;
    private const int Settled = 20;

    private readonly SortedDictionary<string, double> _stages = new(StringComparer.Ordinal);
    private readonly List<double> _heap = [];
    private readonly bool _articlesOnly;
    private int _warmUp;
    private long _tokens;
    private long _bytes;
    private long _documents;
    private double _seconds;
    private double _processor;

    private Throughput(bool articlesOnly) => _articlesOnly = articlesOnly;

    public static int Run(string input, int repeat, string stages, TextWriter output)
    {
        if (stages == "layers")
            return LayerTimes.Run(input, repeat, output);
        if (stages is not ("all" or "articles"))
        {
            Console.Error.WriteLine($"eval: --stages is 'all', 'articles' or 'layers', not '{stages}'.");
            return 2;
        }
        var pages = ThroughputPages.In(input).ToList();
        if (pages.Count == 0)
        {
            Console.Error.WriteLine($"{input}: no pages here. Name a folder of pages or a JSONL file with 'text' or 'html'.");
            return 2;
        }
        var measured = new Throughput(stages == "articles");
        // What is measured once is measured cold, as one run of the program is.
        if (repeat > 1)
            measured.WarmUp(pages);
        for (var round = 0; round < Math.Max(1, repeat); round++)
            measured.Pass(pages);
        output.WriteLine(measured.Line());
        return 0;
    }

    private void WarmUp(List<(string Name, byte[] Body)> pages)
    {
        for (; _warmUp < MaxWarmUp; _warmUp++)
        {
            var compiled = JitInfo.GetCompiledMethodCount();
            Pass(pages);
            if (_warmUp >= MinWarmUp && JitInfo.GetCompiledMethodCount() - compiled < Settled)
                break;
        }
        _stages.Clear();
        _heap.Clear();
        (_tokens, _bytes, _documents, _seconds, _processor) = (0, 0, 0, 0, 0);
    }

    private void Pass(List<(string Name, byte[] Body)> pages)
    {
        using var process = Process.GetCurrentProcess();
        var used = process.TotalProcessorTime;
        var started = Stopwatch.GetTimestamp();
        var read = new List<Document>();
        foreach (var (name, body) in pages)
            Read(name, body, read);
        if (!_articlesOnly)
            Brief(read);
        _seconds += Stopwatch.GetElapsedTime(started).TotalSeconds;
        process.Refresh();
        _processor += (process.TotalProcessorTime - used).TotalSeconds;
        read.Clear();
        _heap.Add(Math.Round(GC.GetTotalMemory(forceFullCollection: true) / 1e6, 1));
    }

    private void Read(string name, byte[] body, List<Document> read)
    {
        try
        {
            var page = Timed("1 page", () => PageReader.Read(name, body));
            var article = Timed("2 article", () => ArticleReader.Read(page));
            _documents++;
            _bytes += body.Length;
            if (_articlesOnly)
                return;
            var document = Timed("3 annotations", () => Annotator.Annotate("d" + page.Sha256[..6], article));
            _tokens += document.Tokens.Count;
            read.Add(document);
        }
        catch (UnreadablePageException unreadable)
        {
            Console.Error.WriteLine(unreadable.Message);
        }
    }

    private void Brief(List<Document> read)
    {
        var story = Timed("4 story", () => StoryBuilder.Build(DocumentIds.Assign(read)));
        var ledger = Timed("5 ledger", () => LedgerBuilder.Build(story));
        var brief = Timed("6 brief", () => BriefComposer.Compose(ledger));
        Timed("7 json", () =>
        {
            Json.Write(brief, new FormatOptions(IncludeText: true), Stream.Null);
            return true;
        });
    }

    private T Timed<T>(string name, Func<T> stage)
    {
        var started = Stopwatch.GetTimestamp();
        var result = stage();
        _stages[name] = _stages.GetValueOrDefault(name) + Stopwatch.GetElapsedTime(started).TotalSeconds;
        return result;
    }

    private string Line()
    {
        using var process = Process.GetCurrentProcess();
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("documents", _documents);
            json.WriteNumber("documents/s", Math.Round(_documents / _seconds, 1));
            // On a machine that others use too, the clock counts their work; the processor's time does not.
            json.WriteNumber("documents/CPU s", Math.Round(_documents / _processor, 1));
            json.WriteNumber("passes before", _warmUp);
            if (!_articlesOnly)
                json.WriteNumber("tokens/s", Math.Round(_tokens / _seconds));
            json.WriteNumber("MB/s", Math.Round(_bytes / _seconds / 1e6, 2));
            json.WriteNumber("peak MB", process.PeakWorkingSet64 / 1_000_000);
            json.WriteStartObject("ms per document");
            foreach (var (stage, seconds) in _stages)
                json.WriteNumber(stage[2..], Math.Round(seconds * 1000 / Math.Max(1, _documents), 3));
            json.WriteEndObject();
            json.WriteStartArray("heap MB after each pass");
            foreach (var megabytes in _heap)
                json.WriteNumberValue(megabytes);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
