using Readout.Languages;

namespace Readout.Annotations;

/// <summary>Decides at a token whether a sentence ends there.</summary>
internal sealed class SentenceEnds(string text, IReadOnlyList<Token> tokens, Language language)
{
    // A reporting clause after a closing quotation mark starts within so many words: "Who?" asked the old harbour master.
    private const int ReportingReach = 5;

    /// <summary>True where a sentence that began at <paramref name="first"/> ends with <paramref name="index"/>.</summary>
    public bool After(int first, int index)
    {
        var next = index + 1;
        if (LineBreak(index, next))
            return true;
        if (Closes(next))
            return false;
        var mark = index;
        while (mark > first && Closes(mark))
            mark--;
        var quoted = mark < index;
        var norm = tokens[mark].Norm;
        return norm switch
        {
            "." => !IsListNumber(first, mark) && Begins(next, index),
            "..." => BeginsCapitalised(next),
            "。" or "！" or "？" or "؟" or "۔" or "।" => true,
            _ when norm[0] is '!' or '?' && tokens[mark].Kind is TokenKind.Punctuation =>
                Begins(next, index) && !(quoted && IsReportingClause(next)),
            _ when norm[^1] is '.' && norm.Length > 1 => !IsListNumber(first, mark) && AfterAbbreviation(mark, next, quoted),
            _ => false,
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
        if (c is '”' or '»' or ')' or ']' || (tokens[index].Span.Length == 2 && c is '\''))
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

    private bool AfterAbbreviation(int mark, int next, bool quoted)
    {
        if (!Begins(next, mark))
            return false;
        var norm = tokens[mark].Norm;
        var kind = language.Abbreviations.TryGetValue(norm, out var row) ? row[0] : norm.Length == 2 ? "initial" : "acronym";
        if (kind is "title" or "inside" or "number" or "date" && !quoted)
            return false;
        if (quoted || IsOpening(next))
            return true;
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
        (mark == first + 1 && tokens[first].Kind is TokenKind.Number && tokens[first].Span.Length <= 3)
        || (mark == first && tokens[mark].Span.Length == 2);

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
        return gap[(line + 1)..].Contains('\n') || First(next) is '•' or '▪' or '●' or '◦' or '·' || IsBullet(next);
    }

    private bool IsBullet(int index) =>
        First(index) is '-' or '*' or '–' && index + 1 < tokens.Count && Spaced(index + 1) && !char.IsLower(First(index + 1));
}
