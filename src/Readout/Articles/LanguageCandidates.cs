using Readout.Pages;
using Readout.Text;

namespace Readout.Articles;

/// <summary>Lists what a page says about its language beside what its text shows.</summary>
internal static class LanguageCandidates
{
    private static readonly (string Where, string[] Names)[] Places =
    [
        ("front-matter", ["lang", "language"]),
        ("html", ["lang"]),
        ("json-ld", ["inlanguage", "webpage.inlanguage"]),
        ("meta", ["og:locale", "content-language", "language", "dc.language"]),
        ("microdata", ["inlanguage"]),
    ];

    public static IReadOnlyList<MetadataCandidate> Find(Layout layout, string? chosen)
    {
        var candidates = new List<MetadataCandidate>();
        var declared = new List<MetadataLine>();
        foreach (var (where, names) in Places)
            declared.AddRange(layout.Metadata(where, names));
        if (chosen is not null && layout.Body.Count > 0)
            candidates.Add(new(MetadataField.Language, chosen, layout.Blocks[layout.First].Block.Span, "text", Chosen: true, "the language of the text's words"));
        foreach (var line in declared)
        {
            var value = layout.Folded(line.Span);
            var isSame = chosen is not null && Main(value) == chosen;
            candidates.Add(new(MetadataField.Language, value, line.Span, line.Where, isSame, isSame ? "says the same as the text" : "the markup's word; the text is in another language"));
        }
        return candidates;
    }

    private static string Main(string tag)
    {
        var main = tag.Split('-', '_')[0].Trim().ToLowerInvariant();
        return main == "no" ? "nb" : main;
    }
}
