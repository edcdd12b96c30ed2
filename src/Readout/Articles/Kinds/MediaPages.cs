using System.Buffers;
using Readout.Pages;
using Readout.Text;

namespace Readout.Articles.Kinds;

/// <summary>Knows pages that are there for their pictures or for a film, with little text beside them.</summary>
internal static class MediaPages
{
    // More text than this is a report with pictures.
    private const int MaxProse = 130;
    private const int MinCaptions = 5;
    private const int ManyCaptions = 12;
    private const int MinPictures = 3;

    private static readonly SearchValues<char> Dividers = SearchValues.Create(":|–—");
    private static readonly string[] Credits = [.. PageWords.Of("picture-label").Select(l => l + ":")];

    public static PageTypeEvidence? FindGallery(PageSignals page)
    {
        var structured = page.Typed("ImageGallery", "MediaGallery");
        var mostlyCaptions = page.Captions >= MinCaptions && page.CaptionWords > page.BodyWords;
        if (structured is not null && page.BodyWords < MaxProse * 2 && (mostlyCaptions || page.BodyWords < MaxProse / 2))
            return new("image-gallery", [structured.Span]);
        if (page.Address is { } address && Array.Exists(page.Path, p => KindPhrases.Is("gallery-path", p)) && page.BodyWords < MaxProse)
            return new("gallery-address", [address.Span]);
        if (Titled(page, "gallery-title") is { } title && page.BodyWords < MaxProse && Pictures(page) is { Count: >= MinPictures } pictures)
            return new("gallery-title", [title, .. pictures.Take(3)]);
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
            return page.BodyWords < MaxProse / 2 && Titled(page, "video-title") is { } title ? new("video-title", [title]) : null;
        var only = page.First("json-ld", "headline") is null && page.First("microdata", "headline") is null;
        if (page.Address is { } address && Array.Exists(page.Path, p => KindPhrases.Is("video-path", p)))
            return new("video-address", [typed.Span, address.Span]);
        return only && page.BodyWords < MaxProse / 2 ? new("video-object", [typed.Span]) : null;
    }

    // A headline that opens with the word and a colon or bar: "In pictures: …", "Watch: …".
    private static Span? Titled(PageSignals page, string kind)
    {
        foreach (var line in page.Page.Metadata)
        {
            if (line.Name is "title" or "og:title" or "headline" && Opens(page.Slice(line.Span), kind))
                return line.Span;
        }
        foreach (var block in page.Blocks)
        {
            if (block.Block.Level == 1 && Opens(page.Slice(block.Block.Span), kind))
                return block.Block.Span;
        }
        return null;
    }

    private static bool Opens(string title, string kind)
    {
        var end = title.AsSpan().IndexOfAny(Dividers);
        return end > 0 && end < title.Length - 1 && KindPhrases.Is(kind, PhraseIndex.Normalize(title.AsSpan(0, end)).Trim());
    }

    // Captions by their markup, and lines that end in who took the picture.
    private static List<Span> Pictures(PageSignals page)
    {
        var found = new List<Span>();
        foreach (var block in page.Blocks)
        {
            if (block.Block.Kind == BlockKind.Caption || Array.Exists(Credits, c => page.Page.Text.Chars(block.Block.Span).Contains(c, StringComparison.OrdinalIgnoreCase)))
                found.Add(block.Block.Span);
        }
        return found;
    }
}
