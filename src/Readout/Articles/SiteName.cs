using Readout.Text;

namespace Readout.Articles;

/// <summary>Cuts the site's name off a page title: "Bridge closed - The Orlen Post".</summary>
internal static class SiteName
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " · ", " // ", " < ", " > ", " / ", " ‹ ", " ⋆ ", " ~ "];

    /// <summary>The headline's part of a title; all of it where no part is known to be the site's name.</summary>
    public static Span Cut(Layout layout, Span span)
    {
        var names = Names(layout);
        // A title may end in a section and a name: "Headline | Sport | The Orlen Post".
        for (var round = 0; round < 3; round++)
        {
            var (cut, at, length) = Last(layout, span);
            if (cut < 0)
                return Front(layout, span, names);
            var tail = layout.Slice(new Span(at, at + length));
            var head = layout.Trim(new Span(span.Start, cut));
            if (!IsName(layout, head, tail, names))
                return Front(layout, span, names);
            span = head;
        }
        return span;
    }

    /// <summary>The last part of a title that looks like the site's name; null where none does.</summary>
    public static Span? Tail(Layout layout, Span span)
    {
        var (cut, at, length) = Last(layout, span);
        var head = cut < 0 ? span : layout.Trim(new Span(span.Start, cut));
        return cut >= 0 && IsName(layout, head, layout.Slice(new Span(at, at + length)), Names(layout)) ? layout.Trim(new Span(at, at + length)) : null;
    }

    // "Orlen Post: Bridge closed" has the name in front.
    private static Span Front(Layout layout, Span span, List<string> names)
    {
        foreach (var separator in (ReadOnlySpan<string>)[" | ", " - ", " – ", ": ", " » "])
        {
            var at = layout.Text.IndexOf(separator, span.Start, span.Length, StringComparison.Ordinal);
            if (at > span.Start && names.Contains(PhraseIndex.Normalize(layout.Text.AsSpan(span.Start, at - span.Start))))
                return layout.Trim(new Span(at + separator.Length, span.End));
        }
        return span;
    }

    private static (int Cut, int At, int Length) Last(Layout layout, Span span)
    {
        int cut = -1, at = -1;
        foreach (var separator in Separators)
        {
            var found = span.Length < separator.Length ? -1 : layout.Text.LastIndexOf(separator, span.End - 1, span.Length, StringComparison.Ordinal);
            if (found > cut)
                (cut, at) = (found, found + separator.Length);
        }
        return (cut, at, span.End - at);
    }

    private static bool IsName(Layout layout, Span head, string tail, List<string> names)
    {
        var norm = PhraseIndex.Normalize(tail);
        if (norm.Length == 0)
            return true;
        if (names.Exists(n => n == norm || n.Replace(" ", "", StringComparison.Ordinal) == norm.Replace(" ", "", StringComparison.Ordinal)
            || (n.Length > 4 && norm.StartsWith(n, StringComparison.Ordinal)) || (norm.Length > 4 && n.StartsWith(norm, StringComparison.Ordinal))))
            return true;
        if (tail.Contains('.', StringComparison.Ordinal) && !tail.Contains(' ', StringComparison.Ordinal))
            return true;
        var headNorm = PhraseIndex.Normalize(layout.Text.AsSpan(head.Start, head.Length));
        if (headNorm.Length == 0)
            return false;
        // Where the rest is the visible heading, with or without a section behind it, the tail is not part of the headline.
        var (cut, _, _) = Last(layout, head);
        var shorter = cut > head.Start ? PhraseIndex.Normalize(layout.Text.AsSpan(head.Start, cut - head.Start)) : headNorm;
        foreach (var block in layout.Blocks)
        {
            if (block.Block.Level is 1 or 2 && (block.Norm == headNorm || (block.Norm == shorter && shorter.Length > 0)))
                return true;
        }
        return false;
    }

    private static List<string> Names(Layout layout)
    {
        var names = new List<string>();
        foreach (var line in layout.Page.Metadata)
        {
            if (line.Name is "og:site_name" or "publisher" or "website.name" or "organization.name" or "application-name" or "webpage.publisher" or "article:publisher" or "dc.publisher" or "outlet" or "site" or "apple-mobile-web-app-title" or "shareaholic:site_name")
                names.Add(PhraseIndex.Normalize(layout.Text.AsSpan(line.Span.Start, line.Span.Length)));
            else if (line.Name is "canonical" or "og:url" && Host(layout.Slice(line.Span)) is { } host)
                names.AddRange([PhraseIndex.Normalize(host), HostWord(host)]);
        }
        names.RemoveAll(n => n.Length == 0);
        return names;
    }

    /// <summary>All names of the outlet and its site, as <see cref="Bylines.Folded.Plain"/> gives them.</summary>
    public static HashSet<string> Plain(Layout layout, string? outlet)
    {
        var plain = Names(layout).Select(n => Bylines.Folded.Plain(n)).Where(n => n.Length > 0).ToHashSet(StringComparer.Ordinal);
        if (outlet is not null)
            plain.Add(Bylines.Folded.Plain(outlet));
        return plain;
    }

    /// <summary>The host of an address without <c>www</c>; null where it is no address.</summary>
    public static string? Host(string url)
    {
        var start = url.IndexOf("//", StringComparison.Ordinal);
        if (start < 0)
            return null;
        var host = url[(start + 2)..];
        var end = host.IndexOfAny(['/', '?', '#', ':']);
        if (end >= 0)
            host = host[..end];
        host = host.ToLowerInvariant();
        if (host.StartsWith("www.", StringComparison.Ordinal))
            host = host[4..];
        return host.Contains('.', StringComparison.Ordinal) ? host : null;
    }

    /// <summary>"orlenpost" of news.orlenpost.co.example: the longest label says most.</summary>
    public static string HostWord(string host) => host.Split('.')[..^1].MaxBy(label => label.Length) ?? "";
}
