using Readout.Articles;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>Sources the text names for itself or a part of it, added to the article's credits. Never people or ministries: those are speakers.</summary>
internal static class UpstreamFinder
{
    public static IReadOnlyList<Upstream> Find(Document document)
    {
        var media = new MediaNames(document);
        var found = new List<Upstream>();
        foreach (var credit in document.Article.Credits)
            Add(found, credit with { Name = media.FullName(credit.Name) }, media);
        var cues = new UpstreamCues(document);
        foreach (var mention in document.Mentions)
        {
            if (mention.Form is MentionForm.Name or MentionForm.ShortName or MentionForm.Acronym && media.IsMedia(mention) && cues.At(mention) is var (span, rule))
                Add(found, new Upstream(media.FullName(document.Entities[mention.Entity].Name), AttributionLink.Citation, span, rule), media);
        }
        return found;
    }

    private static void Add(List<Upstream> found, Upstream upstream, MediaNames media)
    {
        if (!media.IsOwn(upstream.Name) && !found.Exists(u => u.Link == upstream.Link && MediaNames.Same(u.Name, upstream.Name)))
            found.Add(upstream);
    }
}
