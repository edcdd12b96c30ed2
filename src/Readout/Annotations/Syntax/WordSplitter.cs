using Readout.Languages;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>
/// Cuts tokens into the words of Universal Dependencies, as the English Web Treebank cuts them: the parts of a compound and
/// its hyphens ("state", "-", "owned"), a number and its unit ("10", "km"), both words of a contraction ("can", "not").
/// </summary>
internal static class WordSplitter
{
    // A longer token is no compound but a broken page's; it stays one word, so that a sentence's words stay bounded.
    private const int LongestCompound = 100;

    private static readonly WordParts Parts = new(Language.En);

    /// <summary>Adds the words of the tokens from <paramref name="first"/> up to <paramref name="end"/>.</summary>
    public static void Split(string text, IReadOnlyList<Token> tokens, int first, int end, List<WordSpan> into)
    {
        var last = LastWord(tokens, first, end);
        for (var i = first; i < end; i++)
        {
            var token = tokens[i];
            var behind = i > first && tokens[i - 1].Span.End == token.Span.Start;
            if (behind && IsClitic(text, tokens, i, end))
                into.Add(new WordSpan(token.Span, i, true));
            else if (token.Kind is TokenKind.Punctuation or TokenKind.Symbol)
                into.Add(new WordSpan(token.Span, i, false));
            else
                SplitToken(text, token, i, i + 1 < end ? tokens[i + 1].Norm : "", i == last, into);
        }
    }

    /// <summary>The token that ends the sentence but for closing marks, where it is an abbreviation; its full stop is the sentence's too.</summary>
    private static int LastWord(IReadOnlyList<Token> tokens, int first, int end)
    {
        var last = end - 1;
        while (last > first && tokens[last].Norm is "\"" or "'" or ")" or "]")
            last--;
        return last > first && tokens[last].Norm is [.., '.'] and not ['.', ..] ? last : -1;
    }

    /// <summary>"'s", "n't" and the like, and the apostrophe of a plural's genitive.</summary>
    private static bool IsClitic(string text, IReadOnlyList<Token> tokens, int index, int end)
    {
        var token = tokens[index];
        var before = tokens[index - 1];
        if (token.Kind is TokenKind.Word)
            return WordParts.IsClitic(token.Norm) && before.Kind is not TokenKind.Punctuation;
        if (token.Norm is not "'" || before.Kind is not TokenKind.Word || before.Norm is not [.., 's' or 'z' or 'x'])
            return false;
        // the mark that closes a quotation stands before a mark or the end; the genitive before what is owned
        return index + 1 < end && tokens[index + 1].Kind is not TokenKind.Punctuation && tokens[index + 1].Span.Start > token.Span.End
            && !OpenedBefore(text, tokens, index);
    }

    /// <summary>A single mark stands open in the sentence: "the 'old masters' show".</summary>
    private static bool OpenedBefore(string text, IReadOnlyList<Token> tokens, int index)
    {
        const int Reach = 12;
        for (var i = index - 1; i >= 0 && i > index - Reach; i--)
        {
            if (tokens[i].Norm is "'")
                return i + 1 < index && tokens[i + 1].Span.Start == tokens[i].Span.End && (tokens[i].Span.Start == 0 || Chars.IsBlank(text[tokens[i].Span.Start - 1]));
        }
        return false;
    }

    private static void SplitToken(string text, Token token, int index, string following, bool ends, List<WordSpan> into)
    {
        var word = text.AsSpan(token.Span.Start, token.Span.Length);
        if (ends)
        {
            into.Add(new WordSpan(At(token, 0, word.Length - 1), index, false));
            into.Add(new WordSpan(At(token, word.Length - 1, word.Length), index, false));
            return;
        }
        if (Parts.Cut(token.Norm, following) is var cut and > 0 && cut < word.Length && token.Norm.Length == word.Length)
        {
            into.Add(new WordSpan(new Span(token.Span.Start, token.Span.Start + cut), index, false));
            into.Add(new WordSpan(new Span(token.Span.Start + cut, token.Span.End), index, true));
            return;
        }
        var hyphen = IndexOfHyphen(word);
        if (hyphen <= 0 || word.Length > LongestCompound || Parts.StaysWhole(word))
        {
            AddPart(text, token.Span, index, into);
            return;
        }
        var start = 0;
        while (hyphen > 0)
        {
            if (!Parts.Holds(word[start..hyphen], word[(hyphen + 1)..]))
            {
                AddPart(text, At(token, start, hyphen), index, into);
                into.Add(new WordSpan(At(token, hyphen, hyphen + 1), index, false));
                start = hyphen + 1;
            }
            var next = IndexOfHyphen(word[(hyphen + 1)..]);
            hyphen = next < 0 ? -1 : hyphen + 1 + next;
        }
        AddPart(text, At(token, start, word.Length), index, into);
    }

    private static Span At(Token token, int start, int end) => new(token.Span.Start + start, token.Span.Start + end);

    private static void AddPart(string text, Span span, int index, List<WordSpan> into)
    {
        if (span.IsEmpty)
            return;
        var seam = Parts.Seam(text.AsSpan(span.Start, span.Length));
        if (seam > 0)
        {
            into.Add(new WordSpan(new Span(span.Start, span.Start + seam), index, false));
            into.Add(new WordSpan(new Span(span.Start + seam, span.End), index, false));
            return;
        }
        into.Add(new WordSpan(span, index, false));
    }

    private static int IndexOfHyphen(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (Chars.IsHyphen(word[i]) || Chars.IsDash(word[i]))
                return i;
        }
        return -1;
    }
}
