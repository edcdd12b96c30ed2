using Readout.Articles;
using Readout.Languages;

namespace Readout.Annotations;

/// <summary>Cuts the title and the paragraphs into tokens, in the order of the text. Never changes the text.</summary>
/// <remarks>
/// One token each: words with their inner hyphens ("long-awaited"), numbers with their separators ("2,000", "3.4", "10:30"),
/// a number with the letters written to it ("30-day", "3.5bn", "23rd", "9pm"), abbreviations and initials with their full stop
/// ("U.S.", "Mr."), web and mail addresses, names of files, hashtags, faces drawn with marks, runs of one mark. Apart: clitics ("'s", "n't", "'ll"), currency signs, "%",
/// quotation marks, dashes. Kind is <see cref="TokenKind.Number"/> for digits and separators alone.
/// </remarks>
internal static class Tokenizer
{
    public static IReadOnlyList<Token> Tokenize(Article article)
    {
        var text = article.Page.Text.Value;
        var segments = Segment.Of(article);
        var scanner = new TokenScanner(text, Abbreviations.Of(article.Language), segments.Sum(s => s.Span.Length) / 5);
        foreach (var segment in segments)
            scanner.Scan(segment.Span.Start, segment.Span.End);
        return scanner.Tokens;
    }
}
