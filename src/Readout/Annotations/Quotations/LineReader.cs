using Readout.Text;

namespace Readout.Annotations;

/// <summary>Reads the quotations of one line from its cues: which words are reported, and which words name the speaker.</summary>
internal sealed class LineReader(LineContext context, int index, bool startsParagraph, bool previousLineIsQuote)
{
    private readonly Line _line = context.Line;
    private readonly ContentBounds _bounds = new(context);
    private readonly StatementShape _shape = new(context.Line);
    private readonly List<Finding> _found = [];

    /// <summary>Quotations in the order of their cues.</summary>
    public IReadOnlyList<Finding> Read()
    {
        for (var c = 0; c < context.Cues.Count; c++)
        {
            var cue = context.Cues[c];
            if (cue.IsAccordingTo)
                ReadAccordingTo(cue, c, cue.First, cue.End);
            else if (!cue.Negated && cue.Verb!.Sense is not (VerbSense.Declines or VerbSense.Doubts))
                ReadVerb(cue, c);
        }
        foreach (var noun in NounCues.Find(context))
            ReadNoun(noun);
        // "He expects a crowd, he said": what is said covers what is hoped in it.
        _found.RemoveAll(f => f.IsSelfStatement && _found.Exists(o => o != f && !o.IsSelfStatement && o.Content.Exists(c => c.Contains(f.Content[0]))));
        // "S, X said, because S, Y added": what goes on behind the first cue is what the second one gives.
        foreach (var (resumed, other) in from f in _found where f.IsTail && f.Content.Count > 1 && !f.AllQuoted from o in _found where o != f && o.IsTail select (f, o))
        {
            if (other.Cue is { } cue && other.Content.Count > 0 && resumed.Content is [.., { } last] && last.Contains(cue) && last.Contains(other.Content[0]))
                resumed.Content.RemoveAt(resumed.Content.Count - 1);
        }
        return _found;
    }

    /// <summary>A cue that ends the line with a colon; its words stand in the next line.</summary>
    public Finding? AwaitsNextLine { get; private set; }

    // "rejected his claim that S": the words are the owner's, whatever the verb does with them.
    private void ReadNoun(NounCue noun)
    {
        var at = _line[noun.Noun].Span;
        if (_found.Exists(f => f.Cue == at || f.Content.Exists(c => c.Contains(at))))
            return;
        var next = context.Cues.TakeWhile(c => c.First <= noun.Content).Count();
        var finding = new Finding
        {
            Rule = "noun-cue", LineIndex = index, Cue = at, Resume = _line.Count, SpeakerSpan = noun.Speaker, Act = SpeechAct.Stated,
        };
        if (finding.Add(_line, noun.Content, _bounds.ContentEnd(noun.Content, _line.Count, next)))
            _found.Add(finding);
    }

    private void ReadVerb(Cue cue, int number)
    {
        // "Did she say that it was sold?": nobody tells that she did.
        if (_line[_line.Count - 1].Is("?") && _line[0].Is(WordClass.Auxiliary) && !_line.HasQuote(0, _line.Count))
            return;
        // "As reported by X, S"
        if (cue.First > 0 && _line[cue.First - 1].Is("as") && cue.End < _line.Count && _line[cue.End].Is("by") && cue.Form is VerbForm.Past or VerbForm.Participle && cue.Verb!.Sense is VerbSense.Says)
        {
            ReadAccordingTo(cue, number, cue.First - 1, cue.End + 1);
            return;
        }
        var complement = context.Complements.After(cue);
        var subject = cue.First > 0 && cue.Form is not VerbForm.Ing ? context.Subjects.Before(cue.First) : null;
        var left = LeftEnd(subject?.First ?? cue.First);
        var quoteLeft = left > 0 && _line[left - 1].IsQuote;
        if (quoteLeft && (complement.Opening is Opening.None or Opening.Quote or Opening.Object || _line.OnlyQuotes(LeftStart(), left)) && ReadTail(cue, number, subject, left, complement))
            return;
        // S, said X: the name behind the verb is no clause.
        if (subject is null && left > 0 && left < cue.First && complement.Opening is Opening.None or Opening.Clause && cue.Takes(Frames.Tail)
            && ReadTail(cue, number, null, left, complement))
            return;
        if (quoteLeft && subject is null && complement.Opening is Opening.Clause && ReadTail(cue, number, null, left, complement))
            return;
        if (complement.Opening is Opening.None && subject is { First: > 0 } named && _line[named.First - 1].Is("as") && ReadAsSaid(cue, number, named, complement))
            return;
        if (complement.Opening is not Opening.None)
        {
            ReadHead(cue, number, subject, complement);
            return;
        }
        // A comma or dash parts the statement from the clause that gives its speaker.
        if (cue.Takes(Frames.Tail) && left < (subject?.First ?? cue.First))
            ReadTail(cue, number, subject, left, complement);
    }

