using Readout.Text;

namespace Readout.Store.Searching;

/// <summary>Chooses the words of a text that show best why it was found.</summary>
internal static class Snippets
{
    private const int Words = 32;

    // a statement is shown whole unless it is very long
    private const int Whole = 60;

    /// <param name="text">The page's text.</param>
    /// <param name="place">The part of it to choose from.</param>
    /// <param name="language">Its language.</param>
    /// <param name="terms">Terms looked for; those ending in * are beginnings.</param>
    public static Snippet Of(string text, Span place, string? language, IReadOnlyCollection<string> terms)
    {
        var words = SearchWord.Of(text[place.Start..place.End]).Select(w => (Start: w.Start + place.Start, End: w.End + place.Start, Hit: Matches(Terms.Of(w.Norm, language), w.Norm, terms))).ToList();
        if (words.Count == 0)
            return Fold(text, place, []);
        var first = words.Count <= Whole ? 0 : Best(words.ConvertAll(w => w.Hit));
        var shown = words.GetRange(first, Math.Min(words.Count <= Whole ? Whole : Words, words.Count - first));
        // to the ends of the part where it is short anyway
        var start = first == 0 ? place.Start : shown[0].Start;
        var end = first + shown.Count == words.Count ? place.End : shown[^1].End;
        var snippet = Fold(text, new Span(start, end), [.. shown.Where(w => w.Hit is not null).Select(w => new Span(w.Start, w.End))]);
        return snippet with { IsCutBefore = start > place.Start, IsCutAfter = end < place.End };
    }

    // The window with the most different terms, then with the most of them; the first of equals.
    private static int Best(List<string?> hits)
    {
        var (best, bestScore) = (0, -1);
        for (var i = 0; i < hits.Count; i++)
        {
            if (hits[i] is null)
                continue;
            var window = hits.GetRange(i, Math.Min(Words, hits.Count - i)).OfType<string>().ToList();
            var score = (window.Distinct(StringComparer.Ordinal).Count() * 100) + window.Count;
            if (score > bestScore)
                (best, bestScore) = (Math.Max(0, i - 4), score);
        }
        return best;
    }

    private static string? Matches(string term, string word, IReadOnlyCollection<string> terms) =>
        terms.FirstOrDefault(t => t.EndsWith('*') ? word.StartsWith(t[..^1], StringComparison.Ordinal) || term.StartsWith(t[..^1], StringComparison.Ordinal) : t == term);

    // White space becomes one blank; the marks move along.
    private static Snippet Fold(string text, Span span, IReadOnlyList<Span> marks)
    {
        var folded = new System.Text.StringBuilder(span.Length);
        var places = new int[span.Length + 1];
        for (var i = span.Start; i < span.End; i++)
        {
            places[i - span.Start] = folded.Length;
            if (!char.IsWhiteSpace(text[i]))
                folded.Append(text[i]);
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }
        places[span.Length] = folded.Length;
        return new Snippet(folded.ToString().TrimEnd(), [.. marks.Select(m => new Span(places[m.Start - span.Start], places[m.End - span.Start]))]);
    }
}
