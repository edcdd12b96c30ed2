using Readout.Languages;
using Readout.Pages;
using Readout.Text;

namespace Readout.Articles;

/// <summary>Finds who published the page: stated in the markup, or named by the page about itself.</summary>
internal static class OutletFinder
{
    private const int MaxLength = 70;

    public static Sourced<string>? Find(Layout layout, int titleIndex) =>
        FromMetadata(layout) ?? FromTitle(layout) ?? FromFurniture(layout) ?? FromLogo(layout, titleIndex) ?? Masthead(layout)?.Name ?? FromOpening(layout) ?? FromAddress(layout);

    private static Sourced<string>? FromMetadata(Layout layout)
    {
        Sourced<string>? address = null;
        foreach (var (where, names) in (ReadOnlySpan<(string, string[])>)
            [("front-matter", ["outlet", "source", "site", "site_name", "publisher", "publication"]), ("meta", ["og:site_name", "shareaholic:site_name"]), ("json-ld", ["publisher"]), ("microdata", ["publisher"]),
             ("json-ld", ["webpage.publisher", "website.name"]), ("meta", ["application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher"]), ("json-ld", ["organization.name"])])
        {
            foreach (var line in layout.Metadata(where, names))
            {
                var value = layout.Folded(line.Span);
                if (value.Length is 0 or > MaxLength || value.Contains("://", StringComparison.Ordinal))
                    continue;
                var sourced = new Sourced<string>(value, line.Span, "outlet-" + where);
                // "orlenpost.example" is an address; the name may stand further down.
                if (value.Contains('.', StringComparison.Ordinal) && !value.Contains(' ', StringComparison.Ordinal))
                    address ??= sourced;
                else
                    return sourced;
            }
        }
        return address;
    }

    private static Sourced<string>? FromTitle(Layout layout) =>
        layout.FirstMetadata("title", "title") is { } title && SiteName.Tail(layout, title.Span) is { IsEmpty: false } tail
            ? new Sourced<string>(layout.Folded(tail), tail, "outlet-title")
            : null;

    // What a page says about itself where it talks law: rights, warranties, who checked the text.
    private static Sourced<string>? FromFurniture(Layout layout)
    {
        for (var i = layout.Blocks.Count - 1; i >= 0; i--)
        {
            var block = layout.Blocks[i];
            if (block.Furniture == FurnitureKind.None || (layout.Body.Count > 0 && i > layout.First && i < layout.Last))
                continue;
            var span = block.Block.Span;
            if ((Rights(layout.Text, span) ?? Checked(layout.Text, span) ?? Disclaims(layout.Text, span)) is { } name && name.Length <= MaxLength)
                return new Sourced<string>(Full(layout, name), name, "outlet-self-named");
        }
        return null;
    }

    // "© Orlen Press 2023. All rights reserved."
    private static Span? Rights(string text, Span block)
    {
        var line = text.AsSpan(block.Start, block.Length);
        var at = line.IndexOf('©');
        if (at < 0)
            at = line.IndexOf("copyright", StringComparison.OrdinalIgnoreCase);
        if (at < 0 && line.StartsWith("(c) ", StringComparison.OrdinalIgnoreCase))
            at = 0;
        if (at < 0 || line.Contains("photo", StringComparison.OrdinalIgnoreCase) || line.Contains("image", StringComparison.OrdinalIgnoreCase))
            return null;
        at += block.Start + (line[at] == '©' ? 1 : line[at] == '(' ? 3 : "copyright".Length);
        while (at < block.End && (!char.IsLetter(text[at]) || text.AsSpan(at).StartsWith("copyright", StringComparison.OrdinalIgnoreCase) || text.AsSpan(at).StartsWith("by ", StringComparison.Ordinal)))
            at += char.IsLetter(text[at]) ? (text[at] == 'b' ? 3 : "copyright".Length) : 1;
        var name = NamePhrase.At(text, at, block.End);
        return name is { } found && !text.AsSpan(found.Start, found.Length).StartsWith("All Rights", StringComparison.OrdinalIgnoreCase) ? WithoutYear(text, found) : null;
    }

    private static Span? WithoutYear(string text, Span name)
    {
        var end = name.End;
        while (end > name.Start && (char.IsDigit(text[end - 1]) || char.IsWhiteSpace(text[end - 1])))
            end--;
        return end > name.Start ? new Span(name.Start, end) : null;
    }

