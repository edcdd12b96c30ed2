namespace Readout.Annotations;

/// <summary>
/// Remembers by what noun the page introduced a person ("the skipper of the Gull, Ada Moll"), also where the noun is no known role:
/// damaged translations make up their own.
/// </summary>
internal sealed class RoleMemory
{
    private const int MaxReach = 8;
    private readonly Dictionary<string, int> _people = new(StringComparer.Ordinal);

    /// <summary>The person last introduced by that noun.</summary>
    public int? Of(string noun) => _people.TryGetValue(noun, out var person) ? person : null;

    /// <summary>Takes in the appositions of one line.</summary>
    public void Learn(LineContext context, Func<Text.Span, int?> personAt)
    {
        var line = context.Line;
        for (var i = 0; i < line.Count; i++)
        {
            if (!context.NameStarts.TryGetValue(i, out var end) || personAt(line.SpanOf(i, end)) is not { } person)
                continue;
            if (i > 1 && line[i - 1].Is(",") && HeadBefore(line, i - 1) is { } before)
                _people[before] = person;
            else if (i > 0 && IsNoun(line[i - 1]))
                _people[line[i - 1].Norm] = person;
            if (end + 2 < line.Count && line[end].Is(",") && line[end + 1].Is(WordClass.Determiner) && HeadAfter(line, end + 2) is { } after)
                _people[after] = person;
            i = end - 1;
        }
    }

    // "the skipper of the Gull ," gives skipper.
    private static string? HeadBefore(Line line, int comma)
    {
        for (var i = comma - 1; i >= 0 && comma - i <= MaxReach; i--)
        {
            if (line[i].IsQuote || line[i].Kind is TokenKind.Punctuation)
                return null;
            if (line[i].Is(WordClass.Determiner | WordClass.Possessive) && (i == 0 || !line[i - 1].Is(WordClass.Preposition)))
                return HeadAfter(line, i + 1);
        }
        return null;
    }

    private static string? HeadAfter(Line line, int first)
    {
        var at = first;
        while (at < line.Count && at - first < 4 && line[at].IsWord && !line[at].Is(WordClass.Function))
            at++;
        return at > first && IsNoun(line[at - 1]) ? line[at - 1].Norm : null;
    }

    private static bool IsNoun(Piece piece) => piece.IsWord && !piece.Capital && !piece.Is(WordClass.Function) && !CueFinder.IsAdverb(piece);
}
