using Readout.Pages;
using Readout.Text;

namespace Readout.Articles;

/// <summary>What the user knows about a page that the page does not say.</summary>
/// <param name="Published">The page's day; null to read it from the page.</param>
public sealed record ArticleOptions(NodaTime.LocalDate? Published = null);

/// <summary>Here is a page: where is the article, and what does the page say about it?</summary>
public static class ArticleReader
{
    public static Article Read(Page page, ArticleOptions? options = null) =>
        new(page, "en", null, null, null, null, [], [new Paragraph(new Span(0, page.Text.Length), false)], [], page.Diagnostics);
}