    // "… reviewed and published by Orlen Press editors"
    private static Span? Checked(string text, Span block)
    {
        var at = text.IndexOf("published by ", block.Start, block.Length, StringComparison.OrdinalIgnoreCase);
        if (at < 0 || NamePhrase.At(text, at + "published by ".Length, block.End) is not { } name)
            return null;
        var after = text.AsSpan(name.End, block.End - name.End).TrimStart();
        return after.StartsWith("editors", StringComparison.Ordinal) || after.StartsWith("staff", StringComparison.Ordinal) || after.StartsWith("'s", StringComparison.Ordinal) ? name : null;
    }

    private static readonly string[] Disclaimers = ["provides", "does not", "is not responsible", "is not liable", "takes no", "accepts no", "assumes no", "bears no", "shall not", "will not be", "makes no", "cannot be held", "disclaims", "may earn", "uses cookies"];

    // "Orlen Press provides this text “as is”"
    private static Span? Disclaims(string text, Span block)
    {
        if (NamePhrase.At(text, block.Start, block.End) is not { } name || name.Length < 3)
            return null;
        var after = text.AsSpan(name.End, block.End - name.End).TrimStart();
        foreach (var phrase in Disclaimers)
        {
            if (after.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && text.AsSpan(name.Start, name.Length) is not ("We" or "This" or "It" or "The" or "Our" or "I" or "Disclaimer"))
                return name;
        }
        return null;
    }

    /// <summary>
    /// The name at the top of a plain-text page: a short line in capitals, one whose words the page uses as a name,
    /// or the very first line where a menu follows. Gives the block too, which is then no headline.
    /// </summary>
    public static (Sourced<string> Name, int Index)? Masthead(Layout layout)
    {
        if (layout.IsHtml)
            return null;
        for (var i = 0; i < Math.Min(layout.First, MaxMasthead); i++)
        {
            var block = layout.Blocks[i];
            var part = FirstPart(layout.Text, block.Block.Span);
            var span = Letters(layout.Text, part);
            var words = layout.Slice(span);
            var count = words.Split(' ').Length;
            if (span.Length < 3 || count > 5 || block.Furniture == FurnitureKind.End || words.AsSpan().IndexOfAny(NoName) >= 0 || words.AsSpan().ContainsAnyInRange('0', '9') || words.Contains("   ", StringComparison.Ordinal))
                continue;
            var capitals = !words.Any(char.IsLower) && words.Count(char.IsLetter) >= 5;
            var first = i == 0 && layout.First > 1 && words.Split(' ').All(w => char.IsUpper(w[0]) || w.Length <= 3) && (IsMenu(layout, 1) || part.Length < block.Block.Span.Length);
            if (Elsewhere(layout, span, words) is { } mention && (capitals || first || IsNamed(layout.Text, mention)))
                return (new Sourced<string>(layout.Folded(mention), span, "outlet-masthead"), i);
            if ((capitals && count >= 2) || first)
                return (new Sourced<string>(Layout.Fold(words), span, "outlet-masthead"), i);
        }
        return null;
    }

    private const int MaxMasthead = 6;
    private static readonly System.Buffers.SearchValues<char> NoName = System.Buffers.SearchValues.Create("|/:?!.,");

    // "The Orlen Post | since 1871", "THE ORLEN POST          Monday, 6 May"
    private static Span FirstPart(string text, Span line)
    {
        var bar = text.IndexOf('|', line.Start, line.Length);
        var gap = text.IndexOf("   ", line.Start, line.Length, StringComparison.Ordinal);
        var end = Math.Min(bar > line.Start ? bar : line.End, gap > line.Start ? gap : line.End);
        return new Span(line.Start, end);
    }

