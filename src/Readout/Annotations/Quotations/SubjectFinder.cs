using Readout.Text;

namespace Readout.Annotations;

/// <summary>Finds the noun phrase that speaks: before the verb ("the mayor, Ada, said") or behind it ("said the mayor").</summary>
/// <remarks>Works from closed word classes and the names already found; there is no parse to ask.</remarks>
internal sealed class SubjectFinder(Line line, IReadOnlySet<int> timePieces, IReadOnlyDictionary<int, int> nameStarts)
{
    private const int MaxWords = 24;
    private const int MaxReach = 60;
    private const int MaxRelative = 14;

    /// <summary>The subject that ends at <paramref name="verb"/>, and where its clause begins; null where none stands there.</summary>
    public NounPhrase? Before(int verb)
    {
        var end = verb;
        while (end > 0 && timePieces.Contains(end - 1))
            end--;
        if (end == 0)
            return null;
        if (line[end - 1].Is(","))
            return BeforeApposition(end - 1);
        var nearest = Walk(line[end - 1].Is(")") ? BeforeBracket(end) : end);
        return BeforeRelative(nearest, end) ?? nearest;
    }

    // "an officer who asked not to be named said": what stands nearest to the verb is the end of a clause about the officer.
    private NounPhrase? BeforeRelative(NounPhrase? nearest, int verb)
    {
        if (nearest is { } named && (line[named.First].Capital || line[named.First].Is(WordClass.Determiner | WordClass.Possessive | WordClass.Subject | WordClass.Relative)))
            return null;
        for (var i = verb - 1; i > 0 && verb - i < MaxRelative; i--)
        {
            if (line[i].IsQuote || line[i].Is(","))
                return null;
            if (line[i].Is("who"))
                return i + 1 < verb ? Walk(i) : null;
        }
        return null;
    }

    // "Moll (Harbour Party) said"
    private int BeforeBracket(int end)
    {
        for (var i = end - 2; i > 0 && end - i < 14; i--)
        {
            if (line[i].Is("("))
                return i;
        }
        return end;
    }

    /// <summary>The subject that begins at <paramref name="at"/>, behind its verb.</summary>
    public NounPhrase? After(int at)
    {
        while (at < line.Count && timePieces.Contains(at))
            at++;
        var first = at;
        while (at < line.Count && at - first < MaxWords)
        {
            var piece = line[at];
            if (piece.IsQuote || !(piece.IsWord || piece.Kind is TokenKind.Number || piece.Norm is "'s" or "'" or "-" or "." or "&") || timePieces.Contains(at))
                break;
            if (nameStarts.TryGetValue(at, out var nameEnd))
            {
                at = nameEnd;
                continue;
            }
            if (piece.Is(".") && (at + 1 >= line.Count || !line[at - 1].Capital || !line[at + 1].Capital))
                break;
            // "said Moll — who has led the council"
            if (at > first && piece.Norm is "-" or "--" or "—" or "–" && piece.Span.Start > line[at - 1].Span.End)
                break;
            // "documents seen by the Courier": the documents
            if (at > first && !piece.Capital && at + 1 < line.Count && line[at + 1].Is("by") && (piece.Is(WordClass.Past) || piece.Norm is "seen" or "shown" || piece.Norm.EndsWith("ed", StringComparison.Ordinal)))
                break;
            if (at > first && piece.Is(WordClass.Subject | WordClass.Hearer) && !piece.Is(WordClass.Possessive) && !line[at - 1].Is("of"))
                break;
            if (piece.Is(WordClass.Relative | WordClass.Auxiliary) || (piece.Is(WordClass.Coordinator) && !JoinsNames(at))
                || (piece.Is(WordClass.Preposition | WordClass.Subordinator) && !(piece.Norm is "of" or "for" or "from" or "at" && at > first)
                    && !(piece.Is("by") && at > first && line[at - 1].Is(WordClass.DocumentNoun))))
            {
                break;
            }
            if (at > first && !piece.Capital && (CueFinder.IsAdverb(piece) || piece.Is(WordClass.Past) || (piece.Norm.EndsWith("ing", StringComparison.Ordinal) && line[at - 1].Capital)))
                break;
            at++;
        }
        if (at == first || (line[first].Is(WordClass.Function) && !line[first].Is(WordClass.Determiner | WordClass.Possessive | WordClass.ThirdPerson)))
            return null;
        if (line[first].Is(WordClass.ThirdPerson) && !line[first].Is(WordClass.Possessive))
            return new NounPhrase(first, first + 1);
        return new NounPhrase(first, NamedBehind(first, at) ?? at);
    }

