using Readout.Text;

namespace Readout.Annotations;

/// <summary>A line with what the other layers know about its pieces.</summary>
internal sealed class LineContext
{
    private LineContext(Line line, HashSet<int> timePieces, Dictionary<int, int> nameStarts, List<TimeExpression> times)
    {
        Line = line;
        Times = times;
        NameStarts = nameStarts;
        Subjects = new SubjectFinder(line, timePieces, nameStarts);
        Complements = new ComplementFinder(line, timePieces, nameStarts);
        Cues = CueFinder.Find(line);
    }

    public Line Line { get; }

    public IReadOnlyList<Cue> Cues { get; }

    public SubjectFinder Subjects { get; }

    public ComplementFinder Complements { get; }

    /// <summary>Time expressions outside quotation marks.</summary>
    public IReadOnlyList<TimeExpression> Times { get; }

    /// <summary>Pieces where a name begins, with the piece after its last.</summary>
    public IReadOnlyDictionary<int, int> NameStarts { get; }

    /// <param name="times">The document's time expressions by start; <paramref name="nextTime"/> moves along them, as does <paramref name="nextMention"/>.</param>
    public static LineContext Of(
        Line line, IReadOnlyList<TimeExpression> times, ref int nextTime, IReadOnlyList<Mention> mentions, ref int nextMention)
    {
        var span = line.Span;
        var inLine = new List<TimeExpression>();
        var timePieces = new HashSet<int>();
        while (nextTime < times.Count && times[nextTime].Span.Start < span.End)
        {
            var time = times[nextTime++];
            if (time.Span.Start < span.Start || PieceAt(line, time.Span.Start) is not { } first || line[first].IsQuote)
                continue;
            inLine.Add(time);
            for (var i = first; i < line.Count && line[i].Span.Start < time.Span.End; i++)
                timePieces.Add(i);
            // "Monday's vote" is no adverbial.
            if (first + 1 < line.Count && EndsBeforePossessive(line, time.Span.End))
                timePieces.RemoveWhere(i => line[i].Span.Overlaps(time.Span));
        }
        var names = new Dictionary<int, int>();
        while (nextMention < mentions.Count && mentions[nextMention].Span.Start < span.End)
        {
            var mention = mentions[nextMention++];
            if (mention.Form is MentionForm.Pronoun or MentionForm.Role or MentionForm.Group)
                continue;
            if (mention.Span.Start < span.Start || PieceAt(line, mention.Span.Start) is not { } first || line[first].IsQuote)
                continue;
            var end = first;
            while (end < line.Count && line[end].Span.End <= mention.Span.End)
                end++;
            if (end > first)
                names[first] = Math.Max(end, names.GetValueOrDefault(first));
        }
        return new LineContext(line, timePieces, names, inLine);
    }

    private static bool EndsBeforePossessive(Line line, int end)
    {
        var at = PieceAt(line, end);
        return at is { } i && line[i].Norm is "'s" or "'";
    }

    // Binary search: the piece that holds the position, if any.
    private static int? PieceAt(Line line, int position)
    {
        int low = 0, high = line.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (line[middle].Span.End <= position)
                low = middle + 1;
            else if (line[middle].Span.Start > position)
                high = middle - 1;
            else
                return middle;
        }
        return null;
    }
}
