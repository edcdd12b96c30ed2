using Readout.Text;

namespace Readout.Annotations;

/// <summary>A token, or a whole stretch in quotation marks, as the quotation rules see it.</summary>
/// <param name="Span">Its place.</param>
/// <param name="Norm">Normal form; empty for a quoted stretch.</param>
/// <param name="Class">What the word can be.</param>
/// <param name="Kind">Kind of token.</param>
/// <param name="Capital">Starts with a capital letter.</param>
/// <param name="AllCapitals">A word without a small letter.</param>
/// <param name="Quote">Index of the quoted text; −1 for a token.</param>
internal readonly record struct Piece(Span Span, string Norm, WordClass Class, TokenKind Kind, bool Capital, bool AllCapitals, int Quote)
{
    public bool IsQuote => Quote >= 0;

    public bool IsWord => Quote < 0 && Kind is TokenKind.Word;

    public bool Is(WordClass classes) => (Class & classes) != WordClass.None;

    public bool Is(string norm) => Norm == norm;
}

/// <summary>A sentence as its author wrote it: one that stands inside quotation marks does not end it.</summary>
/// <param name="Pieces">Its tokens, each quoted stretch being one piece.</param>
/// <param name="Paragraph">Index of the paragraph; −1 for the title.</param>
/// <param name="IsHeading">Title or sub-heading.</param>
internal sealed record Line(IReadOnlyList<Piece> Pieces, int Paragraph, bool IsHeading)
{
    // Longer "sentences" are tables or lost text; they are read in parts so that work stays in proportion to the text.
    private const int MaxPieces = 400;

    public int Count => Pieces.Count;

    public Piece this[int index] => Pieces[index];

    public Span Span => new(Pieces[0].Span.Start, Pieces[^1].Span.End);

    /// <summary>Place of pieces [first, end).</summary>
    public Span SpanOf(int first, int end) => new(Pieces[first].Span.Start, Pieces[end - 1].Span.End);

    /// <summary>A line that is nothing but words in marks.</summary>
    public bool IsQuotesOnly => this[0].IsQuote && Pieces.All(p => p.IsQuote || p.Kind is TokenKind.Punctuation);

    /// <summary>Nothing but quoted stretches stands there.</summary>
    public bool OnlyQuotes(int start, int end)
    {
        if (end <= start)
            return false;
        for (var i = start; i < end; i++)
        {
            if (!this[i].IsQuote && this[i].Kind is not TokenKind.Punctuation && !this[i].Is("and"))
                return false;
        }
        return true;
    }

    /// <summary>A word that may be a finite verb stands there, or a quoted stretch that may hold one.</summary>
    public bool HasVerb(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var piece = this[i];
            if (piece.IsQuote || piece.Is(WordClass.Finite | WordClass.Past) || (piece.IsWord && !piece.Capital && piece.Norm.Length > 3
                && (piece.Norm.EndsWith("ed", StringComparison.Ordinal) || piece.Norm.EndsWith('s'))))
                return true;
        }
        return false;
    }

    /// <summary>A word of one of the classes stands there.</summary>
    public bool Has(WordClass classes, int start, int end)
    {
        for (var i = start; i < end && i < Count; i++)
        {
            if (this[i].Is(classes))
                return true;
        }
        return false;
    }

    /// <summary>A quoted stretch stands there.</summary>
    public bool HasQuote(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (this[i].IsQuote)
                return true;
        }
        return false;
    }

    public static IReadOnlyList<Line> Read(Document document, IReadOnlyList<QuotedText> quotes)
    {
        var lines = new List<Line>();
        var pieces = new List<Piece>();
        var quote = 0;
        var inside = -1;
        for (var s = 0; s < document.Sentences.Count; s++)
        {
            var sentence = document.Sentences[s];
            for (var t = sentence.FirstToken; t < sentence.EndToken; t++)
            {
                var token = document.Tokens[t];
                while (quote < quotes.Count && quotes[quote].Span.End <= token.Span.Start)
                    quote++;
                if (quote < quotes.Count && quotes[quote].Span.Overlaps(token.Span))
                {
                    // Some splitters give an opening mark to the sentence before it.
                    if (inside != quote && pieces.Count > 0 && pieces[^1].Norm is "." or "!" or "?" && quotes[quote].Span.Start == token.Span.Start)
                        Flush(sentence);
                    if (inside != quote)
                        pieces.Add(new Piece(quotes[quote].Span, "", WordClass.None, TokenKind.Symbol, false, false, quote));
                    inside = quote;
                    continue;
                }
                var norm = token.Norm;
                pieces.Add(new Piece(
                    token.Span, norm, QuotationWords.Of(norm), token.Kind, char.IsUpper(document.Text[token.Span.Start]),
                    document.Text.Chars(token.Span).IndexOfAnyInRange('a', 'z') < 0, -1));
            }
            var next = s + 1 < document.Sentences.Count ? document.Sentences[s + 1] : null;
            var runsOn = next is not null && next.Paragraph == sentence.Paragraph
                && quote < quotes.Count && quotes[quote].Span.Contains(next.Span.Start) && quotes[quote].Span.Start < sentence.Span.End;
            if (!runsOn || pieces.Count >= MaxPieces)
                Flush(sentence);
        }
        return lines;

        void Flush(Sentence sentence)
        {
            for (var i = 0; i < pieces.Count; i += MaxPieces)
                lines.Add(new Line(pieces.GetRange(i, Math.Min(MaxPieces, pieces.Count - i)), sentence.Paragraph, sentence.IsHeading));
            pieces.Clear();
        }
    }
}
