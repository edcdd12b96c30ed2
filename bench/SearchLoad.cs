using System.Diagnostics;
using NodaTime;
using Readout.Store;
using Readout.Store.Searching;

namespace Readout.Bench;

/// <summary>
/// How long searches take in a workspace that is there, warm and in one process: each kind asks for words of its own pages, drawn with a
/// fixed seed.
/// </summary>
internal static class SearchLoad
{
    private const int Each = 40;
    private const int Sample = 500;

    public static int Run(string[] args)
    {
        var folder = args.SkipWhile(a => a != "--in").Skip(1).FirstOrDefault() ?? throw new ArgumentException("--in DIR: the workspace.", nameof(args));
        using var workspace = Workspace.Read(Workspace.Find(folder) ?? throw new ArgumentException($"{folder} has no workspace.", nameof(args)), SystemClock.Instance);
        var all = new List<(double, double)>();
        foreach (var (kind, searches) in Kinds(workspace))
        {
            var (times, total) = (new List<(double Wall, double Processor)>(), 0L);
            foreach (var search in searches)
            {
                // asked twice: what is measured is a warm one
                workspace.Search.Find(search);
                var (began, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
                total = Math.Max(total, workspace.Search.Find(search).Total);
                times.Add((Stopwatch.GetElapsedTime(began).TotalMilliseconds, (Environment.CpuUsage.TotalTime - used).TotalMilliseconds));
            }
            all.AddRange(times);
            Report(kind, times, total);
        }
        Report("all", all, 0);
        return 0;
    }

    private static IEnumerable<(string Kind, IReadOnlyList<SearchRequest> Searches)> Kinds(Workspace workspace)
    {
        var random = new Random(7);
        var ids = workspace.Pages.Current().Select(p => p.Id).ToArray();
        random.Shuffle(ids);
        var pages = workspace.Documents.Texts([.. ids.Take(Sample)]).Select(t => (Words: Words(t.Text), Title: Words(t.Title ?? ""), t.Earliest)).Where(p => p.Words.Length > 20 && p.Title.Length > 0).ToList();
        var frequency = pages.SelectMany(p => p.Words.Distinct(StringComparer.Ordinal)).CountBy(w => w, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var frequent = frequency.OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).Take(Each).Select(w => w.Key).ToList();
        string[] rare = [.. frequency.Where(w => w.Value == 1).Select(w => w.Key).Order(StringComparer.Ordinal)];
        var speakers = workspace.Database.Rows<string>("SELECT n.value FROM (SELECT speaker, count(*) AS hits FROM hit WHERE speaker IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 400) h JOIN name n ON n.id = h.speaker").ToArray();

        (string[] Words, string[] Title, string? Earliest) Page() => pages[random.Next(pages.Count)];
        string Any() => Page().Words is var words ? words[random.Next(words.Length)] : "";
        (string, string) Pair(int apart) => Page().Words is var words && random.Next(words.Length - apart) is var at ? (words[at], words[at + apart]) : default;
        IReadOnlyList<SearchRequest> Ask(Func<int, string> write, bool facets = false) => [.. Enumerable.Range(0, Each).Select(i => new SearchRequest(write(i), WithFacets: facets))];

        yield return ("a rare word", Ask(_ => rare[random.Next(rare.Length)]));
        yield return ("any word of a text", Ask(_ => Any()));
        yield return ("the most frequent words", Ask(i => frequent[i]));
        yield return ("two words", Ask(_ => $"{Any()} {Any()}"));
        yield return ("a phrase of two", Ask(_ => Pair(1) is var (a, b) ? $"\"{a} {b}\"" : ""));
        yield return ("near", Ask(_ => Pair(3) is var (a, b) ? $"{a} near/5 {b}" : ""));
        yield return ("a beginning of five", Ask(_ => Enumerable.Range(0, 1000).Select(_ => Any()).First(w => w.Length > 6)[..5] + "*"));
        yield return ("either of two", Ask(_ => $"{Any()} OR {Any()}"));
        yield return ("a word of the headline", Ask(_ => Page().Title is var title ? "title:" + title[random.Next(title.Length)] : ""));
        yield return ("who says it", Ask(_ => $"says:\"{speakers[random.Next(speakers.Length)].Replace('"', ' ')}\""));
        yield return ("a word of one kind", Ask(i => $"kind:{HitId.Kinds[i % 4]} {Any()}"));
        yield return ("a word in a month", Ask(_ => $"{Any()} date:{Page().Earliest?[..7] ?? "2025-01"}"));
        yield return ("any word, counted", Ask(_ => Any(), facets: true));
        yield return ("the most frequent, counted", Ask(i => frequent[i], facets: true));
    }

    private static string[] Words(string text) => [.. SearchWord.Of(text).Select(w => w.Norm)];

    private static void Report(string kind, List<(double Wall, double Processor)> times, long total)
    {
        var (wall, processor) = (times.ConvertAll(t => t.Wall), times.ConvertAll(t => t.Processor));
        wall.Sort();
        processor.Sort();
        Console.WriteLine(FormattableString.Invariant(
            $"{kind,-28} {wall.Count,4} searches  median {Median(wall),6:0.0} ms  p95 {P95(wall),6:0.0}  at most {wall[^1],6:0.0}; processor: median {Median(processor),6:0.0} ms  p95 {P95(processor),6:0.0}  at most {processor[^1],6:0.0}{(total > 0 ? FormattableString.Invariant($"  ({total} hits at most)") : "")}"));
    }

    private static double Median(List<double> sorted) => sorted[sorted.Count / 2];

    private static double P95(List<double> sorted) => sorted[sorted.Count * 95 / 100];
}
