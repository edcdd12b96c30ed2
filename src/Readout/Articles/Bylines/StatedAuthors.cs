using Readout.Pages;
using Readout.Text;

namespace Readout.Articles.Bylines;

/// <summary>Authors that the markup or the front matter states.</summary>
internal static class StatedAuthors
{
    private const int MaxLine = 400;

    private static readonly (string Where, string[] Names)[] Places =
    [
        ("front-matter", ["author", "authors", "byline", "by", "writer"]),
        ("json-ld", ["author"]),
        ("meta", ["parsely-author", "sailthru.author", "citation_author", "byl", "author", "authors", "article:author", "dc.creator", "dcterms.creator"]),
        ("microdata", ["author"]),
        ("link", ["author"]),
        ("json-ld", ["webpage.author"]),
    ];

    /// <summary>The places, the most reliable kind first.</summary>
    public static List<AuthorSource> Find(Layout layout, PersonName names, FoundTitle title)
    {
        var sources = new List<AuthorSource>();
        foreach (var (where, keys) in Places)
        {
            foreach (var line in layout.Metadata(where, keys))
                sources.Add(Read(layout, names, title, line));
        }
        foreach (var line in layout.Page.Metadata)
        {
            if (line.Where == "meta" && line.Name.StartsWith("card:", StringComparison.Ordinal) && IsAuthorLabel(line.Name["card:".Length..]))
                sources.Add(Read(layout, names, title, line));
        }
        return sources;
    }

    private static AuthorSource Read(Layout layout, PersonName names, FoundTitle title, MetadataLine line)
    {
        if (line.Span.Length > MaxLine || layout.Text.AsSpan(line.Span.Start, line.Span.Length).Contains("://", StringComparison.Ordinal))
            return new AuthorSource(line.Where, line.Span, []);
        var people = NameList.People(names, layout.Text, BylineWords.WithoutOpener(layout.Text, line.Span), isList: true);
        return new AuthorSource(line.Where, line.Span, people) { Stranger = OtherTexts.Describes(layout, title, line) ? "the writer of another text that the markup describes" : null };
    }

    private static bool IsAuthorLabel(string label) => AuthorWords.Get().Openers.Exists(o => o.Phrase.TrimEnd(':', ' ') == label);
}
