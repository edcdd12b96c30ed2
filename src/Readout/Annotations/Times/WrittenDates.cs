using NodaTime;
using Readout.Articles.Dates;
using Readout.Languages;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>
/// Dates of languages that Readout has no folder for: day, month and year by the names and orders of the Unicode locale data.
/// What needs a grammar (weekdays, "last week") is left alone.
/// </summary>
internal static class WrittenDates
{
    public static List<TimeExpression> Tag(SourceText text, IReadOnlyList<Sentence> sentences, DateRange anchor, string language)
    {
        var times = new List<TimeExpression>();
        for (var s = 0; s < sentences.Count;)
        {
            // By paragraphs: the full stop of "3. März" may have been taken for a sentence's end.
            var paragraph = sentences[s].Span;
            var first = s;
            while (++s < sentences.Count && sentences[s].Paragraph == sentences[first].Paragraph)
                paragraph = paragraph.Cover(sentences[s].Span);
            Tag(text, paragraph, anchor, language, times);
        }
        return times;
    }

    private static void Tag(SourceText text, Span paragraph, DateRange anchor, string language, List<TimeExpression> times)
    {
        var free = paragraph.Start;
        foreach (var date in DateScanner.Scan(text.Value, paragraph, language, DateOrder.DayFirst))
        {
            Months(text, new Span(free, date.Span.Start), language, times);
            times.Add(Day(date, anchor));
            free = date.Span.End;
        }
        Months(text, new Span(free, paragraph.End), language, times);
    }

    private static TimeExpression Day(FoundDate date, DateRange anchor)
    {
        if (date.Date is { } day)
            return new TimeExpression(date.Span, TimexType.Date, Dated.Day(day).Value, date.When, false, "written-date");
        var open = FormattableString.Invariant($"XXXX-{date.Month:D2}-{date.Day:D2}");
        var nearest = anchor is { Earliest: { } first, Latest: { } last } && Nearest(first, date) is { } a && Nearest(last, date) == a ? Dated.Day(a) : new Dated(open, DateRange.Unknown, Grain.None);
        return new TimeExpression(date.Span, TimexType.Date, nearest.Value, nearest.When, true, "written-date-nearest");
    }

    private static LocalDate? Nearest(LocalDate anchor, FoundDate date)
    {
        LocalDate? best = null;
        for (var year = anchor.Year - 1; year <= anchor.Year + 1; year++)
        {
            if (Dated.Date(year, date.Month, date.Day) is { } day && (best is null || Distance(day) < Distance(best.Value)))
                best = day;
        }
        return best;

        int Distance(LocalDate day) => Math.Abs(Period.DaysBetween(anchor, day));
    }

    /// <summary>"mai 2023", "mayo de 2023", "2023年5月", "2023. május": a month and its year.</summary>
    private static void Months(SourceText text, Span range, string language, List<TimeExpression> times)
    {
        var reader = new DateText(text.Value, range.Start, range.End, language);
        for (var at = range.Start; at < range.End; at++)
        {
            if (!reader.IsDigit(at))
                continue;
            var (year, end, length) = reader.Number(at);
            if (length == 4 && year is >= 1900 and <= 2099 && (!char.IsLetterOrDigit(reader[end]) || reader[end] is '年' or '년') && Month(reader, at, end) is { } month)
            {
                var dated = Dated.Month(year, month.Number);
                times.Add(new TimeExpression(month.Span, TimexType.Date, dated.Value, dated.When, false, "written-month"));
                end = month.Span.End;
            }
            at = Math.Max(at, end - 1);
        }
    }

    private static (int Number, Span Span)? Month(DateText text, int year, int end)
    {
        if (text[end] is '年' or '년')
        {
            var (number, stop, length) = text.Number(text.SkipBlanks(end + 1));
            return length is 1 or 2 && number is >= 1 and <= 12 && text[stop] is '月' or '월' ? (number, new Span(year, stop + 1)) : null;
        }
        var from = year;
        while (from > text.Start && text[from - 1] is ' ' or '\u00a0')
            from--;
        var of = DateWords.MatchEnd("of", text.Before(from, 12));
        from = of > 0 && from < year ? from - of : year;
        if (text.MonthBefore(from) is { Month: > 0 } before && before.Start < year && !text.IsDigit(before.Start - 2))
            return (before.Month, new Span(before.Start, end));
        // Hungarian, Lithuanian and Turkish dates begin with the year; a day behind the month was read before.
        if (text[end] is not '.')
            return null;
        var after = text.MonthAt(text.SkipMarks(end));
        return after is { Month: > 0, Solar: false } ? (after.Month, new Span(year, text[after.End - 1] == '.' ? after.End - 1 : after.End)) : null;
    }
}