    // X said S.
    private void ReadHead(Cue cue, int number, NounPhrase? subject, Complement complement)
    {
        var end = _bounds.ContentEnd(complement.Start, number);
        if (subject is { First: > 0 } relative && _line[relative.First].Is("who"))
            end = Math.Min(end, _bounds.VerbAfter(complement.Start, end));
        else if (subject is { First: > 0 } inner && _bounds.IsSubordinate(inner.First))
            end = Math.Min(end, _bounds.MainClauseAfter(complement.Start, end));
        var start = complement.Start;
        if (complement.Opening is Opening.Quote)
            end = _bounds.QuoteEnd(start, end);
        else if (complement.Opening is Opening.Object)
            (start, end) = _bounds.ObjectContent(_line[start].Norm is "as" or "for" ? start + 1 : start, end);
        var speaker = subject is { } s ? context.Subjects.SpanOf(s) : InheritedSubject.Of(context, cue, _found);
        if ((speaker is null && !_line.IsHeading) || (subject is null && IsAsked(cue)))
            return;
        if (cue.Verb!.Sense is VerbSense.Expects && !IsSelfStatement(cue, complement, subject))
            return;
        if (complement.Opening is Opening.Colon && start >= _line.Count && speaker is not null)
        {
            AwaitsNextLine = NewFinding(cue, "cue-then-quotation", speaker, end, isTail: false, SayingTime.Of(context, cue, subject?.First ?? cue.First, start));
            return;
        }
        if (complement.Opening is Opening.Colon && !_line.Has(WordClass.Finite | WordClass.Past, start, end) && !_line.HasQuote(start, end))
            return;
        if (complement.Opening is Opening.Quote && cue.Verb!.Lemma is "write" or "read" or "show" && end - start == 1 && _line[start].Span.Length < 30 && end < _line.Count && _line[end].IsWord)
            return;
        if (end - start < 2 && !(end > start && _line[start].IsQuote))
            return;
        var finding = NewFinding(cue, Name(complement.Opening), speaker, end, isTail: false, SayingTime.Of(context, cue, subject?.First ?? cue.First, start));
        if (finding.Add(_line, start, end))
            _found.Add(finding);
    }

    // "when asked if S": nobody tells who asked.
    private bool IsAsked(Cue cue) =>
        cue.First > 0 && cue.Form is VerbForm.Past or VerbForm.Participle && _line[cue.First - 1].Norm is "when" or "once" or "if" or "unless" or "though" or "although" or "until";

    // As X said, S. / S, as X said.
    private bool ReadAsSaid(Cue cue, int number, NounPhrase subject, Complement complement)
    {
        var at = subject.First - 1;
        var leads = at == 0 || (at == 1 && _line[0].Is(WordClass.Coordinator));
        var (start, end) = leads ? (complement.Start, _bounds.ContentEnd(complement.Start, number)) : (LeftStart(), LeftEnd(at));
        if (!cue.Takes(Frames.Tail) || end - start < 4 || (leads ? !_line[start].Is(",") : end == at) || !_line.HasVerb(start, end))
            return false;
        var finding = NewFinding(cue, "as-said", context.Subjects.SpanOf(subject), leads ? end : complement.Start, isTail: !leads, SayingTime.Of(context, cue, at, complement.Start));
        if (finding.Add(_line, start, end))
            _found.Add(finding);
        return true;
    }

