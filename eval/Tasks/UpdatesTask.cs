using System.Text.Json;
using NodaTime.Text;
using Readout.Annotations;
using Readout.Claims;
using Readout.Stories;
using Readout.Text;

namespace Readout.Eval.Tasks;

/// <summary>What is new on a day of a storyline: of the set of updates only events and dates are read, of T17 the articles of each date.</summary>
internal static class UpdatesTask
{
    private const int Words = 50;

    /// <param name="input">The updates (JSONL: event, date), with the T17 topics in a folder <c>t17</c> beside theirs; or the folder of both.</param>
    public static int Run(string input, string output, int jobs)
    {
        var file = Directory.Exists(input) ? Directory.GetFiles(Path.Combine(input, "background"), "updates.jsonl*").Order(StringComparer.Ordinal).FirstOrDefault() : input;
        var topics = file is null ? null : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, "..", "t17");
        if (file is null || !File.Exists(file) || !Directory.Exists(topics))
        {
            Console.Error.WriteLine($"eval: {input} has no updates.jsonl with a folder t17 beside its own.");
            return 2;
        }
        var dates = SetFile.Lines(file).Select(Parse).GroupBy(d => d.Event, StringComparer.Ordinal);
        var articles = Directory.GetFiles(topics, "*.articles.jsonl*").Order(StringComparer.Ordinal).ToList();
        using var writer = new StreamWriter(output);
        foreach (var story in dates)
        {
            if (articles.Find(a => IsTopicOf(Path.GetFileName(a).Split('.')[0], story.Key)) is not { } topic)
                continue;
            var documents = Chronology.Order(DatedArticles.Read(topic, jobs), new HashSet<string>());
            var byId = documents.ToDictionary(d => d.Id, StringComparer.Ordinal);
            var news = new DayNews(documents);
            foreach (var (_, date) in story)
            {
                var chosen = news.Choose(LocalDatePattern.Iso.Parse(date).Value, Words);
                if (chosen.Count > 0)
                    writer.WriteLine(JsonSerializer.Serialize(new { id = $"{story.Key}/{date}", summary = string.Join(' ', chosen.Select(c => byId[c.Document].Slice(c.Span))) }));
            }
        }
        return 0;
    }

    private static (string Event, string Date) Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        return (json.RootElement.GetProperty("event").GetString()!, json.RootElement.GetProperty("date").GetString()![..10]);
    }

    // The sets call their stories by different names: "bp_oil_spill" is "bpoil".
    private static bool IsTopicOf(string topic, string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Contains(topic, StringComparison.OrdinalIgnoreCase) || (topic, name) is ("h1n1", "swine_flu");
}
