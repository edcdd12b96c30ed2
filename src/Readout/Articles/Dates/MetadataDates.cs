using System.Globalization;
using NodaTime;
using Readout.Pages;
using Readout.Text;

namespace Readout.Articles.Dates;

/// <summary>Dates that the markup or front matter states.</summary>
internal static class MetadataDates
{
    private const int MaxValue = 80;
    private const int OfOther = 4;

    public static IEnumerable<DateEvidence> Find(Layout layout, FoundTitle title, string? language, DateOrder order)
    {
        foreach (var line in layout.Page.Metadata)
        {
            if (line.Where == "link" || line.Name is "url" or "webpage.url" or "og:url" or "mainentityofpage")
            {
                if (AddressDates.Find(layout.Text, line.Span) is { } address)
                    yield return address;
                continue;
            }
            var (rank, note, of) = Place(line);
            if (rank > 0 && OtherTexts.Describes(layout, title, line))
                (rank, note, of) = (OfOther, "the date of another text that the markup describes", DateOf.Other);
            if (rank > 0 && Parse(layout.Text, line.Span, language, order) is { } found)
            {
                // A month or a year is known to be no more than that.
                var sharp = found.IsMonth ? Math.Min(rank, 40) : rank;
                yield return DateEvidence.From(found, line.Where, sharp, note, of);
            }
        }
    }

    // Ranks follow how often each place is right to the day on pages with a known day (see eval/articles.md):
    // the article's own published time first, plain time elements last. Modifications compete among themselves.
    private static (int Rank, string Note, DateOf Of) Place(MetadataLine line) => (line.Where, line.Name) switch
    {
        ("front-matter", var name) => FrontMatter(name),
        ("json-ld", "datepublished") => (98, "published date in the page's JSON-LD", DateOf.Publication),
        ("json-ld", "webpage.datepublished" or "work.datepublished") => (90, "published date of the web page in its JSON-LD", DateOf.Publication),
        ("json-ld", "datecreated") => (55, "creation date in the page's JSON-LD", DateOf.Publication),
        ("json-ld", "datemodified") => (66, "a modification date in the page's JSON-LD", DateOf.Modification),
        ("json-ld", "webpage.datemodified" or "work.datemodified") => (64, "a modification date of the web page in its JSON-LD", DateOf.Modification),
        ("json-ld", "uploaddate" or "video.uploaddate" or "video.datepublished") => (26, "date of a video on the page", DateOf.Publication),
        ("microdata", "datepublished") => (92, "published date in the page's microdata", DateOf.Publication),
        ("microdata", "datecreated") => (50, "creation date in the page's microdata", DateOf.Publication),
        ("microdata", "datemodified") => (60, "a modification date in the page's microdata", DateOf.Modification),
        ("time", "datepublished") => (82, "a time element marked as published", DateOf.Publication),
        ("time", "datemodified") => (56, "a time element marked as modified", DateOf.Modification),
        ("time", _) => (60, "a time element", DateOf.Publication),
        ("script", "datemodified") => (50, "a modification date in a script's data", DateOf.Modification),
        ("script", _) => (45, "a published date in a script's data", DateOf.Publication),
        ("feed", "published") => (70, "published date in the feed that lists the page", DateOf.Publication),
        ("feed", "updated") => (54, "a modification date in the feed that lists the page", DateOf.Modification),
        ("capture", _) or ("mhtml", "date") => (90, "the time the page was captured", DateOf.Capture),
        ("meta", var name) => Meta(name),
        _ => default,
    };

    private static (int Rank, string Note, DateOf Of) FrontMatter(string name) => name switch
    {
        "date" or "published" or "pubdate" or "publish_date" or "published_at" or "date_published" or "datepublished" or "publication_date" => (100, "stated in the file's front matter", DateOf.Publication),
        "updated" or "modified" or "lastmod" or "updated_at" or "date_modified" or "datemodified" or "last_modified" => (68, "a modification stamp in the front matter", DateOf.Modification),
        _ when CaptureTime.IsName(name) => (100, "the time the page was captured, in the front matter", DateOf.Capture),
        _ => default,
    };

    private static (int Rank, string Note, DateOf Of) Meta(string name) => MetaNames.Read(name) switch
    {
        MetaDate.Published => (96, "published time in a meta element", DateOf.Publication),
        MetaDate.Publication => (88, "a publication date in a meta element", DateOf.Publication),
        MetaDate.Bare => (74, "a date in a meta element that does not say of what", DateOf.Publication),
        MetaDate.Created => (58, "a creation date in a meta element", DateOf.Publication),
        MetaDate.Modified => (62, "a modification time in a meta element", DateOf.Modification),
        _ => default,
    };

    /// <summary>The first date of a value; ISO, RFC 2822, seconds since 1970, or words; a month or a year where no more is given.</summary>
    private static FoundDate? Parse(string text, Span span, string? language, DateOrder order)
    {
        var value = text.AsSpan(span.Start, span.Length);
        if (value.Length is 10 or 13 && value[0] == '1' && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            var moment = Instant.FromUnixTimeSeconds(value.Length == 13 ? seconds / 1000 : seconds).InUtc();
            return new FoundDate(moment.Year, moment.Month, moment.Day, span) { HasZone = true, Clock = new ClockReading(moment.TimeOfDay.With(TimeAdjusters.TruncateToSecond), Offset.Zero, true) };
        }
        var bounded = span.Length > MaxValue ? new Span(span.Start, span.Start + MaxValue) : span;
        return DateScanner.Scan(text, bounded, language, order).Find(d => d.Date is { Year: > 1990 }) ?? Month(value, span);
    }

    // 2023-05
    private static FoundDate? Month(ReadOnlySpan<char> value, Span span) =>
        value.Length == 7 && value[4] == '-'
            && int.TryParse(value[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1990 and < 2100
            && int.TryParse(value[5..], NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12
            ? new FoundDate(year, month, 1, span) { IsMonth = true }
            : null;
}
