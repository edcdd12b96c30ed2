using Readout.Articles;
using Readout.Languages;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>Decides in which language a page's words are read.</summary>
internal static class PageLanguage
{
    // Enough for certainty; more costs time only.
    private const int Sample = 6000;

    /// <summary>
    /// True where the page is in a language without a folder: it says so itself, or its text is far from English. Short texts and tables
    /// look like anything; what is not clear is read as English, as a page is whose language is not known.
    /// </summary>
    public static bool IsForeign(Article article)
    {
        if (Language.Reads(article.Language))
            return false;
        foreach (var candidate in article.Candidates)
        {
            if (candidate is { Field: MetadataField.Language, Chosen: true, Where: not "text" })
                return true;
        }
        var (start, end) = article.Paragraphs.Count > 0
            ? (article.Paragraphs[0].Span.Start, article.Paragraphs[^1].Span.End)
            : (0, article.Page.Text.Length);
        return LanguageIdentifier.IdentifyForeign(article.Page.Text.Chars(new Span(start, Math.Min(end, start + Sample))), Language.En.Code) is not null;
    }
}
