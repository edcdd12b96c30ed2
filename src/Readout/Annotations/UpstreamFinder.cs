using Readout.Articles;

namespace Readout.Annotations;

/// <summary>Sources the text names for itself or a part of it, added to the article's credits.</summary>
internal static class UpstreamFinder
{
    public static IReadOnlyList<Upstream> Find(Document document) => document.Article.Credits;
}
