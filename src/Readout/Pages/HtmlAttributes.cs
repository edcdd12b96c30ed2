using System.Buffers;
using System.Collections.Frozen;

namespace Readout.Pages;

/// <summary>Which attributes anybody here reads. The rest is four fifths of a tag: addresses, sources, data for scripts.</summary>
internal static class HtmlAttributes
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Anywhere = FrozenSet.ToFrozenSet(
        ["class", "id", "role", "hidden", "aria-hidden", "itemprop", "itemscope", "itemtype", "property", "content", "datetime", "pubdate", "data-utime"],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<string> Shown = SearchValues.Create(["display", "visibility", "&"], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> Related = SearchValues.Create(["canonical", "author", "publisher", "mainentity", "&"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Elements of which every attribute counts: open formatting is compared by all it has.</summary>
    public static bool AreAllRead(HtmlTag tag) => tag is HtmlTag.Formatting or HtmlTag.Template;

    /// <summary>True for a link element that says what the page is or whose it is.</summary>
    public static bool Tells(ReadOnlySpan<char> link) => link.ContainsAny(Related);

    public static bool IsRead(HtmlTag tag, ReadOnlySpan<char> name, ReadOnlySpan<char> value, bool tells)
    {
        if (Anywhere.Contains(name))
            return true;
        if (Is(name, "style"))
            return value.ContainsAny(Shown);
        return tag switch
        {
            // A link to a place on the page itself marks a note.
            HtmlTag.Anchor => Is(name, "rel") || (Is(name, "href") && value.Length > 0 && value[0] is '#' or '&'),
            HtmlTag.Link => tells && (Is(name, "rel") || Is(name, "href") || Is(name, "title")),
            HtmlTag.Meta => Is(name, "name") || Is(name, "http-equiv") || Is(name, "charset"),
            HtmlTag.Input or HtmlTag.Script => Is(name, "type"),
            HtmlTag.Abbreviation => Is(name, "title"),
            HtmlTag.Root => Is(name, "lang"),
            _ => false,
        };
    }

    private static bool Is(ReadOnlySpan<char> name, ReadOnlySpan<char> known) => name.Length == known.Length && System.Text.Ascii.EqualsIgnoreCase(name, known);
}
