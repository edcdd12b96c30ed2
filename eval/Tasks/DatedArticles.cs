using System.Text.Json;
using NodaTime.Text;
using Readout.Annotations;
using Readout.Articles;
using Readout.Pages;
using Readout.Text;

namespace Readout.Eval.Tasks;

/// <summary>Reads articles given as lists of sentences with a day: words, sentences and times, nothing more.</summary>
internal static class DatedArticles
{
    /// <param name="file">JSONL, gzip-compressed where its name says so: id, date, sentences.</param>
    public static IReadOnlyList<Document> Read(string file, int jobs)
    {
        var lines = SetFile.Lines(file).ToList();
        var documents = new Document[lines.Count];
        Parallel.For(0, lines.Count, new ParallelOptions { MaxDegreeOfParallelism = jobs }, i => documents[i] = Parse(lines[i]));
        return documents;
    }

    private static Document Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var row = json.RootElement;
        var sentences = row.GetProperty("sentences").EnumerateArray().Select(s => s.GetString() ?? "").ToList();
        var paragraphs = new List<Paragraph>();
        var start = 0;
        foreach (var sentence in sentences)
        {
            paragraphs.Add(new Paragraph(new Span(start, start + sentence.Length), false));
            start += sentence.Length + 1;
        }
        var day = DateRange.Day(LocalDatePattern.Iso.Parse(row.GetProperty("date").GetString()![..10]).Value);
        var id = row.GetProperty("id").ToString();
        var page = new Page(id, "", MediaType.PlainText, new SourceText(string.Join('\n', sentences)), [], [], []);
        var article = new Article(page, "en", null, null, null, null, [], [.. paragraphs.Where(p => p.Span.Length > 0)], [], []);
        var tokens = Tokenizer.Tokenize(article);
        var cut = SentenceSplitter.Split(article, tokens);
        var times = TimeTagger.Tag(page.Text, tokens, cut, day);
        return new Document(id, article, tokens, cut, times, [], [], [], [], [], [], []) { Anchor = day };
    }
}
