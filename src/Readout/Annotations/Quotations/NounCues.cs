using Readout.Text;

namespace Readout.Annotations;

/// <summary>A noun that reports: his warning that S; a warning by Moll that S.</summary>
internal readonly record struct NounCue(int Noun, int Content, Span Speaker);

/// <summary>Finds reporting nouns whose owner is named.</summary>
internal static class NounCues
{
    public static IEnumerable<NounCue> Find(LineContext context)
    {
        var line = context.Line;
        for (var i = 1; i + 3 < line.Count; i++)
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
        for (var j = noun - 1; j >= 0 && noun - j <= 3; j--)
        {
            if (line[j].Is(WordClass.Possessive))
                return line[j].Norm is "his" or "her" or "its" or "their" ? line[j].Span : null;
            if (line[j].Norm is "'s" or "'")
                return context.Subjects.Before(j) is { } owner ? context.Subjects.SpanOf(owner) : Phrase(line, j);
            if (!line[j].IsWord || line[j].Is(WordClass.Function))
                return null;
        }
        return null;
    }

    // "repeated | the mayor's claim": from the article or the name to the mark of possession
    private static Span? Phrase(Line line, int end)
    {
        var first = end;
        while (first > 0 && line[first - 1].IsWord && !line[first - 1].Is(WordClass.Function))
            first--;
        if (first > 0 && line[first - 1].Is(WordClass.Determiner | WordClass.Possessive))
            return line.SpanOf(first - 1, end);
        return null;
    }
}
