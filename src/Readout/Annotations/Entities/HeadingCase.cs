using Readout.Text;

namespace Readout.Annotations;

/// <summary>Tells where a line is written so that its capitals prove nothing: headlines in title case, labels, datelines.</summary>
internal sealed class HeadingCase(SourceText text, IReadOnlyList<Token> tokens)
{
    public static WordShape ShapeOf(SourceText text, Span span, TokenKind kind)
    {
        if (kind is TokenKind.Number)
            return WordShape.Number;
        var chars = text.Chars(span);
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
    public bool IsHeading(Sentence sentence)
    {
        int words = 0, capital = 0, shouting = 0, lower = 0;
        for (var t = sentence.FirstToken; t < sentence.EndToken; t++)
        {
            var span = tokens[t].Span;
            if (tokens[t].Kind is not TokenKind.Word || span.Length < 2)
                continue;
            words++;
            var c = text[span.Start];
            if (char.IsUpper(c))
                capital++;
            else if (span.Length > 4)
                lower++;
            if (ShapeOf(text, span, TokenKind.Word).HasFlag(WordShape.AllCaps))
                shouting++;
        }
        // A body sentence full of names can look like a headline; one written all in capitals cannot be read as names at all.
        if (words >= 4 && shouting >= 0.7 * words)
            return true;
        return words >= 3 && capital >= 0.6 * words && lower <= 0.15 * words && (sentence.IsHeading || !EndsWithStop(sentence));
    }

    private bool EndsWithStop(Sentence sentence)
    {
        for (var t = sentence.EndToken - 1; t >= sentence.FirstToken && t >= sentence.EndToken - 3; t--)
        {
            if (tokens[t].Norm is "." or "!" or "?")
                return true;
        }
        return false;
    }

    /// <summary>End of a title-case label before a colon at the start of a line ("What Comes Next:"), else 0.</summary>
    public int LabelEnd(Sentence sentence)
    {
        var lower = 0;
        for (var t = sentence.FirstToken; t < sentence.EndToken && t < sentence.FirstToken + 7; t++)
        {
            if (tokens[t].Norm is ":")
                return lower == 0 && t > sentence.FirstToken + 1 ? t : 0;
            if (tokens[t].Kind is not TokenKind.Word)
                return 0;
            if (char.IsLower(text[tokens[t].Span.Start]) && tokens[t].Span.Length > 3)
                lower++;
        }
        return 0;
    }

    /// <summary>The dash that ends "VASK, March 3 (ORW) -": capitals or a closing bracket stand before it.</summary>
    public bool IsDatelineDash(Sentence sentence, int dash)
    {
        if (dash == sentence.FirstToken)
            return true;
        var before = tokens[dash - 1];
        return before.Norm is ")" || ShapeOf(text, tokens[sentence.FirstToken].Span, tokens[sentence.FirstToken].Kind).HasFlag(WordShape.AllCaps);
    }
}
