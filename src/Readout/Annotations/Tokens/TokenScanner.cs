using System.Globalization;
using Readout.Languages;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>Reads a text from left to right, one token at a time; each step looks at a bounded number of characters ahead.</summary>
internal sealed class TokenScanner
{
    // A token of a broken page (megabytes without a space) is cut here, so that every later step stays linear.
    private const int LongestToken = 1000;

    private readonly string _text;
    private readonly DottedWords _dotted;
    private readonly NormPool _norms = NormPool.OfThread();
    private readonly List<Token> _tokens;

    public TokenScanner(string text, Abbreviations abbreviations, int expected)
    {
        _text = text;
        _dotted = new DottedWords(text, abbreviations, this);
        _tokens = new List<Token>(Math.Max(expected, 16));
    }

    public IReadOnlyList<Token> Tokens => _tokens;

    public void Scan(int start, int end)
    {
        var i = start;
        while (i < end)
        {
            if (Chars.IsBlank(_text[i]))
                i++;
            else
                i = Next(i, end);
        }
    }

    private char At(int index, int end) => index < end ? _text[index] : '\0';

    private int Next(int i, int end)
    {
        var c = _text[i];
        if (Chars.IsDigit(c) || (c is '.' && Chars.IsDigit(At(i + 1, end)) && (i == 0 || !Chars.IsWord(_text[i - 1]))))
            return ScanNumber(i, end);
        if (Chars.IsWord(c) || Chars.PairIsLetter(_text, i, end))
            return ScanWord(i, end);
        if (Chars.IsApostrophe(c))
            return ScanApostrophe(i, end);
        if (c is '#' or '@' && Chars.IsWord(At(i + 1, end)))
            return ScanTag(i, end);
        return Emoticons.Length(_text, i, end) is var face and > 0 ? Add(i, i + face, TokenKind.Symbol) : ScanMark(i, end);
    }

    /// <summary>#tag, @name, @host.org</summary>
    private int ScanTag(int i, int end)
    {
        var e = WordEnd(i + 1, end);
        if (_text[i] is '@' && At(e, end) is '.' && Addresses.DomainEnd(_text, i + 1, e, end) is var host and > 0)
            e = host;
        return Add(i, e, TokenKind.Word);
    }

    private int ScanMark(int i, int end)
    {
        var c = _text[i];
        // a line drawn with marks: ----==, |---+--->
        if (IsRule(c) && RunEnd(i, end, IsRule) is var rule && rule - i > 3 && _text.AsSpan(i, rule - i).ContainsAnyExcept(c))
            return Add(i, rule, TokenKind.Punctuation, _norms.Of(c));
        if (c is '…' || (c is '.' && At(i + 1, end) is '.'))
            return Add(i, RunEnd(i, end, static x => x is '.' or '…'), TokenKind.Punctuation, "...");
        if (Chars.IsDash(c) || (c is '-' && At(i + 1, end) is '-'))
            return Add(i, RunEnd(i, end, static x => x is '-' || Chars.IsDash(x)), TokenKind.Punctuation, "-");
        if (c is '`' && At(i + 1, end) is '`')
            return Add(i, i + 2, TokenKind.Punctuation, "\"");
        if (Chars.IsDoubleQuote(c))
            return Add(i, i + 1, TokenKind.Punctuation, "\"");
        if (c is '!' or '?' or '=' or '_' or '*' or '~' or '+' or '<' or '>' or '$' or '/' or '\\' or '#' or '^')
            return Add(i, RunEnd(i, end, x => x == c || (c is '!' or '?' && x is '!' or '?')), MarkKind(c), _norms.Of(c));
        if (char.IsSurrogate(c))
        {
            var pair = i + 1 < end && char.IsSurrogatePair(c, _text[i + 1]);
            return Add(i, pair ? i + 2 : i + 1, TokenKind.Symbol, pair ? null : "\uFFFD");
        }
        return Add(i, i + 1, MarkKind(c));
    }

    private static TokenKind MarkKind(char c) =>
        (char.IsPunctuation(c) && c is not '%') || c is '=' or '~' ? TokenKind.Punctuation : TokenKind.Symbol;

    private static bool IsRule(char c) => c is '-' or '=' or '_' or '*' or '~' or '+' or '#' or '<' or '>' or '|';

    private int ScanApostrophe(int i, int end)
    {
        if (_text[i] is '\'' or '’' or '‘' && At(i + 1, end) == _text[i])
            return Add(i, i + 2, TokenKind.Punctuation, "\"");
        // a clitic after a full stop: the U.S.'s
        if (At(i + 1, end) is 's' && !Chars.IsWord(At(i + 2, end)) && _tokens.Count > 0 && _tokens[^1].Span.End == i && i > 0 && _text[i - 1] is '.')
            return Add(i, i + 2, TokenKind.Word, "'s");
        // ’90s
        if (Chars.IsDigit(At(i + 1, end)) && Chars.IsDigit(At(i + 2, end)) && At(i + 3, end) is 's' && !Chars.IsWord(At(i + 4, end)))
            return Add(i, i + 4, TokenKind.Word);
        // ’em, ’tis
        var e = i + 1;
        while (e < end && e - i < 6 && Chars.IsLetter(_text[e]))
            e++;
        if (e - i is > 2 and < 6 && (i == 0 || Chars.IsBlank(_text[i - 1])) && !Chars.IsApostrophe(At(e, end)) && _norms.Of(_text.AsSpan(i, e - i)) is "'em" or "'til" or "'tis" or "'twas" or "'cuz")
            return Add(i, e, TokenKind.Word);
        return Add(i, i + 1, TokenKind.Punctuation, "'");
    }

