using Readout.Text;

namespace Readout.Annotations;

/// <summary>Reads the quotations of one line from its cues: which words are reported, and which words name the speaker.</summary>
internal sealed class LineReader(LineContext context, int index, bool startsParagraph, bool previousLineIsQuote)
{
    private readonly Line _line = context.Line;
    private readonly List<Finding> _found = [];

    /// <summary>Quotations in the order of their cues.</summary>
    public IReadOnlyList<Finding> Read()
    {
        for (var c = 0; c < context.Cues.Count; c++)
        {
            var cue = context.Cues[c];
            if (cue.IsAccordingTo)
                ReadAccordingTo(cue, c);
            else if (!cue.Negated && cue.Verb!.Sense is not (VerbSense.Declines or VerbSense.Doubts))
                ReadVerb(cue, c);
        }
        return _found;
    }

    /// <summary>True where the line's only content is a cue clause that takes the quotation before it: “Why?” | he asked.</summary>
    public bool TakesPreviousLine => _found.Exists(f => f.Content.Count == 0);

    private void ReadVerb(Cue cue, int number)
    {
        var complement = context.Complements.After(cue);
        var subject = cue.First > 0 && cue.Form is not VerbForm.Ing ? context.Subjects.Before(cue.First) : null;
        var left = LeftEnd(subject?.First ?? cue.First);
        var quoteLeft = left > 0 && _line[left - 1].IsQuote;
        if (quoteLeft && (complement.Opening is Opening.None or Opening.Quote or Opening.Object || OnlyQuotes(LeftStart(), left)) && ReadTail(cue, subject, left, complement))
            return;
        if (complement.Opening is not Opening.None)
        {
            ReadHead(cue, number, subject, complement);
            return;
        }
        // A comma or dash parts the statement from the clause that gives its speaker.
        if (cue.Takes(Frames.Tail) && left < (subject?.First ?? cue.First))
            ReadTail(cue, subject, left, complement);
    }

    // X said S.
    private void ReadHead(Cue cue, int number, NounPhrase? subject, Complement complement)
    {
        var end = ContentEnd(complement.Start, number);
        var start = complement.Start;
        if (complement.Opening is Opening.Quote)
            end = QuoteEnd(start, end);
        else if (complement.Opening is Opening.Object)
            (start, end) = ObjectContent(start, end);
        var speaker = subject is { } s ? context.Subjects.SpanOf(s) : Inherited(cue);
        if (speaker is null && !_line.IsHeading)
            return;
        if (end - start < 2 && !(end > start && _line[start].IsQuote))
            return;
        var finding = NewFinding(cue, Name(complement.Opening), speaker, end, isTail: false, TimeOf(cue, subject?.First ?? cue.First, start));
        if (finding.Add(_line, start, end))
            _found.Add(finding);
    }

    // S, X said. / “S,” said X.
    private bool ReadTail(Cue cue, NounPhrase? subject, int left, Complement complement)
    {
        var start = LeftStart();
        if (_found.Exists(f => !f.IsTail && f.Content.Count > 0 && f.Content[^1].Start < _line[cue.First].Span.Start) && !OnlyQuotes(start, left))
            return false;
        var quoteLeft = left > 0 && left > start && _line[left - 1].IsQuote;
        var resume = complement.Start;
        if (subject is null)
        {
            if (cue.Form is VerbForm.Ing or VerbForm.Base || (cue.First > 0 && _line[cue.First - 1].Is(WordClass.Coordinator)))
                return false;
            if (context.Subjects.After(cue.End) is not { } behind || (!quoteLeft && !InvertsPlainly(behind)))
                return false;
            subject = behind;
            resume = behind.End;
        }
        else if (!quoteLeft && (!EndsClause(resume) || GovernsTopic(cue)))
        {
            return false;
        }
        // “Why?” | he asked.
        if (start >= left)
        {
            if (subject.Value.First > 0 && cue.First > 0 || !previousLineIsQuote || _found.Count > 0)
                return false;
            _found.Add(NewFinding(cue, "quotation-then-cue", context.Subjects.SpanOf(subject.Value), resume, isTail: true, TimeOf(cue, 0, _line.Count)));
            return true;
        }
        if (!quoteLeft && !IsStatement(start, left))
            return false;
        var tail = NewFinding(
            cue, quoteLeft ? "quotation-then-cue" : "statement-then-cue", context.Subjects.SpanOf(subject.Value), resume, isTail: true,
            TimeOf(cue, Math.Min(subject.Value.First, cue.First), _line.Count));
        if (quoteLeft && !_line.IsHeading && OnlyQuotes(LastQuoteRun(start, left), left) && Introduces(start, left))
            start = LastQuoteRun(start, left);
        if (!tail.Add(_line, start, left))
            return false;
        AddResumed(tail, resume, complement);
        _found.Add(tail);
        return true;
    }

