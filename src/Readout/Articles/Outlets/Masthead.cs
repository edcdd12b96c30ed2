using Readout.Text;

namespace Readout.Articles.Outlets;

/// <summary>Finds the outlet's name at the head of the page.</summary>
internal static class Masthead
{
    /// <summary>
    /// The name at the top of a plain-text page: a short line in capitals, one whose words the page uses as a name,
    /// or the very first line where a menu follows. Gives the block too, which is then no headline.
    /// </summary>
    public static (Sourced<string> Name, int Index)? Find(Layout layout)
    {
        if (layout.IsHtml)
            return null;
        for (var i = 0; i < Math.Min(layout.First, MaxMasthead); i++)
        {
            var block = layout.Blocks[i];
            var part = FirstPart(layout.Text, block.Block.Span, i == 0);
            var span = Letters(layout.Text, part);
            var words = layout.Slice(span);
            var count = words.Split(' ').Length;
            if (span.Length < 3 || count > 5 || block.Furniture == FurnitureKind.End || words.AsSpan().IndexOfAny(NoName) >= 0 || words.AsSpan().ContainsAnyInRange('0', '9') || words.Contains("   ", StringComparison.Ordinal))
                continue;
            var capitals = !words.Any(char.IsLower) && words.Count(char.IsLetter) >= 5;
            // "Orlen Today", "The Vask Standard", "Strait Radio, Morning Talk, 6 May 2031": the first line, with a date or a headline below it.
            var media = i == 0 && layout.First > 1 && count is >= 2 and <= 4 && Heads.Contains(words[(words.LastIndexOf(' ') + 1)..].ToLowerInvariant()) && words.Split(' ').All(w => char.IsUpper(w[0]));
            var first = i == 0 && layout.First > 1 && words.Split(' ').All(w => w.Length <= 3 || char.IsUpper(w[0])) && (IsMenu(layout, 1) || part.Length < block.Block.Span.Length);
            if (Elsewhere(layout, span, words) is { } mention && (capitals || first || IsNamed(layout.Text, mention)))
                return (new Sourced<string>(layout.Folded(mention), span, "outlet-masthead"), i);
            if ((capitals && count >= 2) || first || media)
                return (new Sourced<string>(Layout.Fold(words), span, "outlet-masthead"), i);
        }
        return null;
    }

    private const int MaxMasthead = 6;
    private static readonly HashSet<string> Heads = [.. PageWords.Of("outlet-head")];
    private static readonly System.Buffers.SearchValues<char> NoName = System.Buffers.SearchValues.Create("|/:?!.,");

    // "The Orlen Post | since 1871", "THE ORLEN POST          Monday, 6 May"
    private static Span FirstPart(string text, Span line, bool isTop)
    {
        var comma = text.IndexOf(", ", line.Start, line.Length, StringComparison.Ordinal);
        if (isTop && comma > line.Start && char.IsDigit(text[line.End - 1]) && Heads.Contains(text[(text.LastIndexOf(' ', comma - 1, comma - line.Start) + 1)..comma].ToLowerInvariant()))
            return new Span(line.Start, comma);
        var bar = text.IndexOf('|', line.Start, line.Length);
        var gap = text.IndexOf("   ", line.Start, line.Length, StringComparison.Ordinal);
        var end = Math.Min(bar > line.Start ? bar : line.End, gap > line.Start ? gap : line.End);
        return new Span(line.Start, end);
    }

    private static bool IsMenu(Layout layout, int index)
    {
        var text = layout.Slice(layout.Blocks[index]);
        var parts = text.Split(["|", "   ", " - ", " • ", " · ", " / "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length >= 3 && Array.TrueForAll(parts, p => p.Length <= 25);
    }

    // "told the Orlen Post", "the Orlen Post has seen": the running text treats the words as somebody to talk to.
    private static bool IsNamed(string text, Span mention)
    {
        var before = text.AsSpan(Math.Max(0, mention.Start - 12), mention.Start - Math.Max(0, mention.Start - 12)).TrimEnd();
        return before.EndsWith("told") || before.EndsWith("told the") || before.EndsWith("to") || before.EndsWith("by") || text.AsSpan(mention.End).TrimStart().StartsWith("has ", StringComparison.Ordinal);
    }

    private static readonly IReadOnlyList<string> Marks = PageWords.Of("outlet-mark");

    /// <summary>The words of the site's mark at the head of an HTML page; where the page has an address, only if it bears them out.</summary>
    public static Sourced<string>? Logo(Layout layout, int titleIndex, string? host)
    {
        var label = host is null ? "" : Bylines.Folded.Plain(SiteName.HostWord(host));
        for (var i = 0; layout.IsHtml && i < Math.Min(titleIndex, 30); i++)
        {
            var block = layout.Blocks[i];
            if (block.Words is 0 or > 6 || block.Furniture != FurnitureKind.None || !Marks.Any(m => block.Block.Context.Contains(m, StringComparison.Ordinal)))
                continue;
            var plain = Bylines.Folded.Plain(layout.Slice(block));
            if (plain.Length >= 2 && (label.Length == 0 || plain.Contains(label, StringComparison.Ordinal) || label.Contains(plain, StringComparison.Ordinal)))
                return new Sourced<string>(layout.Folded(block.Block.Span), block.Block.Span, "outlet-masthead");
        }
        return null;
    }

    // The same name in the running text or in what follows it, in its usual capitals.
    private static Span? Elsewhere(Layout layout, Span span, string words)
    {
        for (var at = layout.Text.IndexOf(words, span.End, StringComparison.OrdinalIgnoreCase); at >= 0; at = layout.Text.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + words.Length;
            var isWhole = (at == 0 || !char.IsLetterOrDigit(layout.Text[at - 1])) && (end == layout.Text.Length || !char.IsLetterOrDigit(layout.Text[end]));
            if (isWhole && char.IsUpper(layout.Text[at]) && words.Contains(' ', StringComparison.Ordinal) && layout.Text.AsSpan(at, words.Length).ContainsAnyInRange('a', 'z'))
                return new Span(at, end);
        }
        return null;
    }

    private static Span Letters(string text, Span span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && !char.IsLetterOrDigit(text[start]))
            start++;
        while (end > start && !char.IsLetterOrDigit(text[end - 1]))
            end--;
        return new Span(start, end);
    }
}
