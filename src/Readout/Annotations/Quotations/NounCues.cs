using Readout.Text;

namespace Readout.Annotations;

/// <summary>A noun that reports: his warning that S; a warning by Moll that S.</summary>
internal readonly record struct NounCue(int Noun, int Content, Span Speaker);

/// <summary>Finds reporting nouns whose owner is named.</summary>
internal static class NounCues
{
    // A noun this early is the subject of the sentence, and where its clause ends cannot be told.
    private const int FirstObject = 3;

    public static IEnumerable<NounCue> Find(LineContext context)
    {
        var line = context.Line;
        for (var i = FirstObject; i + 3 < line.Count; i++)
        {
            if (!line[i].IsWord || line[i].Capital || !QuotationWords.IsReportingNoun(line[i].Norm))
                continue;
            if (line[i + 1].Is("that") && Owner(context, i) is { } owner)
                yield return new NounCue(i, i + 2, owner);
            else if (line[i + 1].Norm is "by" or "from" && context.Subjects.After(i + 2) is { } author && author.End + 2 < line.Count && line[author.End].Is("that"))
                yield return new NounCue(i, author.End + 1, context.Subjects.SpanOf(author));
        }
    }

    private static Span? Owner(LineContext context, int noun)
    {
        var line = context.Line;
        for (var j = noun - 1; j > 0 && noun - j <= 3; j--)
        {
            if (line[j].Is(WordClass.Possessive))
                return line[j].Norm is "his" or "her" or "its" or "their" ? line[j].Span : null;
            if (line[j].Norm is "'s" or "'")
                return context.Subjects.Before(j) is { } owner ? context.Subjects.SpanOf(owner) : null;
            if (!line[j].IsWord || line[j].Is(WordClass.Function))
                return null;
        }
        return null;
    }
}
