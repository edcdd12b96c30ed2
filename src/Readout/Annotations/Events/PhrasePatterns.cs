namespace Readout.Annotations;

/// <summary>
/// Phrases over token norms. One element a token; <c>a|b</c> is a choice, <c>~</c> a gap of up to <see cref="MaxGap"/> tokens.
/// Built once from a list, then matched in one pass over a sentence.
/// </summary>
internal sealed class PhrasePatterns
{
    private const int MaxGap = 4;
    private const string Gap = "~";

    private readonly Dictionary<string, List<Pattern>> _byFirst = new(StringComparer.Ordinal);

    private sealed record Pattern(int Rank, string Label, string[][] Elements);

    /// <summary>A phrase found.</summary>
    /// <param name="Label">First column of its row.</param>
    /// <param name="Rank">Row number: lower rows are less precise.</param>
    /// <param name="First">Index of its first token.</param>
    /// <param name="End">Index after its last token.</param>
    public readonly record struct Match(string Label, int Rank, int First, int End);

    /// <param name="rows">Label and phrase of each row.</param>
    public PhrasePatterns(IEnumerable<(string Label, string Phrase)> rows)
    {
        var rank = 0;
        foreach (var (label, phrase) in rows)
        {
            var elements = Array.ConvertAll(phrase.Split(' '), e => e.Split('|'));
            var pattern = new Pattern(rank++, label, elements);
            foreach (var first in elements[0])
            {
                if (!_byFirst.TryGetValue(first, out var list))
                    _byFirst[first] = list = [];
                list.Add(pattern);
            }
        }
    }

    /// <summary>Every phrase that starts between two tokens and ends before <paramref name="end"/>.</summary>
    public IEnumerable<Match> Find(IReadOnlyList<Token> tokens, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (!_byFirst.TryGetValue(tokens[i].Norm, out var patterns))
                continue;
            foreach (var pattern in patterns)
            {
                var stop = MatchFrom(pattern.Elements, 1, tokens, i + 1, end);
                if (stop > 0)
                    yield return new Match(pattern.Label, pattern.Rank, i, stop);
            }
        }
    }

    private static int MatchFrom(string[][] elements, int element, IReadOnlyList<Token> tokens, int token, int end)
    {
        if (element == elements.Length)
            return token;
        if (elements[element][0] == Gap)
        {
            for (var skip = 0; skip <= MaxGap && token + skip < end; skip++)
            {
                var stop = MatchFrom(elements, element + 1, tokens, token + skip, end);
                if (stop > 0)
                    return stop;
            }
            return -1;
        }
        return token < end && Array.IndexOf(elements[element], tokens[token].Norm) >= 0
            ? MatchFrom(elements, element + 1, tokens, token + 1, end)
            : -1;
    }
}
