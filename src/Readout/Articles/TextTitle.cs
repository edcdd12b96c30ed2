using Readout.Languages;
using Readout.Pages;
using Readout.Text;

namespace Readout.Articles;

/// <summary>Finds the headline of a page without markup: a line above the text that speaks of what the text does.</summary>
internal static class TextTitle
{
    private const int MaxWords = 40;
    private const int LinesAbove = 14;
    private const int LongestLabel = 20;

    private static readonly string[] PictureLabels = [.. PageWords.Of("picture-label").Where(l => l.Length > 3).Select(l => " " + l + ":")];

    public static FoundTitle Find(Layout layout)
    {
        if (layout.FirstMetadata("front-matter", "title", "headline") is { } stated)
            return Found(layout, stated.Span, "front-matter", Math.Max(0, layout.First - 1), "the page's own front matter says so");
        if (layout.Body.Count == 0)
            return new(null, 0, []);
        var known = Vocabulary(layout);
        var masthead = Outlets.Masthead.Find(layout)?.Index ?? -1;
        int best = -1;
        double bestScore = 1.5;
        for (var i = Math.Max(0, layout.First - LinesAbove); i < layout.First; i++)
        {
            var score = i == masthead ? 0 : LineScore(layout, i, known);
            // Of two alike the upper one is the headline and the lower its deck, unless it is the same line again.
            if (score > bestScore + 0.01 || (best >= 0 && score >= bestScore - 0.01 && layout.Blocks[i].Norm == layout.Blocks[best].Norm))
                (best, bestScore) = (i, score);
        }
        if (best < 0)
            return new(null, Math.Max(0, layout.First - 1), []);
        return Found(layout, SiteName.Cut(layout, layout.Blocks[best].Block.Span), "line", best, "the line above the text that shares most words with it");
    }

    private static FoundTitle Found(Layout layout, Span span, string rule, int index, string reason)
    {
        var title = new Sourced<string>(layout.Folded(span), span, "title-" + rule);
        return new(title, index, [new(MetadataField.Title, title.Value, span, rule == "line" ? "text" : rule, Chosen: true, reason)]);
    }

    private static double LineScore(Layout layout, int index, HashSet<string> known)
    {
        var block = layout.Blocks[index];
        // Two words make a headline only right above the text.
        if (block.Words < (index + 1 == layout.First ? 2 : 3) || block.Words > MaxWords || block.Furniture != FurnitureKind.None)
            return 0;
        var text = layout.Text.AsSpan(block.Block.Span.Start, block.Block.Span.Length);
        if (text.IndexOf('|') >= 0 || text.Contains("     ", StringComparison.Ordinal) || text.Contains("http", StringComparison.Ordinal))
            return 0;
        // A caption says who took the picture.
        foreach (var label in PictureLabels)
        {
            if (text.Contains(label, StringComparison.OrdinalIgnoreCase))
                return 0;
        }
        // A sentence with a full stop is the deck or the text itself; headlines end in none, or ask.
        if (text[^1] is '.' or ':' or ';' or ',' && !text.EndsWith("..."))
            return 0;
        if (block.Norm.StartsWith("by ", StringComparison.Ordinal) && block.Words <= 6)
            return 0;
        // "Issued: Monday 4 May 2015, 17:00"
        if (StampLabels.First(text[..Math.Min(LongestLabel, text.Length)]) is { Label: not StampLabel.None, End: var labelled } && labelled < text.Length && text[labelled..].TrimStart("ed").StartsWith(":")
            && Dates.DateScanner.Scan(layout.Text, block.Block.Span, null, Dates.DateOrder.Unknown).Exists(d => d.Year is not null))
            return 0;
        if (block.Words <= 8 && Dates.DateScanner.Scan(layout.Text, block.Block.Span, null, Dates.DateOrder.Unknown).Exists(d => d.Year is not null && d.Span.Length * 2 > block.Block.Span.Length))
            return 0;
        var shared = 0;
        foreach (var word in block.Norm.Split(' '))
            shared += word.Length >= 4 && known.Contains(word) ? 1 : 0;
        double score = Math.Min(shared, 5) + (block.Words is >= 5 and <= 18 ? 1 : 0) + (index + 1 == layout.First ? 1.7 : 0);
        if (index + 1 < layout.First && layout.Blocks[index + 1].Norm == block.Norm || index > 0 && layout.Blocks[index - 1].Norm == block.Norm)
            score += 3;
        if (block.IsTruncated)
            score -= 2.5;
        return score - 0.15 * (layout.First - index);
    }

    private static HashSet<string> Vocabulary(Layout layout)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var index in layout.Body)
        {
            foreach (var word in layout.Blocks[index].Norm.Split(' '))
            {
                if (word.Length >= 4)
                    words.Add(word);
            }
            if (words.Count > 3000)
                break;
        }
        return words;
    }
}