    // “A,” X said, “B.” / The plan, X said, is dead.
    private void AddResumed(Finding tail, int resume, Complement complement)
    {
        if (complement.Opening is Opening.Quote && complement.Start >= resume)
        {
            var end = QuoteEnd(complement.Start, _line.Count);
            tail.Add(_line, complement.Start, end);
            return;
        }
        var comma = resume;
        while (comma < _line.Count && comma - resume < 25 && !_line[comma].Is(","))
        {
            if (_line[comma].IsQuote)
                break;
            comma++;
        }
        if (comma + 1 >= _line.Count || !_line[comma].Is(","))
            return;
        if (_line[comma + 1].IsQuote && tail.AllQuoted)
        {
            tail.Add(_line, comma + 1, QuoteEnd(comma + 1, _line.Count));
            return;
        }
        if (comma != resume || tail.AllQuoted)
            return;
        var next = _line[comma + 1];
        var broken = !Has(WordClass.Finite, 0, PieceBefore(tail.Content[^1].End));
        if (next.Is(WordClass.Finite) || (broken && !next.Is(WordClass.Narrator)) || next.Norm is "and" or "but" or "because" or "if" or "unless" or "so")
        {
            var end = ContentEnd(comma + 1, _line.Count, context.Cues.Count);
            if (end - comma > 2)
                tail.Add(_line, comma + 1, end);
        }
    }

    private int PieceBefore(int position)
    {
        var at = 0;
        while (at < _line.Count && _line[at].Span.End <= position)
            at++;
        return at;
    }

    // According to X, S. / S, according to X. / The plan, according to X, is dead.
    private void ReadAccordingTo(Cue cue, int number)
    {
        // Somebody's words, according to an outlet: the words stay that somebody's.
        if (_found.Count > 0 || context.Subjects.After(cue.End) is not { } phrase)
            return;
        var left = LeftEnd(cue.First);
        var speaker = context.Subjects.SpanOf(phrase);
        var comma = phrase.End;
        while (comma < _line.Count && !_line[comma].Is(",") && comma - phrase.End < 40)
            comma++;
        var leads = left == 0 || (left <= 2 && _line[0].Is(WordClass.Coordinator)) || !HasVerb(0, left);
        if (leads && comma + 2 < _line.Count && _line[comma].Is(","))
        {
            var start = AfterAppositions(comma) + 1;
            var head = NewFinding(cue, "according-to", speaker, _line.Count, isTail: false, TimeOf(cue, 0, start));
            if (left > 2 && !(_line[0].Is(WordClass.Preposition | WordClass.Coordinator) || CueFinder.IsAdverb(_line[0])))
                head.Add(_line, 0, left);
            if (head.Add(_line, start, ContentEnd(start, number)))
                _found.Add(head);
            return;
        }
        if (left < 2 || (!HasVerb(0, left) && !_line.IsHeading && left < 5))
            return;
        var tail = NewFinding(cue, "according-to", speaker, phrase.End, isTail: true, TimeOf(cue, cue.First, _line.Count));
        if (tail.Add(_line, Dateline.End(_line, startsParagraph), left))
            _found.Add(tail);
    }

    // "According to X, the mayor of Y, S": the content begins behind the apposition.
    private int AfterAppositions(int comma)
    {
        for (var i = comma + 1; i + 2 < _line.Count && i - comma < 14; i++)
        {
            if (_line[i].IsQuote || _line[i].Is(WordClass.Finite))
                return comma;
            if (_line[i].Is(","))
                return _line[comma + 1].Is(WordClass.Determiner) || _line[comma + 1].Is("who") ? i : comma;
        }
        return comma;
    }

