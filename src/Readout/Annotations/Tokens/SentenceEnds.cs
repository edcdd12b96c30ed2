using System.Buffers;
using Readout.Languages;

namespace Readout.Annotations;

/// <summary>Decides at a token whether a sentence ends there.</summary>
internal sealed class SentenceEnds(string text, IReadOnlyList<Token> tokens, Language language, Abbreviations abbreviations, ListItems items)
{
    // A reporting clause after a closing quotation mark starts within so many words: "Who?" asked the old harbour master.
    private const int ReportingReach = 5;

    // A reference in brackets behind a quotation has so many tokens: (Pell 55)
    private const int ReferenceReach = 6;

    // Marks in a row that draw a line across the page.
    private const int DrawnLine = 10;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyAEIOUY");

    private readonly OtherMarks _other = new(text, tokens, abbreviations);

    /// <summary>True where a sentence that began at <paramref name="first"/> ends with <paramref name="index"/>.</summary>
    public bool After(int first, int index)
    {
        var next = index + 1;
        if (items.StartsAt(next) || LineBreak(index, next) || IsDrawnLine(index) || IsDrawnLine(next))
            return true;
        if (Closes(next) || BeginsNote(next))
            return false;
        var mark = index;
        while (mark > first + 2 && tokens[mark].Norm is "]" && BeginsNote(mark - 2))
            mark -= 3;
        while (mark > first && Closes(mark))
            mark--;
        var quoted = mark < index;
        if (_other.Ends(first, mark, next) is { } other)
            return other;
        var norm = tokens[mark].Norm;
        if (norm is "." && _other.DotDivides(mark, next) is { } divides)
            return divides;
        return norm switch
        {
            "." => !IsListNumber(first, mark) && (Begins(next, index) || (!quoted && GoesOnSmall(mark, next))),
            "..." => BeginsCapitalised(next) && !IsReference(next),
            _ when norm[0] is '!' or '?' && tokens[mark].Kind is TokenKind.Punctuation =>
                !IsPartOfName(mark, next) && !(quoted && IsReportingClause(next)) && (Begins(next, index) || (!quoted && GoesOnSmall(mark, next) && !IsReportingClause(next))),
            _ when norm[^1] is '.' && norm.Length > 1 => !IsListNumber(first, mark) && AfterAbbreviation(first, mark, next, quoted),
            _ => IsFace(mark) && BeginsCapitalised(next),
        };
    }

    private char First(int index) => text[tokens[index].Span.Start];

    private bool Spaced(int index) => tokens[index].Span.Start > tokens[index - 1].Span.End;

    /// <summary>A closing quotation mark or bracket that stands directly behind what it closes.</summary>
    private bool Closes(int index)
    {
        if (index <= 0 || index >= tokens.Count || tokens[index].Kind is not TokenKind.Punctuation)
            return false;
        var c = First(index);
        if (c is '”' or '»' or ')' or ']' or '」' or '』' or '》' or '）' || (tokens[index].Span.Length == 2 && c is '\''))
            return true;
        if (Spaced(index))
            return false;
        // A straight mark directly behind a full stop opens when a word follows without a space: end."Start
        if (c is '"' or '\'' or '’' or '“')
            return index + 1 >= tokens.Count || Spaced(index + 1) || !Chars.IsWord(First(index + 1));
        return false;
    }

    private bool IsOpening(int index) =>
        tokens[index].Norm is "\"" or "'" or "(" or "[" && !Closes(index);

    /// <summary>The next token begins a sentence after a full stop: no lower-case word, no mark that goes on.</summary>
    private bool Begins(int next, int end)
    {
        var word = next;
        while (word < tokens.Count - 1 && word - next < 3 && IsOpening(word))
            word++;
        var c = First(word);
        if (IsFace(word) || IsReference(next))
            return false;
        if (tokens[word].Kind is TokenKind.Punctuation)
            return c is '•' or '¿' or '¡' or '…' || (Spaced(word) && c is '-' or '–' or '—' or '*' && word == next && char.IsUpper(At(word + 1)));
        if (char.IsLower(c))
            return false;
        if (tokens[word].Kind is TokenKind.Number)
            return Spaced(next);
        // Without a space only a capital behind a lower-case word or a closed quotation starts anew: "in 2018.The"
        return Spaced(next) || char.IsUpper(c) || tokens[end].Norm is "\"";
    }

    private char At(int index) => index < tokens.Count ? First(index) : '\0';

    private bool BeginsCapitalised(int next)
    {
        var word = next;
        while (word < tokens.Count - 1 && word - next < 3 && IsOpening(word))
            word++;
        return char.IsUpper(First(word)) && (word > next || Spaced(next));
    }

    /// <summary>A note's number in brackets: the sentence ends behind it.</summary>
    private bool BeginsNote(int index) =>
        index > 0 && index + 2 < tokens.Count && tokens[index].Norm is "[" && tokens[index + 1].Span.Length < 4 && tokens[index + 2].Norm is "]"
            && !Spaced(index + 2) && (!Spaced(index) || tokens[index + 1].Kind is TokenKind.Number);

