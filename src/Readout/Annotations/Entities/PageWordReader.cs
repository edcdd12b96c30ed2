using System.Runtime.InteropServices;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>Makes a page's tokens into the words of the entity rules: where a capital proves something, where a hyphen joins two names.</summary>
internal sealed class PageWordReader(SourceText text, IReadOnlyList<Token> tokens, PageMemory memory)
{
    private readonly Lexicon _lexicon = Lexicon.En;
    private readonly NormPool _norms = NormPool.OfThread();
    private readonly HeadingCase _headings = new(text, tokens);

    public void Read(IReadOnlyList<Sentence> sentences)
    {
        for (var t = 0; t < tokens.Count; t++)
        {
            if (tokens[t].Kind is TokenKind.Word)
                Count(tokens[t]);
        }
        for (var i = 0; i < sentences.Count; i++)
        {
            var first = memory.Words.Count;
            AddSentence(sentences[i], i);
            memory.Bounds.Add((first, memory.Words.Count));
        }
    }

    private void Count(Token token)
    {
        ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(memory.Counts, token.Norm, out _);
        if (char.IsLower(text[token.Span.Start]))
            counts.Lower++;
        else
            counts.Capital++;
    }

    private void AddSentence(Sentence sentence, int index)
    {
        var heading = _headings.IsHeading(sentence) ? WordShape.Heading : WordShape.None;
        var label = heading == WordShape.None ? _headings.LabelEnd(sentence) : sentence.FirstToken;
        var starts = true;
        for (var t = sentence.FirstToken; t < sentence.EndToken; t++)
        {
            var token = tokens[t];
            var extra = heading | (t < label ? WordShape.Heading : WordShape.None);
            if (token.Kind is TokenKind.Punctuation or TokenKind.Symbol)
            {
                // after a quotation mark, a colon, a bullet or a dateline's dash a capital is only a beginning
                starts = starts || token.Norm is "\"" or "'" or ":" or "..." or "*" or "?" or "!" or "."
                    || (token.Norm is "-" && t - sentence.FirstToken < 14 && _headings.IsDatelineDash(sentence, t))
                    || token.Norm is "(" && t == sentence.FirstToken;
                if (token.Norm is "," or ";")
                    starts = false;
                memory.Words.Add(new(token.Span, token.Norm, token.Norm, WordShape.Mark, index));
                continue;
            }
            AddToken(token, extra | (starts ? WordShape.Starts : WordShape.None), index);
            starts = false;
        }
    }

    private void AddToken(Token token, WordShape extra, int sentence)
    {
        var norm = token.Norm;
        var hyphen = token.Kind is TokenKind.Word ? HyphenToSplit(token) : -1;
        if (hyphen < 0)
        {
            memory.Words.Add(new(token.Span, norm, _norms.Folded(norm), HeadingCase.ShapeOf(text, token.Span, token.Kind) | extra, sentence));
            return;
        }
        var left = new Span(token.Span.Start, hyphen);
        var right = new Span(hyphen + 1, token.Span.End);
        foreach (var (span, glue) in (ReadOnlySpan<(Span, WordShape)>)[(left, WordShape.None), (right, WordShape.Glued)])
        {
            var part = text.Slice(span).ToLowerInvariant();
            memory.Words.Add(new(span, part, _norms.Folded(part), HeadingCase.ShapeOf(text, span, TokenKind.Word) | glue | (glue is WordShape.None ? extra : extra & WordShape.Heading), sentence));
        }
    }

    /// <summary>
    /// Where a hyphened token falls into a name and something else: "Orlen-Vask" where both are named alone, "Vask-based", "pro-Orlen".
    /// A double name ("Anna-Lena") stays whole.
    /// </summary>
    private int HyphenToSplit(Token token)
    {
        var chars = text.Chars(token.Span);
        var at = chars.IndexOfAny('-', '\u2010', '\u2011');
        if (at <= 0 || at >= chars.Length - 1 || chars[(at + 1)..].IndexOfAny('-', '\u2010', '\u2011') >= 0)
            return -1;
        bool leftUpper = char.IsUpper(chars[0]), rightUpper = char.IsUpper(chars[at + 1]);
        if (!leftUpper && !rightUpper)
            return -1;
        var left = chars[..at].ToString().ToLowerInvariant();
        var right = chars[(at + 1)..].ToString().ToLowerInvariant();
        var split = (leftUpper, rightUpper) switch
        {
            (true, true) => StandsAlone(left) && StandsAlone(right),
            // "Vask-based", but not "Six-time" nor "Al-khwarizmi"
            (true, false) => right.Length > 2 && (_lexicon.IsOrdinary(right) || right is "era" or "led") && !_lexicon.IsOrdinary(left),
            _ => left.Length > 1 && !_lexicon.Connectors.Contains(left) && !_lexicon.IsOrdinary(right),
        };
        return split ? token.Span.Start + at : -1;
    }

    private bool StandsAlone(string norm)
    {
        var seen = memory.Counts.GetValueOrDefault(norm);
        return seen.Capital > seen.Lower || _lexicon.Country(norm) is not null || _lexicon.Capital(norm) is not null;
    }
}
