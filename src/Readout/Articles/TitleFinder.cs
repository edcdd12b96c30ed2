using System.Buffers;
using Readout.Text;

namespace Readout.Articles;

/// <summary>A headline that some place on the page gives.</summary>
/// <param name="Span">Its words, the site's name cut off.</param>
/// <param name="Letters">Letters and digits alone, lower case: what two wordings are compared by.</param>
/// <param name="Where">Kind of place, as <see cref="MetadataCandidate.Where"/> has it.</param>
/// <param name="Rule">Name of the rule that read it.</param>
/// <param name="Weight">What its word counts among others.</param>
internal sealed record TitleSource(Span Span, string Letters, string Where, string Rule, double Weight);

/// <summary>The headline, the block it stands in or below which the report begins, and all that was considered.</summary>
internal sealed record FoundTitle(Sourced<string>? Title, int Index, IReadOnlyList<MetadataCandidate> Candidates);

/// <summary>
/// Finds the headline: what the reader sees above the report, what the markup states for machines and what is
/// shown where the page is shared often differ; the wording that most of them agree on is taken.
/// </summary>
internal static class TitleFinder
{
    // Headings hold kickers, and page titles repeat them: both speak by half for a wording that is theirs but for the words in
    // front. What is stated for machines was chosen whole.
    private const double Partly = 0.5;
    private const int MinPart = 12;

    // Cards and window titles join what isn't one headline.
    private const double Told = 0.3;

    private static readonly SearchValues<char> Dividers = SearchValues.Create(":–—|");

    public static FoundTitle Find(Layout layout)
    {
        if (!layout.IsHtml)
            return TextTitle.Find(layout);
        var stated = TitleSources.Stated(layout);
        var heading = HeadingFinder.Best(layout, stated);
        var sources = new List<TitleSource>();
        if (heading is { } index)
            sources.Add(TitleSources.Of(layout, layout.Blocks[index].Block.Span, "heading", "heading", 1.2));
        sources.AddRange(TitleSources.Own(stated, heading is null ? null : sources[0]));
        var position = heading ?? Math.Max(0, layout.First - (sources.Count > 0 ? 1 : 0));
        if (sources.Count == 0)
            return new(null, layout.First, []);
        var best = Divided(layout, sources.MaxBy(s => Support(s, sources))!, sources);
        var title = new Sourced<string>(layout.Folded(best.Span), best.Span, "title-" + best.Rule);
        return new(title, position, [.. Candidates(layout, best, sources), .. Strangers(layout, stated, sources)]);
    }

    // A kicker and the headline below it are told apart by type, which the page's text doesn't have; other places put a colon between them.
    private static TitleSource Divided(Layout layout, TitleSource best, List<TitleSource> sources) =>
        sources.Where(s => s.Letters == best.Letters && s.Weight >= Told).Prepend(best).MaxBy(s => layout.Text.AsSpan(s.Span.Start, s.Span.Length).IndexOfAny(Dividers) >= 0)!;

    private static double Support(TitleSource one, List<TitleSource> sources)
    {
        double support = 0;
        // Pages repeat a value under several names of one kind; each kind speaks once.
        foreach (var kind in sources.GroupBy(s => s.Rule))
            support += kind.Max(other => other.Weight * (other.Letters == one.Letters ? 1 : other.Rule is "heading" or "tag" && Contains(other.Letters, one.Letters) ? Partly : 0));
        return support;
    }

    private static bool Contains(string whole, string part) =>
        part.Length >= MinPart && part.Length * 3 > whole.Length && whole.EndsWith(part, StringComparison.Ordinal);

    private static IEnumerable<MetadataCandidate> Candidates(Layout layout, TitleSource best, List<TitleSource> sources)
    {
        foreach (var source in sources)
        {
            var chosen = source.Letters == best.Letters;
            var others = Names(sources.Where(s => s.Letters == best.Letters && s != source));
            var reason = chosen ? others.Length > 0 ? $"the same wording as in {others}" : "the place that is most often right, and no two others agree"
                : Contains(source.Letters, best.Letters) ? $"has more than the headline; {Names(sources.Where(s => s.Letters == best.Letters))} has it alone"
                : $"another wording than in {Names(sources.Where(s => s.Letters == best.Letters))}";
            yield return new(MetadataField.Title, layout.Folded(source.Span), source.Span, source.Where, chosen, reason);
        }
    }

    private static IEnumerable<MetadataCandidate> Strangers(Layout layout, List<TitleSource> stated, List<TitleSource> sources) =>
        stated.Where(s => !sources.Contains(s))
            .Select(s => new MetadataCandidate(MetadataField.Title, layout.Folded(s.Span), s.Span, s.Where, Chosen: false, "the headline of another text that the markup describes"));

    private static string Names(IEnumerable<TitleSource> sources) => string.Join(", ", sources.Select(s => s.Rule).Distinct());
}
