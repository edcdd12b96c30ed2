using System.Globalization;
using NodaTime;
using Readout.Pages;
using Readout.Text;

namespace Readout.Articles.Dates;

/// <summary>Dates that the markup or front matter states.</summary>
internal static class MetadataDates
{
    // Ranks follow how often each place is right to the day on pages with a known day (see eval/articles.md):
    // the article's own published time first, plain time elements and modified stamps last.
    public static IEnumerable<DateEvidence> Find(Layout layout, string? language, bool monthFirst)
    {
        foreach (var line in layout.Page.Metadata)
        {
            if (line.Where == "link" || line.Name is "url" or "webpage.url" or "og:url" or "mainentityofpage")
            {
                if (UrlDate(layout, line) is { } url)
                    yield return url;
                continue;
            }
            var (where, rank, note) = Place(line);
            if (rank > 0 && Parse(layout, line.Span, language, monthFirst) is { } found && found.Date is { } day)
            {
                // A value in the site's order that can be read both ways stays open.
                var when = found.Alternative is { } other ? Between(day, other) : DateRange.Day(day);
                yield return new DateEvidence(when, found.Span, where, rank, note, found.IsUtc && found.HasTime);
            }
        }
    }

    private static (string Where, int Rank, string Note) Place(MetadataLine line) => (line.Where, line.Name) switch
    {
        ("front-matter", "date" or "published" or "pubdate" or "publish_date" or "published_at" or "date_published" or "datepublished" or "publication_date") => ("front-matter", 100, "stated in the file's front matter"),
        ("front-matter", "updated" or "modified" or "lastmod") => ("modified", 30, "a modification stamp in the front matter"),
        ("json-ld", "datepublished") => ("json-ld", 98, "published date in the page's JSON-LD"),
        ("json-ld", "webpage.datepublished") => ("json-ld", 70, "published date of the web page in its JSON-LD"),
        ("json-ld", "datecreated") => ("json-ld", 55, "creation date in the page's JSON-LD"),
        ("json-ld", "datemodified" or "webpage.datemodified") => ("modified", 30, "a modification date in the page's JSON-LD"),
        ("json-ld", "uploaddate" or "video.uploaddate" or "video.datepublished") => ("json-ld", 20, "date of a video on the page"),
        ("microdata", "datepublished") => ("microdata", 92, "published date in the page's microdata"),
        ("microdata", "datecreated") => ("microdata", 50, "creation date in the page's microdata"),
        ("microdata", "datemodified") => ("modified", 30, "a modification date in the page's microdata"),
        ("time", "datepublished") => ("time", 86, "a time element marked as published"),
        ("time", "datemodified") => ("modified", 30, "a time element marked as modified"),
        ("time", _) => ("time", 60, "a time element"),
        ("meta", "article:published_time" or "og:published_time" or "article:published" or "vr:published_time" or "rnews:datepublished" or "shareaholic:article_published_time") => ("meta", 96, "published time in a meta element"),
        ("meta", "og:updated_time" or "article:modified_time" or "article:modified" or "dc.date.modified" or "dcterms.modified" or "last-modified" or "modified" or "datemodified" or "date.modified" or "revised" or "lastmod" or "article.updated") => ("modified", 30, "a modification time in a meta element"),
        ("meta", "timestamp" or "created" or "date.created" or "dcterms.created" or "dc.date.created" or "video:release_date" or "release_date") => ("meta", 58, "a date in a meta element"),
        ("meta", var name) when name.Contains("date", StringComparison.Ordinal) || name.Contains("publi", StringComparison.Ordinal) && name.Contains("time", StringComparison.Ordinal)
            || name is "dcterms.issued" or "parsely-pub-date" or "published" or "firstpublished" or "article.published" or "article.created" => ("meta", 88, "a publication date in a meta element"),
        _ => ("", 0, ""),
    };

    /// <summary>The first date of a value; ISO, RFC 2822, seconds since 1970, or words.</summary>
    private static FoundDate? Parse(Layout layout, Span span, string? language, bool monthFirst)
    {
        var value = layout.Text.AsSpan(span.Start, span.Length);
        if (value.Length is 10 or 13 && value[0] == '1' && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            var day = Instant.FromUnixTimeSeconds(value.Length == 13 ? seconds / 1000 : seconds).InUtc().Date;
            return new FoundDate(day.Year, day.Month, day.Day, span, null, false, true, true, true);
        }
        var bounded = span.Length > 80 ? new Span(span.Start, span.Start + 80) : span;
        return DateScanner.Scan(layout.Text, bounded, language, monthFirst).Find(d => d.Date is { Year: > 1990 });
    }

    private static DateRange Between(LocalDate a, LocalDate b) => a < b ? new DateRange(a, b) : new DateRange(b, a);

    /// <summary>Year, month and day in a path: /2023/04/04/, /2023-04-04-word, /20230404/, /2023/apr/04/.</summary>
    private static DateEvidence? UrlDate(Layout layout, MetadataLine line)
    {
        var text = layout.Text;
        var path = text.IndexOf("//", line.Span.Start, line.Span.Length, StringComparison.Ordinal);
        path = text.IndexOf('/', path < 0 ? line.Span.Start : path + 2, line.Span.End - (path < 0 ? line.Span.Start : path + 2));
        if (path < 0)
            return null;
        foreach (var found in DateScanner.Scan(text, new Span(path, line.Span.End), null, monthFirst: false))
        {
            var before = text[found.Span.Start - 1];
            var compact = found.Span.Length == 8 && char.IsAsciiDigit(text[found.Span.Start + 4]);
            var boundedAfter = found.Span.End >= line.Span.End || !char.IsAsciiDigit(text[found.Span.End]);
            if (found.Date is { Year: >= 1995 } day && char.IsAsciiDigit(text[found.Span.Start]) && found.Alternative is null && boundedAfter && before is '/' or '-' or '_' or '.' or '=')
                return new DateEvidence(DateRange.Day(day), found.Span, "url", compact ? 78 : 84, "year, month and day in the page's address");
        }
        return null;
    }
}