    private Finding NewFinding(Cue cue, string rule, Span? speaker, int resume, bool isTail, DateRange saidOn) => new()
    {
        Rule = cue.Verb?.Sense is VerbSense.Expects ? "self-statement" : rule,
        LineIndex = index,
        Cue = _line.SpanOf(cue.First, cue.End),
        Resume = resume,
        IsTail = isTail,
        SpeakerSpan = speaker,
        SaidOn = saidOn,
        Act = cue.Verb?.Sense switch { VerbSense.Denies => SpeechAct.Denied, VerbSense.Asks => SpeechAct.Asked, _ => SpeechAct.Stated },
    };

    private static string Name(Opening opening) => opening switch
    {
        Opening.That => "that-clause",
        Opening.Clause => "bare-clause",
        Opening.Quote or Opening.Colon => "cue-then-quotation",
        Opening.Wh => "wh-clause",
        Opening.To => "infinitive",
        Opening.Object => "named-as",
        _ => "noun-phrase",
    };

    // The subject of a coordinated or participial cue: that of the quotation before it, else the line's first name or pronoun.
    private Span? Inherited(Cue cue)
    {
        var before = _line[cue.First].Span.Start;
        if (_found.Count > 0 && _found[^1].Cue is { } last && last.Start < before)
            return _found[^1].SpeakerSpan;
        if (cue.First == 0)
            return null;
        for (var i = 0; i < cue.First; i++)
        {
            if (context.NameStarts.TryGetValue(i, out var end))
                return end < _line.Count && _line[end].Norm is "'s" or "'" && context.NameStarts.TryGetValue(end + 1, out var next)
                    ? _line.SpanOf(end + 1, next)
                    : _line.SpanOf(i, end);
            if (_line[i].Is(WordClass.ThirdPerson) && !_line[i].Is(WordClass.Possessive) && !_line[i].Is("it"))
                return _line[i].Span;
        }
        return null;
    }

    private int LeftStart() => _found.Count == 0 ? Dateline.End(_line, startsParagraph) : Math.Min(_line.Count, SkipJoint(_found[^1].Resume));

    private int SkipJoint(int at)
    {
        while (at < _line.Count && (_line[at].Norm is "," or ";" || _line[at].Is(WordClass.Coordinator)))
            at++;
        return at;
    }

    private int LeftEnd(int at) => at > 0 && _line[at - 1].Norm is "," or "-" or "--" or "—" or "–" ? at - 1 : at;

    private bool OnlyQuotes(int start, int end)
    {
        if (end <= start)
            return false;
        for (var i = start; i < end; i++)
        {
            if (!_line[i].IsQuote && _line[i].Kind is not TokenKind.Punctuation && !_line[i].Is("and"))
                return false;
        }
        return true;
    }

    private int LastQuoteRun(int start, int end)
    {
        var at = end;
        while (at > start && _line[at - 1].IsQuote)
            at--;
        return at;
    }

    // "Then, at last: “A,” he said" — what stands before the marks only leads up to them.
    private bool Introduces(int start, int end)
    {
        var run = LastQuoteRun(start, end);
        return run > start && (_line[run - 1].Norm is ":" or "," || run - start <= 1);
    }

    private bool InvertsPlainly(NounPhrase behind) =>
        !_line[behind.First].Is(WordClass.ThirdPerson) && EndsClause(behind.End)
        && (_line.IsHeading || _line[behind.First].Capital || _line[behind.First].Is(WordClass.Determiner | WordClass.Possessive));

    // "insisted on", "warned of", "complained about": the words behind the preposition are the matter, not the place of speaking.
    private bool GovernsTopic(Cue cue) =>
        cue.End < _line.Count && (_line[cue.End].Norm is "of" or "about" or "against" or "over" or "for"
            || (_line[cue.End].Is("on") && cue.Verb!.Lemma is "insist" or "comment" or "remark" or "report" or "reflect"));

    private bool EndsClause(int at) =>
        at >= _line.Count || _line[at].Kind is TokenKind.Punctuation || _line[at].Is(WordClass.Subordinator | WordClass.Preposition | WordClass.Relative);

    // Words that could be a sentence of their own; not "When asked about it," or "In a letter on Monday,".
    private bool IsStatement(int start, int end)
    {
        if (end - start < 3 || (!HasVerb(start, end) && !_line.IsHeading))
            return false;
        var first = _line[start];
        var leadsIn = first.Is(WordClass.Preposition) || first.Norm is "when" or "while" or "as" or "asked" || (first.IsWord && first.Norm.Length > 4
            && (first.Norm.EndsWith("ing", StringComparison.Ordinal) || first.Norm.EndsWith("ed", StringComparison.Ordinal)));
        if (!leadsIn)
            return true;
        for (var i = start + 1; i < end - 2; i++)
        {
            if (_line[i].Is(","))
                return true;
        }
        // "On Monday the yard was shut, X said": a subject and its verb stand behind the lead-in.
        return first.Is(WordClass.Preposition) && Has(WordClass.Finite, start, end);
    }

