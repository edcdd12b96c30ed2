using Readout.Languages;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>Finds the clause an event depends on: "if …", "provided that …", "should the court agree".</summary>
internal static class Conditions
{
    private static readonly Lazy<PhrasePatterns> Markers = new(() =>
        new PhrasePatterns(Resource.Rows("En/condition-markers.tsv").Select(row => (row[1], row[0]))));

    /// <summary>The first condition between two tokens, marker included; null where there is none.</summary>
    public static Span? Find(Document document, int first, int end)
    {
        var tokens = document.Tokens;
        for (var i = first; i < end; i++)
        {
            if (IsInversion(document, i, first, end) || (Markers.Value.Find(tokens, i, Math.Min(end, i + 5)).FirstOrDefault() is { Label: not null } m
                && m.First == i && IsCondition(tokens, m, first)))
            {
                var stop = ClauseEnd(tokens, i, end);
                if (stop - i >= 3)
                    return new Span(tokens[i].Span.Start, tokens[stop - 1].Span.End);
            }
        }
        return null;
    }

    private static bool IsCondition(IReadOnlyList<Token> tokens, PhrasePatterns.Match match, int first)
    {
        var before = match.First > first ? tokens[match.First - 1].Norm : "";
        return match.Label switch
        {
            // "asked if", "see if" question a fact; "as if", "even if" set no condition.
            "if" => before is not ("as" or "even" or "ask" or "asked" or "asks" or "know" or "see" or "wonder" or "wondered" or "unclear"),
            "once" => before is not ("at" or "than" or "all" or "only") && !IsAdverbialOnce(tokens, match),
            // Only "not … until" makes a condition of a time.
            "until" => Enumerable.Range(first, match.First - first).Any(i => tokens[i].Norm is "not" or "n't" or "no" or "cannot" or "never"),
            // "provided help" is a plain verb.
            "provided" => match.End - match.First > 1 || before is "" or "," or "—" or "–",
            _ => true,
        };
    }

    // "He once ran the port" against "once the ban is lifted".
    private static bool IsAdverbialOnce(IReadOnlyList<Token> tokens, PhrasePatterns.Match match) =>
        match.End < tokens.Count && tokens[match.End].Norm is not ("the" or "a" or "an" or "both" or "all" or "it" or "they" or "he" or "she" or "we" or "this" or "that" or "these");

    // "should Mira attend", "in June should the ministry give": no subject stands before the auxiliary.
    private static bool IsInversion(Document document, int index, int first, int end)
    {
        var tokens = document.Tokens;
        if (tokens[index].Norm is not ("should" or "were" or "had") || index + 2 >= end)
            return false;
        // "were" and "had" invert only at the head of a clause; "should" also within one.
        if (tokens[index].Norm != "should" && index > first && tokens[index - 1].Norm != ",")
            return false;
        if (tokens[end - 1].Norm == "?")
            return false;
        var next = tokens[index + 1];
        var nominal = next.Norm is "the" or "a" or "an" or "his" or "her" or "their" or "its" or "both" or "they" or "he" or "she" or "it" or "talks"
            || (next.Kind == TokenKind.Word && char.IsUpper(document.Text[next.Span.Start]));
        if (!nominal)
            return false;
        return tokens[index].Norm == "should" || tokens.Skip(index + 2).Take(6).Any(t => t.Norm == "to");
    }

    // A condition runs to the comma that parts it from the main clause, or to the end.
    private static int ClauseEnd(IReadOnlyList<Token> tokens, int start, int end)
    {
        for (var i = start + 2; i < end; i++)
        {
            if (tokens[i].Norm is "," or ";" or "." or "!" or "?" or "—" or "–" or "\"" or "”" or ":" or "then")
                return i;
        }
        return end;
    }
}
