using Readout.Text;

namespace Readout.Articles.Kinds;

/// <summary>
/// Knows pages that show the beginning of a report and keep the rest for those who pay or sign in. A report that is there in full
/// is an article, whatever the page says about who may read it.
/// </summary>
internal static class Paywalls
{
    private const int MaxLeadWords = 260;
    private const int MaxUnsaidWords = 120;
    private const int MaxLoneLead = 45;
    private const int Reach = 12;
    private const int MaxNoticeWords = 45;
    private const int MinPartWords = 60;
    private const int MinScrambled = 100;

    public static PageTypeEvidence? Find(PageSignals page)
    {
        var closed = page.First("json-ld", "isaccessibleforfree")?.Span ?? Locked(page);
        // Some hand out the text with its letters exchanged: long, in no language.
        if (closed is not null && page.Language is null && page.BodyWords >= MinScrambled)
            return new("scrambled-text", [closed.Value, page.Blocks[page.Body[0]].Block.Span]);
        var cut = page.Body.Count > 0 && page.Blocks[page.Body[^1]].IsTruncated;
        if (page.BodyWords > MaxLeadWords || (page.Body.Count == 0 && page.SentenceWords > MaxUnsaidWords))
            return null;
        var notice = Notice(page);
        if (!cut && (closed is null || notice is null) && HoldsPart(page))
            return null;
        if (notice is { } said && (closed is not null || cut || page.BodyWords <= MaxUnsaidWords))
            return new(closed is null ? "subscription-notice" : "closed-to-readers", closed is { } line ? [line, said] : [said]);
        if (closed is not { } stated || page.BodyWords == 0)
            return null;
        // A lead alone, and the page says that it isn't for everybody.
        return cut ? new("closed-and-cut", [stated, page.Blocks[page.Body[^1]].Block.Span]) : page.BodyWords <= MaxLoneLead ? new("closed-and-short", [stated]) : null;
    }

    /// <summary>The report's blocks without what tells readers to pay and what follows that: an offer is none of the text.</summary>
    public static IReadOnlyList<int> WithoutNotice(IReadOnlyList<BlockView> blocks, IReadOnlyList<int> body, PageTypeEvidence evidence)
    {
        var notice = evidence.Spans.Count > 0 ? blocks.FirstOrDefault(b => b.Block.Span == evidence.Spans[^1] && IsNotice(b)) : null;
        if (notice is null)
            return body;
        // A text that is cut off may go over into the notice: "The board said … Subscribe to read on".
        var kept = body.Where(i => i < notice.Index || (i == notice.Index && notice.IsTruncated)).ToList();
        return kept.Exists(i => blocks[i].IsSentence) ? kept : body;
    }

    private static bool IsNotice(BlockView block) => block.Words <= MaxNoticeWords && KindPhrases.Occurs("paywall", block.Norm);

    private static Span? Locked(PageSignals page) =>
        page.First("meta", "article:content_tier") is { } tier && page.Slice(tier.Span).Equals("locked", StringComparison.OrdinalIgnoreCase) ? tier.Span : null;

    // The part that is to be paid for is there, with text in it.
    private static bool HoldsPart(PageSignals page)
    {
        if (page.First("json-ld", "haspart.cssselector") is not { } line)
            return false;
        var selector = page.Slice(line.Span).Trim();
        var name = selector[(selector.LastIndexOfAny(['.', '#', ' ']) + 1)..].ToLowerInvariant();
        if (name.Length < 3)
            return false;
        var words = 0;
        foreach (var index in page.Body)
            words += page.Blocks[index].Block.Context.Contains(name, StringComparison.Ordinal) ? page.Blocks[index].Words : 0;
        return words >= MinPartWords;
    }

    // The words that tell the reader so, at the end of the text or in its place.
    private static Span? Notice(PageSignals page)
    {
        var from = page.Body.Count > 0 ? page.Body[Math.Max(0, page.Body.Count - 3)] : 0;
        var to = page.Body.Count > 0 ? page.Body[^1] + Reach : page.Blocks.Count - 1;
        for (var i = from; i <= Math.Min(to, page.Blocks.Count - 1); i++)
        {
            if (IsNotice(page.Blocks[i]))
                return page.Blocks[i].Block.Span;
        }
        return null;
    }
}
