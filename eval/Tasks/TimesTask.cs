using System.Net;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Readout.Annotations;
using Readout.Articles;
using Readout.Pages;
using Readout.Text;

namespace Readout.Eval.Tasks;

/// <summary>Times of TimeML documents: reads text and creation time, writes TIMEX3 types and values by offsets that leave white space out.</summary>
internal static class TimesTask
{
    public static int Run(string input, string output, int jobs)
    {
        if (!Directory.Exists(input))
        {
            Console.Error.WriteLine($"eval: {input} is no folder of .tml files.");
            return 2;
        }
        var files = Directory.GetFiles(input, "*.tml", SearchOption.AllDirectories);
        Array.Sort(files, StringComparer.Ordinal);
        var lines = new string[files.Length];
        Parallel.For(0, files.Length, new ParallelOptions { MaxDegreeOfParallelism = jobs }, i => lines[i] = Line(files[i]));
        File.WriteAllLines(output, lines);
        Console.Error.WriteLine($"{files.Length} documents");
        return 0;
    }

    private static string Line(string file)
    {
        var (text, times) = Read(File.ReadAllText(file), file);
        return JsonSerializer.Serialize(new
        {
            doc = Path.GetFileNameWithoutExtension(file),
            timex = times.Select(t => new { b = Visible(text, t.Span.Start), e = Visible(text, t.Span.End), type = t.Type.ToString().ToUpperInvariant(), value = t.Value ?? "", rule = t.Rule }),
        });
    }

    /// <summary>The text of a TimeML document without its markup, and the times that Readout finds in it.</summary>
    internal static (SourceText Text, IReadOnlyList<TimeExpression> Times) Read(string markup, string file)
    {
        var text = new SourceText(Plain(Between(markup, "<TEXT", "</TEXT>")));
        var page = new Page(file, "", MediaType.PlainText, text, [], [], []);
        var article = new Article(page, "en", null, null, null, null, [], Paragraphs(text.Value), [], []);
        var tokens = Tokenizer.Tokenize(article);
        var sentences = SentenceSplitter.Split(article, tokens);
        return (text, TimeTagger.Tag(text, tokens, sentences, CreationTime(markup)));
    }

    /// <summary>Number of characters before a place that are no white space, counted in code points as the scorer counts.</summary>
    internal static int Visible(SourceText text, int place)
    {
        var count = 0;
        foreach (var rune in text.Value.AsSpan(0, place).EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune))
                count++;
        }
        return count;
    }

    internal static string Between(string markup, string open, string close)
    {
        var start = markup.IndexOf(open, StringComparison.Ordinal);
        var from = start < 0 ? 0 : markup.IndexOf('>', start) + 1;
        var end = markup.LastIndexOf(close, StringComparison.Ordinal);
        return end < from ? markup[from..] : markup[from..end];
    }

    private static string Plain(string markup)
    {
        var plain = new StringBuilder(markup.Length);
        var inside = false;
        foreach (var c in markup)
        {
            if (c == '<')
                inside = true;
            else if (c == '>' && inside)
                inside = false;
            else if (!inside)
                plain.Append(c);
        }
        return WebUtility.HtmlDecode(plain.ToString());
    }

    private static DateRange CreationTime(string markup)
    {
        var dct = Between(markup, "<DCT>", "</DCT>");
        var at = dct.IndexOf("value=\"", StringComparison.Ordinal);
        if (at < 0 || at + 17 > dct.Length)
            return DateRange.Unknown;
        var day = LocalDatePattern.Iso.Parse(dct.Substring(at + 7, 10));
        return day.Success ? DateRange.Day(day.Value) : DateRange.Unknown;
    }

    /// <summary>Blocks between blank lines; an indented line begins one too.</summary>
    private static List<Paragraph> Paragraphs(string text)
    {
        var paragraphs = new List<Paragraph>();
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            var indented = text.IndexOf("\n  ", start, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
            if (indented >= 0 && indented < end)
                end = indented;
            if (end > start)
                paragraphs.Add(new Paragraph(new Span(start, end), false));
            start = end + 1;
        }
        return paragraphs;
    }
}
