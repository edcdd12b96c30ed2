using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Readout.Annotations;
using Readout.Claims;
using Readout.Stories;
using Readout.Text;

namespace Readout.Eval.Tasks;

/// <summary>Timelines of a topic's articles: of each gold timeline only the first and last day, the number of days and of sentences a day are read.</summary>
internal static class TimelinesTask
{
    /// <param name="input">A folder of topics (<c>T.articles.jsonl</c> beside <c>T.timelines.jsonl</c>), or one such file of articles; gzip-compressed or not.</param>
    public static int Run(string input, string output, int jobs)
    {
        var files = (File.Exists(input) ? [input] : Directory.Exists(input) ? Directory.GetFiles(input, "*.articles.jsonl*") : []).Order(StringComparer.Ordinal).ToList();
        if (files.Count == 0)
        {
            Console.Error.WriteLine($"eval: {input} has no files named TOPIC.articles.jsonl.");
            return 2;
        }
        using var writer = new StreamWriter(output);
        foreach (var file in files)
        {
            var stem = file[..file.IndexOf(".articles.jsonl", StringComparison.Ordinal)];
            var gold = new[] { ".timelines.jsonl", ".timelines.jsonl.gz" }.Select(e => stem + e).FirstOrDefault(File.Exists);
            if (gold is null)
            {
                Console.Error.WriteLine($"eval: {stem}.timelines.jsonl is missing: the length of its timelines is not known.");
                return 2;
            }
            var documents = DatedArticles.Read(file, jobs);
            foreach (var line in SetFile.Lines(gold))
                writer.WriteLine(Predict(line, documents));
        }
        return 0;
    }

    private static string Predict(string gold, IReadOnlyList<Document> documents)
    {
        using var json = JsonDocument.Parse(gold);
        var entries = json.RootElement.GetProperty("entries").EnumerateArray().ToList();
        var days = entries.Select(e => LocalDatePattern.Iso.Parse(e.GetProperty("date").GetString()![..10]).Value).Distinct().ToList();
        var sentences = entries.Sum(e => e.GetProperty("summary").GetArrayLength());
        var range = new DateRange(days.Min(), days.Max());
        var inside = Chronology.Order(documents.Where(d => range.Contains(d.Anchor)), new HashSet<string>());
        var byId = inside.ToDictionary(d => d.Id, StringComparer.Ordinal);
        var choice = new DaySentences(inside);
        var perDay = Math.Max(1, (int)Math.Round((double)sentences / entries.Count));
        var chosen = DayRanking.Rank(inside, range).Take(days.Count).Order()
            .Select(day => (Day: day, Summary: choice.Choose(day, perDay).Select(c => byId[c.Document].Slice(c.Span)).ToList()))
            .Where(e => e.Summary.Count > 0);
        return JsonSerializer.Serialize(new
        {
            topic = json.RootElement.GetProperty("topic").GetString(),
            timeline = json.RootElement.GetProperty("timeline").GetString(),
            entries = chosen.Select(e => new { date = LocalDatePattern.Iso.Format(e.Day), summary = e.Summary }),
        });
    }
}
