using Readout.Text;

namespace Readout.Annotations;

/// <summary>How a word is written and where it stands.</summary>
[Flags]
internal enum WordShape
{
    None = 0,

    /// <summary>Begins with a capital letter.</summary>
    Capital = 1,

    /// <summary>Two letters or more, all of them capitals.</summary>
    AllCaps = 2,

    /// <summary>One capital with a full stop.</summary>
    Initial = 4,

    Number = 8,

    /// <summary>A punctuation mark or symbol.</summary>
    Mark = 16,

    /// <summary>Opens a sentence, a quotation or a clause after a colon: a capital proves nothing here.</summary>
    Starts = 32,

    /// <summary>Stands in a heading written in capitals or title case: a capital proves nothing here either.</summary>
    Heading = 64,

    /// <summary>Joined by a hyphen to the word before, as the second name of "Orlen-Vask".</summary>
    Glued = 128,
}

/// <summary>A token, or a part of one that is hyphened together from names.</summary>
internal readonly record struct PageWord(Span Span, string Norm, string Fold, WordShape Shape, int Sentence)
{
    public bool Is(WordShape shape) => (Shape & shape) != WordShape.None;
}

/// <summary>The page's words as the entity rules see them, with how often each is written with and without a capital.</summary>
internal sealed class PageWords
{
    private readonly List<PageWord> _words;
    private readonly Dictionary<string, (int Capital, int Lower)> _counts = new(StringComparer.Ordinal);
    private readonly (int First, int End)[] _bounds;

    public PageWords(SourceText text, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences)
    {
        Text = text;
        Sentences = sentences;
        _words = new List<PageWord>(tokens.Count + 16);
        _bounds = new (int, int)[sentences.Count];
        var lexicon = Lexicon.En;
        foreach (var token in tokens)
        {
            if (token.Kind is TokenKind.Word)
                Count(token);
        }
        for (var i = 0; i < sentences.Count; i++)
        {
            var first = _words.Count;
            AddSentence(tokens, sentences[i], i, lexicon);
            _bounds[i] = (first, _words.Count);
        }
    }

    public SourceText Text { get; }

    public IReadOnlyList<Sentence> Sentences { get; }

    public int Count() => _words.Count;

    public PageWord this[int index] => _words[index];

    /// <summary>First word and end of a sentence.</summary>
    public (int First, int End) Bounds(int sentence) => _bounds[sentence];

    /// <summary>How often a word stands with a capital where that says something, and how often in lower case.</summary>
    public (int Capital, int Lower) Seen(string norm) => _counts.GetValueOrDefault(norm);

    public bool IsNorm(int index, string norm) => index >= 0 && index < _words.Count && _words[index].Norm == norm;

    public Span Cover(int first, int end) => new(_words[first].Span.Start, _words[end - 1].Span.End);

    public string Surface(int index) => Text.Slice(_words[index].Span);

    /// <summary>The words as written, one space between them.</summary>
    public string Surface(int first, int end) => Join(first, end, i => Surface(i));

    public string Norms(int first, int end) => Join(first, end, i => _words[i].Norm);

    public string Folds(int first, int end) => Join(first, end, i => _words[i].Fold);

    private string Join(int first, int end, Func<int, string> part)
    {
        if (end - first == 1)
            return part(first);
        var joined = new System.Text.StringBuilder();
        for (var i = first; i < end; i++)
        {
            // a part of a hyphened token keeps its hyphen; an apostrophe keeps its place
            if (i > first && _words[i].Span.Start > _words[i - 1].Span.End && !_words[i].Is(WordShape.Glued))
                joined.Append(' ');
            else if (_words[i].Is(WordShape.Glued))
                joined.Append('-');
            joined.Append(part(i));
        }
        return joined.ToString();
    }

    private void Count(Token token)
    {
        var counts = _counts.GetValueOrDefault(token.Norm);
        if (char.IsLower(Text[token.Span.Start]))
            counts.Lower++;
        else
            counts.Capital++;
        _counts[token.Norm] = counts;
    }

    private void AddSentence(IReadOnlyList<Token> tokens, Sentence sentence, int index, Lexicon lexicon)
    {
        var heading = IsHeadingCase(tokens, sentence) ? WordShape.Heading : WordShape.None;
        var label = heading == WordShape.None ? LabelEnd(tokens, sentence) : sentence.FirstToken;
        var starts = true;
        for (var t = sentence.FirstToken; t < sentence.EndToken; t++)
        {
            var token = tokens[t];
            var extra = heading | (t < label ? WordShape.Heading : WordShape.None);
            if (token.Kind is TokenKind.Punctuation or TokenKind.Symbol)
            {
                // after a quotation mark, a colon, a bullet or a dateline's dash a capital is only a beginning
                starts = starts || token.Norm is "\"" or "'" or ":" or "..." or "*" or "?" or "!" or "."
                    || (token.Norm is "-" && t - sentence.FirstToken < 14 && IsDatelineDash(tokens, sentence, t))
                    || token.Norm is "(" && t == sentence.FirstToken;
                if (token.Norm is "," or ";")
                    starts = false;
                _words.Add(new(token.Span, token.Norm, token.Norm, WordShape.Mark, index));
                continue;
            }
            AddToken(token, extra | (starts ? WordShape.Starts : WordShape.None), index, lexicon);
            starts = false;
        }
    }