    // S, X said. / “S,” said X.
    private bool ReadTail(Cue cue, int number, NounPhrase? subject, int left, Complement complement)
    {
        var start = LeftStart();
        if (_found.Exists(f => !f.IsTail && !f.IsSelfStatement && f.Content.Count > 0 && f.Content[^1].Start < _line[cue.First].Span.Start) && !_line.OnlyQuotes(start, left))
            return false;
        var quoteLeft = left > 0 && left > start && _line[left - 1].IsQuote;
        var resume = complement.Start;
        if (subject is null)
        {
            if (cue.Form is VerbForm.Ing or VerbForm.Base || (cue.First > 0 && _line[cue.First - 1].Is(WordClass.Coordinator)))
                return false;
            if (context.Subjects.After(cue.End) is not { } behind || (!quoteLeft && !_bounds.InvertsPlainly(behind)))
                return false;
            subject = behind;
            resume = behind.End;
        }
        else if (!quoteLeft && (!_bounds.EndsClause(resume) || _shape.GovernsTopic(cue)))
        {
            return false;
        }
        // “Why?” | he asked.
        if (start >= left)
        {
            if (subject.Value.First > 0 && cue.First > 0 || !previousLineIsQuote || _found.Count > 0)
                return false;
            _found.Add(NewFinding(cue, "quotation-then-cue", context.Subjects.SpanOf(subject.Value), resume, isTail: true, SayingTime.Of(context, cue, 0, _line.Count)));
            return true;
        }
        // "For decades, X said, S": what stands before is only the beginning of the statement.
        var opens = !quoteLeft && subject.Value.End <= cue.First && (_shape.OpensStatement(start, left, resume) || _shape.SplitsSubject(start, left, resume));
        if (!quoteLeft && !opens && !_shape.IsStatement(start, left))
            return false;
        var tail = NewFinding(
            cue, quoteLeft ? "quotation-then-cue" : "statement-then-cue", context.Subjects.SpanOf(subject.Value), resume, isTail: true,
            SayingTime.Of(context, cue, Math.Min(subject.Value.First, cue.First), _line.Count));
        if (quoteLeft && !_line.IsHeading && _line.OnlyQuotes(_shape.LastQuoteRun(start, left), left) && _shape.Introduces(start, left))
            start = _shape.LastQuoteRun(start, left);
        if (!tail.Add(_line, start, left))
            return false;
        if (opens)
            tail.Add(_line, resume + 1, _bounds.ContentEnd(resume + 1, number));
        else
            AddResumed(tail, resume, complement);
        _found.Add(tail);
        return true;
    }

    // “A,” X said, “B.” / The plan, X said, is dead.
    private void AddResumed(Finding tail, int resume, Complement complement)
    {
        if (complement.Opening is Opening.Quote && complement.Start >= resume)
        {
            var end = _bounds.QuoteEnd(complement.Start, _line.Count);
            tail.Add(_line, complement.Start, end);
            return;
        }
        if (tail.AllQuoted)
        {
            if (ResumedQuote(resume) is { } quote)
                tail.Add(_line, quote, _bounds.QuoteEnd(quote, _line.Count));
            return;
        }
        var comma = resume;
        if (comma + 1 >= _line.Count || !_line[comma].Is(","))
            return;
        var next = _line[comma + 1];
        var broken = !_line.Has(WordClass.Finite, 0, PieceBefore(tail.Content[^1].End));
        if (next.Is(WordClass.Finite) || (broken && !next.Is(WordClass.Narrator)) || next.Norm is "and" or "but" or "because" or "if" or "unless" or "so")
        {
            var end = _bounds.ContentEnd(comma + 1, _line.Count, context.Cues.Count);
            if (end - comma > 2)
                tail.Add(_line, comma + 1, end);
        }
    }

    // “A,” said X, the mayor, “B.”: nothing else is said in between.
    private int? ResumedQuote(int resume)
    {
        if (resume < _line.Count && _line[resume].IsQuote)
            return resume;
        for (var i = resume; i + 1 < _line.Count && i - resume < 30; i++)
        {
            if (_line[i].IsQuote || context.Cues.Any(c => c.First <= i && i < c.End))
                return null;
            if (_line[i].Norm is "," or "-" or "--" or "—" or "–" && _line[i + 1].IsQuote)
                return i + 1;
        }
        return null;
    }

    private int PieceBefore(int position)
    {
        var at = 0;
        while (at < _line.Count && _line[at].Span.End <= position)
            at++;
        return at;
    }

