using Readout.Text;

namespace Readout.Annotations;

/// <summary>Goes through the lines of a document in order, joins the parts of a quotation and follows who is speaking.</summary>
internal sealed class QuotationReader(
    Document document, IReadOnlyList<QuotedText> quotes, IReadOnlyList<Line> lines, Mention[] mentions, TimeExpression[] times,
    IReadOnlySet<int> interview, WordTree tree)
{
    private readonly SpeakerResolver _speakers = new(document, mentions, tree);
    private readonly List<Finding> _all = [];
    private readonly Dictionary<int, Finding> _byQuote = [];
    private Finding? _awaiting;

    public IEnumerable<Quotation> Read()
    {
        int nextTime = 0, nextMention = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var context = LineContext.Of(lines[i], times, ref nextTime, mentions, ref nextMention);
            _speakers.Learn(context);
            if (!interview.Contains(lines[i].Paragraph))
                ReadLine(context, i);
        }
        foreach (var finding in _all)
            JoinParagraphs(finding);
        return _all.Where(f => f.Content.Count > 0).Select(f => f.ToQuotation());
    }

    private void ReadLine(LineContext context, int index)
    {
        var line = context.Line;
        var startsParagraph = index == 0 || lines[index - 1].Paragraph != line.Paragraph;
        var reader = new LineReader(context, index, startsParagraph, EndsInFreeQuote(index - 1, line.Paragraph));
        var found = reader.Read();
        if (_awaiting is { } awaiting && line[0].IsQuote && found.Count == 0 && awaiting.Add(line, 0, 1))
        {
            awaiting.Extra = index - awaiting.LineIndex - 1;
            Keep(awaiting, line);
        }
        _awaiting = reader.AwaitsNextLine;
        if (_awaiting?.SpeakerSpan is { } expected)
            _awaiting.Speaker = _speakers.Resolve(line, expected);
        foreach (var finding in found)
        {
            if (finding.Content.Count == 0 && !finding.Add(lines[index - 1], lines[index - 1].Count - 1, lines[index - 1].Count))
                continue;
            if (finding.SpeakerSpan is { } words)
                finding.Speaker = _speakers.Resolve(line, words);
            Keep(finding, line);
        }
        if (found.Count == 0)
            ReadLabelled(context, index);
        if (found.Count == 0)
            ReadUnlisted(context, index);
        if (found.Count == 0 && !line.IsHeading)
            ReadBare(line, index);
    }

    private void Keep(Finding finding, Line line)
    {
        _all.Add(finding);
        foreach (var quote in finding.Quotes)
            _byQuote.TryAdd(quote, finding);
        if (!finding.IsSelfStatement)
            _speakers.Heard(finding.Speaker, finding.LineIndex, line.Paragraph);
    }

    // "Vask Ferries: no plans", in a headline; “…” behind a name and a colon anywhere.
    private void ReadLabelled(LineContext context, int index)
    {
        var line = context.Line;
        if (!context.NameStarts.TryGetValue(0, out var colon) || colon + 1 >= line.Count || !line[colon].Is(":"))
            return;
        var quoted = line[colon + 1].IsQuote;
        var name = line.SpanOf(0, colon);
        var speaker = _speakers.Resolve(line, name);
        // A place before a colon is where it happened.
        if (speaker is not { } who || (!quoted && !line.IsHeading) || (document.Entities[who].Type is EntityType.Place or EntityType.Event && !quoted))
            return;
        var finding = new Finding
        {
            Rule = "label", LineIndex = index, Cue = line[colon].Span, Resume = line.Count, SpeakerSpan = name, Speaker = speaker, Act = SpeechAct.Stated,
        };
        if (finding.Add(line, colon + 1, quoted ? colon + 2 : line.Count))
            Keep(finding, line);
    }

    // A line that is nothing but words in marks, not yet anybody's.
    private bool EndsInFreeQuote(int index, int paragraph) =>
        index >= 0 && lines[index].Paragraph == paragraph && lines[index][^1] is { IsQuote: true } last && !_byQuote.ContainsKey(last.Quote);

    // “…,” launched the chairwoman. / “…,” Sorrel smiled: right behind the marks any verb will do if a known name or role stands with it.
    private void ReadUnlisted(LineContext context, int index)
    {
        var line = context.Line;
        for (var q = 0; q + 2 < line.Count; q++)
        {
            if (!line[q].IsQuote || _byQuote.ContainsKey(line[q].Quote) || !IsSpoken(line[q].Span))
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
                finding.Speaker = _speakers.Resolve(line, finding.SpeakerSpan.Value);
                var named = finding.Speaker is not null || line[phrase.First].Is(WordClass.ThirdPerson);
                if (!named && !(EndsSpoken(line, q) && line[phrase.First].Is("the") && line[cue.End - 1].Norm.EndsWith("ed", StringComparison.Ordinal)))
                    continue;
                finding.Add(line, q, q + 1);
                Keep(finding, line);
                return;
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

    // Four words or more are speech; fewer may be a term or a title.
    private bool IsSpoken(Span span)
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

    // A line of quoted words alone goes on with the speaker before it.
    private void ReadBare(Line line, int index)
    {
        if (!OnlyQuotes(line) || _byQuote.ContainsKey(line[0].Quote))
            return;
        var previous = _all.Count > 0 ? _all[^1] : null;
        if (previous is null)
            return;
        var gap = index - previous.LineIndex;
        var sameParagraph = lines[previous.LineIndex].Paragraph == line.Paragraph;
        // The second half behind a cue is part of the same quotation.
        if (sameParagraph && gap <= 1 + previous.Extra && previous.AllQuoted)
        {
            previous.Extra++;
            previous.Add(line, 0, line.Count);
            foreach (var piece in line.Pieces.Where(p => p.IsQuote))
                _byQuote.TryAdd(piece.Quote, previous);
            return;
        }
        if (!IsSpoken(line.Span))
            return;
        if (!(sameParagraph && gap <= 2) && line.Paragraph - lines[previous.LineIndex].Paragraph != 1)
            return;
        // A paragraph that goes on after its marks has its own speaker; so has one whose next line names somebody.
        if (index + 1 < lines.Count && lines[index + 1].Paragraph == line.Paragraph)
            return;
        if (previous.Speaker is null && previous.SpeakerSpan is null)
            return;
        var bare = new Finding { Rule = "same-speaker-goes-on", LineIndex = index, Resume = line.Count, Speaker = previous.Speaker, Act = SpeechAct.Stated };
        bare.Add(line, 0, line.Count);
        Keep(bare, line);
    }

    private static bool OnlyQuotes(Line line) =>
        line.Pieces.All(p => p.IsQuote || p.Kind is TokenKind.Punctuation) && line.Pieces.Any(p => p.IsQuote) && line[0].IsQuote;

    // One quotation over several paragraphs: every paragraph opens with a mark, only the last closes.
    private void JoinParagraphs(Finding finding)
    {
        foreach (var quote in finding.Quotes.Order().ToArray())
        {
            for (var before = quotes[quote].Continues; before >= 0; before = quotes[before].Continues)
            {
                if (!_byQuote.TryAdd(before, finding))
                    break;
                finding.Content.Add(quotes[before].Span);
            }
            var last = quote;
            while (last + 1 < quotes.Count && quotes[last + 1].Continues == last)
            {
                last++;
                if (!_byQuote.TryAdd(last, finding))
                    break;
                finding.Content.Add(quotes[last].Span);
            }
        }
        finding.Content.Sort();
    }
}
