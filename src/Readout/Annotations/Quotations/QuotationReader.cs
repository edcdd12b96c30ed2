using Readout.Text;

namespace Readout.Annotations;

/// <summary>Goes through the lines of a document in order, joins the parts of a quotation and follows who is speaking.</summary>
internal sealed class QuotationReader(
    Document document, IReadOnlyList<QuotedText> quotes, IReadOnlyList<Line> lines, Mention[] mentions, TimeExpression[] times,
    IReadOnlySet<int> interview, WordTree tree, ClauseSubjects subjects)
{
    private readonly SpeakerResolver _speakers = new(document, mentions, tree);
    private readonly List<Finding> _all = [];
    private readonly Dictionary<int, Finding> _byQuote = [];
    private UncuedQuotes? _uncued;
    private Finding? _awaiting;

    private UncuedQuotes Uncued => _uncued ??= new UncuedQuotes(
        document, lines, _speakers, document.Words.Count > 0 ? new QuoteClauses(document, tree, subjects) : null, _byQuote.ContainsKey);

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
        foreach (var finding in Uncued.Read(context, index, isRead: found.Count > 0))
            Keep(finding, line);
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

    // A line that is nothing but words in marks, not yet anybody's.
    private bool EndsInFreeQuote(int index, int paragraph) =>
        index >= 0 && lines[index].Paragraph == paragraph && lines[index][^1] is { IsQuote: true } last && !_byQuote.ContainsKey(last.Quote);

    // A line of quoted words alone goes on with the speaker before it.
    private void ReadBare(Line line, int index)
    {
        if (!line.IsQuotesOnly || _byQuote.ContainsKey(line[0].Quote) || GoesOnBelow(line[^1]))
            return;
        var previous = _all.Count > 0 ? _all[^1] : null;
        if (previous is null)
            return;
        var first = FirstLineOf(line[0].Quote, index);
        var gap = first - previous.LineIndex;
        var sameParagraph = lines[previous.LineIndex].Paragraph == lines[first].Paragraph;
        // The second half behind a cue is part of the same quotation.
        if (first == index && sameParagraph && gap <= 1 + previous.Extra && previous.AllQuoted)
        {
            previous.Extra++;
            previous.Add(line, 0, line.Count);
            foreach (var piece in line.Pieces.Where(p => p.IsQuote))
                _byQuote.TryAdd(piece.Quote, previous);
            return;
        }
        if (!Uncued.IsSpoken(line.Span))
            return;
        if (!(sameParagraph && gap <= 2) && lines[first].Paragraph - lines[previous.LineIndex].Paragraph != 1)
            return;
        // A paragraph that goes on after its marks has its own speaker; so has one whose next line names somebody.
        if (index + 1 < lines.Count && lines[index + 1].Paragraph == line.Paragraph)
            return;
        if (previous.Speaker is null && previous.SpeakerSpan is null)
            return;
        var bare = new Finding { Rule = "same-speaker-goes-on", LineIndex = index, Resume = line.Count, SpeakerSpan = previous.SpeakerSpan, Speaker = previous.Speaker, Act = SpeechAct.Stated };
        bare.Add(line, 0, line.Count);
        Keep(bare, line);
    }

    // The line where words in marks begin that go on over several paragraphs.
    private int FirstLineOf(int quote, int index)
    {
        while (quotes[quote].Continues >= 0)
            quote = quotes[quote].Continues;
        while (index > 0 && lines[index].Span.Start > quotes[quote].Span.Start)
            index--;
        return index;
    }

    // Words whose end stands in a later paragraph belong to whom that one names.
    private bool GoesOnBelow(Piece last) =>
        last.IsQuote && !quotes[last.Quote].Closed && last.Quote + 1 < quotes.Count && quotes[last.Quote + 1].Continues == last.Quote;

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
            finding.IsOpen |= !quotes[last].Closed;
        }
        finding.Content.Sort();
    }
}
