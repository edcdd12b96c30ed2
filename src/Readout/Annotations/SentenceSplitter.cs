using Readout.Articles;
using Readout.Languages;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>Groups tokens into sentences; none spans two paragraphs.</summary>
/// <remarks>
/// A sentence inside quotation marks is a sentence of its own; the closing mark goes with the sentence it closes. A title or a
/// sub-heading is one sentence. A blank line and a line that starts with a bullet begin a new sentence.
/// </remarks>
internal static class SentenceSplitter
{
    private const int Longest = 200;
    private const int Slack = 40;

    public static IReadOnlyList<Sentence> Split(Article article, IReadOnlyList<Token> tokens)
    {
        var text = article.Page.Text.Value;
        var items = new ListItems(text, tokens);
        var ends = new SentenceEnds(text, tokens, Language.Of(article.Language), Abbreviations.Of(article.Language), items);
        var sentences = new List<Sentence>(tokens.Count / 18 + 4);
        var next = 0;
        foreach (var segment in Segment.Of(article))
        {
            while (next < tokens.Count && tokens[next].Span.Start < segment.Span.Start)
                next++;
            var first = next;
            items.Read(first, EndOf(tokens, first, segment.Span.End));
            while (next < tokens.Count && tokens[next].Span.End <= segment.Span.End)
            {
                var following = next + 1 < tokens.Count && tokens[next + 1].Span.End <= segment.Span.End;
                if (!following || (!segment.IsHeading && ends.After(first, next)) || IsTooLong(text, tokens, first, next))
                {
                    var span = new Span(tokens[first].Span.Start, tokens[next].Span.End);
                    sentences.Add(new Sentence(span, first, next + 1, segment.Paragraph, segment.IsHeading));
                    first = next + 1;
                }
                next++;
            }
        }
        return sentences;
    }

    private static int EndOf(IReadOnlyList<Token> tokens, int first, int end)
    {
        var e = first;
        while (e < tokens.Count && tokens[e].Span.End <= end)
            e++;
        return e;
    }

    /// <summary>
    /// No sentence of prose is so long; a table or a page without marks is cut where a clause ends, else anywhere, so that what
    /// reads sentences stays linear.
    /// </summary>
    private static bool IsTooLong(string text, IReadOnlyList<Token> tokens, int first, int index)
    {
        var length = index + 1 - first;
        return length >= Longest || (length > Longest - Slack && text[tokens[index].Span.Start] is ';' or ',' or ':' or '–' or '—' or '|' or '•');
    }
}
