using Readout.Pages;
using Readout.Text;

namespace Readout.Articles;

/// <summary>Finds the headline: the words a reader sees above the report, checked against what the markup calls it.</summary>
internal static class TitleFinder
{
    private const int MaxWords = 40;
    private const int Above = 40;
    private const int LinesAbove = 14;

    /// <summary>The headline and the index of its block; the block before the report where it stands in metadata only.</summary>
    public static (Sourced<string>? Title, int Index) Find(Layout layout) =>
        layout.IsHtml ? FromHtml(layout) : FromText(layout);

    private static (Sourced<string>? Title, int Index) FromHtml(Layout layout)
    {
        var stated = Stated(layout);
        var heading = BestHeading(layout, stated);
        if (heading is { } index)
        {
            var span = layout.Blocks[index].Block.Span;
            return (new Sourced<string>(layout.Folded(span), span, "title-heading"), index);
        }
        if (stated.Count == 0)
            return (null, layout.First);
        var line = stated[0];
        return (new Sourced<string>(layout.Folded(line.Span), line.Span, "title-" + line.Rule), Math.Max(0, layout.First - 1));
    }

    // Titles in the markup, best first, the site's name cut off.
    private static List<(Span Span, string Rule, string Norm)> Stated(Layout layout)
    {
        var stated = new List<(Span, string, string)>();
        void Add(string rule, MetadataLine? line)
        {
            if (line is null)
                return;
            var span = SiteName.Cut(layout, line.Span);
            if (!span.IsEmpty)
                stated.Add((span, rule, Norm(layout, span)));
        }
        Add("json-ld", layout.FirstMetadata("json-ld", "headline"));
        Add("og", layout.FirstMetadata("meta", "og:title"));
        Add("microdata", layout.FirstMetadata("microdata", "headline"));
        Add("meta", layout.FirstMetadata("meta", "parsely-title", "sailthru.title", "twitter:title", "dc.title", "headline"));
        Add("tag", layout.FirstMetadata("title", "title"));
        return stated;
    }

    private static int? BestHeading(Layout layout, List<(Span Span, string Rule, string Norm)> stated)
    {
        int? best = null;
        double bestScore = 0;
        var limit = layout.Body.Count > 0 ? layout.First : layout.Blocks.Count;
        for (var i = 0; i < limit; i++)
        {
            var block = layout.Blocks[i];
            if (block.Words is 0 or > MaxWords || block.Context == ContextKind.Hard && block.Block.Level != 1)
                continue;
            var score = Agreement(block.Norm, stated) + (block.Block.Level switch { 1 => 2.2, 2 => 0.8, 3 => 0.3, _ => 0 });
            if (block.Block.Level == 0 && score < 3)
                continue;
            if (limit - i > Above)
                score -= 1;
            if (block.Words < 3)
                score -= 1;
            if (score > bestScore + 0.01)
                (best, bestScore) = (i, score);
        }
        // Without a heading that agrees, a first-level one close above the text is still what the reader sees.
        return bestScore >= (stated.Count == 0 ? 1.5 : 2.6) ? best : null;
    }

    private static double Agreement(string norm, List<(Span Span, string Rule, string Norm)> stated)
    {
        double best = 0;
        foreach (var (_, _, title) in stated)
        {
            if (norm.Length == 0 || title.Length == 0)
                continue;
            best = Math.Max(best, norm == title ? 4
                : norm.Length > 12 && title.StartsWith(norm, StringComparison.Ordinal) ? 3
                : title.Length > 12 && norm.StartsWith(title, StringComparison.Ordinal) ? 3
                : 2.5 * Overlap(norm, title));
        }
        return best;
    }

    private static double Overlap(string a, string b)
    {
        var words = a.Split(' ').ToHashSet(StringComparer.Ordinal);
        var others = b.Split(' ').ToHashSet(StringComparer.Ordinal);
        var shared = words.Count(others.Contains);
        return (double)shared / Math.Max(words.Count, others.Count);
    }

    private static string Norm(Layout layout, Span span) => PhraseIndex.Normalize(layout.Text.AsSpan(span.Start, span.Length));

    private static (Sourced<string>? Title, int Index) FromText(Layout layout)
    {
        if (layout.FirstMetadata("front-matter", "title", "headline") is { } stated)
            return (new Sourced<string>(layout.Folded(stated.Span), stated.Span, "title-front-matter"), Math.Max(0, layout.First - 1));
        if (layout.Body.Count == 0)
            return (null, 0);
        var known = Vocabulary(layout);
        var masthead = OutletFinder.Masthead(layout)?.Index ?? -1;
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
            return (null, Math.Max(0, layout.First - 1));
        var span = SiteName.Cut(layout, layout.Blocks[best].Block.Span);
        return (new Sourced<string>(layout.Folded(span), span, "title-line"), best);
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
        // A sentence with a full stop is the deck or the text itself; headlines end in none, or ask.
        if (text[^1] is '.' or ':' or ';' or ',' && !text.EndsWith("..."))
            return 0;
        if (block.Norm.StartsWith("by ", StringComparison.Ordinal) && block.Words <= 6)
            return 0;
        if (block.Words <= 8 && Dates.DateScanner.Scan(layout.Text, block.Block.Span, null, monthFirst: false).Exists(d => d.Year is not null && d.Span.Length * 2 > block.Block.Span.Length))
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
