using Readout.Pages;
using Readout.Text;

namespace Readout.Articles;

/// <summary>Knows structured data that describes another text than the page's own: a related report, the next one, a list's first entry.</summary>
internal static class OtherTexts
{
    private const double Alike = 0.5;

    // Two headlines of one report, one for readers and one for searches, share more; those of two reports next to nothing.
    private const double Unlike = 0.2;
    private const int MinWord = 5;
    private const int MinHeadline = 15;

    /// <summary>True for a line of an object with a headline of its own that is nothing like this page's, while another object's is; or where all else on the page says another headline.</summary>
    public static bool Describes(Layout layout, FoundTitle title, MetadataLine line)
    {
        if (line.Part == 0 || title.Title is null || Headline(layout, line.Part) is not { } own || IsTitle(layout, title, own))
            return false;
        return layout.Metadata("json-ld", "headline").Any(h => h.Part != line.Part && IsTitle(layout, title, h)) || (IsForeign(layout, title, own) && !IsOfThisPage(layout, line.Part));
    }

    // What the reader sees at the head and what the window is called agree, and the object's headline has no word of it.
    private static bool IsForeign(Layout layout, FoundTitle title, MetadataLine own)
    {
        var chosen = title.Candidates.Where(c => c.Chosen).Select(c => c.Where).Distinct().ToList();
        if (!chosen.Contains("heading") || chosen.Count < 2 || own.Span.Length < MinHeadline || title.Title!.Value.Length < MinHeadline)
            return false;
        var value = layout.Slice(own.Span);
        if (TitleSources.Shared(TitleSources.Letters(value), TitleSources.Letters(title.Title.Value)) > Unlike)
            return false;
        var words = PhraseIndex.Normalize(title.Title.Value).Split(' ').Where(w => w.Length >= MinWord).ToHashSet(StringComparer.Ordinal);
        return !Array.Exists(PhraseIndex.Normalize(value).Split(' '), words.Contains);
    }

    // Its address is the page's.
    private static bool IsOfThisPage(Layout layout, int part)
    {
        var own = layout.Page.Metadata.Where(m => m.Name is "canonical" or "og:url").Select(m => Address(layout.Slice(m.Span))).ToHashSet(StringComparer.Ordinal);
        return layout.Metadata("json-ld", "url", "mainentityofpage").Any(m => m.Part == part && own.Contains(Address(layout.Slice(m.Span))));
    }

    private static string Address(string url) => url.Split('#', '?')[0].TrimEnd('/').Replace("https://", "", StringComparison.Ordinal).Replace("http://", "", StringComparison.Ordinal);

    private static MetadataLine? Headline(Layout layout, int part) => layout.Metadata("json-ld", "headline", "name").FirstOrDefault(m => m.Part == part);

    private static bool IsTitle(Layout layout, FoundTitle title, MetadataLine headline)
    {
        var letters = TitleSources.Letters(layout.Text.AsSpan(headline.Span.Start, headline.Span.Length));
        return title.Candidates.Any(c => c.Chosen && TitleSources.Likeness(TitleSources.Letters(c.Value), letters) >= Alike);
    }
}
