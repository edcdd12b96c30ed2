using Readout.Text;

namespace Readout.Pages;

/// <summary>
/// Cuts plain text into blocks: every line one of its own, except that lines which a program wrapped
/// at a fixed width are joined to the paragraph they were cut from.
/// </summary>
internal static class PlainTextBlocks
{
    // Text wrapped by mail programs, wires and editors has 60–100 characters a line; longer lines were not wrapped.
    private const int MaxWrap = 132;
    private const int MinWrap = 40;

    // A pasted notice may run on in wrapped text; a third of the text does not.
    private const double MaxBeyond = 0.3;

    public static IReadOnlyList<Block> Find(string text, int start)
    {
        var lines = Lines(text, start);
        var width = WrapWidth(text, lines);
        var blocks = new List<Block>();
        var group = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsEmpty)
            {
                group++;
                continue;
            }
            var first = i;
            while (i + 1 < lines.Count && !lines[i + 1].IsEmpty && IsWrapped(text, lines[i], lines[i + 1], width))
                i++;
            blocks.Add(new Block(new Span(lines[first].Start, lines[i].End), BlockKind.Paragraph, 0, 0, null, group));
        }
        return blocks;
    }

    private static List<Span> Lines(string text, int start)
    {
        var lines = new List<Span>();
        while (start < text.Length)
        {
            var length = text.AsSpan(start).IndexOfAny('\n', '\r', '\f');
            var end = length < 0 ? text.Length : start + length;
            var (b, e) = (start, end);
            while (b < e && IsBlank(text[b]))
                b++;
            while (e > b && IsBlank(text[e - 1]))
                e--;
            lines.Add(new Span(b, e));
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }
        return lines;
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u200b' or '\ufeff';

    // The longest line that another one continues; 0 for text that no program wrapped, whose paragraphs run on past any width.
    private static int WrapWidth(string text, List<Span> lines)
    {
        int width = 0, total = 0, beyond = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            total += lines[i].Length;
            if (lines[i].Length > MaxWrap)
                beyond += lines[i].Length;
            else if (i + 1 < lines.Count && !lines[i].IsEmpty && !lines[i + 1].IsEmpty && lines[i].Length >= MinWrap && !EndsSentence(text, lines[i]))
                width = Math.Max(width, lines[i].Length);
        }
        return beyond > total * MaxBeyond ? 0 : width;
    }

    private static bool IsWrapped(string text, Span line, Span next, int width)
    {
        if (width == 0 || line.Length < MinWrap || line.Length > MaxWrap || next.Length > MaxWrap || StartsItem(text, next))
            return false;
        // In mail and wire copy a line that breaks inside a sentence goes on in lower case.
        if (!EndsSentence(text, line) && char.IsLower(text[next.Start]))
            return true;
        var word = text.AsSpan(next.Start, next.Length).IndexOfAny(' ', '\t');
        var firstWord = word < 0 ? next.Length : word;
        // Filled lines: the next word would not have fitted. Text wrapped by hand is less even, but goes on inside a sentence.
        if (line.Length <= width + 2 && line.Length + 1 + firstWord > width)
            return true;
        return !EndsSentence(text, line) && line.Length >= width * 3 / 4 && (next.Length >= width / 2 || EndsSentence(text, next));
    }

    private static bool EndsSentence(string text, Span line)
    {
        var last = text[line.End - 1];
        if (last is '"' or '”' or '’' or '\'' or ')' or '»' && line.Length > 1)
            last = text[line.End - 2];
        return last is '.' or '!' or '?' or ':' or '…';
    }

    private static bool StartsItem(string text, Span line)
    {
        var c = text[line.Start];
        if (c is '-' or '*' or '•' or '·' or '|' or '#' or '©')
            return line.Length > 1 && (text[line.Start + 1] == ' ' || c is '©' or '|' or '#');
        return char.IsDigit(c) && line.Length > 2 && text[line.Start + 1] is '.' or ')' && text[line.Start + 2] == ' ';
    }
}
