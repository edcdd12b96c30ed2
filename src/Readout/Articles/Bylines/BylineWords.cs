using Readout.Text;

namespace Readout.Articles.Bylines;

/// <summary>The words by which a line shows that it names authors.</summary>
internal static class BylineWords
{
    /// <summary>The opener at the head of a stretch; null where there is none.</summary>
    public static AuthorWords.Opener? At(string text, Span span)
    {
        var line = text.AsSpan(span.Start, span.Length);
        foreach (var opener in AuthorWords.Get().Openers)
        {
            if (!line.StartsWith(opener.Phrase, StringComparison.OrdinalIgnoreCase) || line.Length == opener.Phrase.Length)
                continue;
            var (last, next) = (opener.Phrase[^1], line[opener.Phrase.Length]);
            // A word ends where the next begins; in scripts without blanks a name follows at once.
            if (!char.IsLetterOrDigit(last) || !char.IsLetterOrDigit(next) || last >= '\u3040')
                return opener;
        }
        return null;
    }

    /// <summary>The stretch behind its opener.</summary>
    public static Span WithoutOpener(string text, Span span)
    {
        while (span.Length > 0 && char.IsWhiteSpace(text[span.Start]))
            span = new Span(span.Start + 1, span.End);
        return At(text, span) is { } opener ? new Span(span.Start + opener.Phrase.Length, span.End) : span;
    }
}
