using System.Diagnostics;
using System.Globalization;
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
internal static class Throughput
{
    public static int Run(string input, int repeat, TextWriter output)
    {
        var pages = Pages(input).ToList();
        if (pages.Count == 0)
        {
            Console.Error.WriteLine($"{input}: no pages here. Name a folder of pages or a JSONL file with 'text' or 'html'.");
            return 2;
        }
        var stages = new SortedDictionary<string, double>(StringComparer.Ordinal);
        long tokens = 0, bytes = 0, documents = 0;
        var whole = Stopwatch.StartNew();
        for (var round = 0; round < Math.Max(1, repeat); round++)
        {
            var read = new List<Document>();
            foreach (var (name, body) in pages)
            {
                if (Document(name, body, stages) is not { } document)
                    continue;
                read.Add(document);
                tokens += document.Tokens.Count;
                bytes += body.Length;
            }
            documents += read.Count;
            var story = Timed(stages, "4 story", () => StoryBuilder.Build(DocumentIds.Assign(read)));
            var ledger = Timed(stages, "5 ledger", () => LedgerBuilder.Build(story));
            var brief = Timed(stages, "6 brief", () => BriefComposer.Compose(ledger));
            Timed(stages, "7 json", () =>
            {
                Json.Write(brief, new FormatOptions(IncludeText: true), Stream.Null);
                return true;
            });
        }
        var seconds = whole.Elapsed.TotalSeconds;
        output.WriteLine(Line(documents / seconds, tokens / seconds, bytes / seconds / 1e6, stages, documents));
        return 0;
    }

    private static Document? Document(string name, byte[] body, SortedDictionary<string, double> stages)
    {
        try
        {
            var page = Timed(stages, "1 page", () => PageReader.Read(name, body));
            var article = Timed(stages, "2 article", () => ArticleReader.Read(page));
            return Timed(stages, "3 annotations", () => Annotator.Annotate("d" + page.Sha256[..6], article));
        }
        catch (UnreadablePageException unreadable)
        {
            Console.Error.WriteLine(unreadable.Message);
            return null;
        }
    }

    private static T Timed<T>(SortedDictionary<string, double> stages, string name, Func<T> stage)
    {
        var started = Stopwatch.GetTimestamp();
        var result = stage();
        stages[name] = stages.GetValueOrDefault(name) + Stopwatch.GetElapsedTime(started).TotalSeconds;
        return result;
    }

    private static string Line(double documents, double tokens, double megabytes, SortedDictionary<string, double> stages, long count)
    {
        using var process = Process.GetCurrentProcess();
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("documents", count);
            json.WriteNumber("documents/s", Math.Round(documents, 1));
            json.WriteNumber("tokens/s", Math.Round(tokens));
            json.WriteNumber("MB/s", Math.Round(megabytes, 2));
            json.WriteNumber("peak MB", process.PeakWorkingSet64 / 1_000_000);
            json.WriteStartObject("ms per document");
            foreach (var (stage, seconds) in stages)
                json.WriteNumber(stage[2..], Math.Round(seconds * 1000 / Math.Max(1, count), 3));
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static IEnumerable<(string Name, byte[] Body)> Pages(string input)
    {
        if (Directory.Exists(input))
        {
            foreach (var file in Directory.EnumerateFiles(input, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                yield return (Path.GetFileName(file), File.ReadAllBytes(file));
            yield break;
        }
        if (!File.Exists(input))
            yield break;
        using Stream raw = File.OpenRead(input);
        using var plain = input.EndsWith(".gz", StringComparison.Ordinal) ? new System.IO.Compression.GZipStream(raw, System.IO.Compression.CompressionMode.Decompress) : raw;
        using var lines = new StreamReader(plain);
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            using var row = JsonDocument.Parse(line);
            foreach (var field in new[] { "html", "text" })
            {
                if (row.RootElement.TryGetProperty(field, out var value) && value.GetString() is { Length: > 0 } text)
                {
                    yield return (number.ToString(CultureInfo.InvariantCulture) + (field == "html" ? ".html" : ".txt"), Encoding.UTF8.GetBytes(text));
                    break;
                }
            }
        }
    }
}
