using Readout.Text;

namespace Readout.Annotations;

/// <summary>When the words were spoken, where the sentence says so beside the cue.</summary>
internal static class SayingTime
{
    // The time of speaking stands between the cue and the content, or behind a cue that ends the sentence; else it leads.
    public static DateRange Of(LineContext context, Cue cue, int first, int contentStart)
    {
        var line = context.Line;
        var from = line[Math.Min(cue.End, line.Count) - 1].Span.End;
        var to = contentStart < line.Count ? line[contentStart].Span.Start : line.Span.End;
        // "X said, lastly in May": behind a comma it is the matter's time, not the speaker's.
        for (var i = cue.End; i < line.Count && i < contentStart && line[i].Span.Start < to; i++)
        {
            if (line[i].Is(",") || line[i].Is(WordClass.Relative))
                to = line[i].Span.Start;
        }
        foreach (var time in context.Times)
        {
            if (time.Span.Start >= from && time.Span.End <= to && IsPoint(time))
                return time.When;
        }
        var lead = line[first].Span.Start;
        foreach (var time in context.Times)
        {
            if (time.Span.End <= from && IsPoint(time) && (time.Span.Start >= lead || (contentStart > cue.First && time.Span.End <= lead && first <= 6)))
                return time.When;
        }
        return DateRange.Unknown;
    }

    private static bool IsPoint(TimeExpression time) => time.Type is TimexType.Date or TimexType.Time && !time.When.IsUnknown;
}