    // "According to the operator, the Vask Garden Company, …": the end of the name that says which operator.
    private int? NamedBehind(int first, int end)
    {
        if (end >= line.Count || !line[end].Is(",") || !line[first].Is(WordClass.Determiner | WordClass.Possessive))
            return null;
        for (var i = first; i < end; i++)
        {
            if (line[i].Capital)
                return null;
        }
        var name = end + 1;
        if (name < line.Count && (line[name].Is("the") || IsTitle(name)))
            name++;
        return nameStarts.TryGetValue(name, out var last) && (last >= line.Count || line[last].Norm is "," or "." or ";") ? last : null;
    }

    // "Dr Moll", "Dr. Moll": the title is no part of the name found.
    private bool IsTitle(int at) =>
        at + 1 < line.Count && line[at].Norm is "dr" or "dr." or "prof" or "prof." or "professor" or "mr" or "mr." or "mrs" or "mrs." or "ms" or "ms." or "sir" or "dame"
        && line[at].Capital && nameStarts.ContainsKey(at + 1);

    private bool JoinsNames(int at) =>
        line[at].Is("and") && at > 0 && at + 1 < line.Count && line[at - 1].Capital && line[at + 1].Capital;

    // "X, the mayor of Y, said": the nearest comma before which a name or a whole phrase stands.
    private NounPhrase? BeforeApposition(int comma)
    {
        var floor = Math.Max(0, comma - MaxReach);
        NounPhrase? farthest = null;
        for (var i = comma - 1; i >= floor; i--)
        {
            var piece = line[i];
            if (piece.IsQuote)
                break;
            if (!piece.Is(","))
                continue;
            if (Walk(i) is not { } phrase)
                continue;
            var apposition = i + 1;
            // "Its president, Ina Sorrel, called": the name stands between the commas.
            if (IsTitle(apposition))
                apposition++;
            if (apposition < comma && line[apposition].Capital && nameStarts.TryGetValue(apposition, out var end) && end >= comma)
                return new NounPhrase(phrase.First, comma);
            if (StartsClause(phrase.First) || nameStarts.ContainsKey(phrase.First) || line[phrase.First].Is(WordClass.Relative))
                return phrase;
            farthest ??= phrase;
        }
        return farthest is { } found && IsNominal(found) ? found : null;
    }

    private bool IsNominal(NounPhrase phrase) => line[phrase.First].Capital || line[phrase.First].Is(WordClass.Determiner | WordClass.Possessive);

    private bool StartsClause(int first) =>
        first == 0 || line[first - 1].IsQuote || line[first - 1].Norm is "," or ";" or ":" or "-" or "--" or "—" or "–" or "and" or "but";

