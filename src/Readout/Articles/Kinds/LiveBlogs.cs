using Readout.Text;

namespace Readout.Articles.Kinds;

/// <summary>Knows reports that are written while things happen, entry by entry, each with its time.</summary>
internal static class LiveBlogs
{
    private const int MinStamps = 4;
    private const int MinWordsAnEntry = 10;

    public static PageTypeEvidence? Find(PageSignals page)
    {
        if (page.Typed("LiveBlogPosting") is { } typed)
            return new("live-blog-posting", [typed.Span]);
        if (page.First("json-ld", "coveragestarttime") is { } start)
            return new("coverage-start", [start.Span]);
        if (page.Body.Count < MinStamps)
            return null;
        var stamps = Stamps(page, out var ordered);
        if (stamps.Count < MinStamps || !ordered || page.BodyWords < stamps.Count * MinWordsAnEntry)
            return null;
        if (page.Address is { } address && Array.Exists(page.Path, p => KindPhrases.Is("live-path", p)))
            return new("live-address", [address.Span, .. stamps.Take(3)]);
        if (Title(page) is { } title)
            return new("live-title", [title, .. stamps.Take(3)]);
        return null;
    }

    // Times of day at the head of entries, in or beside the body; a live page runs forward or backward.
    private static List<Span> Stamps(PageSignals page, out bool ordered)
    {
        var stamps = new List<Span>();
        int rises = 0, falls = 0, last = -1;
        for (var i = Math.Max(0, page.Body[0] - 3); i <= page.Body[^1]; i++)
        {
            var block = page.Blocks[i];
            if (block.LinkShare > PageSignals.MostlyLink || ClockAt(page.Page.Text.Chars(block.Block.Span)) is not { } minute)
                continue;
            if (last >= 0)
            {
                rises += minute >= last ? 1 : 0;
                falls += minute <= last ? 1 : 0;
            }
            last = minute;
            stamps.Add(block.Block.Span);
        }
        ordered = Math.Max(rises, falls) >= (stamps.Count - 1) * 0.8;
        return stamps;
    }

    // Minutes of the day, where the text begins with a clock time: "14:05", "9.30", "2:15 pm".
    private static int? ClockAt(ReadOnlySpan<char> text)
    {
        var digits = 0;
        while (digits < text.Length && digits < 3 && char.IsAsciiDigit(text[digits]))
            digits++;
        if (digits is 0 or 3 || digits + 3 > text.Length || text[digits] is not (':' or '.' or 'h') || !char.IsAsciiDigit(text[digits + 1]) || !char.IsAsciiDigit(text[digits + 2]))
            return null;
        if (digits + 3 < text.Length && (char.IsAsciiDigit(text[digits + 3]) || (text[digits + 3] is '.' or ':' && digits + 4 < text.Length && char.IsAsciiDigit(text[digits + 4]))))
            return null;    // a date or a longer number
        var hour = int.Parse(text[..digits], System.Globalization.CultureInfo.InvariantCulture);
        var minute = int.Parse(text.Slice(digits + 1, 2), System.Globalization.CultureInfo.InvariantCulture);
        if (hour > 23 || minute > 59)
            return null;
        var rest = text[(digits + 3)..].TrimStart();
        var afternoon = rest.StartsWith("pm", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("p.m", StringComparison.OrdinalIgnoreCase);
        return (afternoon && hour < 12 ? hour + 12 : hour) * 60 + minute;
    }

    private static Span? Title(PageSignals page)
    {
        foreach (var line in page.Page.Metadata)
        {
            if (line.Name is "title" or "og:title" or "headline" && KindPhrases.Occurs("live", PhraseIndex.Normalize(page.Slice(line.Span))))
                return line.Span;
        }
        foreach (var block in page.Blocks.Take(page.Body[0]))
        {
            if (block.IsHeading && block.LinkShare < 0.5 && block.Words >= 3 && KindPhrases.Occurs("live", block.Norm))
                return block.Block.Span;
        }
        return null;
    }
}
