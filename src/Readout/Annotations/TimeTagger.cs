using NodaTime;
using Readout.Languages;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>Finds dates, times, durations and sets and gives their TIMEX3 values.</summary>
/// <remarks>A grammar over tokens: at each token the reader that covers most words wins; earlier readers win ties.</remarks>
internal static class TimeTagger
{
    /// <param name="anchor">The page's day, or the interval it lies in; unknown leaves relative expressions relative.</param>
    /// <param name="language">The page's language (BCP 47). One without a folder has its written dates read and nothing else; an unknown one is read as English.</param>
    public static IReadOnlyList<TimeExpression> Tag(
        SourceText text, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences, DateRange anchor, string? language = "en")
    {
        anchor = new DateRange(Sane(anchor.Earliest), Sane(anchor.Latest));
        if (language is not null && !Language.Has(language))
            return WrittenDates.Tag(text, sentences, anchor, language);
        var cursor = new TimeCursor(text, tokens, Language.En);
        var context = new TimeContext(anchor);
        var times = new List<TimeExpression>();
        for (var s = 0; s < sentences.Count; s++)
        {
            cursor.MoveTo(sentences[s]);
            context.Sentence = s;
            (Reading Reading, Dated Dated)? before = null;
            for (var i = cursor.Begin; i < cursor.End;)
            {
                if (!MayStart(cursor, i) || Longest(cursor, context, i) is not { } reading)
                {
                    i++;
                    continue;
                }
                var dated = reading.Resolve(anchor);
                var range = DateRange.Unknown;
                if (before is { } left && RangeLinks.Joins(cursor, left.Reading, reading))
                {
                    (var first, dated) = RangeLinks.Order(left.Reading, left.Dated, reading, dated, anchor);
                    range = Between(first.When, dated.When);
                    times[^1] = Expression(tokens, left.Reading, first) with { Range = range };
                }
                context.Note(reading, dated);
                times.Add(Expression(tokens, reading, dated) with { Range = range });
                before = (reading, dated);
                i = reading.End;
            }
        }
        return times;
    }

    private static TimeExpression Expression(IReadOnlyList<Token> tokens, Reading reading, Dated dated)
    {
        var value = dated.Value is null ? null : reading.Suffix.Length == 0 ? dated.Value : dated.Value + reading.Suffix;
        var span = new Span(tokens[reading.First].Span.Start, tokens[reading.End - 1].Span.End);
        return new TimeExpression(span, reading.Type, value, dated.When, reading.From is not null || reading.Anchored, reading.Rule);
    }

    private static DateRange Between(DateRange first, DateRange last) =>
        first.Earliest is { } a && last.Latest is { } b && a <= b ? new DateRange(a, b) : DateRange.Unknown;

    // A stamp of the year 1 or 9999 is a fault of the page; counting from it would leave the calendar.
    private static LocalDate? Sane(LocalDate? day) => day is { Year: >= 100 and <= 8000 } ? day : null;

    // Most words start nothing: ask one table before the readers.
    private static bool MayStart(TimeCursor c, int i)
    {
        var norm = c.Tokens[i].Norm;
        return c.Tokens[i].Kind is TokenKind.Word or TokenKind.Number
            && (c.Words.Starts.Contains(norm) || norm[0] is (>= '0' and <= '9') or '\'' || norm.Contains('-', StringComparison.Ordinal) || norm is ['f', 'y', >= '0' and <= '9', ..]);
    }

    private static Reading? Longest(TimeCursor c, TimeContext context, int i)
    {
        Reading? best = null;
        Consider(ModifiedReader.Read(c, context, i));
        Consider(ClockReader.Read(c, context, i));
        Consider(PeriodReader.Read(c, context, i));
        Consider(OffsetReader.Read(c, context, i));
        Consider(PhraseReader.Read(c, i));
        Consider(DurationReader.Read(c, i));
        return best;

        void Consider(Reading? reading)
        {
            if (reading is not null && (best is null || reading.End > best.End))
                best = reading;
        }
    }
}
