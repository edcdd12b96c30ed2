using Readout.Annotations;
using Readout.Articles;
using Readout.Pages;
using Readout.Text;

namespace Readout.Training;

/// <summary>A line of the factuality sets: a sentence with its words parted by blanks.</summary>
internal static class FactualitySentence
{
    /// <summary>A sentence as Readout reads a page of its own.</summary>
    public static Document Read(string text)
    {
        var page = new Page("set.txt", "", MediaType.PlainText, new SourceText(text), [], [], []);
        var article = new Article(page, "en", null, null, null, null, [], [new Paragraph(new Span(0, text.Length), false)], [], []);
        var tokens = Tokenizer.Tokenize(article);
        var (words, sentences) = SyntaxTagger.Tag(page.Text, tokens, SentenceSplitter.Split(article, tokens));
        return new Document("d", article, tokens, sentences, [], [], [], [], [], [], [], []) { Words = words };
    }

    /// <summary>The place of the words [first, end), counted between blanks.</summary>
    public static Span Place(string text, int first, int end)
    {
        var at = 0;
        for (var word = 0; word < first; word++)
            at = text.IndexOf(' ', at) + 1;
        var stop = at;
        for (var word = first; word < end; word++)
            stop = text.IndexOf(' ', stop) is var blank and >= 0 ? blank + 1 : text.Length + 1;
        return new Span(at, stop - 1);
    }
}
