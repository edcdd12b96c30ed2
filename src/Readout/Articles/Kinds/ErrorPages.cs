using Readout.Text;

namespace Readout.Articles.Kinds;

/// <summary>Knows pages that stand in the place of another: errors, refusals, challenges, notices of consent, shells without text.</summary>
internal static class ErrorPages
{
    // An error page has a sentence or two of its own, and may have a menu; a report about a 404 has more.
    private const int MaxSentenceWords = 160;
    private const int MaxBodyWords = 90;
    private const int MaxTopBlocks = 40;
    private const int MaxHeadWords = 14;
    private const int MaxConsentWords = 45;

    // A page with so few words that none is a report: a logo, a copyright line.
    private const int MaxShellWords = 8;

    public static PageTypeEvidence? Find(PageSignals page)
    {
        if (page.Body.Count == 0 && page.Words <= MaxShellWords)
            return new("empty-shell", page.Blocks.Count > 0 ? [page.Blocks[0].Block.Span] : TitleOf(page));
        if (page.SentenceWords > MaxSentenceWords || page.BodyWords > MaxBodyWords)
            return null;
        var title = page.First("title", "title");
        if (title is not null)
        {
            var norm = PhraseIndex.Normalize(page.Slice(title.Span));
            if (Says("error", norm) || KindPhrases.Begins("challenge", norm))
                return new("error-title", [title.Span]);
        }
        return OnPage(page);
    }

    private static PageTypeEvidence? OnPage(PageSignals page)
    {
        // A page that states its headline and day has an article, whatever a script-less notice on it says.
        if (page.MarkedArticle is not null)
            return null;
        var blocks = 0;
        Span? consent = null;
        foreach (var block in page.Blocks)
        {
            if (block.LinkShare > PageSignals.MostlyLink)
                continue;
            if (++blocks > MaxTopBlocks)
                break;
            if (block.IsHeading && block.Words <= MaxHeadWords && Says("error", block.Norm))
                return new("error-heading", [block.Block.Span]);
            if (page.BodyWords < MaxBodyWords / 2 && KindPhrases.Occurs("challenge", block.Norm))
                return new("challenge", [block.Block.Span]);
            if (block.Norm.Contains("cookie", StringComparison.Ordinal) && block.Words > 8)
                consent ??= block.Block.Span;
        }
        if (page.BodyWords < MaxConsentWords && page.Links < 10 && Consent(page) is { } choice)
            return new("consent-wall", [choice]);
        return page.Body.Count == 0 && consent is { } notice && page.Links < 10 ? new("consent-wall", [notice]) : null;
    }

    // "Continue with advertising or subscribe", and hardly a menu: readers have to choose before they see anything.
    private static Span? Consent(PageSignals page)
    {
        foreach (var block in page.Blocks)
        {
            if (block.Words <= MaxHeadWords && KindPhrases.Occurs("consent", block.Norm))
                return block.Block.Span;
        }
        return null;
    }

    // "404 | The Vask Times" is one; "How to get a 404 page right" is not.
    private static bool Says(string kind, string norm) =>
        KindPhrases.Begins(kind, norm) || (norm.Split(' ').Length <= 6 && !norm.StartsWith("how ", StringComparison.Ordinal) && KindPhrases.Occurs(kind, norm));

    private static Span[] TitleOf(PageSignals page) => page.First("title", "title") is { } title ? [title.Span] : [];
}
