using Readout.Text;

namespace Readout.Annotations;

/// <summary>Gives words in marks to somebody where no verb of saying on the list did: a label, the verb beside them, their clause, a signature.</summary>
/// <param name="clauses">Null where the page has no trees.</param>
/// <param name="isTaken">Whether the words in marks with that index are somebody's already; asked anew after each finding.</param>
internal sealed class UncuedQuotes(
    Document document, IReadOnlyList<Line> lines, SpeakerResolver speakers, QuoteClauses? clauses, Func<int, bool> isTaken)
{
    private const int MostInSignature = 16;

    private const int MostInLabel = 16;

    /// <summary>What is found in a line; to be taken one by one.</summary>
    /// <param name="isRead">A verb of saying was found in the line.</param>
    public IEnumerable<Finding> Read(LineContext context, int index, bool isRead)
    {
        if (!isRead)
        {
            if (Labelled(context, index) is { } labelled)
                yield return labelled;
            foreach (var finding in Unlisted(context, index))
                yield return finding;
        }
        if (context.Line.IsHeading)
            yield break;
        foreach (var finding in BesideClause(context.Line, index))
            yield return finding;
        if (Signed(context, index) is { } signed)
            yield return signed;
    }

    // "Vask Ferries: no plans", in a headline; “…” behind a name, its bracket and a colon anywhere.
    private Finding? Labelled(LineContext context, int index)
    {
        var line = context.Line;
        var colon = LabelEnd(context);
        if (colon < 0)
            return null;
        var quoted = line[colon + 1].IsQuote;
        var name = line.SpanOf(0, colon);
        // "Ada Moll (@adamoll)": the bracket is no part of the name
        var speaker = speakers.Resolve(line, name) ?? (context.NameStarts.TryGetValue(0, out var nameEnd) && nameEnd < colon && line[nameEnd].Is("(") ? speakers.Resolve(line, line.SpanOf(0, nameEnd)) : null);
        // A name met nowhere else on the page is one all the same before a colon and words in marks.
        if (speaker is null && quoted && !line.IsHeading && IsNameLike(line, colon))
        {
            var unknown = new Finding
            {
                Rule = "label", LineIndex = index, Cue = line[colon].Span, Resume = line.Count, SpeakerSpan = name, Act = SpeechAct.Stated,
            };
            return unknown.Add(line, colon + 1, colon + 2) ? unknown : null;
        }
        // A place before a colon is where it happened.
        if (speaker is not { } who || (!quoted && !line.IsHeading) || (document.Entities[who].Type is EntityType.Place or EntityType.Event && !quoted))
            return null;
        var finding = new Finding
        {
            Rule = "label", LineIndex = index, Cue = line[colon].Span, Resume = line.Count, SpeakerSpan = name, Speaker = speaker, Act = SpeechAct.Stated,
        };
        return finding.Add(line, colon + 1, quoted ? colon + 2 : line.Count) ? finding : null;
    }

    private static bool IsNameLike(Line line, int end)
    {
        for (var i = 0; i < end; i++)
        {
            if (!line[i].IsWord || !line[i].Capital || line[i].Is(WordClass.Function))
                return false;
        }
        return end is >= 2 and <= 4;
    }

    // The colon behind a name that opens the line, or behind a title, a name and a bracket where words in marks follow; −1 for none.
    private static int LabelEnd(LineContext context)
    {
        var line = context.Line;
        if (context.NameStarts.TryGetValue(0, out var end) && end + 1 < line.Count && line[end].Is(":"))
            return end;
        for (var i = 2; i <= 4 && i + 1 < line.Count; i++)
        {
            if (line[i].Is(":") && line[i + 1].IsQuote && IsNameLike(line, i))
                return i;
        }
        var named = false;
        for (var i = 0; i + 1 < line.Count && i < MostInLabel; i++)
        {
            named |= context.NameStarts.ContainsKey(i);
            if (line[i].Is(":"))
                return named && line[i + 1].IsQuote ? i : -1;
            if (line[i].IsQuote || line[i].Is(WordClass.Finite | WordClass.Past | WordClass.Auxiliary | WordClass.Subordinator))
                return -1;
        }
        return -1;
    }

    // The clause beside the marks, by its tree.
    private IEnumerable<Finding> BesideClause(Line line, int index)
    {
        for (var q = 0; q < line.Count && clauses is not null; q++)
        {
            if (!line[q].IsQuote || isTaken(line[q].Quote) || Clause(line, q) is not var (clause, resume))
                continue;
            var finding = new Finding
            {
                Rule = clause.IsTail ? "quotation-then-clause" : "clause-then-quotation", LineIndex = index, Cue = clause.Cue, IsTail = clause.IsTail,
                Resume = resume, SpeakerSpan = clause.Speaker, Speaker = clause.Entity ?? speakers.Resolve(line, clause.Speaker), Act = SpeechAct.Stated,
            };
            if (finding.Add(line, q, q + 1))
                yield return finding;
        }
    }

    private (QuoteClause Clause, int Resume)? Clause(Line line, int q)
    {
        var quote = line[q].Span;
        int before = q, behind = q + 1;
        while (before > 0 && !line[before - 1].IsQuote)
            before--;
        while (behind < line.Count && !line[behind].IsQuote)
            behind++;
        var spoken = IsSpoken(quote);
        // a title in the midst of a sentence ends with a comma as well
        if (behind > q + 1 && (q == 0 || line.OnlyQuotes(0, q)) && (spoken || EndsSpoken(line, q))
            && clauses!.Behind(quote, line.SpanOf(q + 1, behind).End, EndsOpen(line, q)) is { } tail)
            return (tail, behind);
        return before < q && clauses!.Before(line[before].Span.Start, quote, spoken && char.IsUpper(FirstLetter(quote))) is { } lead ? (lead, line.Count) : null;
    }

    private char FirstLetter(Span place)
    {
        for (var i = place.Start; i < place.End; i++)
        {
            if (char.IsLetter(document.Text[i]))
                return document.Text[i];
        }
        return '\0';
    }

    // “…” — Ada Moll, baker: behind the marks, or alone in the paragraph below them.
    private Finding? Signed(LineContext context, int index)
    {
        var line = context.Line;
        var dash = line[0].IsQuote ? 1 : 0;
        if (dash + 1 >= line.Count || !IsDash(line[dash]) || line.Count - dash > MostInSignature || !context.NameStarts.TryGetValue(dash + 1, out var end)
            || line.Has(WordClass.Finite | WordClass.Past | WordClass.Auxiliary, dash + 1, line.Count))
            return null;
        var quoted = dash == 1 ? line : index > 0 && lines[index - 1].IsQuotesOnly ? lines[index - 1] : null;
        if (quoted is null || isTaken(quoted[0].Quote) || !IsSpoken(quoted[0].Span))
            return null;
        var name = line.SpanOf(dash + 1, end);
        if (speakers.Resolve(line, name) is not { } who || document.Entities[who].Type is not (EntityType.Person or EntityType.Organisation))
            return null;
        var finding = new Finding
        {
            Rule = "signed", LineIndex = index, Cue = line[dash].Span, IsTail = true, Resume = line.Count, SpeakerSpan = name, Speaker = who, Act = SpeechAct.Stated,
        };
        return finding.Add(quoted, 0, 1) ? finding : null;
    }

    private bool IsDash(Piece piece) => !piece.IsQuote && document.Text.Chars(piece.Span) is "-" or "--" or "–" or "—" or "―";

    // “…,” launched the chairwoman. / “…,” Sorrel smiled: right behind the marks any verb will do if a known name or role stands with it.
    private IEnumerable<Finding> Unlisted(LineContext context, int index)
    {
        var line = context.Line;
        for (var q = 0; q + 2 < line.Count; q++)
        {
            if (!line[q].IsQuote || isTaken(line[q].Quote) || !IsSpoken(line[q].Span) || !(q == 0 || line.OnlyQuotes(0, q)))
                continue;
            var at = q + 1;
            if (line[at].Is(","))
                at++;
            if ((Inverted(context, at) ?? (EndsOpen(line, q) ? Plain(context, at) : null)) is var (cue, phrase))
            {
                var finding = new Finding
                {
                    Rule = "verb-beside-quotation", LineIndex = index, Cue = line.SpanOf(cue.First, cue.End), Resume = Math.Max(cue.End, phrase.End), IsTail = true,
                    SpeakerSpan = context.Subjects.SpanOf(phrase), Act = SpeechAct.Stated,
                };
                finding.Speaker = speakers.Resolve(line, finding.SpeakerSpan.Value);
                var named = finding.Speaker is not null || line[phrase.First].Is(WordClass.ThirdPerson);
                if (!named && !(EndsSpoken(line, q) && line[phrase.First].Is("the") && line[cue.End - 1].Norm.EndsWith("ed", StringComparison.Ordinal)))
                    continue;
                finding.Add(line, q, q + 1);
                yield return finding;
                yield break;
            }
        }
    }

    private static (NounPhrase Cue, NounPhrase Phrase)? Inverted(LineContext context, int at)
    {
        var line = context.Line;
        var end = at;
        while (end < line.Count && end - at < 2 && line[end].Is(WordClass.Have))
            end++;
        if (end >= line.Count || !IsOpenWord(line[end]))
            return null;
        end++;
        return context.Subjects.After(end) is { } phrase && !line[phrase.First].Is(WordClass.ThirdPerson)
            ? (new NounPhrase(at, end), phrase)
            : null;
    }

    private static (NounPhrase Cue, NounPhrase Phrase)? Plain(LineContext context, int at)
    {
        var line = context.Line;
        var end = at;
        if (end < line.Count && line[end].Is(WordClass.ThirdPerson) && !line[end].Is(WordClass.Possessive))
            end++;
        else if (context.NameStarts.TryGetValue(at, out var nameEnd))
            end = nameEnd;
        if (end == at || end >= line.Count)
            return null;
        var verb = end;
        while (verb < line.Count && verb - end < 3 && (line[verb].Is(WordClass.Have) || CueFinder.IsAdverb(line[verb])))
            verb++;
        if (verb >= line.Count || !IsOpenWord(line[verb]) || !(line[verb].Norm.EndsWith("ed", StringComparison.Ordinal) || line[verb].Norm.EndsWith('s') || line[verb].Is(WordClass.Past)))
            return null;
        return (new NounPhrase(end, verb + 1), new NounPhrase(at, end));
    }

    private static bool IsOpenWord(Piece piece) => piece.IsWord && !piece.Capital && !piece.Is(WordClass.Function) && !CueFinder.IsAdverb(piece);

    /// <summary>Four words or more are speech; fewer may be a term or a title.</summary>
    public bool IsSpoken(Span span)
    {
        var words = 0;
        var inWord = false;
        for (var i = span.Start; i < span.End; i++)
        {
            var letter = char.IsLetterOrDigit(document.Text[i]);
            if (letter && !inWord && ++words >= 4)
                return true;
            inWord = letter;
        }
        return false;
    }

    // The words inside the marks end as a sentence does.
    private bool EndsSpoken(Line line, int quote)
    {
        var span = line[quote].Span;
        var at = span.End - 2;
        while (at > span.Start && char.IsWhiteSpace(document.Text[at]))
            at--;
        return document.Text[at] is ',' or '?' or '!' or '.' or '…';
    }

    private bool EndsOpen(Line line, int quote)
    {
        var span = line[quote].Span;
        for (var i = span.End - 1; i > span.Start && i >= span.End - 3; i--)
        {
            if (document.Text[i] is ',' or '?' or '!')
                return true;
        }
        return line[quote + 1].Is(",");
    }
}
