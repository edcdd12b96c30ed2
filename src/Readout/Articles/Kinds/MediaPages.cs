using Readout.Pages;

namespace Readout.Articles.Kinds;

/// <summary>Knows pages that are there for their pictures or for a film, with little text beside them.</summary>
internal static class MediaPages
{
    // More text than this is a report with pictures.
    private const int MaxProse = 130;
    private const int MinCaptions = 5;
    private const int ManyCaptions = 12;

    public static PageTypeEvidence? FindGallery(PageSignals page)
    {
        var structured = page.Typed("ImageGallery", "MediaGallery");
        var mostlyCaptions = page.Captions >= MinCaptions && page.CaptionWords > page.BodyWords;
        if (structured is not null && page.BodyWords < MaxProse * 2 && (mostlyCaptions || page.BodyWords < MaxProse / 2))
            return new("image-gallery", [structured.Span]);
        if (page.Address is { } address && Array.Exists(page.Path, p => KindPhrases.Is("gallery-path", p)) && page.BodyWords < MaxProse)
            return new("gallery-address", [address.Span]);
        return page.Captions >= ManyCaptions && page.BodyWords < MaxProse && page.CaptionWords > page.BodyWords * 3
            ? new("captions", [.. page.Blocks.Where(b => b.Block.Kind == BlockKind.Caption).Take(3).Select(b => b.Block.Span)])
            : null;
    }

    public static PageTypeEvidence? FindVideo(PageSignals page)
    {
        if (page.BodyWords >= MaxProse)
            return null;
        if (page.First("meta", "og:type") is { } type && page.Slice(type.Span).StartsWith("video", StringComparison.OrdinalIgnoreCase))
            return new("og-video", [type.Span]);
        if (page.First("meta", "medium") is { } medium && page.Slice(medium.Span).Equals("video", StringComparison.OrdinalIgnoreCase))
            return new("medium-video", [medium.Span]);
        if (page.Typed("VideoObject") is not { } typed)
            return null;
        var only = page.First("json-ld", "headline") is null && page.First("microdata", "headline") is null;
        if (page.Address is { } address && Array.Exists(page.Path, p => KindPhrases.Is("video-path", p)))
            return new("video-address", [typed.Span, address.Span]);
        return only && page.BodyWords < MaxProse / 2 ? new("video-object", [typed.Span]) : null;
    }
}