    private bool HasVerb(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var piece = _line[i];
            if (piece.IsQuote || piece.Is(WordClass.Finite | WordClass.Past) || (piece.IsWord && !piece.Capital && piece.Norm.Length > 3
                && (piece.Norm.EndsWith("ed", StringComparison.Ordinal) || piece.Norm.EndsWith('s'))))
                return true;
        }
        return false;
    }

    private bool Has(WordClass classes, int start, int end)
    {
        for (var i = start; i < end && i < _line.Count; i++)
        {
            if (_line[i].Is(classes))
                return true;
        }
        return false;
    }

    // “A” and “B”; a comma behind the marks ends the content.
    private int QuoteEnd(int start, int end)
    {
        var at = start + 1;
        while (at < end && (_line[at].IsQuote || (_line[at].Is("and") && at + 1 < end && _line[at + 1].IsQuote)))
            at++;
        return at < end && !(_line[at].Kind is TokenKind.Punctuation) && !IsNarration(at) ? end : at;
    }

    private bool IsNarration(int at) =>
        _line[at].Is(WordClass.Preposition | WordClass.Subordinator | WordClass.Coordinator | WordClass.Relative) || context.Times.Any(t => t.Span.Start == _line[at].Span.Start)
        || CueFinder.IsAdverb(_line[at]) || _line[at].Norm.EndsWith("ing", StringComparison.Ordinal);

    // called the plan “a bonfire”: from the thing named to the last marks.
    private (int Start, int End) ObjectContent(int start, int end)
    {
        var last = start;
        for (var i = start; i < end && i - start < 30; i++)
        {
            if (_line[i].IsQuote)
                last = i + 1;
            else if (last > start && _line[i].Norm is "," or ";")
                break;
        }
        return (start, last);
    }

    private int ContentEnd(int start, int number) => ContentEnd(start, _line.Count, number + 1);

    // The content runs to the end of the line unless the next cue takes over.
    private int ContentEnd(int start, int end, int nextCue)
    {
        for (var c = nextCue; c < context.Cues.Count; c++)
        {
            var cue = context.Cues[c];
            if (cue.First <= start)
                continue;
            if (TakesOver(cue, start) is { } cut)
                return Math.Min(end, cut);
        }
        for (var i = start + 2; i + 1 < end; i++)
        {
            if (_line[i].Is(",") && _line[i + 1].Is(WordClass.Narrator))
                return i;
        }
        return end;
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
        if (context.Subjects.Before(cue.First) is not { } subject || subject.First <= start + 1)
            return null;
        var joint = subject.First - 1;
        var complement = context.Complements.After(cue);
        if (_line[joint].Norm is "," && complement.Opening is Opening.None && EndsClause(complement.Start))
            return joint;
        if (_line[joint].Norm is "but" or "while" or "whereas" or "and" && joint > start && _line[joint - 1].Norm is ",")
            return joint - 1;
        if (_line[joint].Norm is ";" or "—" or "–")
            return joint;
        return null;
    }

    // The time of speaking stands between the cue and the content, or behind a cue that ends the sentence; else it leads.
    private DateRange TimeOf(Cue cue, int first, int contentStart)
    {
        var from = _line[Math.Min(cue.End, _line.Count) - 1].Span.End;
        var to = contentStart < _line.Count ? _line[contentStart].Span.Start : _line.Span.End;
        foreach (var time in context.Times)
        {
            if (time.Span.Start >= from && time.Span.End <= to && IsPoint(time))
                return time.When;
        }
        var lead = _line[first].Span.Start;
        foreach (var time in context.Times)
        {
            if (time.Span.End <= from && IsPoint(time) && (time.Span.Start >= lead || (contentStart > cue.First && time.Span.End <= lead && first <= 6)))
                return time.When;
        }
        return DateRange.Unknown;
    }

    private static bool IsPoint(TimeExpression time) => time.Type is TimexType.Date or TimexType.Time && !time.When.IsUnknown;
}
