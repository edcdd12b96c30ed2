using NodaTime;
using Readout.Articles;
using Readout.Languages;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>For a page that states no day: the interval it must have been published in, with the words that show it.</summary>
/// <remarks>
/// Evidence: dates told as past (not before) and as ahead (not after), anniversaries of known events, holders of offices, and, once the
/// year is known, months told as past or ahead. Where evidence contradicts itself the lightest is dropped; a bare lower bound from the
/// page's own numbers is no date. The result is never a single day.
/// </remarks>
internal static class DateInference
{
    // Without a fact of the world behind it a wider interval says too little.
    private const int WidestFromNumbers = 400;

    // Sentences within which "this September" and an anniversary speak of one year.
    private const int Near = 2;

    public static Published? Infer(
        Article article, IReadOnlyList<Token> tokens, IReadOnlyList<TimeExpression> times,
        IReadOnlyList<Mention> mentions, IReadOnlyList<PageEntity> entities, DateRange? pile = null)
    {
        if (tokens.Count == 0)
            return null;
        var sentences = SentenceSplitter.Split(article, tokens);
        var cursor = new TimeCursor(article.Page.Text, tokens, Language.En);
        var evidence = new List<DateEvidence>();
        var bare = new List<BareDate>();
        var thisYear = new List<int>();
        var anniversaries = new List<(int Sentence, (int Year, Span Span, Direction Tense) Found)>();
        var time = 0;
        for (var s = 0; s < sentences.Count; s++)
        {
            cursor.MoveTo(sentences[s]);
            var current = SpeaksOfNow(cursor);
            for (; time < times.Count && times[time].Span.Start < sentences[s].Span.End; time++)
            {
                var expression = times[time];
                if (TokenAt(tokens, sentences[s], expression.Span) is not { } first)
                    continue;
                current |= expression.Rule.Contains("weekday", StringComparison.Ordinal) || expression.Rule is "today" or "yesterday" or "tomorrow";
                if (expression.Rule.Contains("this-", StringComparison.Ordinal))
                    thisYear.Add(s);
                var end = first;
                while (end < sentences[s].EndToken && tokens[end].Span.End <= expression.Span.End)
                    end++;
                var tense = Tense.Around(cursor, first, end);
                // "is ready to testify about the blast of 12 May": the date belongs to its noun, not to what the verb looks ahead to.
                if (tense is not Direction.Future || first == sentences[s].FirstToken || tokens[first - 1].Norm != "of")
                    Dated(expression, tense, evidence);
                if (BareDate.Of(expression, tense) is { } date)
                    bare.Add(date);
            }
            OfficeEvidence.Collect(cursor, current, evidence);
            if (AnniversaryEvidence.Read(cursor) is { } anniversary)
                anniversaries.Add((s, anniversary));
        }
        foreach (var (sentence, found) in anniversaries)
            evidence.Add(AnniversaryEvidence.Of(found, found.Tense is not Direction.Past && thisYear.Exists(s => Math.Abs(s - sentence) <= Near)));
        return Conclude(evidence, bare, pile);
    }

    private static Published? Conclude(List<DateEvidence> evidence, List<BareDate> bare, DateRange? pile)
    {
        var bounds = new DateBounds();
        foreach (var piece in evidence.OrderByDescending(e => e.Weight).ThenBy(e => e.Span))
            bounds.Take(piece);
        var hull = bounds.Hull;
        if (!bounds.Taken.Exists(e => e.KnowsTheWorld && e.Alternatives.Any(a => Sets(a, hull))) && !(bounds.Hull.IsBounded && Days(bounds.Hull) <= WidestFromNumbers))
            return null;
        // Last and lightest: the pages beside it. It tells which of two terms of office is meant, and closes an open end.
        if (pile is { } days)
            bounds.Take(new DateEvidence(default, [days], 0, false, "pile"));
        foreach (var date in bare)
        {
            if (date.Evidence(bounds.Hull) is { } piece)
                bounds.Take(piece);
        }
        var when = bounds.Hull;
        if (when.Earliest is null)
            return null;
        if (when.IsDay)
            when = new DateRange(when.Earliest.Value.PlusDays(-7), when.Latest!.Value.PlusDays(7));
        var rules = bounds.Taken.Select(e => e.Rule).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new Published(when, DateBasis.Inferred, [.. bounds.Taken.Select(e => e.Span).Where(s => !s.IsEmpty).Distinct().Order()], "inferred:" + string.Join('+', rules));
    }

    private static bool Sets(DateRange evidence, DateRange hull) =>
        (evidence.Earliest is { } e && e == hull.Earliest) || (evidence.Latest is { } l && l == hull.Latest);

    private static int Days(DateRange range) => Period.DaysBetween(range.Earliest!.Value, range.Latest!.Value);

    /// <summary>A date with its year: behind the page where it is told as past, before it where it is told as ahead.</summary>
    private static void Dated(TimeExpression time, Direction tense, List<DateEvidence> evidence)
    {
        if (time.Anchored || !time.When.IsBounded || time.Type is not (TimexType.Date or TimexType.Time) || Days(time.When) > 366)
            return;
        if (tense is Direction.Past)
            evidence.Add(DateEvidence.NotBefore(time.Span, time.When.Earliest!.Value, 5, false, "past-date"));
        else if (tense is Direction.Future)
            evidence.Add(DateEvidence.NotAfter(time.Span, time.When.Latest!.Value, 2, false, "future-date"));
    }

    private static bool SpeaksOfNow(TimeCursor c)
    {
        for (var i = c.Begin; i < c.End; i++)
        {
            if (c.Norm(i) is "will" or "is" or "are" or "has" or "have" or "says" or "'ll" or "'re" or "'ve" || (c.Norm(i) is "could" or "may" or "would" && !c.IsCapital(i)))
                return true;
        }
        return c.IsHeading;
    }

    private static int? TokenAt(IReadOnlyList<Token> tokens, Sentence sentence, Span span)
    {
        int low = sentence.FirstToken, high = sentence.EndToken - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tokens[middle].Span.Start < span.Start)
                low = middle + 1;
            else
                high = middle;
        }
        return tokens[low].Span.Start == span.Start ? low : null;
    }
}
