using System.Text;
using System.Text.Json;
using Readout.Annotations;
using Readout.Articles;
using Readout.Pages;
using Readout.Text;

namespace Readout.Eval.Tasks;

/// <summary>Quotations with cue and speaker in a folder of plain texts, every paragraph of which counts as the article's.</summary>
internal static class QuotesTask
{
    public static int Run(string input, string output, int jobs)
    {
        var files = Directory.EnumerateFiles(input)
            .Where(f => f.EndsWith(".txt", StringComparison.Ordinal) || f.EndsWith(".txt.gz", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).ToArray();
        var lines = new string[files.Length];
        Parallel.For(0, files.Length, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, jobs) }, i => lines[i] = Predict(files[i]));
        File.WriteAllLines(output, lines);
        return 0;
    }

    private static string Predict(string file)
    {
        var name = Path.GetFileName(file);
        var id = name[..name.IndexOf(".txt", StringComparison.Ordinal)];
        var document = Annotator.Annotate(id, ReadArticle(file));
        var text = document.Text;
        return JsonSerializer.Serialize(new
        {
            doc = id,
            // The set annotates what the page's own voice reports, not what the people it quotes report in their turn.
            // It annotates both what is said, and what is only backed, opposed, asked for or spoken of
            quotes = document.Quotations.Where(q => q.Rule is not ("clause-in-quotation" or "nested-marks")).Select(q => Row(text, q.Content, q.SpeakerSpan, q.Cue, q.Rule))
                .Concat(document.Stances.Select(s => Row(text, s.Content, s.HolderSpan, s.Cue, s.Rule))),
        });
    }

    private static object Row(SourceText text, IReadOnlyList<Span> content, Span? source, Span? cue, string rule) => new
    {
        content = content.Select(s => Offsets(text, s)),
        source = source is { } speaker ? [Offsets(text, speaker)] : Array.Empty<int[]>(),
        cue = cue is { } words ? [Offsets(text, words)] : Array.Empty<int[]>(),
        rule,
    };

    private static int[] Offsets(SourceText text, Span span)
    {
        var (start, end) = text.ToCodePoints(span);
        return [start, end];
    }

    // The set's texts are bare reports: a line is a paragraph, those before the first empty line are the headline, and offsets count from the file's start.
    private static Article ReadArticle(string file)
    {
        using var reader = new StreamReader(SetFile.Open(file), new UTF8Encoding(false));
        var text = new SourceText(reader.ReadToEnd());
        var paragraphs = new List<Paragraph>();
        var (headline, body) = (true, text.Value.IndexOf("\n\n", StringComparison.Ordinal));
        for (var start = 0; start < text.Length;)
        {
            var end = text.Value.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var span = new Span(start, end);
            if (!text.Chars(span).IsWhiteSpace())
                paragraphs.Add(new Paragraph(span, headline && end <= body));
            else
                headline = false;
            start = end + 1;
        }
        var page = new Page(file, "", MediaType.PlainText, text, [], [], []);
        return new Article(page, "en", null, null, null, null, [], paragraphs, [], []);
    }
}