    private int ScanNumber(int i, int end)
    {
        var e = i;
        var letters = false;
        var limit = Math.Min(end, i + LongestToken);
        while (e < limit)
        {
            var c = _text[e];
            if (Chars.IsDigit(c) || (c is '.' && e == i))
            {
                e++;
            }
            else if (Chars.IsWord(c))
            {
                letters = true;
                e++;
            }
            else if (c is '.' or ',' or ':' or '/' or '\u2044' && Chars.IsDigit(At(e + 1, end)) && Chars.IsDigit(_text[e - 1]))
            {
                e++;
            }
            else if (Chars.IsGroupSpace(c) && !letters && Chars.IsThousands(_text, e + 1, end))
            {
                e += 4;
            }
            else if (Chars.IsHyphen(c) && Chars.IsWord(At(e + 1, end)))
            {
                e++;
            }
            else if (c is '–' && Chars.IsDigit(At(e + 1, end)) && Chars.IsDigit(_text[e - 1]))
            {
                e++;
            }
            else
            {
                break;
            }
        }
        if (letters)
        {
            // 9 p.m. written together: 9p.m.
            if (At(e, end) is '.' && At(e + 1, end) is 'm' && At(e + 2, end) is '.' && _text[e - 1] is 'a' or 'p')
                e += 3;
            // the firm's "3M's", but 1990's is a decade
            else if (SplitClitic(i, e) is var split && split > 0)
                return split;
        }
        else if (Chars.IsApostrophe(At(e, end)) && At(e + 1, end) is 's' && !Chars.IsWord(At(e + 2, end)))
        {
            return e - i is 4 or 2 && _text[e - 1] is '0'
                ? Add(i, e + 2, TokenKind.Word)
                : Add(Add(i, e, TokenKind.Number), e + 2, TokenKind.Word, "'s");
        }
        return Add(i, e, letters ? TokenKind.Word : TokenKind.Number);
    }

    private int ScanWord(int i, int end)
    {
        if (Addresses.Starts(_text, i, end))
            return Add(i, Addresses.End(_text, i, end, LongestToken), TokenKind.Word);
        var e = WordEnd(i, end);
        if (At(e, end) is '@' or '.' && Addresses.IsMail(_text, e, end))
            return Add(i, Addresses.End(_text, i, end, LongestToken), TokenKind.Word);
        // w/o, b/c
        if (At(e, end) is '/' && e - i < 3 && _dotted.SlashEnd(i, e, end) is var slash && slash > e)
            return Add(i, slash, TokenKind.Word);
        if (At(e, end) is '.')
        {
            var dotted = _dotted.DottedEnd(i, e, end);
            if (dotted > e)
                return Add(i, dotted, TokenKind.Word);
        }
        return SplitClitic(i, e) is var split and > 0 ? split : Add(i, e, TokenKind.Word);
    }

    /// <summary>Letters, digits and marks, with hyphens, apostrophes and ampersands between them.</summary>
    public int WordEnd(int i, int end)
    {
        var e = i;
        var limit = Math.Min(end, i + LongestToken);
        while (e < limit)
        {
            var c = _text[e];
            if (Chars.IsWord(c) || c is '_')
                e++;
            else if (Chars.PairIsLetter(_text, e, end))
                e += 2;
            else if ((Chars.IsHyphen(c) || Chars.IsApostrophe(c) || c is '&' or '\u00AD') && e > i && Chars.IsWord(At(e + 1, end)))
                e++;
            else if (Chars.IsInvisible(c) && Chars.IsWord(At(e + 1, end)))
                e++;
            else
                break;
        }
        return Math.Max(e, i + 1);
    }

    /// <summary>Adds word and clitic as two tokens; 0 where there is no clitic.</summary>
    private int SplitClitic(int i, int e)
    {
        for (var k = e - 1; k > i && k >= e - 3; k--)
        {
            if (!Chars.IsApostrophe(_text[k]))
                continue;
            var tail = _norms.Of(_text.AsSpan(k, e - k));
            if (tail is "'s" or "'ll" or "'re" or "'ve" or "'d" or "'m")
                return Add(Add(i, k, TokenKind.Word), e, TokenKind.Word, tail);
            if (tail is "'t" && _text[k - 1] is 'n' or 'N' && k - 1 > i)
                return Add(Add(i, k - 1, TokenKind.Word), e, TokenKind.Word, "n't");
            return 0;
        }
        return 0;
    }

    private int RunEnd(int i, int end, Func<char, bool> same)
    {
        var e = i + 1;
        var limit = Math.Min(end, i + LongestToken);
        while (e < limit && same(_text[e]))
            e++;
        return e;
    }

    private int Add(int start, int end, TokenKind kind, string? norm = null)
    {
        _tokens.Add(new Token(new Span(start, end), norm ?? _norms.Of(_text.AsSpan(start, end - start)), kind));
        return end;
    }
}
