using NodaTime;
using Readout.Pages;
using Readout.Text;

namespace Readout.Articles;

/// <summary>The part of a page that is the report, and what the page says about it. Chooses spans; copies nothing.</summary>
/// <param name="Page">The page it was found on.</param>
/// <param name="Language">BCP 47 code of the body's main language; null where there is too little text.</param>
/// <param name="Title">Headline, without the site's name.</param>
/// <param name="Byline">The people who wrote it.</param>
/// <param name="Outlet">Who published the page.</param>
/// <param name="Published">The page's own day.</param>
/// <param name="DateCandidates">Every date found that could be the day, the chosen one among them.</param>
/// <param name="Paragraphs">The report's blocks in reading order (sub-headings included); a block's white space stays inside its span.</param>
/// <param name="Credits">Words that name where the text comes from: credit lines and datelines; inside the body or beside it.</param>
/// <param name="Diagnostics">The page's diagnostics and the article's.</param>
public sealed record Article(
    Page Page,
    string? Language,
    Sourced<string>? Title,
    Sourced<string>? Byline,
    Sourced<string>? Outlet,
    Published? Published,
    IReadOnlyList<DateCandidate> DateCandidates,
    IReadOnlyList<Paragraph> Paragraphs,
    IReadOnlyList<Upstream> Credits,
    IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>What kind of page it is. An index and an error page hold no report; the others keep what text they have.</summary>
    public PageType Type { get; init; } = PageType.Article;

    /// <summary>What shows the type.</summary>
    public PageTypeEvidence TypeEvidence { get; init; } = new("text", []);

    /// <summary>The people in the byline, one by one, each with the words that name them; people only.</summary>
    public IReadOnlyList<Sourced<string>> Authors { get; init; } = [];

    /// <summary>The address that the page gives as its own.</summary>
    public Sourced<string>? Canonical { get; init; }

    /// <summary>When the page says its text was last changed.</summary>
    public Published? Modified { get; init; }

    /// <summary>Every value found that could be headline, byline, outlet, language or canonical address, the chosen ones among them.</summary>
    public IReadOnlyList<MetadataCandidate> Candidates { get; init; } = [];

    /// <summary>Stretches of the report that are in one language each, in order; empty where the page is in one language throughout.</summary>
    public IReadOnlyList<LanguageSpan> Languages { get; init; } = [];
}

/// <summary>What a page is, as a reader would call it.</summary>
public enum PageType { Article, LiveBlog, Index, Gallery, Video, PaywalledStub, Error }

/// <summary>What shows a page's type.</summary>
/// <param name="Rule">Name of the rule that decided.</param>
/// <param name="Spans">The words it decided by; empty only where the page has none.</param>
public sealed record PageTypeEvidence(string Rule, IReadOnlyList<Span> Spans);

/// <summary>Which of a page's particulars a candidate is for.</summary>
public enum MetadataField { Title, Byline, Outlet, Language, Canonical }

/// <summary>A value on the page that might be one of its particulars.</summary>
/// <param name="Field">Which of them.</param>
/// <param name="Value">The value, white space folded.</param>
/// <param name="Span">Its words.</param>
/// <param name="Where">Kind of place: <c>json-ld</c>, <c>meta</c>, <c>microdata</c>, <c>link</c>, <c>title</c>, <c>html</c>, <c>heading</c>, <c>visible</c>, <c>url</c>, <c>front-matter</c>, <c>text</c>.</param>
/// <param name="Chosen">True for the one that won, and those that say the same.</param>
/// <param name="Reason">Why it won or was passed over, in words for an editor.</param>
public sealed record MetadataCandidate(MetadataField Field, string Value, Span Span, string Where, bool Chosen, string Reason);

/// <summary>A stretch of the report in one language.</summary>
/// <param name="Span">The stretch, whole paragraphs.</param>
/// <param name="Language">BCP 47 code.</param>
public sealed record LanguageSpan(Span Span, string Language);

/// <summary>One block of the report.</summary>
public sealed record Paragraph(Span Span, bool IsHeading);

/// <summary>How a page's day is known.</summary>
public enum DateBasis { Stated, Inferred }

/// <summary>The page's day in local time, or the interval it must lie in, with the words that say so.</summary>
/// <param name="When">A single day where the page states one.</param>
/// <param name="Basis">Stated on the page (or supplied by the user), or inferred from its text.</param>
/// <param name="Spans">The evidence; empty only where the day was supplied by the user.</param>
/// <param name="Rule">Name of the rule that chose it.</param>
public sealed record Published(DateRange When, DateBasis Basis, IReadOnlyList<Span> Spans, string Rule)
{
    /// <summary>The day, where it is known to the day.</summary>
    public LocalDate? Day => When.IsDay ? When.Earliest : null;

    /// <summary>The time of day as stated beside the day; null where none is.</summary>
    public ClockReading? Clock { get; init; }
}

/// <summary>A time of day as a page states it.</summary>
/// <param name="Time">The time on the page's own clock.</param>
/// <param name="Offset">Its zone's distance from Greenwich; null where the page states none.</param>
/// <param name="HasSeconds">Stated to the second, not the minute.</param>
public sealed record ClockReading(LocalTime Time, Offset? Offset, bool HasSeconds);

/// <summary>What a date on a page is the date of.</summary>
public enum DateOf { Publication, Modification, Capture, Other }

/// <summary>A date on the page that might be the day it was published or changed.</summary>
/// <param name="When">The date it names.</param>
/// <param name="Span">Its words.</param>
/// <param name="Where">Kind of place: <c>json-ld</c>, <c>meta</c>, <c>microdata</c>, <c>time</c>, <c>script</c>, <c>url</c>, <c>dateline</c>, <c>visible</c>, <c>furniture</c>, <c>id</c>, <c>front-matter</c>, <c>feed</c>, <c>mhtml</c>.</param>
/// <param name="Chosen">True for the one (or those agreeing) that became the page's day or the day of its last change.</param>
/// <param name="Reason">Why it was chosen or passed over, in words for an editor.</param>
public sealed record DateCandidate(DateRange When, Span Span, string Where, bool Chosen, string Reason)
{
    /// <summary>What its place says it is the date of.</summary>
    public DateOf Of { get; init; } = DateOf.Publication;

    /// <summary>The time of day as stated beside it.</summary>
    public ClockReading? Clock { get; init; }
}

/// <summary>How one text or speaker is known to depend on another (PRODUCT.md section 2).</summary>
public enum AttributionLink { Citation, Dateline, Byline, CreditLine, ReusedSentences, SameQuote, CanonicalLink, FeedSource, Manual }

/// <summary>A source that the page itself names for its text or for part of it.</summary>
/// <param name="Name">The source's name as fully as the page gives it.</param>
/// <param name="Link">How it is named.</param>
/// <param name="Span">The words that name it.</param>
/// <param name="Rule">Name of the rule that found it.</param>
public sealed record Upstream(string Name, AttributionLink Link, Span Span, string Rule);