    private void AddToken(Token token, WordShape extra, int sentence, Lexicon lexicon)
    {
        var norm = token.Norm;
        var hyphen = token.Kind is TokenKind.Word ? HyphenToSplit(token, lexicon) : -1;
        if (hyphen < 0)
        {
            _words.Add(new(token.Span, norm, Lexicon.Fold(norm), ShapeOf(token.Span, token.Kind) | extra, sentence));
            return;
        }
        var left = new Span(token.Span.Start, hyphen);
        var right = new Span(hyphen + 1, token.Span.End);
        foreach (var (span, glue) in (ReadOnlySpan<(Span, WordShape)>)[(left, WordShape.None), (right, WordShape.Glued)])
        {
            var part = Text.Slice(span).ToLowerInvariant();
            _words.Add(new(span, part, Lexicon.Fold(part), ShapeOf(span, TokenKind.Word) | glue | (glue is WordShape.None ? extra : extra & WordShape.Heading), sentence));
        }
    }

    /// <summary>
    /// Where a hyphened token falls into a name and something else: "Orlen-Vask" where both are named alone, "Vask-based", "pro-Orlen".
    /// A double name ("Anna-Lena") stays whole.
    /// </summary>
    private int HyphenToSplit(Token token, Lexicon lexicon)
    {
        var chars = Text.Chars(token.Span);
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
            (true, true) => StandsAlone(left, lexicon) && StandsAlone(right, lexicon),
            // "Vask-based", but not "Six-time" nor "Al-khwarizmi"
            (true, false) => right.Length > 2 && (lexicon.IsOrdinary(right) || right is "era" or "led") && !lexicon.IsOrdinary(left),
            _ => left.Length > 1 && !lexicon.Connectors.Contains(left) && !lexicon.IsOrdinary(right),
        };
        return split ? token.Span.Start + at : -1;
    }

    private bool StandsAlone(string norm, Lexicon lexicon)
    {
        var seen = _counts.GetValueOrDefault(norm);
        return seen.Capital > seen.Lower || lexicon.Country(norm) is not null || lexicon.Capital(norm) is not null;
    }

    private WordShape ShapeOf(Span span, TokenKind kind)
    {
        if (kind is TokenKind.Number)
            return WordShape.Number;
        var chars = Text.Chars(span);
        if (!char.IsUpper(chars[0]))
            return WordShape.None;
        var shape = WordShape.Capital;
        if (chars.Length == 2 && chars[1] is '.')
            return shape | WordShape.Initial;
        int letters = 0, capitals = 0;
        foreach (var c in chars)
        {
            letters += char.IsLetter(c) ? 1 : 0;
            capitals += char.IsUpper(c) ? 1 : 0;
        }
        return letters > 1 && letters == capitals ? shape | WordShape.AllCaps : shape;
    }

    /// <summary>Most words of the line are capitalised: a title-case headline, or one in capitals.</summary>
    private bool IsHeadingCase(IReadOnlyList<Token> tokens, Sentence sentence)
    {
        int words = 0, capital = 0, shouting = 0, lower = 0;
        for (var t = sentence.FirstToken; t < sentence.EndToken; t++)
        {
            var span = tokens[t].Span;
            if (tokens[t].Kind is not TokenKind.Word || span.Length < 2)
                continue;
            words++;
            var c = Text[span.Start];
            if (char.IsUpper(c))
                capital++;
            else if (span.Length > 4)
                lower++;
            if (ShapeOf(span, TokenKind.Word).HasFlag(WordShape.AllCaps))
                shouting++;
        }
        // A body sentence full of names can look like a headline; one written all in capitals cannot be read as names at all.
        if (words >= 4 && shouting >= 0.7 * words)
            return true;
        return words >= 3 && capital >= 0.6 * words && lower <= 0.15 * words && (sentence.IsHeading || !EndsWithStop(tokens, sentence));
    }

    private static bool EndsWithStop(IReadOnlyList<Token> tokens, Sentence sentence)
    {
        for (var t = sentence.EndToken - 1; t >= sentence.FirstToken && t >= sentence.EndToken - 3; t--)
        {
            if (tokens[t].Norm is "." or "!" or "?")
                return true;
        }
        return false;
    }

    /// <summary>End of a title-case label before a colon at the start of a line ("What Comes Next:"), else 0.</summary>
    private int LabelEnd(IReadOnlyList<Token> tokens, Sentence sentence)
    {
        var lower = 0;
        for (var t = sentence.FirstToken; t < sentence.EndToken && t < sentence.FirstToken + 7; t++)
        {
            if (tokens[t].Norm is ":")
                return lower == 0 && t > sentence.FirstToken + 1 ? t : 0;
            if (tokens[t].Kind is not TokenKind.Word)
                return 0;
            if (char.IsLower(Text[tokens[t].Span.Start]) && tokens[t].Span.Length > 3)
                lower++;
        }
        return 0;
    }

    /// <summary>The dash that ends "VASK, March 3 (ORW) -": capitals or a closing bracket stand before it.</summary>
    private bool IsDatelineDash(IReadOnlyList<Token> tokens, Sentence sentence, int dash)
    {
        if (dash == sentence.FirstToken)
            return true;
        var before = tokens[dash - 1];
        return before.Norm is ")" || ShapeOf(tokens[sentence.FirstToken].Span, tokens[sentence.FirstToken].Kind).HasFlag(WordShape.AllCaps);
    }
}
