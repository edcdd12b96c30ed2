using Readout.Text;

namespace Readout.Articles.Bylines;

/// <summary>
/// Finds the initials that German-language papers sign with in the last line of a text: "(dpa/amo)", "amo, jpe". They are the
/// people's only names there.
/// </summary>
internal static class Initials
{
    private const int Shortest = 2;
    private const int Longest = 4;
    private const int MaxLine = 120;

    /// <summary>The line's people; none where the last line is no signature.</summary>
    public static AuthorSource? Find(Layout layout, string? language)
    {
        if (language != "de" || layout.Body.Count == 0)
            return null;
        for (var i = layout.Last; i <= layout.Last + 1 && i < layout.Blocks.Count; i++)
        {
            var block = layout.Blocks[i];
            if (i == layout.First || block.IsSentence || block.Context == ContextKind.Hard || block.Block.LinkLength > 0 || block.Block.Span.Length > MaxLine)
                continue;
            var line = UpToSemicolon(layout, block.Block.Span);
            if (People(layout.Text, line) is { Count: > 0 } people)
                return new AuthorSource("visible", line, people);
        }
        return null;
    }

    // "amo, jpe; photograph: …"
    private static Span UpToSemicolon(Layout layout, Span line)
    {
        var end = layout.Text.IndexOf(';', line.Start, line.Length);
        return layout.Trim(new Span(line.Start, end < 0 ? line.End : end));
    }

    private static List<Span> People(string text, Span line)
    {
        var people = new List<Span>();
        var inBrackets = line.Length > 2 && text[line.Start] == '(' && text[line.End - 1] == ')';
        var within = inBrackets ? new Span(line.Start + 1, line.End - 1) : line;
        var joints = 0;
        for (var at = within.Start; at < within.End;)
        {
            var length = text.AsSpan(at, within.End - at).IndexOfAny(',', '/');
            joints += length < 0 ? 0 : 1;
            var end = length < 0 ? within.End : at + length;
            var (start, last) = (at, end);
            while (start < last && text[start] == ' ')
                start++;
            while (last > start && text[last - 1] == ' ')
                last--;
            at = end + 1;
            var word = text.AsSpan(start, last - start);
            if (IsAgency(word))
                continue;
            // One word that is neither, and the line says something else.
            if (word.Length is < Shortest or > Longest || word.ContainsAnyExcept(Letters))
                return [];
            people.Add(new Span(start, last));
        }
        return inBrackets || joints > 0 ? people : [];
    }

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzäöüß");

    private static bool IsAgency(ReadOnlySpan<char> word)
    {
        var lists = AuthorWords.Get();
        var plain = word.ToString().ToLowerInvariant();
        return lists.Bodies.Contains(plain) || lists.Outlets.Contains(plain);
    }
}
