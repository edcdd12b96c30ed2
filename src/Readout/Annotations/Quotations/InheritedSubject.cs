using Readout.Text;

namespace Readout.Annotations;

/// <summary>Who speaks where the cue has no subject of its own: "X left, saying that S", "X left and said that S".</summary>
internal static class InheritedSubject
{
    // The subject of a coordinated or participial cue: that of the quotation before it, else the line's first name or pronoun.
    public static Span? Of(LineContext context, Cue cue, IReadOnlyList<Finding> found)
    {
        var line = context.Line;
        var before = line[cue.First].Span.Start;
        if (found.Count > 0 && found[^1].Cue is { } last && last.Start < before)
            return found[^1].SpeakerSpan;
        for (var i = 0; i < cue.First; i++)
        {
            if (line[i].Is(WordClass.ThirdPerson) && !line[i].Is(WordClass.Possessive) && !line[i].Is("it"))
                return line[i].Span;
            if (!context.NameStarts.TryGetValue(i, out var end))
                continue;
            if (i > 0 && line[i - 1].Is(WordClass.Preposition))
            {
                i = end - 1;
                continue;
            }
            return SubjectFrom(context, i, end, cue.First);
        }
        return null;
    }

    // "Vask Ferries spokesman Jory Pell", "Vask's mayor, Ada Moll": the last name of the phrase is the one who speaks.
    private static Span? SubjectFrom(LineContext context, int first, int end, int limit)
    {
        var line = context.Line;
        var (start, stop) = (first, end);
        for (var i = end; i < limit && i - end < 6; i++)
        {
            if (context.NameStarts.TryGetValue(i, out var next))
            {
                (start, stop) = (i, next);
                i = end = next;
                i--;
                continue;
            }
            var piece = line[i];
            var inside = piece.Norm is "'s" or "'" || (piece.IsWord && !piece.Is(WordClass.Function) && !CueFinder.IsAdverb(piece)
                && !piece.Norm.EndsWith("ed", StringComparison.Ordinal) && !piece.Is(WordClass.Past));
            if (!inside && !(piece.Is(",") && context.NameStarts.ContainsKey(i + 1)))
                break;
        }
        // A possessive without a name behind it names somebody's office, not the speaker.
        return stop < line.Count && line[stop].Norm is "'s" or "'" ? null : line.SpanOf(start, stop);
    }
}