    /// <summary>A short bracket that a full stop follows: it belongs to the sentence before.</summary>
    private bool IsReference(int next)
    {
        if (tokens[next].Norm is not "(")
            return false;
        for (var i = next + 1; i < tokens.Count - 1 && i < next + ReferenceReach; i++)
        {
            if (tokens[i].Norm is ")")
                return tokens[i + 1].Norm is "." && !Spaced(i + 1);
        }
        return false;
    }

    private bool IsDrawnLine(int index) =>
        tokens[index].Kind is TokenKind.Punctuation && tokens[index].Span.Length >= DrawnLine && First(index) is '=' or '-' or '_' or '~';

    private bool IsFace(int index) => tokens[index].Kind is TokenKind.Symbol && tokens[index].Span.Length > 1 && First(index) is ':' or ';' or '=' or '(' or '^';

    /// <summary>
    /// A sentence whose writer does without capitals: a full stop behind an ordinary word, a blank, a small letter. (Abbreviations hold
    /// their full stop, so this one is the sentence's own. In the English Web Treebank 97 of 100 such places end a sentence.)
    /// </summary>
    private bool GoesOnSmall(int mark, int next)
    {
        if (!abbreviations.IsEnglish || tokens[next].Kind is not TokenKind.Word || !char.IsLower(First(next)) || !Spaced(next) || mark == 0 || Spaced(mark))
            return false;
        var word = text.AsSpan(tokens[mark - 1].Span.Start, tokens[mark - 1].Span.Length);
        return (tokens[mark].Norm is not "!" || char.IsLower(word[0])) && word.Length > 1 && word.ContainsAny(Vowels) && !word.Contains('.');
    }

    /// <summary>!Kung, Y!J</summary>
    private bool IsPartOfName(int mark, int next) =>
        !Spaced(next) && char.IsLetter(First(next)) && mark > 0 && (Spaced(mark) || tokens[mark - 1].Span.Length == 1);

    private bool AfterAbbreviation(int first, int mark, int next, bool quoted)
    {
        if (!Begins(next, mark))
            return false;
        var norm = tokens[mark].Norm;
        var kind = abbreviations.Kind(norm) ?? (norm.Length == 2 ? "initial" : "acronym");
        if (kind is "title" or "inside" or "number" or "date" && !quoted)
            return false;
        if (quoted || IsOpening(next))
            return quoted || tokens[next].Norm is not "(";
        // "At 5 a.m. Capt. Pell": a sentence has more than its hour
        if (norm is "a.m." or "p.m." && mark - first < 3)
            return false;
        var following = tokens[next];
        if (following.Kind is TokenKind.Number)
            return false;
        if (language.SentenceStarters.Contains(following.Norm) && char.IsUpper(First(next)))
            return !(following.Norm is "a" or "i" && next + 1 < tokens.Count && tokens[next + 1].Norm is ".");
        return norm switch
        {
            "etc." => char.IsUpper(First(next)),
            "a.m." or "p.m." => char.IsUpper(First(next)) && !language.IsTimeName(following.Norm) && !IsZone(next),
            _ => false,
        };
    }

    /// <summary>EST, GMT, Eastern: what follows a clock time.</summary>
    private bool IsZone(int index)
    {
        var span = tokens[index].Span;
        return span.Length is >= 2 and <= 5 && text.AsSpan(span.Start, span.Length).IndexOfAnyExceptInRange('A', 'Z') < 0
            || tokens[index].Norm is "eastern" or "pacific" or "central" or "moscow" or "local";
    }

    /// <summary>"1." or "a." at the head of a list entry.</summary>
    private bool IsListNumber(int first, int mark) =>
        (mark > first && mark <= first + 2 && IsLabel(mark - 1) && (mark == first + 1 || ListItems.IsBullet(First(first))))
        || (mark == first && tokens[mark].Span.Length == 2);

    private bool IsLabel(int index) =>
        tokens[index].Kind is TokenKind.Number ? tokens[index].Span.Length <= 3 : tokens[index].Span.Length == 1 && char.IsAsciiLetterLower(First(index));

    private bool IsReportingClause(int next)
    {
        for (var i = next; i < tokens.Count && i < next + ReportingReach; i++)
        {
            var token = tokens[i];
            if (token.Kind is not TokenKind.Word)
                return false;
            if (language.ReportingVerbs.Contains(token.Norm))
                return true;
        }
        return false;
    }

    private bool LineBreak(int index, int next)
    {
        var gap = text.AsSpan(tokens[index].Span.End, tokens[next].Span.Start - tokens[index].Span.End);
        var line = gap.IndexOf('\n');
        if (line < 0)
            return false;
        return gap[(line + 1)..].Contains('\n') || ListItems.IsBullet(First(next)) || First(next) is '·' || IsBullet(next);
    }

    private bool IsBullet(int index) =>
        First(index) is '-' or '*' or '–' && index + 1 < tokens.Count && Spaced(index + 1) && !char.IsLower(First(index + 1));
}
