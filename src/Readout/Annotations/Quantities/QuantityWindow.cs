using Readout.Languages;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>Finds the time that bounds a count: in the same clause, behind it first ("freight in 2022"), else at the head of the clause.</summary>
internal sealed class QuantityWindow(IReadOnlyList<Token> tokens, IReadOnlyList<TimeExpression> times, Language language)
{
    private const int Reach = 14;

    private readonly Dictionary<int, int> _byStart = Starts(times);

    public Span? Of(Sentence sentence, int first, int after)
    {
        for (var i = after; i < sentence.EndToken && i < after + Reach; i++)
        {
            if (TimeAt(i) is { } time)
                return With(i, time, sentence.FirstToken);
            if (Stops(tokens[i].Norm))
                break;
        }
        for (var i = first - 1; i >= sentence.FirstToken && i > first - Reach; i--)
        {
            if (TimeAt(i) is { } time)
                return IsReportingDay(i, sentence.FirstToken) ? null : With(i, time, sentence.FirstToken);
            // "In 2022, the firm carried …": the comma after an opening time is no border
            if (tokens[i].Norm is "and" or "or" || Stops(tokens[i].Norm) && !(tokens[i].Norm is "," && OpensSentence(i, sentence.FirstToken)))
                break;
        }
        return null;
    }

    private bool Stops(string norm) =>
        norm is "," or ";" or ":" or "." or "\"" or "(" or ")" or "-" || (norm is not ("since" or "than" or "or" or "and" or "as") && language.Verbs.ClauseBreaks.Contains(norm));

    private TimeExpression? TimeAt(int token)
    {
        if (!_byStart.TryGetValue(tokens[token].Span.Start, out var index))
            return null;
        var time = times[index];
        return time.Type is TimexType.Date or TimexType.Time && time.Value is { } value && !value.EndsWith("_REF", StringComparison.Ordinal) || time.Rule is "framed-duration"
            ? time
            : null;
    }

    private Span With(int token, TimeExpression time, int begin)
    {
        var first = token;
        if (first > begin && tokens[first - 1].Norm is "in" or "since" or "during" or "until" or "by" or "for" or "over" or "on" or "from" or "between" or "within" or "through")
            first--;
        return new Span(tokens[first].Span.Start, time.Span.End);
    }

    // "said on Tuesday 12 people …": the day of the saying
    private bool IsReportingDay(int token, int begin)
    {
        var i = token - 1;
        if (i >= begin && tokens[i].Norm is "on" or "late" or "early")
            i--;
        return i >= begin && language.ReportingVerbs.Contains(tokens[i].Norm);
    }

    private bool OpensSentence(int comma, int begin)
    {
        for (var i = comma - 1; i >= begin && i > comma - 8; i--)
        {
            if (_byStart.ContainsKey(tokens[i].Span.Start))
                return i - begin <= 1;
        }
        return false;
    }

    private static Dictionary<int, int> Starts(IReadOnlyList<TimeExpression> times)
    {
        var starts = new Dictionary<int, int>(times.Count);
        for (var i = 0; i < times.Count; i++)
            starts[times[i].Span.Start] = i;
        return starts;
    }
}
