namespace Readout.Annotations;

/// <summary>Where reported words end: at the next cue, at the reporter's own words, at the marks.</summary>
internal sealed class ContentBounds(LineContext context)
{
    private readonly Line _line = context.Line;

    public int ContentEnd(int start, int number) => ContentEnd(start, _line.Count, number + 1);

    // The content runs to the end of the line unless the next cue takes over.
    public int ContentEnd(int start, int end, int nextCue)
    {
        for (var c = nextCue; c < context.Cues.Count; c++)
        {
            var cue = context.Cues[c];
            if (cue.First <= start)
                continue;
            // "X said S; Y, however, argued": behind the semicolon another speaker's sentence begins.
            if (cue.Verb is not null && Semicolon(start + 1, cue.First) is { } semicolon)
                return Math.Min(end, semicolon);
            if (TakesOver(cue, start) is { } cut)
                return Math.Min(end, cut);
        }
        for (var i = start + 2; i + 1 < end; i++)
        {
            if (_line[i].Is(",") && _line[i + 1].Is(WordClass.Narrator))
                return i;
            // A new main clause behind "but" is the reporter's again.
            if (_line[i].Is(",") && _line[i + 1].Is("but") && i + 2 < end && _line[i + 2].Is(WordClass.ThirdPerson) && !_line.HasQuote(i, end))
                return i;
            // ", a move that": the reporter explains.
            if (_line[i].Is(",") && _line[i + 1].Norm is "a" or "an" && i + 3 < end && _line[i + 3].Norm is "that" or "which" && !_line.HasQuote(i, end))
                return i;
        }
        return end;
    }

    private int? Semicolon(int first, int end)
    {
        for (var i = end - 1; i > first; i--)
        {
            if (_line[i].Is(";"))
                return i;
        }
        return null;
    }

    // Where the words of the cue before stop because of this cue; null where this cue is inside them.
    private int? TakesOver(Cue cue, int start)
    {
        var before = cue.First - 1;
        if (cue.IsAccordingTo)
            return before > start && _line[before].Is(",") ? before : null;
        if (cue.Form is VerbForm.Ing)
        {
            if (_line[before].Is("and") && before - 1 > start && _line[before - 1].Is(","))
                return before - 1;
            return _line[before].Norm is "," or "-" or "—" or "–" ? before : null;
        }
        if (_line[before].Norm is "and" or "but" && cue.Verb!.Sense is not VerbSense.Expects)
            return before > start && _line[before - 1].Is(",") ? before - 1 : before;
        // "who said A - said B": no subject of its own stands right before it.
        if (_line[before].Norm is "," or "-" or "—" or "–" && cue.Verb!.Sense is VerbSense.Says && cue.Form is VerbForm.Past or VerbForm.Third
            && before > start && context.Subjects.After(cue.End) is null)
            return before;
        // "..., reported the Herald": the outlet stands behind its verb.
        if (_line[before].Is(",") && before > start && context.Subjects.After(cue.End) is { } behind && InvertsPlainly(behind))
            return before;
        if (context.Subjects.Before(cue.First) is not { } subject || subject.First <= start + 1)
            return null;
        var joint = subject.First - 1;
        var complement = context.Complements.After(cue);
        if (_line[joint].Norm is "," && complement.Opening is Opening.None && EndsClause(complement.Start))
            return joint;
        if (_line[joint].Norm is "but" or "while" or "whereas" && joint > start)
            return _line[joint - 1].Is(",") ? joint - 1 : joint;
        if (_line[joint].Is("and") && joint > start && (_line[joint - 1].IsQuote || _line[joint - 1].Is(",")))
            return _line[joint - 1].IsQuote ? joint : joint - 1;
        if (_line[joint].Norm is ";" or "—" or "–")
            return joint;
        return null;
    }

    // “A” and “B”; a comma behind the marks ends the content.
    public int QuoteEnd(int start, int end)
    {
        var at = start + 1;
        while (at < end && (_line[at].IsQuote || (_line[at].Is("and") && at + 1 < end && _line[at + 1].IsQuote)))
            at++;
        return at < end && !(_line[at].Kind is TokenKind.Punctuation) && !IsNarration(at) ? end : at;
    }

    private bool IsNarration(int at) =>
        _line[at].Is(WordClass.Preposition | WordClass.Subordinator | WordClass.Coordinator | WordClass.Relative) || context.Times.Any(t => t.Span.Start == _line[at].Span.Start)
        || CueFinder.IsAdverb(_line[at]) || _line[at].Norm.EndsWith("ing", StringComparison.Ordinal);

    // called the plan “a feast”: from the thing named to the last marks.
    public (int Start, int End) ObjectContent(int start, int end)
    {
        var last = start;
        for (var i = start; i < end && i - start < 30; i++)
        {
            if (_line[i].IsQuote)
                last = i + 1;
            else if (last > start && _line[i].Norm is "," or ";")
                break;
        }
        // the “grim” view: the noun behind the marks
        while (last > start && last < end && last - start < 30 && _line[last - 1].IsQuote && _line[last].IsWord && !_line[last].Is(WordClass.Function))
            last++;
        return (start, last);
    }

    // "X, who said S, has left": the words end where the main verb comes.
    public int VerbAfter(int start, int end)
    {
        for (var i = start + 2; i + 1 < end; i++)
        {
            if (_line[i].Is(",") && _line[i + 1].Is(WordClass.Auxiliary | WordClass.Past))
                return i;
        }
        return end;
    }

    public int MainClauseAfter(int start, int end)
    {
        for (var i = start + 2; i + 2 < end; i++)
        {
            if ((_line[i].Is(",") || _line[i].IsQuote) && _line[i + 1].IsWord && (_line[i + 1].Capital || _line[i + 1].Is(WordClass.Subject | WordClass.Determiner | WordClass.Possessive)))
                return _line[i].IsQuote ? i + 1 : i;
        }
        return end;
    }

    // "While X says S, they differ": the words end where the main clause begins.
    public bool IsSubordinate(int subject) =>
        _line[subject - 1].Norm is "while" or "although" or "though" or "when" or "as" or "after" or "because" or "since" && subject <= 4;

    public bool InvertsPlainly(NounPhrase behind) =>
        !_line[behind.First].Is(WordClass.ThirdPerson) && EndsClause(behind.End)
        && (_line.IsHeading || _line[behind.First].Capital || _line[behind.First].Is(WordClass.Determiner | WordClass.Possessive));

    public bool EndsClause(int at) =>
        at >= _line.Count || _line[at].Kind is TokenKind.Punctuation || _line[at].Is(WordClass.Subordinator | WordClass.Preposition | WordClass.Relative);
}
