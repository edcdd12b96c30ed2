using Readout.Annotations;
using Readout.Articles;
using Readout.Pages;
using Readout.Text;

namespace Readout.Tests.Annotations;

/// <summary>Articles and annotations made from a few words of text.</summary>
internal static class Made
{
    /// <summary>An article whose paragraphs are the text's lines.</summary>
    public static Article Article(string text, string? title = null)
    {
        var all = title is null ? text : title + "\n" + text;
        var paragraphs = new List<Paragraph>();
        var start = title is null ? 0 : title.Length + 1;
        foreach (var line in text.Split('\n'))
        {
            if (line.Trim().Length > 0)
                paragraphs.Add(new Paragraph(new Span(start, start + line.Length), false));
            start += line.Length + 1;
        }
        return Over(all, paragraphs, title is null ? null : new Sourced<string>(title, new Span(0, title.Length), "made"));
    }

    /// <summary>An article that is one paragraph, line breaks and all.</summary>
    public static Article Paragraph(string text) => Over(text, [new Paragraph(new Span(0, text.Length), false)], null);

    public static Article Over(string text, IReadOnlyList<Paragraph> paragraphs, Sourced<string>? title) =>
        new(new Page("made.txt", "", MediaType.PlainText, new SourceText(text), [], [], []), "en", title, null, null, null, [], paragraphs, [], []);

    public static IReadOnlyList<string> Words(string text)
    {
        var article = Paragraph(text);
        return [.. Tokenizer.Tokenize(article).Select(t => article.Page.Text.Slice(t.Span))];
    }

    public static IReadOnlyList<string> Sentences(string text)
    {
        var article = Paragraph(text);
        return [.. SentenceSplitter.Split(article, Tokenizer.Tokenize(article)).Select(s => article.Page.Text.Slice(s.Span))];
    }

    /// <summary>Text without its brackets, and the places they marked.</summary>
    public static (string Text, IReadOnlyList<Span> Spans) Marked(string marked)
    {
        var text = new System.Text.StringBuilder();
        var spans = new List<Span>();
        var start = -1;
        foreach (var c in marked)
        {
            if (c == '[')
                start = text.Length;
            else if (c == ']')
                spans.Add(new Span(start, text.Length));
            else
                text.Append(c);
        }
        return (text.ToString(), spans);
    }

    public static IReadOnlyList<TimeExpression> Times(string text, DateRange anchor)
    {
        var article = Paragraph(text);
        var tokens = Tokenizer.Tokenize(article);
        return TimeTagger.Tag(article.Page.Text, tokens, SentenceSplitter.Split(article, tokens), anchor);
    }
}
