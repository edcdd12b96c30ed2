using NodaTime;
using Readout.Languages;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>Finds dates, times, durations and sets and gives their TIMEX3 values.</summary>
/// <remarks>A grammar over tokens: at each token the reader that covers most words wins; earlier readers win ties.</remarks>
internal static class TimeTagger
{
    /// <param name="anchor">The page's day, or the interval it lies in; unknown leaves relative expressions relative.</param>
    public static IReadOnlyList<TimeExpression> Tag(
        SourceText text, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences, DateRange anchor)
    {
        anchor = new DateRange(Sane(anchor.Earliest), Sane(anchor.Latest));
        var cursor = new TimeCursor(text, tokens, Language.En);
        var context = new TimeContext(anchor);
        var times = new List<TimeExpression>();
        for (var s = 0; s < sentences.Count; s++)
        {
            cursor.MoveTo(sentences[s]);
            context.Sentence = s;
            for (var i = cursor.Begin; i < cursor.End;)
            {
                if (!MayStart(cursor, i) || Longest(cursor, context, i) is not { } reading)
                {
                    i++;
                    continue;
                }
                var dated = reading.Resolve(anchor);
                context.Note(reading, dated);
                var value = dated.Value is null ? null : dated.Value + reading.Suffix;
                var span = new Span(tokens[reading.First].Span.Start, tokens[reading.End - 1].Span.End);
                times.Add(new TimeExpression(span, reading.Type, value, dated.When, reading.From is not null || reading.Anchored, reading.Rule));
                i = reading.End;
            }
        }
        return times;
    }

    // A stamp of the year 1 or 9999 is a fault of the page; counting from it would leave the calendar.
    private static LocalDate? Sane(LocalDate? day) => day is { Year: >= 100 and <= 8000 } ? day : null;

    // Most words start nothing: ask one table before the readers.
    private static bool MayStart(TimeCursor c, int i)
    {
        var norm = c.Tokens[i].Norm;
        return c.Tokens[i].Kind is TokenKind.Word or TokenKind.Number
            && (c.Words.Starts.Contains(norm) || norm[0] is (>= '0' and <= '9') or '\'' || norm.Contains('-', StringComparison.Ordinal));
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
