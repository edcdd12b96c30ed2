using Readout.Articles.Bylines;
using Readout.Articles.Dates;
using Readout.Articles.Kinds;
using Readout.Articles.Outlets;
using Readout.Pages;
using Readout.Text;

namespace Readout.Articles;

/// <summary>What the user knows about a page that the page does not say.</summary>
/// <param name="Published">The page's day; null to read it from the page.</param>
/// <param name="Captured">The day the page was fetched or saved; no stamp of its own can lie after it.</param>
public sealed record ArticleOptions(NodaTime.LocalDate? Published = null, NodaTime.LocalDate? Captured = null);

/// <summary>Here is a page: where is the article, and what does the page say about it?</summary>
public static class ArticleReader
{
    private static readonly ArticleOptions Defaults = new();

    /// <summary>Chooses the article's paragraphs and reads headline, byline, outlet, date, credits and language.</summary>
    public static Article Read(Page page, ArticleOptions? options = null)
    {
        var diagnostics = new List<Diagnostic>(page.Diagnostics);
        var layout = LayoutOf(page, diagnostics);
        var language = LanguageFinder.Find(layout);
        var (type, evidence) = PageKind.Find(page, layout.Blocks, layout.Body, language);
        if (type is PageType.Index or PageType.Error)
            layout = layout with { Body = [] };
        else if (type == PageType.PaywalledStub)
            layout = layout with { Body = Paywalls.WithoutNotice(layout.Blocks, layout.Body, evidence) };
        Tell(type, evidence, layout, diagnostics);
        ForeignText.Flag(layout, language, diagnostics);
        var title = TitleFinder.Find(layout);
        var titleIndex = title.Index;
        if (title.Title is null)
            diagnostics.Add(new(DiagnosticCode.NoTitle, "has no headline"));
        var outlet = OutletFinder.Find(layout, titleIndex);
        if (outlet.Outlet is null)
            diagnostics.Add(new(DiagnosticCode.UnknownOutlet, "does not say who published it"));
        var authors = AuthorFinder.Find(layout, title, SiteName.Plain(layout, outlet.Outlet?.Value), language);
        var dates = DateFinder.Find(layout, title, language, options ?? Defaults, diagnostics);
        var credits = CreditFinder.Find(layout, titleIndex, outlet.Outlet?.Value);
        var (canonical, addresses) = CanonicalFinder.Find(layout);
        var paragraphs = layout.Body.Where(i => !IsCredit(layout.Blocks[i], credits)).Select(i => new Paragraph(layout.Blocks[i].Block.Span, layout.Blocks[i].IsHeading)).ToList();
        return new Article(page, language, title.Title, authors.Byline, outlet.Outlet, dates.Published, dates.Candidates, paragraphs, credits, diagnostics)
        {
            Type = type,
            TypeEvidence = evidence,
            Authors = authors.Authors,
            Canonical = canonical,
            Candidates = [.. title.Candidates, .. authors.Candidates, .. outlet.Candidates, .. LanguageCandidates.Find(layout, language), .. addresses],
            Modified = dates.Modified,
            Languages = ForeignText.Parts(layout, language),
        };
    }

    // "Reuters contributed to this report.", "(ABC)": known as provenance, no part of the report's words.
    private static bool IsCredit(BlockView block, IReadOnlyList<Upstream> credits)
    {
        var span = block.Block.Span;
        return credits.Any(c => c.Link == AttributionLink.CreditLine && c.Span.Start >= span.Start && c.Span.End <= span.End
            && (c.Span.Length * 5 >= span.Length * 3 || (c.Span.Start <= span.Start + 1 && block.Words <= MaxCreditWords)));
    }

    private const int MaxCreditWords = 14;

    private static Layout LayoutOf(Page page, List<Diagnostic> diagnostics)
    {
        var blocks = new List<BlockView>(page.Blocks.Count);
        for (var i = 0; i < page.Blocks.Count; i++)
            blocks.Add(new BlockView(page, i));
        return new Layout(page, blocks, Bounded(blocks, BodyFinder.Find(page, blocks), diagnostics));
    }

    private static void Tell(PageType type, PageTypeEvidence evidence, Layout layout, List<Diagnostic> diagnostics)
    {
        Span? span = evidence.Spans.Count > 0 ? evidence.Spans[^1] : null;
        if (type == PageType.Index)
            diagnostics.Add(new(DiagnosticCode.IndexPage, "is a list of links to other pages, not an article; add the pages it links to", span));
        else if (type == PageType.Error)
            diagnostics.Add(new(DiagnosticCode.ErrorPage, "stands in the place of another page: an error, a wall or an empty shell; save the page again", span));
        else if (layout.Body.Count == 0)
            diagnostics.Add(new(DiagnosticCode.NoArticle, "no article was found on it"));
        if (type == PageType.PaywalledStub)
            diagnostics.Add(new(DiagnosticCode.Paywalled, "shows the beginning of its text only; the rest is kept for subscribers", span));
    }

    // A report has 300–3,000 words. What is longer by far is a book or a log, and is read only as far as this.
    private const int MaxCharacters = 400_000;

    private static IReadOnlyList<int> Bounded(List<BlockView> blocks, IReadOnlyList<int> body, List<Diagnostic> diagnostics)
    {
        var length = 0;
        for (var i = 0; i < body.Count; i++)
        {
            length += blocks[body[i]].Block.Span.Length;
            if (length <= MaxCharacters)
                continue;
            diagnostics.Add(new(DiagnosticCode.OversizedPage, $"the text is longer than {MaxCharacters} characters; what follows is left out", blocks[body[i]].Block.Span));
            return [.. body.Take(i)];
        }
        return body;
    }
}
