using Readout.Articles.Kinds;
using Readout.Pages;
using Readout.Text;

namespace Readout.Articles;

/// <summary>Tells what a page is: structured data first, then its address, then its layout; an article where nothing speaks against it.</summary>
internal static class PageKind
{
    public static (PageType Type, PageTypeEvidence Evidence) Find(Page page, IReadOnlyList<BlockView> blocks, IReadOnlyList<int> body, string? language)
    {
        var signals = new PageSignals(page, blocks, body, language);
        if (ErrorPages.Find(signals) is { } error)
            return (PageType.Error, error);
        if (LiveBlogs.Find(signals) is { } live)
            return (PageType.LiveBlog, live);
        if (Paywalls.Find(signals) is { } wall)
            return body.Count > 0 ? (PageType.PaywalledStub, wall) : (PageType.Error, wall);
        if (MediaPages.FindGallery(signals) is { } gallery)
            return (PageType.Gallery, gallery);
        if (MediaPages.FindVideo(signals) is { } video)
            return (PageType.Video, video);
        if (IndexPages.Find(signals) is { } index)
            return (PageType.Index, index);
        return (PageType.Article, signals.MarkedArticle is { } line ? new("article-data", [line.Span]) : new("text", body.Count > 0 ? [blocks[body[0]].Block.Span] : []));
    }
}
