using System.Globalization;
using System.Text;
using Readout.Annotations;
using Readout.Articles;
using Readout.Pages;
using Readout.Text;

namespace Readout.Eval.Tasks;

/// <summary>
/// Trees in CoNLL-U. From raw text: the <c># text</c> lines of a paragraph are joined by a space, as the shared tasks'
/// raw text is made; Readout finds sentences and words. With gold tokens: its own tags and trees over the file's words.
/// </summary>
internal static class ParseTask
{
    public static int Run(string input, string output, bool goldTokens)
    {
        var result = new StringBuilder();
        foreach (var document in goldTokens ? GoldDocuments(input) : RawDocuments(input))
            Write(document, result);
        File.WriteAllText(output, result.ToString());
        return 0;
    }

    private sealed record Parsed(SourceText Text, IReadOnlyList<WordSpan> Spans, IReadOnlyList<Sentence> Sentences, IReadOnlyList<Word> Words);

    private static IEnumerable<Parsed> RawDocuments(string input)
    {
        var text = new StringBuilder();
        var paragraphs = new List<Paragraph>();
        var start = 0;
        foreach (var line in SetFile.Lines(input))
        {
            var opensDocument = line.StartsWith("# newdoc", StringComparison.Ordinal);
            if (opensDocument || line.StartsWith("# newpar", StringComparison.Ordinal))
            {
                Close(text, paragraphs, ref start);
                if (opensDocument && paragraphs.Count > 0)
                {
                    yield return ParseRaw(text.ToString(), paragraphs);
                    text.Clear();
                    paragraphs = [];
                    start = 0;
                }
            }
            else if (line.StartsWith("# text = ", StringComparison.Ordinal))
            {
                if (text.Length > start)
                    text.Append(' ');
                text.Append(line, "# text = ".Length, line.Length - "# text = ".Length);
            }
        }
        Close(text, paragraphs, ref start);
        if (paragraphs.Count > 0)
            yield return ParseRaw(text.ToString(), paragraphs);
    }

    private static void Close(StringBuilder text, List<Paragraph> paragraphs, ref int start)
    {
        if (text.Length == start)
            return;
        paragraphs.Add(new Paragraph(new Span(start, text.Length), false));
        text.Append('\n');
        start = text.Length;
    }

    private static Parsed ParseRaw(string text, List<Paragraph> paragraphs)
    {
        var page = new Page("eval.txt", "", MediaType.PlainText, new SourceText(text), [], [], []);
        var article = new Article(page, "en", null, null, null, null, [], paragraphs, [], []);
        var tokens = Tokenizer.Tokenize(article);
        var (words, sentences) = SyntaxTagger.Tag(page.Text, tokens, SentenceSplitter.Split(article, tokens));
        var spans = new List<WordSpan>();
        foreach (var sentence in sentences)
            WordSplitter.Split(text, tokens, sentence.FirstToken, sentence.EndToken, spans);
        return new Parsed(page.Text, spans, sentences, words);
    }

    private static IEnumerable<Parsed> GoldDocuments(string input)
    {
        var text = new StringBuilder();
        var spans = new List<WordSpan>();
        var sentences = new List<Sentence>();
        var first = 0;
        var multiword = (From: 0, To: -1);
        foreach (var line in SetFile.Lines(input).Append(""))
        {
            if (line.Length == 0)
            {
                if (spans.Count > first)
                    sentences.Add(new Sentence(new Span(spans[first].Span.Start, spans[^1].Span.End), 0, 0, 0, false) { FirstWord = first, EndWord = spans.Count });
                first = spans.Count;
                multiword = (0, -1);
            }
            else if (line[0] != '#' && line.Split('\t') is var columns && !columns[0].Contains('.', StringComparison.Ordinal))
            {
                if (columns[0].Split('-') is [var from, var to])
                {
                    multiword = (int.Parse(from, CultureInfo.InvariantCulture), int.Parse(to, CultureInfo.InvariantCulture));
                    continue;
                }
                var id = int.Parse(columns[0], CultureInfo.InvariantCulture);
                var start = text.Length;
                text.Append(columns[1]).Append(' ');
                spans.Add(new WordSpan(new Span(start, text.Length - 1), spans.Count, id > multiword.From && id <= multiword.To));
            }
        }
        var source = new SourceText(text.ToString());
        yield return new Parsed(source, spans, sentences, SyntaxTagger.Tag(source, spans, sentences));
    }

    private static void Write(Parsed document, StringBuilder into)
    {
        foreach (var sentence in document.Sentences)
        {
            for (var i = sentence.FirstWord; i < sentence.EndWord; i++)
            {
                var number = i - sentence.FirstWord + 1;
                var end = i + 1;
                while (end < sentence.EndWord && document.Spans[end].Joined)
                    end++;
                if (end - i > 1 && !document.Spans[i].Joined)
                {
                    into.Append(CultureInfo.InvariantCulture, $"{number}-{number + end - i - 1}\t");
                    for (var k = i; k < end; k++)
                        into.Append(document.Text.Chars(document.Spans[k].Span));
                    into.Append("\t_\t_\t_\t_\t_\t_\t_\t_\n");
                }
                var word = document.Words[i];
                var head = word.Head < 0 ? 0 : word.Head - sentence.FirstWord + 1;
                into.Append(CultureInfo.InvariantCulture, $"{number}\t{document.Text.Slice(word.Span)}\t{word.Lemma}\t{word.Upos.ToString().ToUpperInvariant()}\t{word.Xpos}\t_\t{head}\t{word.Relation}\t_\t_\n");
            }
            into.Append('\n');
        }
    }
}