    // According to X, S. / S, according to X. / The plan, according to X, is dead.
    private void ReadAccordingTo(Cue cue, int number, int first, int end)
    {
        if (context.Subjects.After(end) is not { } phrase)
            return;
        if (_found.Count > 0)
        {
            ReadAccordingToInside(cue, first, phrase);
            return;
        }
        var left = LeftEnd(first);
        var speaker = context.Subjects.SpanOf(phrase);
        var comma = phrase.End;
        while (comma < _line.Count && !_line[comma].Is(",") && comma - phrase.End < 40)
            comma++;
        var leads = left == 0 || (left <= 2 && _line[0].Is(WordClass.Coordinator)) || !_line.HasVerb(0, left);
        if (leads && comma + 2 < _line.Count && _line[comma].Is(","))
        {
            var start = AfterAppositions(comma) + 1;
            var head = NewFinding(cue, cue.IsAccordingTo ? "according-to" : "as-said", speaker, _line.Count, isTail: false, SayingTime.Of(context, cue, 0, start));
            if (left > 2 && !(_line[0].Is(WordClass.Preposition | WordClass.Coordinator) || CueFinder.IsAdverb(_line[0])))
                head.Add(_line, 0, left);
            if (head.Add(_line, start, _bounds.ContentEnd(start, number)))
                _found.Add(head);
            return;
        }
        if (left < 2 || (!_line.HasVerb(0, left) && !_line.IsHeading && left < 5))
            return;
        var tail = NewFinding(cue, cue.IsAccordingTo ? "according-to" : "as-said", speaker, phrase.End, isTail: true, SayingTime.Of(context, cue, first, _line.Count));
        if (tail.Add(_line, Dateline.End(_line, startsParagraph), left))
            _found.Add(tail);
    }

    // "Moll said that, according to X, S": S came to Moll from X. Else somebody's words, according to an outlet, stay that somebody's.
    private void ReadAccordingToInside(Cue cue, int first, NounPhrase phrase)
    {
        if (_found[^1] is not { IsTail: false, Content: [.., { } outer] } || outer.Start != _line[first].Span.Start || phrase.End >= _line.Count || !_line[phrase.End].Is(","))
            return;
        var start = AfterAppositions(phrase.End) + 1;
        var stop = start;
        while (stop < _line.Count && _line[stop].Span.End <= outer.End)
            stop++;
        var inner = NewFinding(cue, "according-to", context.Subjects.SpanOf(phrase), _line.Count, isTail: false, DateRange.Unknown);
        if (stop - start >= 3 && inner.Add(_line, start, stop))
            _found.Add(inner);
    }

    // "According to X, the mayor of Y, S": the content begins behind the apposition.
    private int AfterAppositions(int comma)
    {
        for (var i = comma + 1; i + 2 < _line.Count && i - comma < 14; i++)
        {
            if (_line[i].IsQuote || _line[i].Is(WordClass.Finite))
                return comma;
            if (_line[i].Is(","))
                return _line[comma + 1].Is(WordClass.Determiner) || _line[comma + 1].Norm is "who" or "citing" or "quoting" ? i : comma;
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

    // What somebody hopes or expects is news where it is said now and not inside somebody else's words.
    private bool IsSelfStatement(Cue cue, Complement complement, NounPhrase? subject) =>
        (cue.Form is VerbForm.Base or VerbForm.Third or VerbForm.Ing || complement.Opening is Opening.That)
        && !_found.Exists(f => f.Content.Count > 0 && f.Content[^1].Contains(_line[cue.First].Span))
        && (subject is not { } s || !_line[s.First].Is(WordClass.Subject) || _line[s.First].Is(WordClass.ThirdPerson));

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

    private int LeftStart() => _found.Count == 0 || _found[^1].IsSelfStatement ? Dateline.End(_line, startsParagraph) : Math.Min(_line.Count, SkipJoint(_found[^1].Resume));

    private int SkipJoint(int at)
    {
        while (at < _line.Count && (_line[at].Norm is "," or ";" || _line[at].Is(WordClass.Coordinator)))
            at++;
        return at;
    }

    private int LeftEnd(int at) => at > 0 && _line[at - 1].Norm is "," or "-" or "--" or "—" or "–" ? at - 1 : at;
}
