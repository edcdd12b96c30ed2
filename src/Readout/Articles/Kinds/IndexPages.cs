using Readout.Pages;
using Readout.Text;

namespace Readout.Articles.Kinds;

/// <summary>
/// Knows pages that list other pages: fronts, sections, tags, authors, search results, archives. A list of results, a round-up
/// or a short report with many links is an article; where it is not clear, the page is taken for one.
/// </summary>
internal static class IndexPages
{
    private const int MinLinks = 8;
    private const int MinHeadline = 4;
    private const int MaxHeadline = 24;
    private const int MinUnits = 5;

    // Where menus have more words than the headlines, the page may be an article whose text is not in the markup.
    private const double MinHeadlineShare = 0.4;
    private const int MaxBlurb = 70;
    private const int MaxOwnWords = 150;
    private const int MaxSectionName = 4;
    private const int MinListed = 4;
    private const int MaxIntroduction = 60;

    public static PageTypeEvidence? Find(PageSignals page)
    {
        if (page.Page.MediaType == MediaType.PlainText)
            return PlainList(page);
        var marked = page.MarkedArticle is not null || (page.First("meta", "og:type") is { } type && page.HasSlug && page.Slice(type.Span).Equals("article", StringComparison.OrdinalIgnoreCase));
        if (marked)
            return null;
        var headlines = Headlines(page);
        var teasers = TeaserShare(page, out var units);
        var listed = IsMostlyLinks(page) || (units >= MinUnits && teasers > 0.7);
        if (page.Typed("CollectionPage", "SearchResultsPage", "ProfilePage") is { } typed && (listed || page.SentenceWords < MaxOwnWords || teasers > 0.5))
            return new("collection", [typed.Span]);
        if (page.HasSlug)
            return null;
        if (page.Address is { } address && (page.IsRoot || Array.Exists(page.Path, p => KindPhrases.Is("index-path", p)))
            && headlines.Count >= MinLinks && (listed || teasers > 0.4 || page.SentenceWords < MaxOwnWords))
        {
            return new("index-address", [address.Span, .. headlines.Take(3)]);
        }
        if (!HasHeadline(page) && ListsReports(page) is { Count: >= MinListed } listing)
            return new("listing", [.. listing.Take(3)]);
        return listed && !HasHeadline(page) && headlines.Count >= MinUnits && headlines.Sum(h => h.Length) > page.LinkLength * MinHeadlineShare ? new("links", [.. headlines.Take(3)]) : null;
    }

    // Linked headings of one template, with little text below the page's own name that isn't theirs: a section with an introduction, a writer's page.
    private static List<Span> ListsReports(PageSignals page)
    {
        var tracks = new Dictionary<ulong, List<int>>();
        foreach (var block in page.Blocks)
        {
            if (block.Block.Level > 1 && block.Facts is not null && block.LinkShare > PageSignals.MostlyLink && block.Words >= 3 && block.Context != ContextKind.Hard)
            {
                if (!tracks.TryGetValue(block.Track, out var found))
                    tracks[block.Track] = found = [];
                found.Add(block.Index);
            }
        }
        if (tracks.Count == 0 || tracks.Values.MaxBy(t => t.Count) is not { Count: >= MinListed } list)
            return [];
        var own = 0;
        foreach (var block in page.Blocks)
            own += block.IsSentence && block.Context != ContextKind.Hard && (block.Index < list[0] || block.Words > MaxBlurb) ? block.Words : 0;
        return own <= MaxIntroduction ? list.ConvertAll(i => page.Blocks[i].Block.Span) : [];
    }

    // Hardly a sentence, and most words in links.
    private static bool IsMostlyLinks(PageSignals page) =>
        page.Links >= MinLinks && page.LinkWords > page.Words * 0.6 && page.SentenceWords < 60 && page.SentenceWords < page.LinkWords * 0.3;

    // A page headed by a sentence of its own is about that; a section is headed by a word or two.
    private static bool HasHeadline(PageSignals page)
    {
        var title = page.First("title", "title") is { } line ? page.Slice(line.Span) : "";
        foreach (var block in page.Blocks)
        {
            if (block.Block.Kind == BlockKind.Heading && block.LinkShare < 0.5 && block.Words > MaxSectionName
                && (block.Block.Level == 1 || title.Contains(page.Slice(block.Block.Span), StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }
        return false;
    }

    private static List<Span> Headlines(PageSignals page)
    {
        var found = new List<Span>();
        foreach (var block in page.Blocks)
        {
            if (IsLinkedHeadline(block))
                found.Add(block.Block.Span);
        }
        return found;
    }

    private static bool IsLinkedHeadline(BlockView block) => block.LinkShare > PageSignals.MostlyLink && block.Words is >= MinHeadline and <= MaxHeadline;

    // The share of the body that is blurbs below linked headlines, one after the other.
    private static double TeaserShare(PageSignals page, out int units)
    {
        units = 0;
        int blurbs = 0, total = 0;
        foreach (var index in page.Body)
        {
            var block = page.Blocks[index];
            if (!block.IsSentence)
                continue;
            total += block.Words;
            if (block.Words > MaxBlurb || !FollowsHeadline(page.Blocks, index))
                continue;
            blurbs += block.Words;
            units++;
        }
        return total == 0 ? 0 : (double)blurbs / total;
    }

    // A stamp or a section's name may stand between.
    private static bool FollowsHeadline(IReadOnlyList<BlockView> blocks, int index)
    {
        for (var i = index - 1; i >= Math.Max(0, index - 3); i--)
        {
            if (IsLinkedHeadline(blocks[i]))
                return true;
            if (blocks[i].IsSentence)
                return false;
        }
        return false;
    }

    // Lines that look like headlines, and hardly a sentence; figures make a list of results.
    private static PageTypeEvidence? PlainList(PageSignals page)
    {
        var headlines = new List<Span>();
        int words = 0, figures = 0;
        foreach (var block in page.Blocks)
        {
            if (block.EndsSentence || block.IsSentence || block.Words is < MinHeadline or > MaxHeadline || block.Furniture != FurnitureKind.None)
                continue;
            var text = page.Page.Text.Chars(block.Block.Span);
            var digits = 0;
            foreach (var c in text)
                digits += char.IsAsciiDigit(c) ? 1 : 0;
            if (digits * 5 > block.Words * 4)
            {
                figures++;
                continue;
            }
            headlines.Add(block.Block.Span);
            words += block.Words;
        }
        return page.BodyWords < 40 && headlines.Count >= MinLinks && figures * 2 < headlines.Count && words > page.Words * 0.5 && page.SentenceWords < words * 0.3
            ? new("headlines", [.. headlines.Take(3)])
            : null;
    }
}
