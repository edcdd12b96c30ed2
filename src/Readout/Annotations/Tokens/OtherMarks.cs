using Readout.Languages;

namespace Readout.Annotations;

/// <summary>Ends of sentences that English does not know, and full stops that are none: ordinals, spaced dots, degrees.</summary>
internal sealed class OtherMarks(string text, IReadOnlyList<Token> tokens, Abbreviations abbreviations)
{
    private const int TitleReach = 20;

    /// <summary>Whether a mark of another script ends the sentence; null where it is none.</summary>
    public bool? Ends(int first, int mark, int next)
    {
        var place = tokens[mark].Span.Start;
        switch (text[place])
        {
            case '。' or '！' or '？' or '｡':
                return !InTitle(first, mark);
            case '؟' or '۔' or '।' or '॥' or '።' or '፧' or '။' or '។' or '։':
                return true;
            // Armenian also writes its full stop as a colon, Greek its question mark as a semicolon.
            case ':' when place > 0 && text[place - 1] is >= '\u0530' and <= '\u058F':
                return tokens[next].Span.Start > tokens[mark].Span.End;
            case ';' when place > 0 && text[place - 1] is (>= '\u0370' and <= '\u03FF') or (>= '\u1F00' and <= '\u1FFF'):
                return char.IsUpper(First(next));
            default:
                return null;
        }
    }

    /// <summary>Whether a full stop that may be no sentence's ends one; null where it is a plain one.</summary>
    public bool? DotDivides(int mark, int next)
    {
        if (mark == 0)
            return null;
        var attached = tokens[mark - 1].Span.End == tokens[mark].Span.Start;
        if (Spaced(next) && tokens[next].Norm is ".")
            return attached && IsDots(next) && next + 3 < tokens.Count && char.IsUpper(First(next + 3));
        // behind ". . ." only a capital other than "I" begins anew
        if (!attached && tokens[mark - 1].Norm is ".")
            return mark > 3 && tokens[mark - 2].Norm is "." && !IsAttachedDot(mark - 3) && char.IsUpper(First(next)) && tokens[next].Norm is not "i";
        if (!attached)
            return null;
        var before = tokens[mark - 1];
        if (before.Norm is "°" or "º" && tokens[next].Kind is TokenKind.Number)
            return false;
        // z. B., s. r. o.
        if (before.Span.Length == 1 && char.IsAsciiLetterLower(First(mark - 1)) && tokens[next].Span.Length <= 2 && tokens[next].Norm is [>= 'a' and <= 'z', '.'])
            return false;
        // Albert I. Pell, but: you and I. Did they
        if (before is { Norm: "i", Span.Length: 1 } && mark > 1 && char.IsUpper(First(mark - 2)) && char.IsUpper(First(next)) && !Language.En.SentenceStarters.Contains(tokens[next].Norm))
            return false;
        // 12. Juni
        if (!abbreviations.IsEnglish && before.Kind is TokenKind.Number && before.Span.Length <= 2 && CalendarNames.Months.NumberOf(text.AsSpan(tokens[next].Span.Start, tokens[next].Span.Length)) > 0)
            return false;
        return null;
    }

    private char First(int index) => text[tokens[index].Span.Start];

    private bool Spaced(int index) => tokens[index].Span.Start > tokens[index - 1].Span.End;

    private bool IsAttachedDot(int index) => tokens[index].Norm is "." && index > 0 && !Spaced(index);

    /// <summary>Three single full stops with blanks between, and no fourth.</summary>
    private bool IsDots(int index) =>
        index + 2 < tokens.Count && tokens[index].Norm is "." && tokens[index + 1].Norm is "." && tokens[index + 2].Norm is "."
            && Spaced(index + 1) && Spaced(index + 2) && (index + 3 >= tokens.Count || tokens[index + 3].Norm is not ".");

    /// <summary>Within 《 》, the marks of a title.</summary>
    private bool InTitle(int first, int mark)
    {
        for (var i = mark - 1; i >= first && i > mark - TitleReach; i--)
        {
            if (First(i) is '》' or '《')
                return First(i) is '《';
        }
        return false;
    }
}