    // Goes left over the words of one noun phrase that ends before `end`.
    private NounPhrase? Walk(int end)
    {
        if (end <= 0)
            return null;
        var last = line[end - 1];
        if (last.IsQuote || !(last.IsWord || last.Kind is TokenKind.Number || last.Norm is "." or ")" or "%"))
            return null;
        if (last.Is(WordClass.ThirdPerson) || last.Norm is "i" or "we" or "you" or "who")
            return last.Is("it") || !last.Is(WordClass.Possessive) ? new NounPhrase(end - 1, end) : null;
        if (last.Is(WordClass.Coordinator | WordClass.Auxiliary | WordClass.Possessive) || last.Norm is "that" or "which" or "to" or "there" or "not" or "as" or "when")
            return null;
        var first = end;
        while (first > 0 && end - first < MaxWords)
        {
            var at = first - 1;
            var piece = line[at];
            if (piece.IsQuote || timePieces.Contains(at))
                break;
            if (NameEndingAt(first) is { } start && start < at)
            {
                first = start;
                continue;
            }
            if (!piece.IsWord)
            {
                var inside = piece.Kind is TokenKind.Number || piece.Norm is "'" or "-" or "/" or "&" or "%" || (piece.Is(".") && at > 0 && line[at - 1].IsWord)
                    || (piece.Norm is "(" or ")" && end - first > 0);
                if (!inside)
                    break;
            }
            else if (piece.Is(WordClass.Subject | WordClass.Relative | WordClass.Auxiliary | WordClass.Negation) && !piece.Is("'s") && !piece.Is(WordClass.Possessive))
            {
                break;
            }
            else if (piece.Is("and") && at > 0 && JoinsInside(at, end))
            {
                first = at;
                continue;
            }
            else if (piece.Is(WordClass.Coordinator) || (piece.Is(WordClass.Subordinator) && !piece.Is(WordClass.InnerPreposition)))
            {
                break;
            }
            else if (piece.Is(WordClass.Past) && !piece.Capital)
            {
                break;
            }
            first = at;
        }
        return Trim(first, end);
    }

    private bool JoinsInside(int at, int end) =>
        (line[at - 1].Capital && line[at + 1].Capital) || (line[at - 1].Is(WordClass.Determiner) && at + 1 < end);

    private int? NameEndingAt(int end)
    {
        for (var start = end - 1; start >= 0 && start >= end - 8; start--)
        {
            if (nameStarts.TryGetValue(start, out var nameEnd) && nameEnd == end)
                return start;
        }
        return null;
    }

    // "In a statement the company", "after the vote Pell": the phrase begins behind the lead-in.
    private NounPhrase? Trim(int first, int end)
    {
        while (first < end && (line[first].Kind is TokenKind.Punctuation || CueFinder.IsAdverb(line[first]) || timePieces.Contains(first)))
            first++;
        if (first >= end)
            return null;
        if (line[first].Is(WordClass.Preposition) && !line[first].Is(WordClass.Determiner))
        {
            for (var i = end - 1; i > first + 1; i--)
            {
                var before = line[i - 1];
                if (before.Is(WordClass.Preposition | WordClass.Determiner) || before.Norm is "'s" or "'")
                    continue;
                if (line[i].Is(WordClass.Determiner | WordClass.Possessive) || (line[i].Capital && !before.Capital && nameStarts.ContainsKey(i)))
                    return new NounPhrase(i, end);
            }
            return null;
        }
        if (end - first == 1 && line[first].Norm is "the" or "a" or "an" or "no" or "every" or "its" or "their" or "our" or "my" or "your")
            return null;
        return IsNominalStart(first, end) ? new NounPhrase(first, end) : null;
    }

    // A bare lower-case word opens a phrase only of plurals: "experts", "sources close to the talks".
    private bool IsNominalStart(int first, int end)
    {
        var piece = line[first];
        if (line.IsHeading || piece.Capital || !piece.IsWord || piece.Is(WordClass.Determiner | WordClass.Possessive))
            return true;
        if (piece.Norm.EndsWith("ing", StringComparison.Ordinal) || (piece.Norm.EndsWith("ed", StringComparison.Ordinal) && end - first > 2))
            return false;
        for (var i = first; i < end && !(i > first && line[i].Is(WordClass.Preposition)); i++)
        {
            if (QuotationWords.IsAnonymousSource(line[i].Norm) || nameStarts.ContainsKey(i) || (line[i].Norm.EndsWith('s') && !line[i].Norm.EndsWith("ss", StringComparison.Ordinal) && !line[i].Is("'s"))
                || QuotationWords.Of(line[i].Norm).HasFlag(WordClass.PersonNoun) || line[i].Capital)
                return true;
        }
        return false;
    }

    /// <summary>Span of a phrase.</summary>
    /// <summary>The phrase's words; a preposition whose time or place was cut off ("a poll in | March") is none of them.</summary>
    public Span SpanOf(NounPhrase phrase)
    {
        var end = phrase.End;
        while (end > phrase.First + 1 && line[end - 1].Is(WordClass.Preposition))
            end--;
        return line.SpanOf(phrase.First, end);
    }
}
