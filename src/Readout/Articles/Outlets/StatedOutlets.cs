using Readout.Text;

namespace Readout.Articles.Outlets;

/// <summary>Names of the outlet that the markup, the front matter and the page's address give.</summary>
internal static class StatedOutlets
{
    private const int MaxLength = 70;
    private const int MaxPlain = 30;

    private static readonly (string Where, string[] Names)[] Places =
    [
        ("front-matter", ["outlet", "source", "site", "site_name", "publisher", "publication"]),
        ("meta", ["og:site_name", "shareaholic:site_name"]),
        ("json-ld", ["publisher"]),
        ("microdata", ["publisher"]),
        ("json-ld", ["webpage.publisher", "website.name"]),
    ];

    private static readonly (string Where, string[] Names)[] Weaker =
    [
        ("meta", ["application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher"]),
        ("json-ld", ["organization.name"]),
    ];

    // What a site calls its feed is often more than its name: "Latest – Orlen Post".
    private static readonly (string Where, string[] Names)[] Feeds = [("feed", ["outlet"])];

    public static IEnumerable<Sourced<string>> Strong(Layout layout, string? host) => In(layout, Places, host);

    public static IEnumerable<Sourced<string>> Weak(Layout layout, string? host) => In(layout, Weaker, host);

    public static IEnumerable<Sourced<string>> OfFeed(Layout layout, string? host) => In(layout, Feeds, host);

    private static IEnumerable<Sourced<string>> In(Layout layout, (string Where, string[] Names)[] places, string? host)
    {
        foreach (var (where, names) in places)
        {
            foreach (var line in layout.Metadata(where, names))
            {
                var span = WithoutSlogan(layout, line.Span, host);
                var value = layout.Folded(span);
                if (value.Length is > 0 and <= MaxLength && !value.Contains("://", StringComparison.Ordinal))
                    yield return new Sourced<string>(Spelled(value, host), span, "outlet-" + where);
            }
        }
    }

    // "theorlenpost" is how the address writes "The Orlen Post".
    private static string Spelled(string value, string? host) =>
        !value.Contains(' ', StringComparison.Ordinal) && host is not null && OutletDomains.NameOf(host) is { } known && known.Contains(' ', StringComparison.Ordinal)
            && Bylines.Folded.Plain(known) is var plain && (plain == Bylines.Folded.Plain(value) || plain == "the" + Bylines.Folded.Plain(value)) ? known : value;

    // "Orlen Post | News, sport and weather from the coast": the part that the address bears out; the first where there is no address.
    private static Span WithoutSlogan(Layout layout, Span span, string? host)
    {
        if (span.Length <= MaxPlain)
            return span;
        var parts = new List<Span>();
        var start = span.Start;
        for (var i = span.Start; i <= span.End; i++)
        {
            var isCut = i == span.End || layout.Text[i] is '|' or '｜' or '│' || (layout.Text[i] is '-' or '–' or '—' or ':' && i + 1 < span.End && layout.Text[i + 1] == ' ' && (layout.Text[i] == ':' || layout.Text[i - 1] == ' '));
            if (!isCut)
                continue;
            if (layout.Trim(new Span(start, i)) is { IsEmpty: false } part)
                parts.Add(part);
            start = i + 1;
        }
        if (parts.Count < 2)
            return span;
        var label = host is null ? "" : Bylines.Folded.Plain(SiteName.HostWord(host));
        return parts.Find(p => Bylines.Folded.Plain(layout.Slice(p)) is { Length: >= 3 } plain && label.Length > 0 && (label.Contains(plain, StringComparison.Ordinal) || plain.Contains(label, StringComparison.Ordinal))) is { IsEmpty: false } named ? named : host is null ? parts[0] : span;
    }

    /// <summary>The page's host and its place in the text; null where no address is stated.</summary>
    public static (string Host, Span Span)? Address(Layout layout)
    {
        foreach (var line in layout.Page.Metadata)
        {
            if (line.Name is not ("canonical" or "og:url" or "url" or "mainentityofpage") || SiteName.Host(layout.Slice(line.Span)) is not { } host)
                continue;
            var at = layout.Text.IndexOf(host, line.Span.Start, line.Span.Length, StringComparison.OrdinalIgnoreCase);
            return (host, new Span(at, at + host.Length));
        }
        return null;
    }
}