    private static bool IsMenu(Layout layout, int index)
    {
        var text = layout.Slice(layout.Blocks[index]);
        var parts = text.Split(["|", "   ", " - ", " • ", " · ", " / "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length >= 3 && Array.TrueForAll(parts, p => p.Length <= 25);
    }

    // "told the Orlen Post", "the Orlen Post has seen": the running text treats the words as somebody to talk to.
    private static bool IsNamed(string text, Span mention)
    {
        var before = text.AsSpan(Math.Max(0, mention.Start - 12), mention.Start - Math.Max(0, mention.Start - 12)).TrimEnd();
        return before.EndsWith("told") || before.EndsWith("told the") || before.EndsWith("to") || before.EndsWith("by") || text.AsSpan(mention.End).TrimStart().StartsWith("has ", StringComparison.Ordinal);
    }

    private static Sourced<string>? FromLogo(Layout layout, int titleIndex)
    {
        for (var i = 0; layout.IsHtml && i < Math.Min(titleIndex, 30); i++)
        {
            var block = layout.Blocks[i];
            var context = block.Block.Context;
            if (block.Words is > 0 and <= 6 && (context.Contains("logo", StringComparison.Ordinal) || context.Contains("brand", StringComparison.Ordinal) || context.Contains("site-title", StringComparison.Ordinal) || context.Contains("masthead", StringComparison.Ordinal)))
                return new Sourced<string>(layout.Folded(block.Block.Span), block.Block.Span, "outlet-masthead");
        }
        return null;
    }

    // The same name in the running text or in what follows it, in its usual capitals.
    private static Span? Elsewhere(Layout layout, Span span, string words)
    {
        for (var at = layout.Text.IndexOf(words, span.End, StringComparison.OrdinalIgnoreCase); at >= 0; at = layout.Text.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + words.Length;
            var isWhole = (at == 0 || !char.IsLetterOrDigit(layout.Text[at - 1])) && (end == layout.Text.Length || !char.IsLetterOrDigit(layout.Text[end]));
            if (isWhole && char.IsUpper(layout.Text[at]) && words.Contains(' ', StringComparison.Ordinal) && layout.Text.AsSpan(at, words.Length).ContainsAnyInRange('a', 'z'))
                return new Span(at, end);
        }
        return null;
    }

    private static Span Letters(string text, Span span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && !char.IsLetterOrDigit(text[start]))
            start++;
        while (end > start && !char.IsLetterOrDigit(text[end - 1]))
            end--;
        return new Span(start, end);
    }

    // "(ORPR) The mayor said": the mark at the head of the text is the outlet's own where the page uses it outside the text too.
    private static Sourced<string>? FromOpening(Layout layout)
    {
        if (layout.Body.Count == 0)
            return null;
        var block = layout.Blocks[layout.First].Block.Span;
        if (Dateline.Read(layout.Text, block, null) is not { Source: { } source })
            return null;
        var name = layout.Slice(source);
        for (var i = 0; i < layout.Blocks.Count; i++)
        {
            if (i >= layout.First && i <= layout.Last)
                continue;
            var text = layout.Slice(layout.Blocks[i]);
            if (text.Contains(name, StringComparison.Ordinal) || (Acronym.Expand(text, name) is not null && layout.Blocks[i].Furniture != FurnitureKind.None))
                return new Sourced<string>(Full(layout, source), source, "outlet-opening");
        }
        return null;
    }

    private static string Full(Layout layout, Span name)
    {
        var words = layout.Folded(name);
        return Acronym.Expand(layout.Text, words) is { } full ? layout.Folded(full) : words;
    }

    private static Sourced<string>? FromAddress(Layout layout)
    {
        foreach (var line in layout.Page.Metadata)
        {
            if (line.Name is not ("canonical" or "og:url" or "url" or "mainentityofpage") || SiteName.Host(layout.Slice(line.Span)) is not { } host)
                continue;
            var at = layout.Text.IndexOf(host, line.Span.Start, line.Span.Length, StringComparison.OrdinalIgnoreCase);
            return new Sourced<string>(OutletDomains.NameOf(host) ?? host, new Span(at, at + host.Length), "outlet-address");
        }
        return null;
    }
}

/// <summary>Names of outlets by their addresses; the list is read when a page has nothing but an address.</summary>
internal static class OutletDomains
{
    private static readonly Lazy<Dictionary<string, string>> Names = new(() =>
        Resource.Rows("outlets.tsv.gz").ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal));

    /// <summary>The outlet at a host or at the domain above it; null where the list has none.</summary>
    public static string? NameOf(string host)
    {
        for (var at = host; at.Contains('.', StringComparison.Ordinal); at = at[(at.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (Names.Value.TryGetValue(at, out var name))
                return name;
        }
        return null;
    }
}
