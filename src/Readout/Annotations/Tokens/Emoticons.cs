namespace Readout.Annotations;

/// <summary>Faces drawn with marks: ":-)", "^_^", "(:".</summary>
internal static class Emoticons
{
    /// <summary>Length of the face at a place; 0 where there is none. A face stands alone: between blanks, or behind a word or mark and before a blank.</summary>
    public static int Length(string text, int i, int end)
    {
        var length = Drawn(text, i, end);
        if (length == 0)
            return 0;
        var after = i + length;
        if (after < end && !Chars.IsBlank(text[after]) && text[after] is not ('.' or ',' or '!' or '?' or '"' or ')'))
            return 0;
        // A letter or a slash for a mouth also follows a colon in prose and lists: only between blanks.
        return text[after - 1] is ')' or '(' || i == 0 || Chars.IsBlank(text[i - 1]) ? length : 0;
    }

    private static int Drawn(string text, int i, int end)
    {
        var left = end - i;
        if (left > 2 && text.AsSpan(i, 3) is "^_^" or "-_-" or "o_O" or "O_o")
            return 3;
        if (left > 1 && text[i] is '(' && text[i + 1] is ':' && (i == 0 || Chars.IsBlank(text[i - 1])))
            return 2;
        if (left > 1 && text[i] is '<' && text[i + 1] is '3')
            return 2;
        if (text[i] is not (':' or ';' or '='))
            return 0;
        var mouth = i + 1;
        if (mouth < end && text[mouth] is '-' or '\'')
            mouth++;
        if (mouth >= end || text[mouth] is not (')' or '(' or 'D' or 'P' or 'p' or 'O' or 'o' or '/' or '|' or '*'))
            return 0;
        var e = mouth + 1;
        while (e < end && e - i < 8 && text[e] == text[mouth] && text[mouth] is ')' or '(')
            e++;
        return e - i;
    }
}
