using Readout.Pages;
using Readout.Text;

namespace Readout.Articles;

/// <summary>Finds the address that the page gives as its own.</summary>
internal static class CanonicalFinder
{
    private static readonly (string Where, string[] Names)[] Places =
    [
        ("front-matter", ["canonical", "canonical_url", "url", "link", "address"]),
        ("link", ["canonical"]),
        ("meta", ["og:url"]),
        ("json-ld", ["mainentityofpage", "url"]),
        ("link", ["mainentityofpage"]),
        ("json-ld", ["webpage.url"]),
    ];

    public static (Sourced<string>? Canonical, IReadOnlyList<MetadataCandidate> Candidates) Find(Layout layout)
    {
        var lines = new List<(MetadataLine Line, string Value)>();
        foreach (var (where, names) in Places)
        {
            foreach (var line in layout.Metadata(where, names))
                lines.Add((line, layout.Slice(line.Span)));
        }
        // A template that states the front page for every page says nothing about this one, where another place knows better.
        var whole = lines.Where(l => IsWhole(l.Value)).ToList();
        var own = whole.Exists(l => !IsFront(l.Value)) ? whole.Where(l => !IsFront(l.Value)).ToList() : whole;
        var best = own.Count > 0 ? own[0] : default;
        var candidates = new List<MetadataCandidate>();
        foreach (var (line, value) in lines)
        {
            var isSame = best.Line is not null && IsWhole(value) && Bare(value) == Bare(best.Value);
            var reason = !IsWhole(value) ? "not a whole address"
                : line == best.Line ? "the address the page gives as its own"
                : isSame ? "the same address as in a more reliable place"
                : IsFront(value) ? "the site's front page"
                : "another address than in a more reliable place";
            candidates.Add(new(MetadataField.Canonical, value, line.Span, line.Where, isSame, reason));
        }
        return (best.Line is null ? null : new Sourced<string>(best.Value, best.Line.Span, "canonical-" + best.Line.Where), candidates);
    }

    private static bool IsWhole(string address) =>
        (address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) && !address.Contains(' ', StringComparison.Ordinal) && SiteName.Host(address) is not null;

    private static bool IsFront(string address)
    {
        var path = address.IndexOf('/', address.IndexOf("//", StringComparison.Ordinal) + 2);
        return path < 0 || path == address.Length - 1;
    }

    // With or without "www.", a last slash and the protocol's "s" it is the same page.
    private static string Bare(string address)
    {
        var bare = address[(address.IndexOf("//", StringComparison.Ordinal) + 2)..].TrimEnd('/');
        return bare.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? bare[4..] : bare;
    }
}
