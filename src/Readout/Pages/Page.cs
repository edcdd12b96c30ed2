using Readout.Text;

namespace Readout.Pages;

/// <summary>What kind of file a page came as.</summary>
public enum MediaType { PlainText, Html }

/// <summary>
/// A page as it came in: its bytes' hash and its unchanging text. For HTML the text is what a reader would see,
/// rendered block by block, with the page's metadata as first lines, so that values read from markup have spans too.
/// </summary>
/// <param name="Path">Where it was read from; ends in the input's file name.</param>
/// <param name="Sha256">Lower-case hex SHA-256 of the bytes as they came in.</param>
/// <param name="MediaType">How the bytes were read.</param>
/// <param name="Text">The text that every span points into.</param>
/// <param name="Metadata">Values the markup states, in document order; empty for plain text.</param>
/// <param name="Blocks">The visible blocks of the text, in reading order, not overlapping.</param>
/// <param name="Diagnostics">What went wrong or looked odd while reading.</param>
public sealed record Page(
    string Path,
    string Sha256,
    MediaType MediaType,
    SourceText Text,
    IReadOnlyList<MetadataLine> Metadata,
    IReadOnlyList<Block> Blocks,
    IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The file name alone.</summary>
    public string FileName => System.IO.Path.GetFileName(Path.Replace('\\', '/'));
}

/// <summary>One value the markup states about the page, written out in the page's text.</summary>
/// <param name="Where">Where in the markup: <c>json-ld</c>, <c>meta</c>, <c>title</c>, <c>microdata</c>, <c>link</c>, <c>time</c>, <c>html</c>, <c>front-matter</c> (also what a feed or list states beside the page), <c>capture</c> (where and when it was taken), <c>feed</c> (what a feed that lists the page says of it), <c>mhtml</c> (the header of the message that bears the page).</param>
/// <param name="Name">Name there, lower case: <c>datepublished</c>, <c>og:title</c>, <c>author</c>, <c>canonical</c>.</param>
/// <param name="Span">The value's place in the page's text.</param>
public sealed record MetadataLine(string Where, string Name, Span Span)
{
    /// <summary>Number of the JSON-LD object that states it, from 1; 0 outside JSON-LD. Lines of one object share it.</summary>
    public int Part { get; init; }
}

/// <summary>What a block is on the page.</summary>
public enum BlockKind { Paragraph, Heading, ListItem, Quote, TableCell, Caption, Preformatted }

/// <summary>One visible block: in HTML a block-level run of text, in plain text a paragraph or a line of furniture.</summary>
/// <param name="Span">Its words, without surrounding white space.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Level">Heading level 1–6, else 0.</param>
/// <param name="LinkLength">UTF-16 units of its text that are inside links.</param>
/// <param name="Element">The block-level element it stands in; null in plain text.</param>
/// <param name="Container">Ordinal of the element that holds it directly; blocks of one container share the number.</param>
public sealed record Block(Span Span, BlockKind Kind, int Level, int LinkLength, PageElement? Element, int Container)
{
    /// <summary>Lower-case element names, classes, ids and roles of the block and its ancestors, outermost first; blanks between an element's words, a slash between elements.</summary>
    public string Context => Element?.Path ?? "";
}
