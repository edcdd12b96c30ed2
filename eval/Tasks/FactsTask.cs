using System.Text.Json;
using NodaTime.Text;
using Readout.Annotations;
using Readout.Articles;
using Readout.Claims;
using Readout.Origins;
using Readout.Pages;
using Readout.Text;

namespace Readout.Eval.Tasks;

/// <summary>How many each incident killed and injured, from all its articles: title, text and day are read, nothing else.</summary>
internal static class FactsTask
{
    /// <param name="input">JSONL, gzip-compressed where its name says so: incident, id, title, date, text.</param>
    public static int Run(string input, string output, int jobs)
    {
        var lines = SetFile.Lines(input).ToList();
        var read = new (string Incident, string Day, Document Document)[lines.Count];
        Parallel.For(0, lines.Count, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, jobs) }, i => read[i] = Parse(lines[i], i));
        File.WriteAllLines(output, read.GroupBy(r => r.Incident, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
        {
            var documents = g.OrderBy(r => r.Day, StringComparer.Ordinal).Select(r => r.Document).ToList();
            var toll = StoryToll.Of(documents, FamilyFinder.Find(documents).Families);
            return JsonSerializer.Serialize(new { incident = g.Key, killed = toll.Killed?.Value.Count ?? 0, injured = toll.Injured?.Value.Count ?? 0 });
        }));
        return 0;
    }

    private static (string Incident, string Day, Document Document) Parse(string line, int index)
    {
        using var json = JsonDocument.Parse(line);
        var row = json.RootElement;
        var (title, text, day) = (row.GetProperty("title").GetString() ?? "", row.GetProperty("text").GetString() ?? "", row.GetProperty("date").GetString() ?? "");
        var paragraphs = new List<Paragraph>();
        var at = title.Length + 2;
        foreach (var block in text.Split('\n'))
        {
            if (!string.IsNullOrWhiteSpace(block))
                paragraphs.Add(new Paragraph(new Span(at, at + block.Length), false));
            at += block.Length + 1;
        }
        // one article may stand under several incidents
        var id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{row.GetProperty("id").GetString()}-{index}");
        var page = new Page(id, "", MediaType.PlainText, new SourceText(title + "\n\n" + text), [], [], []);
        var published = day.Length >= 10 ? new Published(DateRange.Day(LocalDatePattern.Iso.Parse(day[..10]).Value), DateBasis.Stated, [], "set") : null;
        var headline = title.Length > 0 ? new Sourced<string>(title, new Span(0, title.Length), "set") : null;
        var article = new Article(page, "en", headline, null, null, published, [], paragraphs, [], []);
        return (row.GetProperty("incident").GetString()!, day, Annotator.Annotate(id, article));
    }
}
