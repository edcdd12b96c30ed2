using System.Text;
using Readout.Pages;
using Readout.Text;

namespace Readout.Articles;

/// <summary>The headlines that a page's markup states.</summary>
internal static class TitleSources
{
    private const double MinShared = 0.4;

    /// <summary>All of them, the site's name cut off, in the order of the page within each kind of place.</summary>
    public static List<TitleSource> Stated(Layout layout)
    {
        var stated = new List<TitleSource>();
        void Add(string where, string rule, double weight, params string[] names)
        {
            foreach (var line in layout.Metadata(where, names))
            {
                var source = Of(layout, SiteName.Cut(layout, line.Span), where, rule, weight);
                if (source.Letters.Length > 0 && !stated.Exists(s => s.Rule == rule && s.Letters == source.Letters))
                    stated.Add(source);
            }
        }
        // What a place's word is worth: the wording on the page and the one for machines more than those for feeds and searches.
        // A feed or list that bears the page's text names its headline and nothing else.
        Add("front-matter", "front-matter", 2, "title", "headline");
        Add("json-ld", "json-ld", 1.3, "headline", "name");
        Add("meta", "og", 0.9, "og:title");
        Add("microdata", "microdata", 0.4, "headline");
        Add("meta", "meta", 0.3, "parsely-title", "sailthru.title", "dc.title", "headline");
        Add("meta", "card", 0.1, "twitter:title");
        Add("title", "tag", 0.1, "title");
        return stated;
    }

    /// <summary>Those that speak of this page's report: the first of each kind, or the one that others of the page resemble.</summary>
    public static List<TitleSource> Own(List<TitleSource> stated, TitleSource? heading)
    {
        var own = new List<TitleSource>();
        foreach (var kind in stated.GroupBy(s => s.Rule))
        {
            var rivals = kind.ToList();
            var witnesses = stated.Where(s => s.Rule != kind.Key).Concat(heading is null ? [] : [heading]).ToList();
            var best = rivals.Count == 1 ? rivals[0] : rivals.MaxBy(r => witnesses.Sum(w => w.Weight * Likeness(r.Letters, w.Letters)))!;
            own.Add(best);
        }
        return own;
    }

    public static TitleSource Of(Layout layout, Span span, string where, string rule, double weight) =>
        new(span, Letters(layout.Text.AsSpan(span.Start, span.Length)), where, rule, weight);

    /// <summary>Letters and digits alone, lower case, compatibility forms resolved.</summary>
    public static string Letters(ReadOnlySpan<char> text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                letters.Append(char.ToLowerInvariant(c));
        }
        return letters.ToString();
    }

    /// <summary>Share of three-letter pieces that two wordings have in common, of the larger set; 1 for equal ones, 0 where it is little.</summary>
    public static double Likeness(string a, string b)
    {
        var shared = Shared(a, b);
        return shared < MinShared ? 0 : shared;
    }

    /// <summary>The same, however small.</summary>
    public static double Shared(string a, string b)
    {
        if (a == b)
            return 1;
        if (a.Length < 3 || b.Length < 3)
            return 0;
        var (pieces, others) = (Pieces(a), Pieces(b));
        return (double)pieces.Count(others.Contains) / Math.Max(pieces.Count, others.Count);
    }

    private static HashSet<string> Pieces(string letters)
    {
        var pieces = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + 3 <= letters.Length; i++)
            pieces.Add(letters.Substring(i, 3));
        return pieces;
    }
}
