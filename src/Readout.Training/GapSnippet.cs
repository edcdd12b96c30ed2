using System.Globalization;
using System.IO.Compression;
using Readout.Annotations;
using Readout.Articles;
using Readout.Pages;
using Readout.Text;

namespace Readout.Training;

/// <summary>A line of GAP (Webster et al. 2018): a stretch of an article, a pronoun in it, two names, and which of them it means.</summary>
/// <remarks>The article's name stands above the stretch as its headline; offsets of the set, in code points, are moved by it.</remarks>
internal sealed record GapSnippet(string Id, Article Article, Span Pronoun, Span A, bool IsA, Span B, bool IsB)
{
    /// <summary>The tokens, sentences and words of the stretch, as every other page gets them.</summary>
    public (IReadOnlyList<Token> Tokens, IReadOnlyList<Sentence> Sentences, IReadOnlyList<Word> Words) Read()
    {
        var tokens = Tokenizer.Tokenize(Article);
        var (words, sentences) = SyntaxTagger.Tag(Article.Page.Text, tokens, SentenceSplitter.Split(Article, tokens));
        return (tokens, sentences, words);
    }

    /// <summary>Reads a file of the set, compressed or not.</summary>
    public static List<GapSnippet> Load(string file)
    {
        using var stream = File.OpenRead(file);
        using var plain = file.EndsWith(".gz", StringComparison.Ordinal) ? (Stream)new GZipStream(stream, CompressionMode.Decompress) : stream;
        using var reader = new StreamReader(plain);
        var snippets = new List<GapSnippet>();
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
            snippets.Add(Parse(line.Split('\t')));
        return snippets;
    }

    private static GapSnippet Parse(string[] row)
    {
        var title = Title(row[10]);
        // the set writes quotation marks as TeX does; a page has real ones, and offsets stay
        var text = new SourceText(title + "\n\n" + row[1].Replace("``", " “", StringComparison.Ordinal).Replace("''", "” ", StringComparison.Ordinal));
        var shift = new SourceText(title).CodePointLength + 2;
        var heading = new Span(0, title.Length);
        var page = new Page(row[0], "", MediaType.PlainText, text, [], [], []);
        var article = new Article(
            page, "en", new Sourced<string>(title, heading, "name-of-article"), null, null, null, [],
            [new Paragraph(heading, true), new Paragraph(new Span(title.Length + 2, text.Length), false)], [], []);
        return new GapSnippet(
            row[0], article, At(text, row[3], row[2], shift),
            At(text, row[5], row[4], shift), IsTrue(row[6]), At(text, row[8], row[7], shift), IsTrue(row[9]));
    }

    private static bool IsTrue(string value) => value.Equals("true", StringComparison.OrdinalIgnoreCase);

    private static Span At(SourceText text, string offset, string words, int shift)
    {
        var start = int.Parse(offset, CultureInfo.InvariantCulture) + shift;
        return text.FromCodePoints(start, start + new SourceText(words).CodePointLength);
    }

    // ".../wiki/Ada_Moll_(writer)" is about Ada Moll
    private static string Title(string url)
    {
        var name = Uri.UnescapeDataString(url[(url.LastIndexOf('/') + 1)..]).Replace('_', ' ');
        var bracket = name.IndexOf(" (", StringComparison.Ordinal);
        return bracket > 0 ? name[..bracket] : name;
    }
}
